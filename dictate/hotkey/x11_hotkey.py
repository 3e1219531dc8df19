"""Sees every key and mouse button on an X11 desktop through the RECORD extension.

pynput reads the keyboard map once and hands on no key codes; this listener follows changes of the
layout and tells the program's own key presses by their codes (``InjectedKeys``).

A thread ``dictate-x11-keys`` waits in the recording connection; ``close`` ends it from the second
connection, as one connection that records cannot be asked anything. A third one is asked which keys
are down, on whatever thread wants to know. When the X server goes away the
thread ends quietly: the rest of the program goes with it.
"""

from __future__ import annotations

import contextlib
import logging
import sys
import threading
import time
from collections.abc import Callable
from typing import Any, Literal, TypeAlias

from dictate import keynames, keysyms
from dictate.errors import HotkeyUnavailable
from dictate.injected import InjectedKeys

log = logging.getLogger(__name__)

XlibObject: TypeAlias = Any
"""python-xlib has no types."""

_CLOSE_S = 0.8


_KEY_DOWN, _KEY_UP, _BUTTON_DOWN, _BUTTON_UP = 2, 3, 4, 5
_BUTTONS = {
    1: "mouse_left",
    2: "mouse_middle",
    3: "mouse_right",
    **dict.fromkeys((4, 5, 6, 7), "mouse_wheel"),
    8: "mouse_x1",
    9: "mouse_x2",
}
"""Those that are no hotkeys are told all the same: Ctrl with a click is some other shortcut."""

_KNOWN_BUTTONS = 5
"""The server tells of so many whether they are down."""

_BYTE_ORDER: Literal["little", "big"] = sys.byteorder
"""python-xlib asks the server for the machine's own."""


