"""Finds out whether Qt can reach a screen, since Qt itself ends the process when it cannot."""

from __future__ import annotations

import contextlib
import ctypes
import io
import os
import sys

from dictate import host
from dictate.errors import DictateError

CURSOR_LIBRARY = "libxcb-cursor.so.0"


def require_screen() -> None:
    """Raise DictateError with the next step when no window could be opened."""
    if not host.has_display():
        raise DictateError(
            "There is no display for the tray program.",
            "Start it in a desktop session, or try `dictate demo`.",
        )
    if not sys.platform.startswith("linux") or not _needs_x11():
        return
    try:
        ctypes.CDLL(CURSOR_LIBRARY)
    except OSError as exc:
        raise DictateError(
            f"Qt's window library {CURSOR_LIBRARY} is missing.",
            "Install it: sudo apt-get install libxcb-cursor0",
        ) from exc
    _require_x11()


def _needs_x11() -> bool:
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform:
        return platform.startswith("xcb")
    return not host.is_wayland()


def _require_x11() -> None:
    from Xlib import display, error

    try:
        with contextlib.redirect_stdout(io.StringIO()):  # python-xlib prints about missing cookies
            display.Display().close()
    except (error.DisplayError, error.XauthError, OSError) as exc:
        raise DictateError(
            f"The display {os.environ.get('DISPLAY', '')} cannot be opened.",
            "Check DISPLAY and whether this user may use it (xhost, XAUTHORITY).",
        ) from exc
