"""The history window on a real database: search, correct, suggestions, delete, export, insert."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from dictate.assembly.past import Past
from dictate.domain import Phase, Samples, TakeId, Timings
from dictate.errors import AudioError
from dictate.events import PhaseChanged
from dictate.gui.history_desk import HistoryDesk
from dictate.gui.history_export_dialog import HistoryExportDialog
from dictate.gui.history_window import HistoryWindow
from dictate.gui.qt_clipboard import QtClipboard
from dictate.gui.replay import Replay
from dictate.gui.waveform import outline
from dictate.store.growing_file import as_pcm, header
from dictate.store.history import History, private_folder
from dictate.store.history_entry import Entry
from tests.gui.scripted_program import ScriptedProgram

TEXTS = ("I use pie torch.", "The quick fox.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = private_folder(tmp_path / "history")
    samples = np.sin(np.arange(8000, dtype=np.float32) / 9)
    with closing(History(place)) as history:
        sound = private_folder(history.sounds) / "1.wav"
        sound.write_bytes(header(len(samples)) + as_pcm(samples))
        for number, text in enumerate(TEXTS, start=1):
            times = Timings(release_to_text_ms=321.4)
            entry = Entry(text, number, raw_text=text.lower(), model="base", timings=times)
            history.add(replace(entry, sound="1.wav") if number == 1 else entry)
    return place


@pytest.fixture
def desk(qtbot: QtBot, folder: Path) -> Iterator[HistoryDesk]:
    clipboard = QtClipboard()
    made = HistoryDesk(ScriptedProgram(lambda _: None), clipboard, past=Past(lambda: folder))
    made.open()
    qtbot.waitUntil(lambda: window_of(made).list.count() == 2)
    yield made
    made.close()
    clipboard.close()


def window_of(desk: HistoryDesk) -> HistoryWindow:
    assert desk.window is not None
    return desk.window


def test_the_newest_is_shown_first_with_what_was_heard(desk: HistoryDesk) -> None:
    window = window_of(desk)
    assert window.text.toPlainText() == TEXTS[1]
    assert TEXTS[1].lower() in window.heard.text()
    assert "321 ms" in window.facts.text()
    assert not window.save.isEnabled()


def test_search_as_one_types(desk: HistoryDesk, qtbot: QtBot) -> None:
    window = window_of(desk)
    window.search.setFocus()
    QTest.keyClicks(window.search, "torc")
    qtbot.waitUntil(lambda: window.list.count() == 1)
    assert window.text.toPlainText() == TEXTS[0]
    QTest.keyClicks(window.search, "zzz")
    qtbot.waitUntil(lambda: window.list.count() == 0)
    assert "No text" in window.empty.text()
    assert not window.copy.isEnabled()
    window.search.clear()
    qtbot.waitUntil(lambda: window.list.count() == 2)


def test_copy(desk: HistoryDesk) -> None:
    window_of(desk).copy.click()
    assert QApplication.clipboard().text() == TEXTS[1]


def test_a_correction_is_saved_and_its_suggestion_taken(desk: HistoryDesk, qtbot: QtBot) -> None:
    window = window_of(desk)
    window.list.setCurrentRow(1)
    window.text.setPlainText("I use PyTorch.")
    assert window.save.isEnabled()
    window.save.click()
    qtbot.waitUntil(window.offer.isVisible)
    assert "PyTorch" in window.offered.text()
    qtbot.waitUntil(lambda: "67%" in window.facts.text())
    window.accept.click()
    qtbot.waitUntil(window.offer.isHidden)


def correct_the_older(desk: HistoryDesk, qtbot: QtBot) -> HistoryWindow:
    """Correct the older text, so that something is suggested."""
    window = window_of(desk)
    window.list.setCurrentRow(1)
    window.text.setPlainText("I use PyTorch.")
    window.save.click()
    qtbot.waitUntil(window.offer.isVisible)
    return window


def test_a_suggestion_that_is_refused_is_not_made_again(desk: HistoryDesk, qtbot: QtBot) -> None:
    window = correct_the_older(desk, qtbot)
    window.refuse.click()
    qtbot.waitUntil(window.offer.isHidden)
    window.list.setCurrentRow(0)
    window.text.setPlainText("The quick brown fox.")
    window.save.click()
    qtbot.waitUntil(lambda: "brown" in window.list.item(0).text())
    assert window.offer.isHidden()


def test_a_suggestion_goes_with_the_text_it_comes_from(desk: HistoryDesk, qtbot: QtBot) -> None:
    window = correct_the_older(desk, qtbot)
    window.list.setCurrentRow(1)
    window.delete.click()
    qtbot.waitUntil(window.offer.isHidden)


def test_the_kind_that_is_chosen_gives_a_file_its_ending(desk: HistoryDesk) -> None:
    window = window_of(desk)
    window.export.click()
    (dialog,) = window.findChildren(HistoryExportDialog)
    assert dialog.defaultSuffix() == "txt"
    dialog.filterSelected.emit("SubRip (*.srt)")
    assert dialog.defaultSuffix() == "srt"
    dialog.close()


def test_the_file_that_is_chosen_is_written(
    desk: HistoryDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    window = window_of(desk)
    window.export.click()
    (dialog,) = window.findChildren(HistoryExportDialog)
    dialog.selectNameFilter("JSON (*.json)")
    dialog.filterSelected.emit("JSON (*.json)")
    dialog.setDirectory(str(tmp_path))
    dialog.selectFile(str(tmp_path / "mine"))
    dialog.accept()
    qtbot.waitUntil((tmp_path / "mine.json").exists)


def test_rows_are_as_high_as_their_two_lines(desk: HistoryDesk) -> None:
    window = window_of(desk)
    _, words = window.list.item(0).text().split("\n")
    assert words == TEXTS[1]
    height = window.list.visualItemRect(window.list.item(0)).height()
    assert height > 2 * window.list.fontMetrics().height()
    assert not window.grab().isNull()


def test_a_correction_being_written_survives_a_new_take(desk: HistoryDesk, qtbot: QtBot) -> None:
    window = window_of(desk)
    window.text.setPlainText("The quick brown")
    with closing(History(desk._past.folder())) as history:
        history.add(Entry("Another one.", 9.0))
    desk.refresh()
    qtbot.waitUntil(lambda: window.list.count() == 3)
    assert window.text.toPlainText() == "The quick brown"
    assert window.save.isEnabled()


def test_the_sound_is_drawn_where_there_is_one(desk: HistoryDesk, qtbot: QtBot) -> None:
    window = window_of(desk)
    assert window.play.isHidden()
    window.list.setCurrentRow(1)
    qtbot.waitUntil(window.play.isVisible)
    assert max(window.waveform.points) == 1.0
    window.grab()


def test_another_model_hears_it_again(desk: HistoryDesk, qtbot: QtBot) -> None:
    window = window_of(desk)
    window.list.setCurrentRow(1)
    qtbot.waitUntil(window.again.isVisible)
    window.models.setCurrentText("builtin")
    window.again.click()
    qtbot.waitUntil(lambda: window.text.toPlainText() == "builtin: 8000 samples")
    assert window.save.isEnabled()


def test_sound_that_is_gone_is_told(desk: HistoryDesk, folder: Path, qtbot: QtBot) -> None:
    window = window_of(desk)
    (folder / "sounds" / "1.wav").unlink()
    window.list.setCurrentRow(1)
    qtbot.waitUntil(lambda: "gone" in window.said.text())
    assert window.play.isHidden()


def test_delete_one_and_all_asks(desk: HistoryDesk, qtbot: QtBot) -> None:
    window = window_of(desk)
    window.delete.click()
    qtbot.waitUntil(lambda: window.list.count() == 1)
    answers = [False, True]
    desk.is_sure = lambda *_: answers.pop(0)
    window.clear.click()
    assert window.list.count() == 1
    window.clear.click()
    qtbot.waitUntil(lambda: window.list.count() == 0)


def test_export_by_the_ending(desk: HistoryDesk, qtbot: QtBot, tmp_path: Path) -> None:
    window = window_of(desk)
    window.export_wanted.emit(str(tmp_path / "out.json"))
    qtbot.waitUntil(lambda: "out.json" in window.said.text())
    assert (tmp_path / "out.json").read_text("utf-8").startswith("[")
    window.export_wanted.emit(str(tmp_path / "no" / "out.txt"))
    qtbot.waitUntil(lambda: "cannot be written" in window.said.text())


def test_insert_again_hides_the_window_first(desk: HistoryDesk, qtbot: QtBot) -> None:
    window = window_of(desk)
    window.insert.click()
    assert window.isHidden()
    program = desk._program
    assert isinstance(program, ScriptedProgram)
    qtbot.waitUntil(lambda: f"insert {TEXTS[1]}" in program.calls)


def test_everything_can_be_reached_and_has_a_name(desk: HistoryDesk) -> None:
    window = window_of(desk)
    for button in window.findChildren(QAbstractButton):
        if button.parent() is not window.search:
            assert button.accessibleName() or button.text()
    for widget in (window.search, window.list, window.text):
        assert widget.accessibleName()


def test_the_outline_of_nothing_and_of_silence() -> None:
    assert outline(np.zeros(0, np.float32)) == ()
    assert set(outline(np.zeros(100, np.float32), 10)) == {0.0}


@pytest.fixture
def playing(qtbot: QtBot, folder: Path) -> Iterator[HistoryDesk]:
    """A desk whose first recording is heard; it never ends by itself."""

    def play(_samples: Samples, stop: threading.Event) -> None:
        stop.wait()

    clipboard = QtClipboard()
    past = Past(lambda: folder)
    made = HistoryDesk(ScriptedProgram(lambda _: None), clipboard, past=past, play=play)
    made.open()
    window = window_of(made)
    qtbot.waitUntil(lambda: window.list.count() == 2)
    window.list.setCurrentRow(1)
    qtbot.waitUntil(window.play.isVisible)
    QTest.mouseClick(window.play, Qt.MouseButton.LeftButton)
    assert window.play.text() == "Sto&p"
    yield made
    made.close()
    clipboard.close()


def test_what_is_played_can_be_stopped_also_from_another_line(playing: HistoryDesk) -> None:
    window = window_of(playing)
    window.list.setCurrentRow(0)  # which has no sound
    assert window.play.isVisible()
    QTest.mouseClick(window.play, Qt.MouseButton.LeftButton)
    assert window.play.text() == "&Play"
    assert not window.play.isVisible()


def test_a_new_take_and_a_closed_window_end_what_is_played(playing: HistoryDesk) -> None:
    window = window_of(playing)
    playing.on_event(PhaseChanged(Phase.OPENING, TakeId(1)))
    assert window.play.text() == "&Play"
    QTest.mouseClick(window.play, Qt.MouseButton.LeftButton)
    assert window.play.text() == "Sto&p"
    window.close()
    assert window.play.text() == "&Play"


def test_what_cannot_be_played_is_told(qtbot: QtBot) -> None:
    def play(_samples: Samples, _stop: threading.Event) -> None:
        raise AudioError("The recording could not be played.", "Look at the loudspeaker.")

    replay = Replay(play)
    told: list[str] = []
    replay.changed.connect(told.append)
    replay.start(lambda: np.zeros(16, np.float32))
    qtbot.waitUntil(lambda: not replay.is_playing)
    assert told == ["", "The recording could not be played. Look at the loudspeaker."]
    replay.close(1.0)
