"""A listener that can be asked: releases nobody saw end a hold and spoil no press."""

from __future__ import annotations

import queue
from collections.abc import Callable

import pytest

from dictate.hotkey import watcher as watcher_module
from dictate.hotkey.watcher import HotkeyAction, HotkeyWatcher
from dictate.settings.schema import HotkeySettings

Emitted = queue.SimpleQueue[tuple[HotkeyAction, float]]


class AskedKeys:
    """A listener whose keys are pressed by the test, and that knows which are down."""

    def __init__(self) -> None:
        self.on_key: Callable[[str, bool, float], None] = lambda _key, _is_down, _at_s: None
        self.down: frozenset[str] | None = frozenset()

    def start(self, on_key: Callable[[str, bool, float], None]) -> None:
        self.on_key = on_key

    def close(self) -> None:
        pass

    def held(self) -> frozenset[str] | None:
        return self.down


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> AskedKeys:
    monkeypatch.setattr(watcher_module, "LOOK_S", 0.02)
    return AskedKeys()


def test_a_hold_whose_release_was_missed_ends_by_itself(keys: AskedKeys) -> None:
    emitted: Emitted = queue.SimpleQueue()
    watcher = HotkeyWatcher(keys, HotkeySettings("f9"), lambda a, at_s: emitted.put((a, at_s)))
    watcher.start()
    try:
        keys.down = frozenset({"f9"})
        keys.on_key("f9", True, 1.0)
        assert emitted.get(timeout=5) == (HotkeyAction.START, 1.0)
        assert watcher.owes_stop
        keys.down = frozenset()  # the screen is locked, and the key comes up behind it
        assert emitted.get(timeout=5)[0] is HotkeyAction.STOP
        assert not watcher.owes_stop
    finally:
        watcher.close()


def test_a_listener_that_cannot_tell_leaves_the_hold_alone(keys: AskedKeys) -> None:
    emitted: Emitted = queue.SimpleQueue()
    watcher = HotkeyWatcher(keys, HotkeySettings("f9"), lambda a, at_s: emitted.put((a, at_s)))
    watcher.start()
    try:
        keys.down = None
        keys.on_key("f9", True, 1.0)
        assert emitted.get(timeout=5)[0] is HotkeyAction.START
        with pytest.raises(queue.Empty):
            emitted.get(timeout=0.1)
        keys.on_key("f9", False, 5.0)
        assert emitted.get(timeout=5) == (HotkeyAction.STOP, 5.0)
    finally:
        watcher.close()


def test_a_modifier_left_over_from_locking_the_screen_spoils_no_press(keys: AskedKeys) -> None:
    emitted: Emitted = queue.SimpleQueue()
    watcher = HotkeyWatcher(keys, HotkeySettings("ctrl_r"), lambda a, at_s: emitted.put((a, at_s)))
    watcher.start()
    try:
        keys.on_key("cmd_l", True, 1.0)  # Super+L; the releases go to the lock screen
        keys.on_key("l", True, 1.1)
        keys.down = frozenset({"ctrl_r"})
        keys.on_key("ctrl_r", True, 4.0)
        assert emitted.get(timeout=5) == (HotkeyAction.START, 4.0)
    finally:
        watcher.close()
