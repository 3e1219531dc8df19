"""What all windows that are opened from the menu have in common."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from dictate.assembly.files import FileQueue
from dictate.gui.files_desk import FilesDesk
from dictate.settings.schema import Settings


def test_a_window_that_fills_the_screen_does_so_when_it_is_asked_for_again(qtbot: QtBot) -> None:
    files = FileQueue(Settings)
    desk = FilesDesk(files)
    desk.open()
    assert desk.window is not None
    desk.window.showMaximized()
    qtbot.waitUntil(lambda: desk.window is not None and desk.window.isMaximized())
    desk.open()
    assert desk.window.isMaximized()
    desk.window.showMinimized()
    desk.open()
    assert desk.window.isVisible() and not desk.window.isMinimized()
    desk.close()
    files.close()
