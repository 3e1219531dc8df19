"""How the program ends: once, in order, in time."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from dictate.gui.farewell import Farewell
from dictate.gui.quit_signals import QuitSignals


def logged(log: list[str], word: str) -> Callable[[], None]:
    return lambda: log.append(word)


def test_everything_is_closed_once_however_often_one_quits(qtbot: QtBot) -> None:
    log: list[str] = []
    farewell = Farewell(logged(log, "vanish"), (logged(log, "a"), logged(log, "b")))
    farewell.over.connect(logged(log, "over"))
    with qtbot.waitSignal(farewell.over):
        farewell.begin()
        farewell.begin()
    farewell.begin()
    assert farewell.wait(1)
    assert log == ["vanish", "a", "b", "over"]


def test_one_that_fails_does_not_keep_the_others_open(qtbot: QtBot) -> None:
    log: list[str] = []

    def fail() -> None:
        raise OSError("no")

    farewell = Farewell(logged(log, "vanish"), (fail, logged(log, "b")))
    with qtbot.waitSignal(farewell.over):
        farewell.begin()
    assert log == ["vanish", "b"]


def test_one_that_hangs_does_not_hold_up_the_end(qtbot: QtBot) -> None:
    release = threading.Event()
    over: list[bool] = []

    def hang() -> None:
        release.wait(30)

    farewell = Farewell(lambda: None, (hang,), limit_ms=50)
    farewell.over.connect(lambda: over.append(True))
    with qtbot.waitSignal(farewell.over, timeout=2000):
        farewell.begin()
    assert not farewell.is_complete
    release.set()
    assert farewell.wait(5)
    other = Farewell(lambda: None, ())
    with qtbot.waitSignal(other.over):  # queued behind what the first one has queued
        other.begin()
    assert over == [True]


def test_the_gui_thread_is_free_while_things_close(qtbot: QtBot) -> None:
    asked, answered = threading.Event(), threading.Event()

    def needs_the_gui() -> None:
        asked.set()
        assert answered.wait(5)

    farewell = Farewell(lambda: None, (needs_the_gui,), limit_ms=5000)
    farewell.begin()
    qtbot.waitUntil(asked.is_set)
    with qtbot.waitSignal(farewell.over):
        answered.set()
    assert farewell.is_complete


@pytest.mark.skipif(os.name == "nt", reason="os.kill ends the process on Windows")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_of_the_system_becomes_one_of_qt(qtbot: QtBot, number: signal.Signals) -> None:
    before = signal.getsignal(number)
    watch = QuitSignals()
    try:
        with qtbot.waitSignal(watch.arrived):
            os.kill(os.getpid(), number)
    finally:
        watch.close()
        watch.close()
    assert signal.getsignal(number) is before
