"""The whole desktop around a scripted program: start, commands from other threads, end."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dictate.assembly.usage import Usage
from dictate.domain import Phase
from dictate.errors import SettingInvalid
from dictate.gui.desktop import Desktop
from dictate.gui.notice_card import NoticeCard
from dictate.gui.survey import Survey
from dictate.ports import Clipboard, Publish
from dictate.settings.schema import Settings
from dictate.settings.store import Loaded
from tests.gui.conftest import DEVICES, MODELS
from tests.gui.events import phase, ready
from tests.gui.scripted_program import ScriptedProgram

PROBLEM = SettingInvalid("engine.beam_size is no number.", "It must be 1 to 20.")


class Start:
    """A desktop and what happened around it."""

    def __init__(self, path: Path) -> None:
        self.log: list[str] = []
        survey = Survey(
            lambda: MODELS, lambda: DEVICES, lambda: ("Headset",), lambda: Usage(1, 1), str.upper
        )
        self.desktop = Desktop(
            Loaded(Settings(), (PROBLEM,)),
            path / "settings.toml",
            self._build,
            survey,
            lambda: self.log.append("channel closed"),
        )

    def _build(
        self, settings: Settings, publish: Publish, _clipboard: Clipboard
    ) -> ScriptedProgram:
        self.program = ScriptedProgram(publish, settings)
        return self.program


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Iterator[Start]:
    start = Start(tmp_path)
    yield start
    start.desktop.ask_to_quit()
    qtbot.waitUntil(lambda: start.desktop.farewell.is_complete)
    start.desktop.close()


def from_another_thread(work: Callable[[], None]) -> None:
    thread = threading.Thread(target=work)
    thread.start()
    thread.join(5)


def cards() -> list[str]:
    found = (w.findChild(NoticeCard) for w in QApplication.topLevelWidgets())
    return [c.message.text() for c in found if isinstance(c, NoticeCard) and c.isVisible()]


def windows() -> list[str]:
    return [w.windowTitle() for w in QApplication.topLevelWidgets() if w.isVisible()]


def test_wrong_settings_are_told_in_the_window_where_there_is_no_tray(
    start: Start, qtbot: QtBot
) -> None:
    start.desktop.open()
    qtbot.waitUntil(lambda: PROBLEM.message in cards())


def test_it_starts_the_program_and_shows_what_it_says(start: Start, qtbot: QtBot) -> None:
    start.desktop.open()
    qtbot.waitUntil(lambda: start.program.calls == ["start"])
    start.program.say(ready())
    start.program.say(phase(Phase.RECORDING))
    qtbot.waitUntil(lambda: start.desktop.facts.phase is Phase.RECORDING)
    assert start.desktop.facts.hotkey == "CTRL_R"


def test_another_start_makes_it_show_its_window(start: Start, qtbot: QtBot) -> None:
    start.desktop.open()
    from_another_thread(start.desktop.ask_to_show)
    qtbot.waitUntil(lambda: "Dictate" in windows())


def test_quitting_twice_from_another_thread_closes_once(start: Start, qtbot: QtBot) -> None:
    start.desktop.open()
    with qtbot.waitSignal(start.desktop.farewell.over):
        from_another_thread(start.desktop.ask_to_quit)
        from_another_thread(start.desktop.ask_to_quit)
    assert start.desktop.farewell.wait(1)
    assert start.program.calls.count("close") == 1
    assert start.log == ["channel closed"]
    assert windows() == []


def test_quitting_at_once_closes_what_was_starting(start: Start, qtbot: QtBot) -> None:
    start.desktop.open()
    with qtbot.waitSignal(start.desktop.farewell.over):
        start.desktop.ask_to_quit()
    assert start.program.calls in (["start", "close"], ["close"])
