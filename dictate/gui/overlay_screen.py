"""What the overlay has to know of the desktop: the screen in use, and what windows can do there."""

from __future__ import annotations

import contextlib
import io
import logging

from PySide6.QtGui import QCursor, QGuiApplication

from dictate.gui.overlay_layout import Box

log = logging.getLogger(__name__)


def can_float() -> bool:
    """Tell whether a window can be put where it belongs without the focus. Not on Wayland."""
    return not QGuiApplication.platformName().startswith("wayland")


def is_composed() -> bool:
    """Tell whether the desktop draws transparent windows. On X11 that takes a compositor."""
    if QGuiApplication.platformName() != "xcb":
        return True
    from Xlib import X, display, error

    try:
        with contextlib.redirect_stdout(io.StringIO()):  # python-xlib prints about missing cookies
            connection = display.Display()
    except (error.DisplayError, error.XauthError, OSError):
        return False
    try:
        number = connection.get_default_screen()
        atom = connection.intern_atom(f"_NET_WM_CM_S{number}")
        return bool(connection.get_selection_owner(atom) != X.NONE)
    finally:
        connection.close()


def pointer() -> tuple[float, float]:
    """Return where the pointer is."""
    at = QCursor.pos()
    return at.x(), at.y()


def screen_in_use() -> Box:
    """Return the free area (without panels) of the screen with the pointer."""
    screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
    area = screen.availableGeometry()
    return Box(area.x(), area.y(), area.width(), area.height())
