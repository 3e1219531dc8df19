"""The window that has the keyboard, and evidence that it has consumed what was sent to it.

A window that lists ``_NET_WM_PING`` among its protocols answers a ping after everything that
reached it before: Qt, GTK, Firefox, Chromium and Electron windows do. The X server's own answer
only says that the events left for the window.
"""

from __future__ import annotations

import itertools
import select
import time
from typing import Any, TypeAlias

from dictate.output.window import Window

XlibObject: TypeAlias = Any
"""python-xlib has no types."""

_MAX_DEPTH = 8


def focused_window(display: XlibObject) -> Window:
    """Return what has the keyboard: its number, and the class of it or of the window around it."""
    from Xlib import X
    from Xlib.error import XError

    window = display.get_input_focus().focus
    if window == X.NONE:
        return Window(exists=False)
    if isinstance(window, int):  # whatever is under the pointer
        return Window()
    number = int(window.id)
    try:
        for _ in range(_MAX_DEPTH):
            if isinstance(window, int) or window is None:
                break
            if names := window.get_wm_class():
                panel = _is_panel(display, window)
                return Window(tuple(names), id=int(window.id), is_panel=panel)
            window = window.query_tree().parent
    except XError:
        pass  # it closed meanwhile
    return Window(id=number)


def _is_panel(display: XlibObject, window: XlibObject) -> bool:
    kind = window.get_full_property(display.get_atom("_NET_WM_WINDOW_TYPE"), 0)
    names = ("_NET_WM_WINDOW_TYPE_DOCK", "_NET_WM_WINDOW_TYPE_DESKTOP")
    return kind is not None and any(display.get_atom(name) in kind.value for name in names)


_serials = itertools.count(0x44490001)


class Target:
    """The focused window at one moment; ``window`` is None when nothing has the keyboard."""

    def __init__(self, display: XlibObject) -> None:
        from Xlib import X

        self._display = display
        self._root = display.screen().root
        self._protocols = display.intern_atom("WM_PROTOCOLS")
        self._ping = display.intern_atom("_NET_WM_PING")
        focus = display.get_input_focus().focus
        self.exists = focus != X.NONE
        """Whether any window gets the keys."""
        self._window = (
            self._answering(focus) if self.exists and not isinstance(focus, int) else None
        )

    @property
    def answers(self) -> bool:
        """Whether the window can be asked if it has consumed its events."""
        return self._window is not None

    def wait_until_consumed(self, timeout_s: float) -> bool:
        """Ping the window and wait for its answer; tell whether it came."""
        from Xlib import X
        from Xlib.protocol import event

        if self._window is None:
            return False
        serial = next(_serials) & 0xFFFFFFFF
        # The answer goes to the root window; GTK sends it with the one mask, Qt with the other.
        self._root.change_attributes(event_mask=X.SubstructureNotifyMask | X.StructureNotifyMask)
        try:
            message = event.ClientMessage(
                window=self._window,
                client_type=self._protocols,
                data=(32, [self._ping, serial, self._window.id, 0, 0]),
            )
            self._window.send_event(message, event_mask=0)
            self._display.flush()
            return self._await(serial, time.monotonic() + timeout_s)
        finally:
            self._root.change_attributes(event_mask=0)
            self._display.flush()

    def _await(self, serial: int, end_s: float) -> bool:
        from Xlib import X

        while True:
            for _ in range(self._display.pending_events()):
                event = self._display.next_event()
                # python-xlib keeps the bit that marks an event as sent by a program.
                if event.type & 0x7F == X.ClientMessage and event.client_type == self._protocols:
                    _, data = event.data
                    if data[0] == self._ping and data[1] == serial:
                        return True
            left_s = end_s - time.monotonic()
            if left_s <= 0:
                return False
            select.select([self._display.fileno()], [], [], left_s)

    def _answering(self, window: XlibObject) -> XlibObject:
        """Return the window or the nearest around it that answers pings."""
        from Xlib.error import XError

        try:
            for _ in range(_MAX_DEPTH):
                if isinstance(window, int) or window is None or window == self._root:
                    return None
                protocols = window.get_full_property(self._protocols, 0)
                if protocols is not None and self._ping in protocols.value:
                    return window
                window = window.query_tree().parent
        except XError:
            pass  # it closed meanwhile
        return None
