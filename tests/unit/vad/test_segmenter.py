"""What the segmenter promises for every sequence of probabilities, and examples of each rule."""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictate.domain import FRAME_SAMPLES, Samples, Span
from dictate.ports import SpeechDetector
from dictate.vad.segmenter import FRAME_MS, Segmenter, SegmenterOptions, find_speech, quietest

PLAIN = SegmenterOptions(
    threshold=0.5, onset_frames=2, pre_roll_ms=2 * FRAME_MS, hang_over_ms=3 * FRAME_MS
)


def frames(first: int, end: int) -> Span:
    """Span of frames."""
    return Span(first * FRAME_SAMPLES, end * FRAME_SAMPLES)


def run(probabilities: list[float], options: SegmenterOptions = PLAIN) -> list[Span]:
    segmenter = Segmenter(options)
    spans = [segmenter.push(p) for p in probabilities]
    spans.append(segmenter.flush())
    return [span for span in spans if span]


@st.composite
def option_sets(draw: st.DrawFn) -> SegmenterOptions:
    pre_roll, onset = draw(st.integers(0, 6)), draw(st.integers(1, 4))
    return SegmenterOptions(
        threshold=draw(st.floats(0.05, 0.95)),
        onset_frames=onset,
        pre_roll_ms=pre_roll * FRAME_MS,
        hang_over_ms=draw(st.integers(0, 6)) * FRAME_MS,
        max_length_s=(pre_roll + onset + draw(st.integers(1, 30)) + 0.5) * FRAME_MS / 1000,
    )


@st.composite
def speech_like(draw: st.DrawFn) -> list[float]:
    """Stretches of loud and quiet, with noise."""
    stretches = draw(
        st.lists(st.tuples(st.floats(0, 1), st.floats(0, 0.3), st.integers(1, 40)), max_size=12)
    )
    seed = draw(st.integers(0, 2**16))
    noise = np.random.default_rng(seed)
    return [
        float(np.clip(level + noise.normal() * spread, 0, 1))
        for level, spread, count in stretches
        for _ in range(count)
    ]


@given(speech_like(), option_sets())
def test_spans_are_ordered_disjoint_inside_and_not_too_long(
    probabilities: list[float], options: SegmenterOptions
) -> None:
    spans = run(probabilities, options)
    end = 0
    for span in spans:
        assert span.start_sample >= end
        assert span.end_sample > span.start_sample
        assert span.length_samples <= options.max_frames * FRAME_SAMPLES
        assert span.start_sample % FRAME_SAMPLES == span.end_sample % FRAME_SAMPLES == 0
        end = span.end_sample
    assert end <= len(probabilities) * FRAME_SAMPLES


