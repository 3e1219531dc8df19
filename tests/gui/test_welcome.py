"""The first steps, with a scripted program, microphone and loudspeaker."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dictate import host
from dictate.assembly import pace
from dictate.assembly.models import Fit, Row
from dictate.domain import Notice, Phase, Samples, Severity, TakeId
from dictate.errors import AudioError, MicrophoneMissing
from dictate.events import LevelMeasured, NoticeRaised, PhaseChanged
from dictate.gui import first_start
from dictate.gui.facts import Facts
from dictate.gui.welcome_desk import WelcomeDesk
from dictate.gui.welcome_microphone import Senses
from dictate.gui.welcome_offers import is_offered, offer
from dictate.gui.welcome_window import WelcomeWindow
from tests.gui.scripted_program import ScriptedProgram


class Probe:
    """A level that was asked for."""

    def __init__(self, room: Room, device: str) -> None:
        self._room, self.device = room, device
        room.listening.append(device)

    def close(self) -> None:
        if self.device in self._room.listening:
            self._room.listening.remove(self.device)


@dataclass
class Room:
    """A microphone and a loudspeaker."""

    loudness: float = 0.3
    failure: AudioError | None = None
    listening: list[str] = field(default_factory=list)
    played: list[int] = field(default_factory=list)
    tell: list[Callable[[LevelMeasured], None]] = field(default_factory=list)

    def senses(self) -> Senses:
        return Senses(
            lambda: ("Desk microphone", "Headset"),
            self._listen,
            self._record,
            lambda samples: self.played.append(len(samples)),
            lambda: 50.0,
        )

    def _listen(
        self,
        device: str,
        tell: Callable[[LevelMeasured], None],
        fail: Callable[[AudioError], None],
    ) -> Probe:
        if self.failure is not None:
            fail(self.failure)
        self.tell.append(tell)
        return Probe(self, device)

    def _record(
        self,
        device: str,
        seconds: float,
        tell: Callable[[LevelMeasured], None],
        stop: threading.Event,
    ) -> Samples:
        assert not self.listening  # one stream at a time
        if self.failure is not None:
            raise self.failure
        return np.full(round(seconds * 16_000), self.loudness, np.float32)


@pytest.fixture
def room() -> Room:
    return Room()


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ScriptedProgram:
    monkeypatch.setenv("DICTATE_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    return ScriptedProgram(lambda _event: None)


@pytest.fixture
def desk(qtbot: QtBot, program: ScriptedProgram, room: Room) -> Iterator[WelcomeDesk]:
    def facts() -> Facts:
        return Facts(
            settings=program.settings, hotkey="Right Ctrl", hotkey_problem=program.hotkey_problem
        )

    desk = WelcomeDesk(program, facts, room.senses())
    desk.open()
    yield desk
    program.downloads.close()
    desk.close()


def window(desk: WelcomeDesk) -> WelcomeWindow:
    assert desk.window is not None
    return desk.window


def go_on(desk: WelcomeDesk, pages: int) -> WelcomeWindow:
    for _ in range(pages):
        QTest.mouseClick(window(desk).next, Qt.MouseButton.LeftButton)
    return window(desk)


def test_the_microphone_is_heard_at_once_and_its_level_shown(
    qtbot: QtBot, desk: WelcomeDesk, room: Room
) -> None:
    assert room.listening == ["default"]
    room.tell[0](LevelMeasured(-20.0, -10.0, speech=True))
    qtbot.waitUntil(lambda: window(desk).microphone.meter.share > 0)


def test_another_microphone_is_taken_and_heard(
    qtbot: QtBot, desk: WelcomeDesk, room: Room, program: ScriptedProgram
) -> None:
    box = window(desk).microphone.box
    qtbot.waitUntil(lambda: box.count() == 3)
    box.activated.emit(2)
    qtbot.waitUntil(lambda: room.listening == ["Headset"])
    assert program.settings.audio.device == "Headset"


def test_two_seconds_are_played_back(qtbot: QtBot, desk: WelcomeDesk, room: Room) -> None:
    page = window(desk).microphone
    page.button.click()
    qtbot.waitUntil(lambda: room.played == [32_000] and page.button.isEnabled())
    assert page.problem.isHidden()
    assert room.listening == ["default"]  # the level goes on


def test_silence_is_told_with_what_to_do(qtbot: QtBot, desk: WelcomeDesk, room: Room) -> None:
    room.loudness = 0.0001
    window(desk).microphone.button.click()
    page = window(desk).microphone
    qtbot.waitUntil(lambda: "all but silent" in page.problem.text())
    assert page.button.isEnabled() and not page.said.text()  # there is nothing to be played
    assert not room.played
    room.loudness = 0.1  # turned up, and tried again
    page.button.click()
    assert page.problem.isHidden()
    qtbot.waitUntil(lambda: room.played == [32_000])


def test_a_microphone_that_is_not_there_is_told_on_the_page(
    qtbot: QtBot, desk: WelcomeDesk, room: Room
) -> None:
    room.failure = MicrophoneMissing("No microphone was found.", "Plug one in.")
    page = window(desk).microphone
    page.button.click()
    qtbot.waitUntil(lambda: "Plug one in." in page.problem.text())
    assert page.problem.isVisible() and page.button.isEnabled()


def test_the_microphone_is_let_go_on_the_next_page(desk: WelcomeDesk, room: Room) -> None:
    go_on(desk, 1)
    assert room.listening == []


def test_the_hotkey_is_seen_going_down_and_coming_up_and_nothing_is_written(
    desk: WelcomeDesk, program: ScriptedProgram
) -> None:
    page = go_on(desk, 1).hotkey
    assert "Right Ctrl" in page.words.text()
    desk.on_event(PhaseChanged(Phase.RECORDING, TakeId(1)))
    assert "✓" in page.pressed.text() and "✓" not in page.released.text()
    desk.on_event(PhaseChanged(Phase.FINISHING, TakeId(1)))
    assert "✓" in page.released.text() and page.said.text() == "The hotkey works."
    assert program.calls == ["cancel"]


def test_a_hotkey_that_cannot_be_heard_is_told(desk: WelcomeDesk, program: ScriptedProgram) -> None:
    program.hotkey_problem = Notice(Severity.ERROR, "Keys cannot be seen.", "Allow it there.")
    page = go_on(desk, 1).hotkey
    assert page.problem.text() == "Keys cannot be seen. Allow it there."


def test_models_are_offered_with_size_and_speed(qtbot: QtBot, desk: WelcomeDesk) -> None:
    page = go_on(desk, 2).model
    qtbot.waitUntil(lambda: bool(page.offers))
    assert page.offers[0].name == "builtin" and page.offers[0].is_here
    base = next(found for found in page.offers if found.name == "base")
    assert "148 MB" in base.words and "0.5 s" in base.words
    assert page.chosen is not None and page.chosen.name == "base"
    assert "Download" in page.get.text()
    page.list.setCurrentRow(0)
    assert "Use" in page.get.text()


def test_staying_with_the_demonstration_is_a_choice(
    qtbot: QtBot, desk: WelcomeDesk, program: ScriptedProgram
) -> None:
    page = go_on(desk, 2).model
    qtbot.waitUntil(lambda: bool(page.offers))
    page.list.setCurrentRow(0)
    page.get.click()
    qtbot.waitUntil(lambda: program.calls == ["use builtin"])


def test_a_download_that_fails_says_what_to_do_and_can_be_tried_again(
    qtbot: QtBot, desk: WelcomeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")  # nobody there
    monkeypatch.setattr("dictate.engine.download.RETRY_WAITS_S", ())
    page = go_on(desk, 2).model
    qtbot.waitUntil(lambda: bool(page.offers))
    page.get.click()
    qtbot.waitUntil(page.problem.isVisible, timeout=20_000)
    assert page.get.isEnabled() and page.bar.isHidden()


def test_an_import_that_fails_says_what_to_do(
    qtbot: QtBot, desk: WelcomeDesk, tmp_path: Path
) -> None:
    page = go_on(desk, 2).model
    desk.bring(tmp_path)
    qtbot.waitUntil(lambda: "holds no Whisper model" in page.problem.text())


def test_a_failed_take_is_told_on_the_last_page(desk: WelcomeDesk) -> None:
    page = go_on(desk, 3).sentence
    assert "hold Right Ctrl" in page.words.text()
    desk.on_event(NoticeRaised(Notice(Severity.ERROR, "It broke.", "Mend it.")))
    assert page.problem.text() == "It broke. Mend it."


def test_done_and_skip_close_the_window(desk: WelcomeDesk, room: Room) -> None:
    window(desk).skip.click()
    assert not window(desk).isVisible() and room.listening == []
    desk.open()  # and it can be repeated
    go_on(desk, 4)
    assert not window(desk).isVisible()


def test_escape_skips_but_never_while_it_takes_back_a_recording(
    qtbot: QtBot, desk: WelcomeDesk
) -> None:
    window = go_on(desk, 3)
    for phase in (Phase.OPENING, Phase.RECORDING):
        desk.on_event(PhaseChanged(phase, TakeId(1)))
    QTest.keyClick(window.sentence.field, Qt.Key.Key_Escape)
    desk.on_event(PhaseChanged(Phase.IDLE, None))
    QTest.keyClick(window.sentence.field, Qt.Key.Key_Escape)  # the window hears it later
    assert window.isVisible()
    qtbot.waitUntil(lambda: not window.is_dictating)
    QTest.keyClick(window.sentence.field, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_only_models_that_can_be_used_here_are_offered() -> None:
    base = Row("base", 148, fit=Fit.FITS, accuracy=2, parameters_m=74)
    assert is_offered(base)
    assert not is_offered(replace(base, fit=Fit.TOO_LARGE))
    assert not is_offered(replace(base, obstacle="Install it"))
    assert not is_offered(replace(base, name="medium"))
    assert is_offered(replace(base, name="mine", is_here=True))
    other = replace(base, is_whisper=False, speed=4)
    assert "fast" in offer(other, 50.0, is_used=False).words
    assert "in use" in offer(base, 50.0, is_used=True).words


def test_a_machine_of_twice_the_speed_waits_half_as_long() -> None:
    assert pace.wait_s(74, 100.0) == pytest.approx(pace.wait_s(74, 50.0) / 2)
    assert pace.wait_s(0, 50.0) == 0.0 and pace.wait_s(74, 0.0) == 0.0
    assert pace.gigaflops() > 0


def test_the_first_steps_come_by_themselves_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(host, "state_folder", lambda: tmp_path / "state")
    monkeypatch.setattr(host, "default_settings_path", lambda: tmp_path / "settings.toml")
    usual = tmp_path / "settings.toml"
    assert first_start.is_due(usual)
    assert not first_start.is_due(tmp_path / "named.toml")
    usual.touch()
    assert not first_start.is_due(usual)
    usual.unlink()
    first_start.note()
    assert not first_start.is_due(usual)
