"""The files window with the real queue, process and model behind it."""

from __future__ import annotations

import time
import wave
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dictate import host
from dictate.assembly.files import FileQueue, Row, State
from dictate.domain import Notice, Segment, Severity
from dictate.gui.file_drops import FileDrops
from dictate.gui.files_desk import FilesDesk
from dictate.gui.files_window import FilesWindow, outcome, places
from dictate.settings.schema import EngineSettings, Settings
from dictate.text.exports import Form, Written

SAMPLE = host.resource_path("samples", "meeting_en.wav")
HALF_AN_HOUR_S = 1800
HEARTBEAT_MS = 10
BLOCKED_S = 0.5
"""Ten times what is wanted: the machine that tests may be busy."""


@pytest.fixture
def files() -> Iterator[FileQueue]:
    files = FileQueue(lambda: Settings(engine=EngineSettings(model="builtin", device="cpu")))
    yield files
    files.close()


@pytest.fixture
def desk(qtbot: QtBot, files: FileQueue) -> Iterator[FilesDesk]:
    desk = FilesDesk(files)
    desk.open()
    yield desk
    desk.close()


def window(desk: FilesDesk) -> FilesWindow:
    assert desk.window is not None
    return desk.window


def drop(widget: QWidget, *paths: Path) -> bool:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(5, 5), action, content, button, none)
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(5, 5), action, content, button, none))
    return enter.isAccepted()


def half_an_hour(folder: Path) -> Path:
    with wave.open(str(SAMPLE)) as sample:
        parameters, once = sample.getparams(), sample.readframes(sample.getnframes())
    wanted = HALF_AN_HOUR_S * parameters.framerate * parameters.sampwidth
    path = folder / "long.wav"
    with wave.open(str(path), "wb") as out:
        out.setparams(parameters)
        out.writeframes((once * (wanted // len(once) + 1))[:wanted])
    return path


def test_dropped_files_become_texts_that_are_saved(
    qtbot: QtBot, desk: FilesDesk, files: FileQueue, tmp_path: Path
) -> None:
    (tmp_path / "broken.wav").write_text("no sound")
    assert drop(window(desk), SAMPLE, tmp_path / "broken.wav")
    qtbot.waitUntil(
        lambda: len(files.rows) == 2 and all(row.is_over for row in files.rows), timeout=60_000
    )
    good, broken = files.rows
    assert good.state is State.DONE and good.written is not None
    text = good.written.text
    assert text and broken.state is State.FAILED
    qtbot.waitUntil(lambda: window(desk).text.toPlainText() == text)
    window(desk).save_wanted.emit(((good, tmp_path / "a.srt"),), Form.SRT)
    qtbot.waitUntil(lambda: "a.srt" in window(desk).said.text())
    assert "-->" in (tmp_path / "a.srt").read_text("utf-8")
    window(desk).save_wanted.emit(((good, tmp_path / "no" / "a.srt"),), Form.SRT)
    qtbot.waitUntil(lambda: "Choose another place" in window(desk).said.text())


def test_files_can_be_dropped_on_another_window_and_folders_count(
    qtbot: QtBot, files: FileQueue, tmp_path: Path
) -> None:
    desk, other = FilesDesk(files), QWidget()
    qtbot.addWidget(other)
    FileDrops(other).dropped.connect(desk.take)
    for name in ("b.wav", "a.wav", ".hidden"):
        (tmp_path / name).touch()
    assert not drop(other)  # nothing is dragged
    assert drop(other, tmp_path)
    qtbot.waitUntil(lambda: [row.path.name for row in files.rows] == ["a.wav", "b.wav"])
    assert window(desk).isVisible()
    desk.close()


@pytest.mark.slow
def test_a_file_of_half_an_hour_neither_blocks_the_window_nor_a_take(
    qtbot: QtBot, desk: FilesDesk, files: FileQueue, tmp_path: Path
) -> None:
    gaps_s: list[float] = []
    last_s = [time.monotonic()]

    def beat() -> None:
        now_s = time.monotonic()
        gaps_s.append(now_s - last_s[0])
        last_s[0] = now_s

    path = half_an_hour(tmp_path)
    heart = QTimer(interval=HEARTBEAT_MS)
    heart.timeout.connect(beat)
    last_s[0] = time.monotonic()
    heart.start()
    desk.add((path,))
    qtbot.waitUntil(lambda: bool(files.rows) and files.rows[0].share > 0, timeout=60_000)
    files.hold(True)  # a take
    reader = next(p for p in psutil.Process().children() if p.nice() > 0)
    workers = [p for p in reader.children() if p.nice() > 0]  # they stand behind all else anyway
    assert workers
    qtbot.waitUntil(lambda: all(p.status() == psutil.STATUS_STOPPED for p in workers))
    beats = len(gaps_s)
    qtbot.waitUntil(lambda: len(gaps_s) > beats + 50)
    files.hold(False)
    qtbot.waitUntil(lambda: all(p.status() != psutil.STATUS_STOPPED for p in workers))
    before = files.rows[0].share
    qtbot.waitUntil(lambda: files.rows[0].share > before, timeout=60_000)
    window(desk).table.selectAll()
    window(desk).cancel.click()
    qtbot.waitUntil(lambda: files.rows[0].state is State.CANCELLED)
    heart.stop()
    assert max(gaps_s) < BLOCKED_S
    qtbot.waitUntil(lambda: not any(p.is_running() for p in workers))


def test_how_it_stands_is_said_in_words() -> None:
    row = Row(1, Path("a.wav"))
    segments = (Segment(0.0, 1.0, "Hi."),)
    assert outcome(row) == "waits"
    assert outcome(Row(1, row.path, State.WORKING)) == "in work"
    assert outcome(Row(1, row.path, State.WORKING, left_s=600.0)) == "about 10 min left"
    assert outcome(Row(1, row.path, State.DONE, written=Written("Hi.", segments))) == "done"
    assert outcome(Row(1, row.path, State.DONE, written=Written(""))) == "no speech found"
    failed = Row(1, row.path, State.FAILED, problem=Notice(Severity.ERROR, "Bad.", "Mend it."))
    assert outcome(failed) == "Bad. Mend it."


def test_why_a_file_has_no_text_stands_where_its_text_would(qtbot: QtBot) -> None:
    window = FilesWindow()
    qtbot.addWidget(window)
    assert "will be here" in window.text.placeholderText()
    problem = Notice(Severity.ERROR, "memo.wav has no sound in it.", "Choose another one.")
    window.show_rows((Row(1, Path("memo.wav"), State.FAILED, problem=problem),))
    assert window.text.placeholderText() == "memo.wav has no sound in it. Choose another one."


def test_no_text_overwrites_another(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    rows = [Row(1, Path("x/a.wav")), Row(2, Path("y/a.mp3")), Row(3, Path("b.wav"))]
    found = [place.name for _, place in places(rows, tmp_path, Form.TXT)]
    assert found == ["a (2).txt", "a (3).txt", "b.txt"]
