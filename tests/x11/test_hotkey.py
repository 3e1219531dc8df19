"""Real keys on a real X server: pressed by xdotool, seen by the listener."""

from __future__ import annotations

import queue
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from dictate.hotkey.pynput_hotkey import PynputHotkey
from dictate.hotkey.watcher import HotkeyAction, HotkeyWatcher
from dictate.hotkey.x11_hotkey import X11Hotkey
from dictate.ports import HotkeyListener
from dictate.settings.choices import (
    HotkeyMode,
)
from dictate.settings.schema import (
    HotkeySettings,
)
from tests.desktop.screen import VirtualScreen

START, STOP = HotkeyAction.START, HotkeyAction.STOP
Emitted = queue.Queue[tuple[HotkeyAction, float]]


@contextmanager
def watching(
    listener: HotkeyListener, binding: str, mode: HotkeyMode = HotkeyMode.HOLD
) -> Iterator[tuple[HotkeyWatcher, Emitted]]:
    emitted: Emitted = queue.Queue()
    settings = HotkeySettings(binding=binding, mode=mode)
    watcher = HotkeyWatcher(listener, settings, lambda action, at_s: emitted.put((action, at_s)))
    watcher.start()
    try:
        yield watcher, emitted
    finally:
        began_s = time.monotonic()
        watcher.close()
        assert time.monotonic() - began_s < 1.0
        assert not [t for t in threading.enumerate() if t.name.startswith("dictate")]


def kinds(emitted: Emitted, *expected: HotkeyAction) -> list[float]:
    times = []
    for action in expected:
        got, at_s = emitted.get(timeout=5)
        assert got is action
        times.append(at_s)
    return times


def quiet(emitted: Emitted) -> bool:
    try:
        emitted.get(timeout=0.3)
    except queue.Empty:
        return True
    return False


@pytest.mark.parametrize("key", ["Control_R", "F9", "Pause"])
def test_press_hold_release(screen: VirtualScreen, key: str) -> None:
    binding = {"Control_R": "ctrl_r", "F9": "f9", "Pause": "pause"}[key]
    with watching(PynputHotkey(), binding) as (_, emitted):
        screen.xdotool("keydown", key)
        (began_s,) = kinds(emitted, START)
        assert quiet(emitted)
        screen.xdotool("keyup", key)
        (ended_s,) = kinds(emitted, STOP)
        assert 0.3 <= ended_s - began_s < 5
        assert quiet(emitted)


def test_auto_repeat_of_the_x_server_is_one_hold(screen: VirtualScreen) -> None:
    screen.run("xset", "r", "rate", "200", "60")
    seen: list[bool] = []
    listener = PynputHotkey()
    with watching(listener, "f9") as (_, emitted):
        spy = X11Hotkey()
        spy.start(lambda name, is_down, at_s: seen.append(is_down))
        screen.xdotool("keydown", "F9")
        kinds(emitted, START)
        end_s = time.monotonic() + 5
        while seen.count(True) < 10 and time.monotonic() < end_s:
            assert quiet(emitted)
        screen.xdotool("keyup", "F9")
        kinds(emitted, STOP)
        assert quiet(emitted)
        spy.close()
    assert seen.count(True) >= 10, "the X server did not repeat; the test proves nothing"


def test_chord_with_shifted_and_control_characters(screen: VirtualScreen) -> None:
    with watching(PynputHotkey(), "ctrl+shift+1") as (_, emitted):
        for key in ("Control_L", "Shift_L", "1"):
            screen.xdotool("keydown", key)
        kinds(emitted, START)
        assert quiet(emitted)
        for key in ("1", "Shift_L", "Control_L"):
            screen.xdotool("keyup", key)
        kinds(emitted, STOP)


def test_toggle_and_cancel(screen: VirtualScreen) -> None:
    with watching(PynputHotkey(), "ctrl+alt+d", HotkeyMode.TOGGLE) as (watcher, emitted):
        screen.xdotool("key", "ctrl+alt+d")
        kinds(emitted, HotkeyAction.TOGGLE)
        screen.xdotool("key", "Escape")
        assert quiet(emitted)
        watcher.set_recording(True)
        screen.xdotool("key", "Escape")
        kinds(emitted, HotkeyAction.CANCEL)


def test_right_ctrl_in_a_shortcut_is_taken_back(screen: VirtualScreen) -> None:
    with watching(PynputHotkey(), "ctrl_r") as (_, emitted):
        screen.xdotool("keydown", "Control_R", "key", "c", "keyup", "Control_R")
        kinds(emitted, START, HotkeyAction.CANCEL)
        assert quiet(emitted)


