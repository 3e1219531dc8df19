"""Turns frame probabilities into spans of speech: onset, pre-roll, hang-over, length. Pure.

A span opens after ``onset_frames`` frames in a row at or above the threshold and begins
``pre_roll_ms`` before them. It closes ``hang_over_ms`` after the last frame of speech; inside a
span a frame counts as speech down to ``HYSTERESIS`` below the threshold, so that a fading vowel
does not end it. A span that reaches the greatest length is cut where speech was least likely in
its last seconds, and the rest goes on as the next span.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import numpy as np
import numpy.typing as npt

from dictate.domain import FRAME_SAMPLES, SAMPLE_RATE_HZ, Samples, Span
from dictate.ports import SpeechDetector

FRAME_MS = 1000 * FRAME_SAMPLES / SAMPLE_RATE_HZ
HYSTERESIS = 0.15
CUT_SEARCH_S = 6.0
"""How far back from the greatest length a pause is looked for."""
CUT_BLUR_FRAMES = 5
"""A pause between words is longer than one frame, a stop consonant is not."""


@dataclass(frozen=True, slots=True)
class SegmenterOptions:
    """What counts as a span of speech."""

    threshold: float = 0.4
    onset_frames: int = 2
    pre_roll_ms: float = 450
    hang_over_ms: float = 450
    max_length_s: float = 28.0

    def __post_init__(self) -> None:
        if self.onset_frames < 1:
            raise ValueError("onset_frames is at least 1")
        if min(self.pre_roll_ms, self.hang_over_ms) < 0:
            raise ValueError("pre_roll_ms and hang_over_ms are not negative")
        if self.max_frames <= self.pre_roll_frames + self.onset_frames:
            raise ValueError("max_length_s must exceed pre-roll and onset")

    @property
    def pre_roll_frames(self) -> int:
        """Pre-roll in whole frames."""
        return math.ceil(self.pre_roll_ms / FRAME_MS)

    @property
    def hang_over_frames(self) -> int:
        """Hang-over in whole frames."""
        return math.ceil(self.hang_over_ms / FRAME_MS)

    @property
    def max_frames(self) -> int:
        """Greatest length in whole frames."""
        return int(self.max_length_s * 1000 / FRAME_MS)


class Segmenter:
    """Takes one probability a frame; hands out each span once it is closed."""

    def __init__(self, options: SegmenterOptions | None = None) -> None:
        self._options = options or SegmenterOptions()
        self._pushed = 0  # frames so far
        self._run = 0  # frames in a row at or above the threshold, up to now
        self._begin: int | None = None  # first frame of the open span
        self._free_from = 0  # first frame no span has taken
        self._voiced_to = 0  # one past the last frame that sounded like speech
        self._speech_frames = 0
        self._probabilities: list[float] = []  # of the open span

    @property
    def in_speech(self) -> bool:
        """Tell whether a span is open, its hang-over included."""
        return self._begin is not None

    @property
    def open_span(self) -> Span | None:
        """The span of speech that is still open, up to now."""
        if self._begin is None:
            return None
        return Span(self._begin * FRAME_SAMPLES, self._pushed * FRAME_SAMPLES)

    @property
    def speech_ms(self) -> float:
        """Time judged speech so far, without pre-roll and hang-over."""
        return self._speech_frames * FRAME_MS

    @property
    def silence_ms(self) -> float:
        """Time since the last frame that sounded like speech; since the beginning if none did."""
        return (self._pushed - self._voiced_to) * FRAME_MS

    def push(self, probability: float) -> Span | None:
        """Take the next frame's probability; return the span that closed with it, if any."""
        options = self._options
        index = self._pushed
        self._pushed += 1
        self._run = self._run + 1 if probability >= options.threshold else 0
        bar = options.threshold if self._begin is None else options.threshold - HYSTERESIS
        voiced = probability >= bar
        if voiced:
            self._voiced_to = index + 1
        if self._begin is None:
            self._probabilities.append(probability)
            del self._probabilities[: -(options.pre_roll_frames + options.onset_frames)]
            if self._run >= options.onset_frames:
                self._open(index)
            return None
        self._probabilities.append(probability)
        self._speech_frames += voiced
        if self._pushed - self._voiced_to >= max(1, options.hang_over_frames):
            return self._close(min(self._pushed, self._voiced_to + options.hang_over_frames))
        if self._pushed - self._begin >= options.max_frames:
            return self._cut()
        return None

    def flush(self) -> Span | None:
        """End the recording: return the span still open, if any."""
        if self._begin is None:
            return None
        return self._close(min(self._pushed, self._voiced_to + self._options.hang_over_frames))

    def _open(self, index: int) -> None:
        first_voiced = index + 1 - self._run
        self._begin = max(self._free_from, first_voiced - self._options.pre_roll_frames)
        self._probabilities = self._probabilities[-(self._pushed - self._begin) :]
        self._speech_frames += self._run

    def _close(self, end: int) -> Span:
        span = self._take(end)
        self._begin = None
        self._run = 0
        return span

    def _cut(self) -> Span:
        """Close the span at its quietest recent place; what follows opens the next one."""
        begin = self._begin or 0
        cut = begin + quietest(self._probabilities, int(CUT_SEARCH_S * 1000 / FRAME_MS))
        if cut >= self._voiced_to:
            return self._close(cut)
        span = self._take(cut)
        self._begin = cut
        return span

    def _take(self, end: int) -> Span:
        begin = self._begin or 0
        self._free_from = end
        self._probabilities = self._probabilities[end - begin :]
        return Span(begin * FRAME_SAMPLES, end * FRAME_SAMPLES)


def quietest(probabilities: list[float], search_frames: int) -> int:
    """Return where to cut: after 1..n frames, amid the least likely speech of the last ones."""
    count = len(probabilities)
    first = max(1, count - search_frames, count // 2)
    half = CUT_BLUR_FRAMES // 2
    best, lowest = count, math.inf
    for index in range(first, count):
        around = probabilities[max(0, index - half) : index + half + 1]
        mean = sum(around) / len(around)
        if mean <= lowest:
            best, lowest = index, mean
    return best


@runtime_checkable
class RecordingDetector(Protocol):
    """A detector that is faster on a whole recording than frame by frame."""

    def probabilities(self, samples: Samples) -> npt.NDArray[np.float32]:
        """Return the probability of each frame; the last one is zero padded."""


def find_speech(
    samples: Samples, detector: SpeechDetector, options: SegmenterOptions | None = None
) -> tuple[Span, ...]:
    """Return the spans of speech of a whole recording, none beyond its end."""
    segmenter = Segmenter(options)
    spans = [segmenter.push(float(p)) for p in _probabilities(samples, detector)]
    spans.append(segmenter.flush())
    length = len(samples)
    return tuple(Span(s.start_sample, min(s.end_sample, length)) for s in spans if s)


def _probabilities(samples: Samples, detector: SpeechDetector) -> Iterable[float]:
    if isinstance(detector, RecordingDetector):
        yield from detector.probabilities(samples)
        return
    detector.reset()
    for start in range(0, len(samples), FRAME_SAMPLES):
        frame = samples[start : start + FRAME_SAMPLES]
        if len(frame) < FRAME_SAMPLES:
            frame = np.pad(frame, (0, FRAME_SAMPLES - len(frame)))
        yield detector.probability(frame)
