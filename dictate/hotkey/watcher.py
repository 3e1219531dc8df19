"""Drives the gesture: keys and time go in, actions come out.

The listener's thread only puts events on a queue; the thread ``dictate-hotkey`` takes them out,
asks the pure ``gesture.step`` and hands the actions on. It sleeps until the next event or the time
the gesture wants to be woken. Where the listener can tell which keys are down, it is asked every
``LOOK_S`` while a hotkey is held, and before a press that an unseen release would spoil: a screen
that was locked or a machine that slept has kept the release to itself. No key but the binding is
ever logged.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

from dictate import keynames
from dictate.errors import BindingInvalid
from dictate.hands import Hands
from dictate.hotkey import binding, gesture, rules
from dictate.hotkey.gesture import HotkeyAction
from dictate.ports import HotkeyListener
from dictate.settings.schema import HotkeySettings

__all__ = ["HotkeyAction", "HotkeyWatcher"]

log = logging.getLogger(__name__)

LOOK_S = 1.0
_CLOSE_S = 1.0


@runtime_checkable
class KnowsKeys(Protocol):
    """A listener that can also be asked."""

    def held(self) -> frozenset[str] | None:
        """Return the keys that are down now, None where that cannot be known."""


class HotkeyWatcher:
    """Turns the keys of a listener into actions; ``emit`` is called on its own thread.

    ``hands`` is told of all other keys. ``act`` takes the place of ``emit`` for who wants to know
    the hotkey as well. Raises BindingInvalid when made from settings whose main hotkey cannot be
    parsed.
    """

    def __init__(
        self,
        listener: HotkeyListener,
        settings: HotkeySettings,
        emit: Callable[[HotkeyAction, float], None] = lambda _action, _at_s: None,
        *,
        act: Callable[[gesture.Action], None] | None = None,
        hands: Hands | None = None,
    ) -> None:
        self._listener = listener
        self._act = act or (lambda action: emit(action.kind, action.at_s))
        made, self._problems = rules.read(settings)
        self._state = gesture.Gesture(made)
        self._hands = hands or Hands()
        bound = (key for each in made.hotkeys for key in each.binding.keys)
        self._own = keynames.MODIFIERS | frozenset(bound)
        self._events: queue.SimpleQueue[gesture.KeyEvent | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="dictate-hotkey", daemon=True)
        self._closed = False

    @property
    def problems(self) -> tuple[BindingInvalid, ...]:
        """Why some of the hotkeys were left out."""
        return self._problems

    @property
    def owes_stop(self) -> bool:
        """Whether a hotkey is held that a take lasts as long as."""
        return self._state.press is not None and self._state.press.owes_stop

    def start(self) -> None:
        """Begin to listen. Raises HotkeyUnavailable."""
        self._listener.start(self._on_key)
        self._hands.watch(self._asked() is not None)
        self._thread.start()
        names = [binding.describe(bound.binding) for bound in self._state.rules.hotkeys]
        log.info("listening for %s", ", ".join(names))

    def set_recording(self, recording: bool, busy: bool = False) -> None:
        """Tell whether the session records now, or has anything to cancel. Any thread."""
        self._events.put(gesture.RecordingChanged(recording, time.monotonic(), busy))

    def close(self) -> None:
        """Stop listening; a hold under way ends without an action. Any number of times."""
        if self._closed:
            return
        self._closed = True
        self._hands.watch(False)
        self._listener.close()
        self._events.put(None)
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join(_CLOSE_S)

    def _on_key(self, key: str, is_down: bool, at_s: float) -> None:
        if is_down and key not in self._own:
            self._hands.move(at_s)
        self._events.put(gesture.KeyDown(key, at_s) if is_down else gesture.KeyUp(key, at_s))

    def _run(self) -> None:
        wake_at_s: float | None = None
        while True:
            event = self._next(wake_at_s)
            if event is None:
                return
            if isinstance(event, gesture.KeyDown) and gesture.doubts(
                self._state, event.key, event.at_s, LOOK_S
            ):
                self._look(event.at_s)
            self._state, actions, wake_at_s = gesture.step(self._state, event)
            self._do(actions)

    def _do(self, actions: Sequence[gesture.Action]) -> None:
        for action in actions:
            try:
                self._act(action)
            except Exception as error:  # noqa: BLE001  # top of a thread: the next key counts too
                log.error("what a hotkey asks for failed: %s", type(error).__name__)

    def _next(self, wake_at_s: float | None) -> gesture.KeyEvent | None:
        if wake_at_s is not None:
            wait_s: float | None = max(0.0, wake_at_s - time.monotonic())
        elif self._state.press is not None and isinstance(self._listener, KnowsKeys):
            wait_s = LOOK_S
        else:
            wait_s = None
        try:
            return self._events.get(timeout=wait_s)
        except queue.Empty:
            pass
        now_s = time.monotonic()
        down = None if wake_at_s is not None else self._asked()
        return gesture.Tick(now_s) if down is None else gesture.KeysDown(down, now_s)

    def _asked(self) -> frozenset[str] | None:
        try:
            return self._listener.held() if isinstance(self._listener, KnowsKeys) else None
        except Exception as error:  # noqa: BLE001  # a library's surprise must not end the thread
            log.error("which keys are down is not told: %s", type(error).__name__)
            return None

    def _look(self, at_s: float) -> None:
        """Forget the keys that are not down any more."""
        down = self._asked()
        if down is None:
            return
        self._state, actions, _ = gesture.step(self._state, gesture.KeysDown(down, at_s))
        self._do(actions)
