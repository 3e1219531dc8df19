"""Windows are as large as they are meant to be, or as the screen allows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dictate.gui import front


def test_no_window_is_larger_than_the_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    room = window.screen().availableSize()
    front.give_size(window, room.width() + 400, room.height() + 400)
    assert window.width() < room.width()
    assert window.height() < room.height()  # a title bar has room too
    front.give_size(window, 300, 200)
    assert (window.width(), window.height()) == (300, 200)
