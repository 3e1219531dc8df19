from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from dictate.errors import ClipboardFailed
from dictate.gui.qt_clipboard import QtClipboard
from dictate.ports import Clipboard

TEXT = 'é ß ñ 你 € 🙂 "x" – tab\tand\nline'


@pytest.fixture
def pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(1)


def test_texts_cross_from_another_thread_unchanged(qtbot: QtBot, pool: ThreadPoolExecutor) -> None:
    clipboard: Clipboard = QtClipboard()

    def use() -> str | None:
        clipboard.write_text(TEXT)
        return clipboard.read_text()

    with pool:
        answer = pool.submit(use)
        qtbot.waitUntil(answer.done)
    assert answer.result() == TEXT
    assert QGuiApplication.clipboard().text() == TEXT


def test_a_clipboard_without_text_reads_none(qtbot: QtBot, pool: ThreadPoolExecutor) -> None:
    data = QMimeData()
    data.setData("image/png", b"\x89PNG")
    QGuiApplication.clipboard().setMimeData(data)
    with pool:
        answer = pool.submit(QtClipboard().read_text)
        qtbot.waitUntil(answer.done)
    assert answer.result() is None


def test_it_works_in_the_gui_thread_too(qtbot: QtBot) -> None:
    clipboard = QtClipboard()
    clipboard.write_text("direct")
    assert clipboard.read_text() == "direct"


def test_a_gui_that_hangs_costs_an_error_and_writes_nothing_later(
    qtbot: QtBot, pool: ThreadPoolExecutor
) -> None:
    clipboard, other = QtClipboard(timeout_s=0.05), QtClipboard()
    other.write_text("before")
    with pool:
        answer = pool.submit(clipboard.write_text, "too late")
        failure = answer.exception(5)  # no event loop runs here: the GUI hangs
    assert isinstance(failure, ClipboardFailed)
    assert failure.next_step
    with ThreadPoolExecutor(1) as later:
        read = later.submit(other.read_text)
        qtbot.waitUntil(read.done)
    assert read.result() == "before"


def test_closing_releases_who_waits(qtbot: QtBot, pool: ThreadPoolExecutor) -> None:
    clipboard = QtClipboard(timeout_s=30)
    waiting: Future[None]
    with pool:
        waiting = pool.submit(clipboard.write_text, "text")
        while not waiting.running():
            pass
        clipboard.close()
        assert isinstance(waiting.exception(5), ClipboardFailed)
    with pytest.raises(ClipboardFailed):
        clipboard.read_text()
