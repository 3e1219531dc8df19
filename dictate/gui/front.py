"""How windows come: as large as the screen allows, to the front or without the focus."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QWidget

FRAME_PX = QSize(12, 44)
"""What a window manager may put around a window; unknown before it is shown."""


def give_size(window: QWidget, width_px: int, height_px: int) -> None:
    """Make a window as large as it is meant to be, or as the screen has room for."""
    screen = QGuiApplication.screenAt(QCursor.pos()) or window.screen()
    room = screen.availableSize() - FRAME_PX
    window.resize(QSize(width_px, height_px).boundedTo(room))


def to_front(window: QWidget) -> None:
    """Show a window and give it the keyboard: the user clicked for it."""
    window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, False)
    (window.showNormal if window.isMinimized() else window.show)()
    window.raise_()
    window.activateWindow()


def quietly(window: QWidget) -> None:
    """Show a window and leave the keyboard where it is: what is spoken is to go there."""
    window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    if not window.isVisible():
        window.show()
