"""Listening only for the level: told as it comes, let go at once."""

from __future__ import annotations

import queue

import numpy as np

from dictate.audio.level_probe import LevelProbe
from dictate.domain import FRAME_SAMPLES
from dictate.errors import AudioError, MicrophoneMissing
from dictate.events import LevelMeasured
from tests.fakes.capture import ScriptedInput


def test_levels_are_told_until_it_is_closed() -> None:
    microphone, told = ScriptedInput(), queue.SimpleQueue[LevelMeasured]()
    probe = LevelProbe(microphone, told.put, lambda error: None)
    source = microphone.opened.get(timeout=5)
    source.feed(np.full(FRAME_SAMPLES, 0.5, np.float32), np.zeros(FRAME_SAMPLES, np.float32))
    assert round(told.get(timeout=5).peak_dbfs) == -6
    assert told.get(timeout=5).peak_dbfs < -60
    probe.close()
    assert probe.wait(5)
    assert source.closed.is_set()
    assert microphone.closed.is_set()


def test_a_microphone_that_does_not_open_is_told() -> None:
    microphone, failed = ScriptedInput(), queue.SimpleQueue[AudioError]()
    microphone.error = MicrophoneMissing("There is none.", "Plug one in.")
    probe = LevelProbe(microphone, lambda level: None, failed.put)
    assert failed.get(timeout=5).message == "There is none."
    assert probe.wait(5)
    probe.close()


def test_a_driver_that_throws_something_new_is_told_as_well() -> None:
    microphone, failed = ScriptedInput(), queue.SimpleQueue[AudioError]()
    microphone.error = ValueError("a device of another kind")  # type: ignore[assignment]
    probe = LevelProbe(microphone, lambda level: None, failed.put)
    assert "ValueError" in failed.get(timeout=5).message
    assert probe.wait(5)
    assert microphone.closed.is_set()
