"""What is sent of a take: its speech with short pauses, in parts a server takes. Pure.

Long pauses are cut out: they would cost time and money and are where models invent words. Times of
the answer count in the clip and are put back into the take.
"""

from __future__ import annotations

import io
import wave
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from dictate.domain import SAMPLE_RATE_HZ, Samples, Span

LONGEST_PAUSE_SAMPLES = SAMPLE_RATE_HZ
"""Of a longer pause only its first and last half second are sent."""
LONGEST_PART_SAMPLES = 300 * SAMPLE_RATE_HZ
"""9.6 MB as 16-bit sound; OpenAI takes 25 MB, and a part that fails is done again as a whole."""


@dataclass(frozen=True, slots=True, eq=False)
class Clip:
    """A part of a take as it is sent; ``kept`` are the stretches of the take in it, in order."""

    samples: Samples
    kept: tuple[Span, ...]

    @property
    def length_s(self) -> float:
        """How much is sent."""
        return len(self.samples) / SAMPLE_RATE_HZ

    def in_take_s(self, at_s: float, *, is_end: bool = False) -> float:
        """Return where in the take a moment of the clip lies.

        At a seam an end belongs to what is before it, a begin to what is after it.
        """
        at = max(0, round(at_s * SAMPLE_RATE_HZ))
        for span in self.kept:
            if at < span.length_samples + is_end:
                return (span.start_sample + at) / SAMPLE_RATE_HZ
            at -= span.length_samples
        return self.kept[-1].end_s


def clips(samples: Samples, spans: Iterable[Span]) -> tuple[Clip, ...]:
    """Return the parts to be sent of a take; together they hold every sample of its spans."""
    return tuple(
        Clip(np.concatenate([samples[s.start_sample : s.end_sample] for s in kept]), kept)
        for kept in _parts(_kept(spans, len(samples)))
    )


def wav(samples: Samples) -> bytes:
    """Return samples as a WAV file of 16 bits."""
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(SAMPLE_RATE_HZ)
        whole = np.clip(samples, -1.0, 1.0) * np.float32(32767)
        out.writeframes(whole.astype("<i2").tobytes())
    return file.getvalue()


def _kept(spans: Iterable[Span], total: int) -> list[Span]:
    """Return the stretches to send: speech, short pauses, and the edges of long ones."""
    edge = LONGEST_PAUSE_SAMPLES // 2
    kept: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start_sample):
        start, end = max(0, span.start_sample), min(span.end_sample, total)
        if kept:
            start = max(start, kept[-1].end_sample)
        if end <= start:
            continue
        if kept and start - kept[-1].end_sample <= LONGEST_PAUSE_SAMPLES:
            kept[-1] = Span(kept[-1].start_sample, end)
        elif kept:
            kept[-1] = Span(kept[-1].start_sample, kept[-1].end_sample + edge)
            kept.append(Span(start - edge, end))
        else:
            kept.append(Span(start, end))
    return kept


def _parts(kept: Iterable[Span]) -> Iterator[tuple[Span, ...]]:
    part: list[Span] = []
    room = LONGEST_PART_SAMPLES
    for span in _bounded(kept):
        if part and span.length_samples > room:
            yield tuple(part)
            part, room = [], LONGEST_PART_SAMPLES
        part.append(span)
        room -= span.length_samples
    if part:
        yield tuple(part)


def _bounded(kept: Iterable[Span]) -> Iterator[Span]:
    """Cut a stretch that is too long for one part."""
    for span in kept:
        for start in range(span.start_sample, span.end_sample, LONGEST_PART_SAMPLES):
            yield Span(start, min(span.end_sample, start + LONGEST_PART_SAMPLES))
