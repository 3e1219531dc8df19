"""Keys from the kernel's devices; pipes stand for these here, with the records of real ones."""

from __future__ import annotations

import os
import queue
import struct
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dictate.errors import HotkeyUnavailable
from dictate.hotkey import evdev_hotkey, event_codes
from dictate.hotkey.evdev_hotkey import EvdevHotkey, is_wanted
from dictate.hotkey.rules import Errand
from dictate.hotkey.watcher import HotkeyWatcher
from dictate.keynames import NAMED
from dictate.settings.schema import HotkeySettings

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes with names")

F9, CTRL_R = 67, 97
LIMIT_S = 5.0


def record(kind: int, code: int, value: int) -> bytes:
    return struct.pack("@llHHi", 1, 2, kind, code, value)


class Plugged:
    """A keyboard: a pipe in the folder of the devices."""

    def __init__(self, folder: Path, name: str) -> None:
        self.path = folder / name
        os.mkfifo(self.path)
        self.file = os.open(self.path, os.O_RDWR | os.O_NONBLOCK)

    def send(self, *records: bytes) -> None:
        os.write(self.file, b"".join(records))

    def unplug(self) -> None:
        self.path.unlink()
        os.close(self.file)


class Heard:
    def __init__(self) -> None:
        self._keys: queue.SimpleQueue[tuple[str, bool]] = queue.SimpleQueue()

    def __call__(self, key: str, is_down: bool, at_s: float) -> None:
        assert at_s > 0
        self._keys.put((key, is_down))

    def next(self) -> tuple[str, bool]:
        return self._keys.get(timeout=LIMIT_S)


def accepting(*names: str) -> Callable[[int, bool], bool]:
    return lambda file, _mouse: Path(f"/proc/self/fd/{file}").readlink().name in names


def test_press_repeat_and_release(tmp_path: Path) -> None:
    keyboard, heard = Plugged(tmp_path, "event3"), Heard()
    listener = EvdevHotkey(tmp_path, accepting("event3"))
    listener.start(heard)
    keyboard.send(record(4, 4, 458_807), record(1, F9, 1), record(0, 0, 0), record(1, F9, 2))
    keyboard.send(record(1, F9, 0), record(1, CTRL_R, 1))
    assert [heard.next() for _ in range(4)] == [
        ("f9", True),
        ("f9", True),
        ("f9", False),
        ("ctrl_r", True),
    ]
    listener.close()
    listener.close()
    keyboard.unplug()


def test_a_key_for_the_last_text_is_heard_there_too(tmp_path: Path) -> None:
    keyboard = Plugged(tmp_path, "event3")
    asked: queue.SimpleQueue[Errand | None] = queue.SimpleQueue()
    listener = EvdevHotkey(tmp_path, accepting("event3"))
    watcher = HotkeyWatcher(
        listener, HotkeySettings("ctrl_r", undo="f9"), act=lambda a: asked.put(a.hotkey.errand)
    )
    watcher.start()
    keyboard.send(record(1, F9, 1), record(0, 0, 0), record(1, F9, 2), record(1, F9, 0))
    assert asked.get(timeout=LIMIT_S) is Errand.UNDO
    watcher.close()
    keyboard.unplug()


def test_the_keys_that_are_down_can_be_asked_for(tmp_path: Path) -> None:
    keyboard, heard = Plugged(tmp_path, "event1"), Heard()
    listener = EvdevHotkey(tmp_path, lambda _file, _mouse: True)
    listener.start(heard)
    # A left click is no hotkey; the button at the thumb can be one.
    keyboard.send(record(1, 0x110, 1), record(1, CTRL_R, 1), record(1, 0x113, 1))
    assert [heard.next(), heard.next()] == [("ctrl_r", True), ("mouse_x1", True)]
    assert listener.held() == {"ctrl_r", "mouse_x1"}
    keyboard.send(record(1, CTRL_R, 0))
    heard.next()
    assert listener.held() == {"mouse_x1"}
    listener.close()
    keyboard.unplug()