class X11Hotkey:
    """A HotkeyListener for X11."""

    def __init__(self, injected: InjectedKeys | None = None, display: str | None = None) -> None:
        self._injected = injected if injected is not None else InjectedKeys()
        self._display_name = display
        self._record: Any = None
        self._control: Any = None
        self._asking: Any = None
        self._down: dict[int, str] = {}  # key codes, and buttons as negative numbers
        self._context = 0
        self._keymap: Keymap | None = None
        self._thread: threading.Thread | None = None
        self._enabled = threading.Event()
        self._on_key: Callable[[str, bool, float], None] | None = None

    def start(self, on_key: Callable[[str, bool, float], None]) -> None:
        """Begin to listen. Raises HotkeyUnavailable."""
        from Xlib.error import DisplayError, XError

        self._on_key = on_key
        try:
            self._open()
        except (DisplayError, XError, OSError) as exc:
            self._disconnect()
            raise HotkeyUnavailable(
                "The X server does not let the program see keys.",
                "Bind a shortcut of the desktop to `dictate toggle` instead.",
            ) from exc
        self._thread = threading.Thread(target=self._run, name="dictate-x11-keys", daemon=True)
        self._thread.start()
        if not self._enabled.wait(_CLOSE_S * 5):
            self.close()
            raise HotkeyUnavailable(
                "The X server does not answer.", "Start the program again once the desktop is up."
            )

    def close(self) -> None:
        """Stop listening. Any number of times."""
        thread, self._thread = self._thread, None
        if thread is not None:
            self._stop_recording()
            thread.join(_CLOSE_S)
            if thread.is_alive():
                log.warning("the key listener did not end in time")
        self._disconnect()

    def held(self) -> frozenset[str] | None:
        """Return which keys are down by the server's word; None when it does not answer."""
        from Xlib.error import ConnectionClosedError, XError

        asking = self._asking
        if asking is None:
            return None
        try:
            keys = asking.query_keymap()
            buttons = asking.screen().root.query_pointer().mask >> 8
        except (ConnectionClosedError, XError, OSError):
            return None
        down = dict(self._down)
        codes = {code for code in range(8, 256) if keys[code // 8] >> code % 8 & 1}
        unknown = {number for number in down if -number > _KNOWN_BUTTONS}
        pressed = {-n for n in range(1, _KNOWN_BUTTONS + 1) if buttons >> (n - 1) & 1}
        return frozenset(down[number] for number in down.keys() & (codes | pressed | unknown))

    def _open(self) -> None:
        from Xlib import X
        from Xlib.display import Display
        from Xlib.ext import record

        self._record = Display(self._display_name)
        self._control = Display(self._display_name)
        self._asking = Display(self._display_name)
        if not self._record.has_extension("RECORD"):
            raise OSError("no RECORD extension")
        self._keymap = Keymap(self._control)
        nothing = {
            "core_requests": (0, 0),
            "core_replies": (0, 0),
            "ext_requests": (0, 0, 0, 0),
            "ext_replies": (0, 0, 0, 0),
            "delivered_events": (0, 0),
            "device_events": (X.KeyPress, X.ButtonRelease),
            "errors": (0, 0),
            "client_started": False,
            "client_died": False,
        }
        self._context = self._record.record_create_context(0, [record.AllClients], [nothing])
        self._record.sync()

    def _run(self) -> None:
        from Xlib.error import ConnectionClosedError, XError

        try:
            self._record.record_enable_context(self._context, self._on_reply)
        except (ConnectionClosedError, XError, OSError) as exc:
            log.info("the key listener ended: %s", type(exc).__name__)

    def _on_reply(self, reply: XlibObject) -> None:
        from Xlib.ext import record

        if reply.category == record.StartOfData:
            self._enabled.set()
            return
        if reply.category != record.FromServer or reply.client_swapped:
            return
        at_s = time.monotonic()
        data = reply.data
        while len(data) >= 32:
            try:
                self._on_event(data[:32], at_s)
            except Exception as error:  # noqa: BLE001  # one odd key must not be the last one heard
                log.error("a key was not understood: %s", type(error).__name__)
            data = data[32:]

    def _on_event(self, event: bytes, at_s: float) -> None:
        # The fixed layout of a core key event: type, key code, ..., state at byte 28.
        kind, code = event[0] & 0x7F, event[1]
        state = int.from_bytes(event[28:30], _BYTE_ORDER)
        assert self._keymap is not None
        if kind in (_BUTTON_DOWN, _BUTTON_UP):
            self._tell(-code, _BUTTONS.get(code, ""), kind == _BUTTON_DOWN, at_s)
        elif kind in (_KEY_DOWN, _KEY_UP) and not self._injected.take(code, kind == _KEY_DOWN):
            self._tell(code, self._keymap.name(code, state), kind == _KEY_DOWN, at_s)

    def _tell(self, number: int, name: str, is_down: bool, at_s: float) -> None:
        assert self._on_key is not None
        # Let go as what it was pressed: the layout may have changed meanwhile.
        name = self._down.get(number, name) if is_down else self._down.pop(number, name)
        if not name:
            return
        if is_down:
            self._down[number] = name
        self._on_key(name, is_down, at_s)

    def _stop_recording(self) -> None:
        from Xlib.error import ConnectionClosedError, XError

        try:
            self._control.record_disable_context(self._context)
            self._control.sync()
        except (ConnectionClosedError, XError, OSError) as exc:
            log.info("the X server was gone already: %s", type(exc).__name__)

    def _disconnect(self) -> None:
        from Xlib.error import ConnectionClosedError, XError

        for display in (self._record, self._control, self._asking):
            if display is not None:
                # The other side may have closed it already.
                with contextlib.suppress(ConnectionClosedError, XError, OSError):
                    display.close()
        self._record = self._control = self._asking = None


class Keymap:
    """The names of keys by their codes, read again when the layout changes."""

    def __init__(self, display: XlibObject) -> None:
        self._display = display
        info = display.display.info
        self._first, self._count = info.min_keycode, info.max_keycode - info.min_keycode + 1
        self._keysyms: list[Any] = []
        self._read()

    def name(self, code: int, state: int) -> str:
        """Return the name of a key in the layout group that was active when it was pressed."""
        if self._changed():
            self._read()
        index = code - self._first
        if not 0 <= index < len(self._keysyms):
            return f"vk_{code}"
        return key_name(list(self._keysyms[index]), group=(state >> 13) & 3)

    def _changed(self) -> bool:
        from Xlib import X

        # Fetching what has arrived does not wait; a core client always gets MappingNotify.
        events = [self._display.next_event() for _ in range(self._display.pending_events())]
        return any(event.type == X.MappingNotify for event in events)

    def _read(self) -> None:
        self._keysyms = list(self._display.get_keyboard_mapping(self._first, self._count))


def key_name(syms: list[int], group: int) -> str:
    """Return the name of a key from its keysyms: that of its unshifted level.

    The active group decides (``ä`` on a German layout), except where it gives a letter nobody
    could have meant on another layout: then the first group does (``d`` while typing Russian).
    """
    base = syms[0] if syms else 0
    if base == 0:
        base = next((sym for sym in syms if sym), 0)
    other = syms[2] if group == 1 and len(syms) > 2 and syms[2] else base
    name = _name(other)
    if len(name) == 1 and ord(name) >= 0x250 and _name(base):
        return _name(base)
    return name


def _name(keysym: int) -> str:
    if keysym in keysyms.NAMES:
        return keysyms.NAMES[keysym]
    char = keysyms.char_of(keysym)
    return keynames.lower_char(char) if char else f"vk_{keysym}"