@given(speech_like(), option_sets())
def test_every_run_of_speech_long_enough_is_covered(
    probabilities: list[float], options: SegmenterOptions
) -> None:
    covered = np.zeros(len(probabilities), bool)
    for span in run(probabilities, options):
        covered[span.start_sample // FRAME_SAMPLES : span.end_sample // FRAME_SAMPLES] = True
    count = 0
    for index, probability in enumerate([*probabilities, 0.0]):
        if probability >= options.threshold:
            count += 1
            continue
        if count >= options.onset_frames:
            assert covered[index - count : index].all()
        count = 0


@given(speech_like(), option_sets())
def test_the_same_in_gives_the_same_out(
    probabilities: list[float], options: SegmenterOptions
) -> None:
    assert run(probabilities, options) == run(probabilities, options)


@given(speech_like(), option_sets())
def test_a_span_is_handed_out_once_it_is_closed_and_never_reaches_beyond_what_was_pushed(
    probabilities: list[float], options: SegmenterOptions
) -> None:
    segmenter = Segmenter(options)
    for pushed, probability in enumerate(probabilities, start=1):
        span = segmenter.push(probability)
        if span is not None:
            assert span.end_sample <= pushed * FRAME_SAMPLES
        assert 0 <= segmenter.silence_ms <= pushed * FRAME_MS
        assert 0 <= segmenter.speech_ms <= pushed * FRAME_MS
    was_in_speech = segmenter.in_speech
    assert (segmenter.flush() is not None) is was_in_speech
    assert segmenter.flush() is None


def test_onset_pre_roll_and_hang_over() -> None:
    quiet, loud = [0.0] * 10, [0.9] * 5
    assert run(quiet + loud + quiet) == [frames(8, 18)]


def test_one_loud_frame_is_no_speech() -> None:
    assert run([0.0] * 5 + [0.9] + [0.0] * 5) == []


def test_pre_roll_stops_at_the_beginning_of_the_take() -> None:
    assert run([0.0] + [0.9] * 5 + [0.0] * 9) == [frames(0, 9)]


def test_pre_roll_stops_at_the_span_before() -> None:
    probabilities = [0.0] * 4 + [0.9] * 4 + [0.0] * 4 + [0.9] * 4 + [0.0] * 4
    assert run(probabilities) == [frames(2, 11), frames(11, 19)]


def test_the_take_ends_in_the_middle_of_a_word() -> None:
    assert run([0.0] * 4 + [0.9] * 4) == [frames(2, 8)]


def test_a_fading_vowel_does_not_end_a_span_but_cannot_begin_one() -> None:
    fading = [0.4] * 10  # above 0.5 - 0.15, below 0.5
    assert run([0.9] * 2 + fading + [0.0] * 9) == [frames(0, 15)]
    assert run(fading) == []


def test_in_speech_and_its_measures() -> None:
    segmenter = Segmenter(PLAIN)
    for probability in (0.0, 0.0, 0.9):
        segmenter.push(probability)
    assert not segmenter.in_speech
    assert segmenter.silence_ms == 0  # it may become a word: the tail must wait for it
    segmenter.push(0.9)
    assert segmenter.in_speech
    assert segmenter.speech_ms == 2 * FRAME_MS
    for expected in (1, 2):
        segmenter.push(0.0)
        assert segmenter.silence_ms == expected * FRAME_MS
        assert segmenter.in_speech
    assert segmenter.push(0.0) == frames(0, 7)
    assert not segmenter.in_speech
    assert segmenter.speech_ms == 2 * FRAME_MS


def test_silence_counts_from_the_beginning_until_something_sounds() -> None:
    segmenter = Segmenter(PLAIN)
    for _ in range(5):
        segmenter.push(0.0)
    assert segmenter.silence_ms == 5 * FRAME_MS


def test_a_long_span_is_cut_in_its_last_pause_and_nothing_is_lost() -> None:
    options = SegmenterOptions(max_length_s=10.0)  # 312 frames
    probabilities = [0.95] * 600
    probabilities[250:256] = [0.3] * 6  # a breath: still inside the hysteresis
    probabilities[200] = 0.26  # a stop consonant: lower, but one frame only
    spans = run(probabilities, options)
    assert spans[0].start_sample == 0
    assert 250 * FRAME_SAMPLES <= spans[0].end_sample <= 256 * FRAME_SAMPLES
    assert all(a.end_sample == b.start_sample for a, b in itertools.pairwise(spans))
    assert spans[-1].end_sample == 600 * FRAME_SAMPLES


def test_each_cut_of_a_very_long_span_finds_its_pause() -> None:
    options = SegmenterOptions(max_length_s=10.0)  # 312 frames
    probabilities = [0.95] * 900
    pauses = (250, 500, 720)
    for pause in pauses:
        probabilities[pause : pause + 5] = [0.3] * 5
    ends = [span.end_sample // FRAME_SAMPLES for span in run(probabilities, options)]
    assert all(0 <= end - pause <= 5 for end, pause in zip(ends, (*pauses, 900), strict=True))


def test_the_cut_is_never_at_the_very_beginning() -> None:
    assert quietest([0.0] + [0.9] * 9, 100) >= 5


@pytest.mark.parametrize(
    "wrong",
    [
        {"onset_frames": 0},
        {"pre_roll_ms": -1.0},
        {"hang_over_ms": -1.0},
        {"max_length_s": 0.4},
    ],
)
def test_options_that_cannot_work_are_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        SegmenterOptions(**wrong)


class LoudnessDetector:
    """Calls a frame speech when it is loud; counts its resets."""

    def __init__(self) -> None:
        self.resets = 0

    def reset(self) -> None:
        self.resets += 1

    def probability(self, frame: Samples) -> float:
        assert frame.shape == (FRAME_SAMPLES,)
        return float(np.abs(frame).max())


class WholeDetector(LoudnessDetector):
    """The same, for a whole recording at once."""

    def probability(self, frame: Samples) -> float:
        raise AssertionError("asked frame by frame")

    def probabilities(self, samples: Samples) -> Samples:
        count = -(-len(samples) // FRAME_SAMPLES)
        padded = np.zeros(count * FRAME_SAMPLES, np.float32)
        padded[: len(samples)] = np.abs(samples)
        loudest: Samples = padded.reshape(-1, FRAME_SAMPLES).max(axis=1)
        return loudest


@pytest.mark.parametrize("detector", [LoudnessDetector(), WholeDetector()])
def test_find_speech_stays_inside_the_recording(detector: SpeechDetector) -> None:
    samples = np.zeros(40 * FRAME_SAMPLES + 100, np.float32)
    samples[20 * FRAME_SAMPLES :] = 0.9
    (span,) = find_speech(samples, detector, PLAIN)
    assert span == Span(18 * FRAME_SAMPLES, len(samples))


def test_find_speech_of_nothing() -> None:
    detector = LoudnessDetector()
    assert find_speech(np.zeros(0, np.float32), detector) == ()
    assert detector.resets == 1