def test_a_key_of_the_layout_by_its_character_also_after_a_change(screen: VirtualScreen) -> None:
    with watching(PynputHotkey(), "ctrl+ä") as (_, emitted):
        screen.set_layout("de")
        screen.xdotool("keydown", "Control_L", "keydown", "adiaeresis")
        kinds(emitted, START)
        assert quiet(emitted)
        screen.xdotool("keyup", "adiaeresis", "keyup", "Control_L")
        kinds(emitted, STOP)


NO_SERVER = """
from dictate.errors import HotkeyUnavailable
from dictate.hotkey.pynput_hotkey import PynputHotkey
listener = PynputHotkey()
try:
    listener.start(lambda name, is_down, at_s: None)
except HotkeyUnavailable as error:
    print(error)
listener.close()
"""


def test_no_server_is_told(screen: VirtualScreen) -> None:
    # In a process of its own: python-xlib forgets its sockets when it cannot connect.
    command = ("env", "DISPLAY=:4711", sys.executable, "-c", NO_SERVER)
    assert "dictate toggle" in screen.run(*command)


def test_a_thumb_button_of_the_mouse_is_a_hotkey(screen: VirtualScreen) -> None:
    with watching(PynputHotkey(), "mouse_x1") as (_, emitted):
        screen.xdotool("mousedown", "8")
        kinds(emitted, START)
        assert quiet(emitted)
        screen.xdotool("mouseup", "8")
        kinds(emitted, STOP)
        screen.xdotool("click", "1", "click", "4", "click", "9")
        assert quiet(emitted)


def test_ctrl_with_a_click_is_some_other_shortcut(screen: VirtualScreen) -> None:
    with watching(PynputHotkey(), "ctrl_r") as (_, emitted):
        screen.xdotool("keydown", "Control_R", "click", "1", "keyup", "Control_R")
        kinds(emitted, START, HotkeyAction.CANCEL)
        assert quiet(emitted)


def test_a_tap_and_a_hold_of_the_same_key(screen: VirtualScreen) -> None:
    with watching(PynputHotkey(), "ctrl_r", HotkeyMode.TAP) as (watcher, emitted):
        screen.xdotool("key", "Control_R")
        kinds(emitted, START, HotkeyAction.LET_GO)
        watcher.set_recording(True)
        screen.xdotool("key", "Control_R")
        kinds(emitted, STOP)
        watcher.set_recording(False)
        assert quiet(emitted)  # no hand is as quick as xdotool
        screen.xdotool("keydown", "Control_R")
        kinds(emitted, START)
        assert quiet(emitted)  # longer than a tap
        screen.xdotool("keyup", "Control_R")
        kinds(emitted, STOP)


def test_two_taps_start(screen: VirtualScreen) -> None:
    with watching(PynputHotkey(), "alt_l", HotkeyMode.DOUBLE_TAP) as (_, emitted):
        screen.xdotool("key", "Alt_L")
        assert quiet(emitted)
        screen.xdotool("sleep", "0.3", "key", "--delay", "180", "Alt_L", "key", "Alt_L")
        kinds(emitted, HotkeyAction.TOGGLE)
        assert quiet(emitted)


def test_the_server_is_asked_which_keys_are_down(screen: VirtualScreen) -> None:
    seen: queue.Queue[tuple[str, bool]] = queue.Queue()
    listener = X11Hotkey()
    listener.start(lambda name, is_down, at_s: seen.put((name, is_down)))
    try:
        screen.xdotool("keydown", "Alt_L", "keydown", "d", "mousedown", "2")
        for _ in range(3):
            assert seen.get(timeout=5)[1]
        assert listener.held() == frozenset({"alt_l", "d", "mouse_middle"})
        screen.xdotool("keyup", "d", "mouseup", "2", "keyup", "Alt_L")
        for _ in range(3):
            assert not seen.get(timeout=5)[1]
        assert listener.held() == frozenset()
    finally:
        listener.close()
    assert listener.held() is None


class DeafToReleases:
    """What a listener hears while the screen is locked: no key that comes up."""

    def __init__(self, inner: X11Hotkey) -> None:
        self._inner = inner

    def start(self, on_key: Callable[[str, bool, float], None]) -> None:
        def pass_on(name: str, is_down: bool, at_s: float) -> None:
            if is_down:
                on_key(name, is_down, at_s)

        self._inner.start(pass_on)

    def held(self) -> frozenset[str] | None:
        return self._inner.held()

    def close(self) -> None:
        self._inner.close()


def test_a_release_that_was_never_heard_ends_the_take(screen: VirtualScreen) -> None:
    with watching(DeafToReleases(X11Hotkey()), "f9") as (_, emitted):
        screen.xdotool("keydown", "F9")
        kinds(emitted, START)
        screen.run("sleep", "1.5")  # longer than between two looks at the keys
        assert quiet(emitted)
        screen.xdotool("keyup", "F9")
        kinds(emitted, STOP)
