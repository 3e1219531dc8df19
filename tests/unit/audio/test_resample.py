"""The streaming resampler keeps pitch, length and level, whatever the block size."""

from __future__ import annotations

import numpy as np
import pytest

from dictate.audio.resample import StreamResampler
from dictate.domain import SAMPLE_RATE_HZ, Samples


def tone(rate_hz: int, seconds: float, hz: float = 440.0) -> Samples:
    t = np.arange(round(rate_hz * seconds)) / rate_hz
    return (0.5 * np.sin(2 * np.pi * hz * t)).astype(np.float32)


def stream(rate_hz: int, samples: Samples, block: int) -> Samples:
    resampler = StreamResampler(rate_hz)
    parts = [resampler.push(samples[i : i + block]) for i in range(0, len(samples), block)]
    return np.concatenate([*parts, resampler.flush()])


@pytest.mark.parametrize("rate_hz", [8_000, 16_000, 22_050, 44_100, 48_000, 96_000])
@pytest.mark.parametrize("block", [90, 441, 1024])
def test_a_tone_comes_out_as_the_same_tone(rate_hz: int, block: int) -> None:
    out = stream(rate_hz, tone(rate_hz, 0.5), block)
    want = tone(SAMPLE_RATE_HZ, 0.5)
    assert abs(len(out) - len(want)) <= 2
    middle = slice(400, 7600)  # the ends ring
    assert np.abs(out[middle] - want[middle]).max() < 0.01


def test_blocks_join_without_a_seam() -> None:
    samples = tone(44_100, 0.3)
    assert np.allclose(stream(44_100, samples, 97), stream(44_100, samples, 10_000), atol=1e-6)


def test_what_the_filter_keeps_back_is_short() -> None:
    out = StreamResampler(48_000).push(tone(48_000, 0.1))
    assert 1600 - len(out) <= 32  # 2 ms


def test_a_tone_above_half_the_new_rate_vanishes() -> None:
    out = stream(48_000, tone(48_000, 0.3, hz=11_000), 480)
    assert np.abs(out[400:-400]).max() < 0.01
