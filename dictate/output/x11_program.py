"""What else an X11 window tells of itself: its title, and the program that made it."""

from __future__ import annotations

import socket
from dataclasses import replace
from typing import Any, TypeAlias

from dictate.output.window import Window

XlibObject: TypeAlias = Any
"""python-xlib has no types."""

LONGEST_TITLE = 500


def described(display: XlibObject, window: Window) -> Window:
    """Return a window with its title and program, as far as it tells them.

    Raises the errors of python-xlib.
    """
    if not window.id:
        return window
    found = display.create_resource_object("window", window.id)
    return replace(window, title=_title(display, found), programs=_programs(display, found))


def _title(display: XlibObject, window: XlibObject) -> str:
    told = window.get_full_property(display.get_atom("_NET_WM_NAME"), 0)
    text = told.value if told is not None else window.get_wm_name()
    if isinstance(text, bytes):
        text = text.decode("utf-8", "replace")
    return str(text or "")[:LONGEST_TITLE]


def _programs(display: XlibObject, window: XlibObject) -> tuple[str, ...]:
    """Return path and name of the process behind a window."""
    told = window.get_full_property(display.get_atom("_NET_WM_PID"), 0)
    if told is None or not len(told.value) or not _is_local(window):
        return ()
    import psutil

    found = []
    try:
        process = psutil.Process(int(told.value[0]))
        found.append(process.name())
        found.append(process.exe())  # may be somebody else's
    except (psutil.Error, OSError, ValueError):
        pass
    return tuple(dict.fromkeys(filter(None, found)))


def _is_local(window: XlibObject) -> bool:
    """Tell whether the number of its process is one of this machine."""
    machine = window.get_wm_client_machine()
    if isinstance(machine, bytes):
        machine = machine.decode("utf-8", "replace")
    return not machine or machine in (socket.gethostname(), "localhost")
