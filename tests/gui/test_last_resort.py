"""A wish to quit that the GUI thread does not hear."""

from __future__ import annotations

import queue
import threading

import pytest

from dictate.gui import last_resort
from dictate.gui.last_resort import LastResort


def test_a_gui_thread_that_hangs_does_not_keep_the_program_alive() -> None:
    closed, ended = threading.Event(), queue.SimpleQueue[int]()
    resort = LastResort(closed.set, ended.put, limit_s=0.01)
    resort.begin()
    resort.begin()
    assert ended.get(timeout=5) == 1
    assert closed.is_set()  # the hotkey, the recording, the engine
    assert ended.empty()


def test_also_when_the_core_hangs_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(last_resort, "CLOSE_S", 0.01)
    hangs, ended = threading.Event(), queue.SimpleQueue[int]()

    def close() -> None:
        hangs.wait(20)

    LastResort(close, ended.put, limit_s=0.01).begin()
    assert ended.get(timeout=5) == 1
    hangs.set()


def test_a_program_that_quits_in_time_is_left_alone() -> None:
    ended = queue.SimpleQueue[int]()
    resort = LastResort(lambda: None, ended.put, limit_s=60)
    resort.begin()
    resort.cancel()
    assert ended.empty()