def test_what_is_no_keyboard_is_not_read(tmp_path: Path) -> None:
    mouse, keyboard, heard = Plugged(tmp_path, "event1"), Plugged(tmp_path, "event2"), Heard()
    listener = EvdevHotkey(tmp_path, accepting("event2"))
    listener.start(heard)
    mouse.send(record(1, F9, 1))
    keyboard.send(record(1, CTRL_R, 1))
    assert heard.next() == ("ctrl_r", True)
    listener.close()
    mouse.unplug()
    keyboard.unplug()


def test_a_keyboard_plugged_in_later_is_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evdev_hotkey, "LOOK_S", 0.01)
    first, heard = Plugged(tmp_path, "event1"), Heard()
    listener = EvdevHotkey(tmp_path, lambda _file, _mouse: True)
    listener.start(heard)
    second = Plugged(tmp_path, "event2")
    second.send(record(1, F9, 1))
    assert heard.next() == ("f9", True)
    listener.close()
    first.unplug()
    second.unplug()


def test_the_keys_of_a_keyboard_pulled_out_are_let_go(tmp_path: Path) -> None:
    keyboard, heard = Plugged(tmp_path, "event1"), Heard()
    os.close(keyboard.file)
    listener = EvdevHotkey(tmp_path, lambda _file, _mouse: True)
    # A pipe nobody has open for writing looks like a device that is gone.
    keyboard.file = os.open(keyboard.path, os.O_RDWR | os.O_NONBLOCK)
    listener.start(heard)
    keyboard.send(record(1, CTRL_R, 1))
    assert heard.next() == ("ctrl_r", True)
    keyboard.unplug()
    assert heard.next() == ("ctrl_r", False)
    listener.close()


def test_after_lost_events_no_key_is_held(tmp_path: Path) -> None:
    keyboard, heard = Plugged(tmp_path, "event1"), Heard()
    listener = EvdevHotkey(tmp_path, lambda _file, _mouse: True)
    listener.start(heard)
    keyboard.send(record(1, CTRL_R, 1), record(0, 3, 0))
    assert [heard.next(), heard.next()] == [("ctrl_r", True), ("ctrl_r", False)]
    listener.close()
    keyboard.unplug()


@pytest.mark.parametrize("there", [True, False])
def test_without_a_keyboard_that_may_be_read_it_is_refused(tmp_path: Path, there: bool) -> None:
    folder = tmp_path if there else tmp_path / "none"
    listener = EvdevHotkey(folder, lambda _file, _mouse: True)
    with pytest.raises(HotkeyUnavailable) as caught:
        listener.start(Heard())
    assert "group input" in caught.value.next_step
    listener.close()


def test_which_devices_are_keyboards() -> None:
    keys = bytearray(96)
    assert not is_wanted(bytes(keys), "Power Button")
    for code in (30, 57, 29):
        keys[code // 8] |= 1 << code % 8
    assert is_wanted(bytes(keys), "AT Translated Set 2 keyboard")
    assert is_wanted(bytes(keys), "keyd virtual keyboard")
    assert not is_wanted(bytes(keys), "ydotoold virtual device")
    assert not is_wanted(b"", "nothing")
    thumb = bytes(0x113 // 8) + bytes([1 << 0x113 % 8])
    assert is_wanted(thumb, "a mouse", mouse=True) and not is_wanted(thumb, "a mouse")


def test_the_kernel_is_asked_without_breaking_on_what_is_no_device(tmp_path: Path) -> None:
    file = os.open(tmp_path, os.O_RDONLY)
    assert not evdev_hotkey.ask_kernel(file)
    os.close(file)


def test_every_number_has_a_name_bindings_know() -> None:
    for name in event_codes.NAMES.values():
        assert name in NAMED or len(name) == 1, name
    assert event_codes.NAMES[F9] == "f9" and event_codes.NAMES[CTRL_R] == "ctrl_r"
    assert event_codes.name(700) == "vk_700"
