"""Loudness figures against signals whose level is known."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictate.audio.level import FLOOR_DBFS, peak_dbfs, rms_dbfs
from dictate.domain import FRAME_SAMPLES, Samples


def sine(amplitude: float, offset: float = 0.0) -> Samples:
    t = np.arange(FRAME_SAMPLES)
    wave = amplitude * np.sin(2 * np.pi * 16 * t / FRAME_SAMPLES) + offset
    return wave.astype(np.float32)


def test_full_scale_sine() -> None:
    assert rms_dbfs(sine(1.0)) == pytest.approx(-3.01, abs=0.01)
    assert peak_dbfs(sine(1.0)) == pytest.approx(0.0, abs=0.01)


def test_rms_ignores_a_constant_offset_and_peak_does_not() -> None:
    assert rms_dbfs(sine(0.1, offset=0.3)) == pytest.approx(-23.01, abs=0.01)
    assert peak_dbfs(sine(0.1, offset=0.3)) == pytest.approx(20 * np.log10(0.4), abs=0.01)


@pytest.mark.parametrize("measure", [rms_dbfs, peak_dbfs])
def test_silence_and_nothing_are_at_the_floor(measure: Callable[[Samples], float]) -> None:
    assert measure(np.zeros(FRAME_SAMPLES, np.float32)) == FLOOR_DBFS
    assert measure(np.zeros(0, np.float32)) == FLOOR_DBFS


def test_not_a_number_does_not_reach_the_meter() -> None:
    assert rms_dbfs(np.full(FRAME_SAMPLES, np.nan, np.float32)) == FLOOR_DBFS


@given(st.floats(1e-4, 1.0))
def test_rms_is_never_above_peak(amplitude: float) -> None:
    frame = sine(amplitude)
    assert FLOOR_DBFS <= rms_dbfs(frame) <= peak_dbfs(frame) <= 0.001
