"""What the settings window needs of the machine: lists, a level, keys; tests bring their own."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol, TypeAlias

from dictate import host
from dictate.errors import AudioError
from dictate.events import LevelMeasured
from dictate.gui.facts import ModelRow
from dictate.hotkey.binding import Binding
from dictate.output import front_window
from dictate.output.window import Window
from dictate.ports import HotkeyListener
from dictate.settings.schema import AudioSettings


class Listening(Protocol):
    """A microphone that is on until it is closed."""

    def close(self) -> None:
        """Let it go. Any number of times."""


Listen: TypeAlias = Callable[
    [str, Callable[[LevelMeasured], None], Callable[[AudioError], None]], Listening
]
"""Listens to the microphone of this name; both functions are called on another thread."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The look-ups of the window. Lists and ``is_taken`` may take a while: not for the GUI."""

    models: Callable[[], tuple[ModelRow, ...]]
    microphones: Callable[[], tuple[str, ...]]
    listen: Listen
    keys: Callable[[], HotkeyListener | None]
    """Hears every key; None where only the window itself can."""
    is_taken: Callable[[Binding], bool]
    """Whether another program has taken a chord for itself."""
    front: Callable[[], Window | None] | None = None
    """Looks at the window that has the keyboard; None where none can be seen. May take a while."""


def listen(
    device: str, tell: Callable[[LevelMeasured], None], fail: Callable[[AudioError], None]
) -> Listening:
    """Listen to a microphone of this machine."""
    from dictate.audio.level_probe import LevelProbe
    from dictate.audio.microphone import Microphone

    wanted = replace(AudioSettings(), device=device, keep_warm_s=0.0, pre_roll_ms=0.0)
    return LevelProbe(Microphone(wanted), tell, fail)


def keys() -> HotkeyListener | None:
    """Return what hears the keys of this desktop as the hotkey does."""
    from dictate.hotkey.pynput_hotkey import PynputHotkey

    return None if host.is_wayland() or not host.has_display() else PynputHotkey()


def is_taken(binding: Binding) -> bool:
    """Tell whether another program has grabbed a chord (X11)."""
    if not sys.platform.startswith("linux") or host.is_wayland():
        return False
    from dictate.hotkey.x11_grabs import is_grabbed

    return is_grabbed(binding)


def real_sources() -> Sources:
    """Return the look-ups of this machine."""
    from dictate.gui import survey

    front = front_window.look if front_window.can_be_seen() else None
    return Sources(survey.models, survey.microphones, listen, keys, is_taken, front)
