"""Types through pynput: Windows and macOS, whose systems take Unicode text as it is.

Not run on those systems by its authors: tested behind a made-up controller only. (X11 has
``x11_keyboard``.) Modifiers the user still holds cannot be asked for in a portable way; on both
systems a text sent as Unicode is not turned into shortcuts by Shift, but it is by Ctrl or Command,
so the hotkey should be let go first.
"""

from __future__ import annotations

import threading
import time
from typing import Any, TypeAlias

from dictate import keynames
from dictate.errors import TypingFailed
from dictate.output import chord as chords

Controller: TypeAlias = Any
"""pynput.keyboard.Controller or what a test puts in its place."""

_NEXT_STEP = "On macOS allow this program under Privacy & Security, Accessibility."
_SPECIAL = {"\n": "enter", "\t": "tab"}


class PynputKeyboard:
    """A Keyboard on a pynput controller. Raises TypingFailed when pynput cannot work here."""

    def __init__(self, controller: Controller = None, keys: Controller = None) -> None:
        self._lock = threading.Lock()
        if controller is not None:
            self._controller, self._keys = controller, keys
            return
        try:
            from pynput import keyboard
        except ImportError as exc:  # also raised by its backends where they cannot work
            raise TypingFailed("Keys cannot be pressed on this desktop.") from exc
        self._controller, self._keys = keyboard.Controller(), keyboard.Key

    def type_text(self, text: str, pace_s: float = 0.0) -> None:
        """Type any text, resting after each character. Raises TypingFailed."""
        with self._lock:
            try:
                for run in text if pace_s else _runs(text):
                    if run in _SPECIAL:
                        self._controller.tap(getattr(self._keys, _SPECIAL[run]))
                    else:
                        self._controller.type(run)
                    if pace_s:
                        time.sleep(pace_s)
            except Exception as exc:
                raise TypingFailed("The system refused the key presses.", _NEXT_STEP) from exc

    def press_chord(self, chord: str) -> None:
        """Press and release a chord such as ``cmd+v``. Raises TypingFailed."""
        pressed: list[Any] = []
        keys = [self._key(name) for name in chords.parse(chord)]
        with self._lock:
            try:
                for key in keys:
                    self._controller.press(key)
                    pressed.append(key)
            except Exception as exc:
                raise TypingFailed("The system refused the key presses.", _NEXT_STEP) from exc
            finally:
                for key in reversed(pressed):
                    self._controller.release(key)

    def close(self) -> None:
        """Nothing was changed, nothing is put back."""

    def _key(self, name: str) -> Any:  # noqa: ANN401  pynput's key or a character
        if len(name) == 1:
            return name
        # pynput calls the left key by the bare name.
        special = getattr(self._keys, name, None) or getattr(
            self._keys, name.removesuffix("_l"), None
        )
        if special is None or name not in keynames.NAMED:
            raise TypingFailed(
                f'The key "{name}" cannot be pressed here.', "Choose another paste chord."
            )
        return special


def _runs(text: str) -> list[str]:
    """Split a text at line ends and tabs, which are keys of their own."""
    runs: list[str] = []
    for char in text:
        if char in _SPECIAL or not runs or runs[-1] in _SPECIAL:
            runs.append(char)
        else:
            runs[-1] += char
    return runs
