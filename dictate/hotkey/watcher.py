"""Drives the gesture: keys and time go in, actions come out.

The listener's thread only puts events on a queue; the thread ``dictate-hotkey`` takes them out,
asks the pure ``gesture.step`` and hands the actions on. It sleeps until the next event or the time
the gesture wants to be woken. No key but the binding is ever logged.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable

from dictate.errors import BindingInvalid
from dictate.hotkey import binding, gesture
from dictate.hotkey.gesture import HotkeyAction
from dictate.ports import HotkeyListener
from dictate.settings.schema import HotkeySettings

__all__ = ["HotkeyAction", "HotkeyWatcher", "rules"]

log = logging.getLogger(__name__)

_CLOSE_S = 1.0


def rules(settings: HotkeySettings) -> gesture.Rules:
    """Return what keys mean under these settings. Raises BindingInvalid."""
    hotkey = binding.parse(settings.binding)
    cancel = binding.parse(settings.cancel)
    if hotkey == cancel:
        raise BindingInvalid(
            f"The hotkey and the cancel key are the same ({binding.describe(hotkey)}).",
            "Choose another key for [hotkey] cancel.",
        )
    return gesture.Rules(hotkey, cancel, settings.mode)


class HotkeyWatcher:
    """Turns the keys of a listener into actions; ``emit`` is called on its own thread.

    Raises BindingInvalid when made from settings that cannot be parsed.
    """

    def __init__(
        self,
        listener: HotkeyListener,
        settings: HotkeySettings,
        emit: Callable[[HotkeyAction, float], None],
    ) -> None:
        self._listener = listener
        self._emit = emit
        self._state = gesture.Gesture(rules(settings))
        self._events: queue.SimpleQueue[gesture.KeyEvent | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="dictate-hotkey", daemon=True)
        self._closed = False

    def start(self) -> None:
        """Begin to listen. Raises HotkeyUnavailable."""
        self._listener.start(self._on_key)
        self._thread.start()
        log.info("listening for %s", binding.describe(self._state.rules.binding))

    def set_recording(self, recording: bool) -> None:
        """Tell whether the session records now, so that the cancel key counts. Any thread."""
        self._events.put(gesture.RecordingChanged(recording, time.monotonic()))

    def close(self) -> None:
        """Stop listening; a hold under way ends without an action. Any number of times."""
        if self._closed:
            return
        self._closed = True
        self._listener.close()
        self._events.put(None)
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join(_CLOSE_S)

    def _on_key(self, key: str, is_down: bool, at_s: float) -> None:
        self._events.put(gesture.KeyDown(key, at_s) if is_down else gesture.KeyUp(key, at_s))

    def _run(self) -> None:
        wake_at_s: float | None = None
        while True:
            event = self._next(wake_at_s)
            if event is None:
                return
            self._state, actions, wake_at_s = gesture.step(self._state, event)
            for action, at_s in actions:
                self._emit(action, at_s)

    def _next(self, wake_at_s: float | None) -> gesture.KeyEvent | None:
        if wake_at_s is None:
            return self._events.get()
        try:
            return self._events.get(timeout=max(0.0, wake_at_s - time.monotonic()))
        except queue.Empty:
            return gesture.Tick(time.monotonic())
