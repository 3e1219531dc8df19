"""The watcher's thread: keys of a scripted listener in, actions out, nothing left behind."""

import logging
import queue
import threading
from collections.abc import Callable

import pytest

from dictate.errors import BindingInvalid, HotkeyUnavailable
from dictate.hands import Hands
from dictate.hotkey.watcher import HotkeyAction, HotkeyWatcher
from dictate.settings.choices import (
    HotkeyMode,
)
from dictate.settings.schema import (
    HotkeySettings,
)

Emitted = queue.Queue[tuple[HotkeyAction, float]]


class ScriptedKeys:
    """A listener whose keys are pressed by the test."""

    def __init__(self, error: Exception | None = None) -> None:
        self.on_key: Callable[[str, bool, float], None] | None = None
        self.closed = 0
        self._error = error

    def start(self, on_key: Callable[[str, bool, float], None]) -> None:
        if self._error is not None:
            raise self._error
        self.on_key = on_key

    def close(self) -> None:
        self.closed += 1

    def press(self, key: str, at_s: float) -> None:
        assert self.on_key is not None
        self.on_key(key, True, at_s)

    def release(self, key: str, at_s: float) -> None:
        assert self.on_key is not None
        self.on_key(key, False, at_s)


def watch(settings: HotkeySettings) -> tuple[HotkeyWatcher, ScriptedKeys, Emitted]:
    emitted: Emitted = queue.Queue()
    keys = ScriptedKeys()
    watcher = HotkeyWatcher(keys, settings, lambda action, at_s: emitted.put((action, at_s)))
    watcher.start()
    return watcher, keys, emitted


def test_a_hold_ends_by_the_clock_with_no_further_key() -> None:
    watcher, keys, emitted = watch(HotkeySettings(binding="f9"))
    try:
        keys.press("f9", 10.0)
        keys.release("f9", 12.0)  # long ago on the real clock, so the grace is over at once
        assert emitted.get(timeout=5) == (HotkeyAction.START, 10.0)
        assert emitted.get(timeout=5) == (HotkeyAction.STOP, 12.0)
    finally:
        watcher.close()


def test_cancel_counts_only_while_recording() -> None:
    watcher, keys, emitted = watch(HotkeySettings(binding="f9", mode=HotkeyMode.TOGGLE))
    try:
        keys.press("esc", 1.0)
        keys.release("esc", 1.1)
        keys.press("f9", 2.0)
        keys.release("f9", 2.1)
        assert emitted.get(timeout=5) == (HotkeyAction.TOGGLE, 2.0)
        watcher.set_recording(True)
        keys.press("esc", 3.0)
        assert emitted.get(timeout=5) == (HotkeyAction.CANCEL, 3.0)
    finally:
        watcher.close()


def test_close_is_idempotent_and_leaves_no_thread() -> None:
    watcher, keys, _ = watch(HotkeySettings(binding="f9"))
    watcher.close()
    watcher.close()
    assert keys.closed == 1
    assert "dictate-hotkey" not in {thread.name for thread in threading.enumerate()}


def test_a_desktop_without_keys_is_told_and_close_still_works() -> None:
    refusing = ScriptedKeys(HotkeyUnavailable("No.", "Bind it."))
    watcher = HotkeyWatcher(refusing, HotkeySettings(binding="f9"), lambda action, at_s: None)
    with pytest.raises(HotkeyUnavailable):
        watcher.start()
    watcher.close()


@pytest.mark.parametrize(
    "settings", [HotkeySettings(binding="f99"), HotkeySettings(binding="escape", cancel="esc")]
)
def test_settings_that_cannot_work_are_refused_when_made(settings: HotkeySettings) -> None:
    with pytest.raises(BindingInvalid):
        HotkeyWatcher(ScriptedKeys(), settings, lambda action, at_s: None)


def test_no_key_but_the_binding_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="dictate"):
        watcher, keys, emitted = watch(HotkeySettings(binding="f9"))
        keys.press("q", 0.5)
        keys.release("q", 0.6)
        keys.press("f9", 1.0)
        emitted.get(timeout=5)
        watcher.close()
    said = [record.getMessage() for record in caplog.records]
    assert said == ["listening for F9"]


class SeeingKeys(ScriptedKeys):
    """One that sees all, as on X11."""

    def held(self) -> frozenset[str]:
        return frozenset()


def test_hands_rest_until_a_key_that_is_no_hotkey() -> None:
    hands, keys = Hands(lambda: 1.0), SeeingKeys()
    watcher = HotkeyWatcher(keys, HotkeySettings(binding="ctrl+f9"), hands=hands)
    assert not hands.rested_since(5.0)  # nobody looks yet
    watcher.start()
    try:
        keys.press("ctrl_l", 10.0)
        keys.press("f9", 10.1)
        assert hands.rested_since(5.0)
        keys.press("enter", 12.0)
        assert not hands.rested_since(11.0)
        assert hands.rested_since(13.0)
    finally:
        watcher.close()
    assert not hands.rested_since(13.0)


class BrokenKeys(ScriptedKeys):
    """Sees which keys are down until its library throws something new."""

    def held(self) -> frozenset[str] | None:
        raise RuntimeError("a reply of another kind")


def test_what_throws_costs_one_key_press_and_not_the_hotkey() -> None:
    emitted: Emitted = queue.Queue()
    keys = BrokenKeys()

    def act(action: HotkeyAction, at_s: float) -> None:
        emitted.put((action, at_s))
        if at_s == 2.0:
            raise OSError("no thread can be started")

    watcher = HotkeyWatcher(keys, HotkeySettings(binding="f9", mode=HotkeyMode.TOGGLE), act)
    watcher.start()
    try:
        for at_s in (2.0, 4.0):
            keys.press("f9", at_s)
            keys.release("f9", at_s + 0.1)
            assert emitted.get(timeout=5) == (HotkeyAction.TOGGLE, at_s)
    finally:
        watcher.close()
