"""The press with a simulated microphone: what is missed is what the program misses."""

from __future__ import annotations

import threading

import pytest

from benchmarks.press import BLOCK_SAMPLES, NumberedMicrophone, measure
from dictate.domain import SAMPLE_RATE_HZ
from dictate.errors import AudioError
from dictate.ports import AudioSource

pytestmark = pytest.mark.slow

DELAY_S = 0.08
BLOCK_S = BLOCK_SAMPLES / SAMPLE_RATE_HZ


class SlowMicrophone(NumberedMicrophone):
    """Needs a while to be lent."""

    def open(self, instead_of: str = "") -> AudioSource:
        threading.Event().wait(DELAY_S)  # stands for a slow driver
        return super().open(instead_of)


class ForgetfulMicrophone(NumberedMicrophone):
    """Opens a new stream for each take."""

    def open(self, instead_of: str = "") -> AudioSource:
        source = super().open(instead_of)
        self._keeper.close()
        return source


def test_an_open_stream_begins_before_anything_is_missed() -> None:
    pressed = measure(3)
    assert (pressed.presses, pressed.pre_roll_ms) == (3, 0)
    assert -1000 * BLOCK_S <= pressed.begins_median_ms <= pressed.begins_latest_ms < 1000 * DELAY_S
    assert pressed.first_frame_median_ms >= 17  # a frame of 32 ms, of which one block may be older


def test_pre_roll_brings_what_was_heard_before_the_press() -> None:
    pressed = measure(3, NumberedMicrophone(pre_roll_ms=200))
    assert pressed.pre_roll_ms == 200
    assert pressed.begins_median_ms > -200 - 1000 * DELAY_S
    assert pressed.begins_latest_ms < -100
    assert pressed.begins_median_ms <= pressed.begins_latest_ms


def test_what_a_slow_microphone_misses_is_seen() -> None:
    pressed = measure(3, SlowMicrophone())
    assert pressed.begins_median_ms >= 1000 * (DELAY_S - BLOCK_S) - 1


def test_a_stream_that_is_opened_again_is_no_open_stream() -> None:
    with pytest.raises(AudioError, match="not kept open"):
        measure(1, ForgetfulMicrophone())
