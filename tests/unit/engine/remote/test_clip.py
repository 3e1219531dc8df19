"""What is sent of a take."""

from __future__ import annotations

import io
import wave

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictate.domain import SAMPLE_RATE_HZ, Span
from dictate.engine.remote import clip
from dictate.engine.remote.clip import LONGEST_PART_SAMPLES, LONGEST_PAUSE_SAMPLES, clips

HZ = SAMPLE_RATE_HZ


@st.composite
def takes(draw: st.DrawFn) -> tuple[int, list[Span]]:
    """A length, and stretches of speech in it, some of them touching or far apart."""
    spans, at = [], 0
    for gap, length in draw(
        st.lists(st.tuples(st.integers(0, 3 * HZ), st.integers(1, 2 * HZ)), min_size=1, max_size=6)
    ):
        spans.append(Span(at + gap, at + gap + length))
        at = spans[-1].end_sample
    return at + draw(st.integers(0, HZ)), spans


@given(takes())
def test_all_speech_is_sent_once_and_times_lead_back(take: tuple[int, list[Span]]) -> None:
    total, spans = take
    samples = np.arange(total, dtype=np.float32)
    (sent,) = clips(samples, spans)
    numbers = sent.samples.astype(int)
    assert list(numbers) == sorted(set(numbers)), "in order, none twice"
    for span in spans:
        assert np.isin(np.arange(span.start_sample, span.end_sample), numbers).all()
    for at in (0, len(numbers) // 2, len(numbers) - 1):
        assert round(sent.in_take_s(at / HZ) * HZ) == numbers[at]
        assert round(sent.in_take_s((at + 1) / HZ, is_end=True) * HZ) == numbers[at] + 1


@given(takes())
def test_no_long_pause_is_sent(take: tuple[int, list[Span]]) -> None:
    total, spans = take
    (sent,) = clips(np.zeros(total, np.float32), spans)
    speech = sum(span.length_samples for span in spans)
    assert len(sent.samples) <= speech + (len(spans) - 1) * LONGEST_PAUSE_SAMPLES


def test_a_long_take_goes_in_parts() -> None:
    total = 2 * LONGEST_PART_SAMPLES + HZ
    samples = np.zeros(total, np.float32)
    parts = clips(samples, [Span(0, total)])
    assert [len(part.samples) for part in parts] == [LONGEST_PART_SAMPLES] * 2 + [HZ]
    assert parts[-1].in_take_s(0.5) == pytest.approx((2 * LONGEST_PART_SAMPLES) / HZ + 0.5)
    two = [Span(0, 200 * HZ), Span(230 * HZ, 430 * HZ)]
    assert [round(part.length_s) for part in clips(samples, two)] == [200, 200]


def test_a_wav_holds_the_samples() -> None:
    samples = np.array([0.0, 0.5, -1.0, 2.0], np.float32)
    with wave.open(io.BytesIO(clip.wav(samples))) as sound:
        assert sound.getframerate() == HZ
        assert np.frombuffer(sound.readframes(9), "<i2").tolist() == [0, 16383, -32767, 32767]
