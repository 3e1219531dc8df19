"""What the history tells in numbers: where time went, how fast, how much, how well. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dictate.domain import Timings
from dictate.store.history_entry import Entry

PARTS = (
    "tail_ms", "load_ms", "queue_ms", "decode_ms", "text_ms", "cleanup_ms", "output_ms",
)  # fmt: skip
"""Of the time between release and text. Voice detection (vad_ms) runs while one speaks."""

TYPING_WORDS_PER_MINUTE = 40.0
"""An assumption, not a measurement: how fast one would have typed. Who types faster saves less, and
what is shown of time saved names this speed."""


@dataclass(frozen=True, slots=True)
class ModelAccuracy:
    """How well a model did where the user corrected its texts."""

    model: str
    takes: int
    corrected: int
    word_error_rate: float
    """Over the corrected texts, weighted by their words; the others were not compared."""

    @property
    def corrected_share(self) -> float:
        """Share of its texts that the user corrected."""
        return self.corrected / self.takes


@dataclass(frozen=True, slots=True)
class Statistics:
    """Numbers over some takes; times are in milliseconds."""

    takes: int = 0
    speech_minutes: float = 0.0
    words: int = 0
    minutes_saved: float = 0.0
    """Against typing as fast as ``TYPING_WORDS_PER_MINUTE``."""
    release_to_text_median_ms: float = 0.0
    release_to_text_p95_ms: float = 0.0
    real_time_factor: float = 0.0
    """All decoding by the length of what was said; below 1 is faster than speech."""
    parts: tuple[tuple[str, float], ...] = ()
    """The median of each part of ``waited_ms``, and of voice detection."""
    corrected: int = 0
    accuracy: tuple[ModelAccuracy, ...] = ()


def statistics(entries: Sequence[Entry]) -> Statistics:
    """Return the numbers of these takes."""
    if not entries:
        return Statistics()
    speech_s = sum(entry.duration_s for entry in entries)
    words = sum(len(entry.text.split()) for entry in entries)
    waited = [e.timings.release_to_text_ms for e in entries if e.timings.release_to_text_ms > 0]
    decoded_ms = sum(entry.timings.decode_ms for entry in entries)
    spent_s = speech_s + sum(waited) / 1000
    return Statistics(
        takes=len(entries),
        speech_minutes=speech_s / 60,
        words=words,
        minutes_saved=max(0.0, words / TYPING_WORDS_PER_MINUTE - spent_s / 60),
        release_to_text_median_ms=percentile(waited, 0.5),
        release_to_text_p95_ms=percentile(waited, 0.95),
        real_time_factor=decoded_ms / 1000 / speech_s if speech_s else 0.0,
        parts=_medians(entries),
        corrected=sum(entry.written is not None for entry in entries),
        accuracy=_accuracy(entries),
    )


def waited_ms(timings: Timings) -> dict[str, float]:
    """Return the parts of the time between release and text.

    What was decoded while one still spoke is not waited for: of decoding only what the other parts
    leave of that time counts.
    """
    parts: dict[str, float] = {name: max(0.0, getattr(timings, name)) for name in PARTS}
    if timings.release_to_text_ms > 0:
        others_ms = sum(ms for name, ms in parts.items() if name != "decode_ms")
        left_ms = max(0.0, timings.release_to_text_ms - others_ms)
        parts["decode_ms"] = min(parts["decode_ms"], left_ms)
    return parts


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that ``share`` of the values do not exceed, interpolated; 0 for none."""
    if not values:
        return 0.0
    ordered = sorted(values)
    place = share * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def _medians(entries: Sequence[Entry]) -> tuple[tuple[str, float], ...]:
    waited = [{**waited_ms(e.timings), "vad_ms": e.timings.vad_ms} for e in entries]
    return tuple(
        (name, percentile([parts[name] for parts in waited], 0.5)) for name in (*PARTS, "vad_ms")
    )


def _accuracy(entries: Sequence[Entry]) -> tuple[ModelAccuracy, ...]:
    by_model: dict[str, list[Entry]] = {}
    for entry in entries:
        by_model.setdefault(entry.model, []).append(entry)
    found = []
    for model, its in sorted(by_model.items()):
        rated = [
            (entry.word_error_rate, len(entry.text.split()))
            for entry in its
            if entry.written is not None and entry.word_error_rate is not None
        ]
        words = sum(count for _, count in rated)
        if words:
            rate = sum(rate * count for rate, count in rated) / words
            found.append(ModelAccuracy(model, len(its), len(rated), rate))
    return tuple(found)
