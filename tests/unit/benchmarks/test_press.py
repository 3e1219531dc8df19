"""The press with a simulated microphone: what is missed is what the program misses."""

from __future__ import annotations

import threading

import pytest

from benchmarks.press import NumberedMicrophone, measure
from dictate.errors import AudioError
from dictate.ports import AudioSource

pytestmark = pytest.mark.slow

DELAY_S = 0.08


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
    assert pressed.presses == 3
    assert 0 <= pressed.missed_median_ms <= pressed.missed_worst_ms < 1000 * DELAY_S
    assert pressed.first_frame_median_ms >= 17  # a frame of 32 ms, of which one block may be older


def test_what_a_slow_microphone_misses_is_seen() -> None:
    pressed = measure(3, microphone=SlowMicrophone())
    assert pressed.missed_median_ms >= 1000 * DELAY_S - 16  # less what its first block holds


def test_a_stream_that_is_opened_again_is_no_open_stream() -> None:
    with pytest.raises(AudioError, match="not kept open"):
        measure(1, microphone=ForgetfulMicrophone())
