"""A Qt application without a screen, and a desk with a scripted program behind it."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before Qt is imported
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl
from pytestqt.qtbot import QtBot

from dictate.assembly.past import Past
from dictate.assembly.usage import Usage
from dictate.domain import Notice
from dictate.gui.bridge import Bridge
from dictate.gui.chores import Chores
from dictate.gui.desk import Desk, Parts
from dictate.gui.facts import DeviceRow, Facts, ModelRow
from dictate.gui.menu import MenuView
from dictate.gui.notices import Tip
from dictate.gui.presence import Presence
from dictate.gui.pyside_guard import keep_singletons
from dictate.gui.qt_clipboard import QtClipboard
from dictate.gui.survey import Survey, recent_texts
from dictate.gui.tray import Tray
from dictate.gui.window import Window
from tests.gui.scripted_program import ScriptedProgram

keep_singletons()

MODELS = (
    ModelRow("base", 148, is_cached=False),
    ModelRow("large-v3", 3100, is_cached=False),
    ModelRow("builtin", 5, is_cached=True, is_demonstration=True),
)
DEVICES = (
    DeviceRow("auto"),
    DeviceRow("cpu"),
    DeviceRow("cuda", "no card"),
    DeviceRow("metal", "on macOS only"),
)


class RecordingTray(Tray):
    """A tray that remembers its notices; a platform without a screen shows none."""

    def __init__(self, view: MenuView) -> None:
        super().__init__(view.menu, view)
        self.told: list[Tip] = []

    def tell(self, tip: Tip) -> None:
        super().tell(tip)
        self.told.append(tip)

    @property
    def notices(self) -> list[Notice]:
        return [tip.notice for tip in self.told]


@dataclass
class Bench:
    """Everything a test of the desk handles."""

    program: ScriptedProgram
    bridge: Bridge
    clipboard: QtClipboard
    chores: Chores
    menu: MenuView
    tray: RecordingTray
    window: Window
    presence: Presence
    desk: Desk
    settings_path: Path
    opened: list[str]
    microphones: list[str]
    has_tray: list[bool] = field(default_factory=lambda: [True])


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path) -> Iterator[Bench]:
    root = QObject()
    bridge, clipboard, chores = Bridge(root), QtClipboard(parent=root), Chores(root)
    program = ScriptedProgram(bridge.publish)
    menu = MenuView(root)
    tray, window = RecordingTray(menu), Window(menu.menu)
    qtbot.addWidget(window)
    qtbot.addWidget(menu.menu)
    has_tray = [True]
    presence = Presence(tray, window, lambda: has_tray[0], settling_ms=0, parent=root)
    opened: list[str] = []
    microphones = ["Desk microphone", "Headset"]
    survey = Survey(
        models=lambda: MODELS,
        devices=lambda: DEVICES,
        microphones=lambda: tuple(microphones),
        usage=lambda: Usage(321.0, 4.0),
        hotkey=lambda binding: f"<{binding}>",
        recent=lambda: recent_texts(Past(lambda: tmp_path / "history")),
    )
    path = tmp_path / "config" / "settings.toml"

    def open_file(url: QUrl) -> bool:
        opened.append(url.toLocalFile() if url.isLocalFile() else url.toString())
        return True

    parts = Parts(program, clipboard, chores, survey, presence, menu, path, open_file)
    desk = Desk(parts, root)
    bridge.arrived.connect(desk.on_event)
    tray.chosen.connect(desk.perform)
    window.chosen.connect(desk.perform)
    yield Bench(
        program,
        bridge,
        clipboard,
        chores,
        menu,
        tray,
        window,
        presence,
        desk,
        path,
        opened,
        microphones,
        has_tray,
    )
    presence.vanish()
    chores.close()
    clipboard.close()
    bridge.close()


@pytest.fixture
def facts() -> Facts:
    return Facts(hotkey="Right Ctrl", models=MODELS, devices=DEVICES)
