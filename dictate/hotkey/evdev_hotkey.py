"""Hears keys on Linux below the desktop, from the kernel's input devices, where that is permitted.

Only who may read ``/dev/input`` (root, the group ``input``) can do this; then it works on every
Wayland desktop, with lone modifiers too. The kernel's events are plain records, so no library is
needed: ``struct input_event`` of ``linux/input.h``, and two questions asked by ``ioctl``.

A thread ``dictate-evdev-keys`` reads all keyboards. Every ``LOOK_S`` it looks for ones that were
plugged in, as their files appear before they may be opened. The keys of one that is pulled out are
let go. Keyboards of programs that type (ydotool, dotool) are not the user's and left out.
"""

from __future__ import annotations

import contextlib
import logging
import os
import selectors
import struct
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from dictate.errors import HotkeyUnavailable
from dictate.hotkey import event_codes

log = logging.getLogger(__name__)

FOLDER = Path("/dev/input")
LOOK_S = 2.0
_CLOSE_S = 1.0

_EVENT = struct.Struct("@llHHi")
"""Seconds, microseconds, type, code, value."""
_SYN, _KEY = 0, 1
_DROPPED = 3
_UP = 0
_A, _SPACE, _CTRL_L = 30, 57, 29
_BUTTONS = (0x112, 0x113, 0x114)
_OTHER_BUTTONS = frozenset(range(0x100, 0x160)) - set(_BUTTONS)
"""Of mice, sticks and pads; no hotkey is made of these."""
_KEY_BYTES = 96
_NAME_BYTES = 256
_PROGRAMS = ("ydotool", "dotool")
"""What the names of keyboards hold that no hand types on. Those of remappers such as keyd are the
user's: the real ones say nothing while they run."""


def _read_request(number: int, size: int) -> int:
    """Return the number of an ioctl that reads ``size`` bytes: _IOC(_IOC_READ, 'E', ...)."""
    return (2 << 30) | (size << 16) | (ord("E") << 8) | number


def is_wanted(bits: bytes, name: str, mouse: bool = False) -> bool:
    """Tell from its keys and name whether a device is a keyboard (or mouse) of the user's."""

    def has(code: int) -> bool:
        return len(bits) > code // 8 and bool(bits[code // 8] >> code % 8 & 1)

    made_up = any(word in name.lower() for word in _PROGRAMS)
    codes = (_A, _SPACE, _CTRL_L, *(_BUTTONS if mouse else ()))
    return not made_up and any(has(code) for code in codes)


def ask_kernel(device: int, mouse: bool = False) -> bool:
    """Tell whether an open device is a keyboard (or mouse) of the user's."""
    if sys.platform == "win32":
        return False
    import fcntl

    bits, name = bytearray(_KEY_BYTES), bytearray(_NAME_BYTES)
    try:
        fcntl.ioctl(device, _read_request(0x20 + _KEY, _KEY_BYTES), bits)
        fcntl.ioctl(device, _read_request(0x06, _NAME_BYTES), name)
    except OSError:
        return False
    named = bytes(name).partition(b"\0")[0].decode("utf-8", "replace")
    return is_wanted(bytes(bits), named, mouse)


@dataclass(slots=True)
class _Device:
    path: Path
    file: int
    down: set[int] = field(default_factory=set)


class EvdevHotkey:
    """A HotkeyListener."""

    def __init__(
        self,
        folder: Path = FOLDER,
        accepts: Callable[[int, bool], bool] = ask_kernel,
        *,
        mouse: bool = False,
    ) -> None:
        self._mouse = mouse
        self._folder = folder
        self._accepts = accepts
        self._devices: dict[Path, _Device] = {}
        self._rejected: set[Path] = set()
        self._selector: selectors.BaseSelector | None = None
        self._wake: tuple[int, int] | None = None
        self._thread: threading.Thread | None = None
        self._on_key: Callable[[str, bool, float], None] = lambda _key, _is_down, _at_s: None

    def start(self, on_key: Callable[[str, bool, float], None]) -> None:
        """Begin to listen. Raises HotkeyUnavailable where no keyboard may be read."""
        self._on_key = on_key
        self._selector = selectors.DefaultSelector()
        self._look()
        if not self._devices:
            self.close()
            raise HotkeyUnavailable(
                "The keyboards of this machine may not be read.",
                "Add yourself to the group input, if you want Dictate to see all keys.",
            )
        self._wake = os.pipe()
        self._selector.register(self._wake[0], selectors.EVENT_READ)
        self._thread = threading.Thread(target=self._run, name="dictate-evdev-keys", daemon=True)
        self._thread.start()

    def held(self) -> frozenset[str]:
        """Return the keys that are down now: here every release is seen. Any thread."""
        return frozenset(
            event_codes.name(code)
            for device in tuple(self._devices.values())
            for code in tuple(device.down)
        )

    def close(self) -> None:
        """Stop listening. Any number of times."""
        wake, self._wake = self._wake, None
        thread, self._thread = self._thread, None
        if wake is not None:
            os.close(wake[1])
        if thread is not None:
            thread.join(_CLOSE_S)
        if wake is not None:
            os.close(wake[0])
        for path in list(self._devices):
            self._drop(path)
        if self._selector is not None:
            self._selector.close()
            self._selector = None

    # -- the thread ------------------------------------------------------------------------------

    def _run(self) -> None:
        selector, wake = self._selector, self._wake
        assert selector is not None and wake is not None
        look_at_s = time.monotonic() + LOOK_S
        while True:
            for key, _ in selector.select(max(0.0, look_at_s - time.monotonic())):
                if key.fd == wake[0]:
                    return
                self._read(key.data)
            if time.monotonic() >= look_at_s:
                self._look()
                look_at_s = time.monotonic() + LOOK_S

    def _look(self) -> None:
        """Open what was plugged in since the last look."""
        try:
            there = {path for path in self._folder.iterdir() if path.name.startswith("event")}
        except OSError:
            there = set()
        self._rejected &= there
        for path in sorted(there - self._devices.keys() - self._rejected):
            with contextlib.suppress(OSError):  # not permitted, or not yet
                self._open(path)

    def _open(self, path: Path) -> None:
        file = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))  # Windows has none
        if not self._accepts(file, self._mouse):
            os.close(file)
            self._rejected.add(path)
            return
        device = self._devices[path] = _Device(path, file)
        assert self._selector is not None
        self._selector.register(file, selectors.EVENT_READ, device)
        log.info("a keyboard is listened to; %d by now", len(self._devices))

    def _read(self, device: _Device) -> None:
        try:
            data = os.read(device.file, _EVENT.size * 64)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._drop(device.path)
            return
        at_s = time.monotonic()
        whole = len(data) - len(data) % _EVENT.size
        for _, _, kind, code, value in _EVENT.iter_unpack(data[:whole]):
            if kind == _KEY:
                self._key(device, code, value != _UP, at_s)
            elif kind == _SYN and code == _DROPPED:  # some are lost
                self._let_go(device, at_s)

    def _key(self, device: _Device, code: int, is_down: bool, at_s: float) -> None:
        if code in _OTHER_BUTTONS:
            return
        (device.down.add if is_down else device.down.discard)(code)
        self._on_key(event_codes.name(code), is_down, at_s)

    def _let_go(self, device: _Device, at_s: float) -> None:
        for code in sorted(device.down):
            self._key(device, code, False, at_s)

    def _drop(self, path: Path) -> None:
        device = self._devices.pop(path)
        if self._selector is not None:
            with contextlib.suppress(KeyError, ValueError):
                self._selector.unregister(device.file)
        os.close(device.file)
        self._let_go(device, time.monotonic())
