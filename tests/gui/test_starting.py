"""The program is loaded in a thread while the GUI thread answers."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMenu, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from dictate.gui import starting
from dictate.gui.tray import Tray


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A module that is not loaded yet."""
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "slow_core", raising=False)
    return tmp_path / "slow_core.py"


def test_events_are_handled_while_it_is_loaded(module: Path, qtbot: QtBot) -> None:
    asked = module.with_name("asked")
    # The module is loaded only after the GUI thread has done something.
    module.write_text(
        "import pathlib, threading, time\n"
        f"file, end_s = pathlib.Path({str(asked)!r}), time.monotonic() + 20\n"
        "while not file.exists() and time.monotonic() < end_s:\n"
        "    threading.Event().wait(0.005)\n"
        "answered = file.exists()\n"
    )
    QTimer.singleShot(0, asked.touch)
    starting.load("slow_core")
    assert sys.modules["slow_core"].answered


def test_what_fails_while_loading_fails_the_start(module: Path, qtbot: QtBot) -> None:
    module.write_text("raise ImportError('no such library')\n")
    with pytest.raises(ImportError, match="no such library"):
        starting.load("slow_core")


def test_the_tray_goes_on_with_the_icon_that_is_there(qtbot: QtBot) -> None:
    icon = QSystemTrayIcon()
    menu = QMenu()
    qtbot.addWidget(menu)
    tray = Tray(menu, None, icon)
    assert tray.icon is icon
    assert icon.contextMenu() is menu
    tray.vanish()
