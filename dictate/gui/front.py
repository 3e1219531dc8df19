"""How windows come: to the front because the user asked for one, or without the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


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
