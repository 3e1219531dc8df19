"""Groups the stretches of speech of a take into the windows that are decoded, purely.

Each decode costs a whole pass of the encoder, so neighbours with a short pause between them are
decoded as one; a window stays inside the 30 s Whisper was trained on.
"""

from __future__ import annotations

from collections.abc import Iterable

from dictate.domain import SAMPLE_RATE_HZ, Span

MAX_GAP_SAMPLES = SAMPLE_RATE_HZ
MAX_WINDOW_SAMPLES = 28 * SAMPLE_RATE_HZ


def plan_windows(
    spans: Iterable[Span],
    total_samples: int,
    *,
    max_gap_samples: int = MAX_GAP_SAMPLES,
    max_window_samples: int = MAX_WINDOW_SAMPLES,
) -> tuple[Span, ...]:
    """Return disjoint windows in order that together hold every sample of the spans.

    What reaches beyond the recording is cut off. A span longer than a window keeps its length:
    the decoder walks through it by timestamps.
    """
    windows: list[Span] = []
    for span in sorted(spans, key=lambda span: span.start_sample):
        start, end = max(span.start_sample, 0), min(span.end_sample, total_samples)
        if windows:
            start = max(start, windows[-1].end_sample)  # spans do not overlap; nothing twice
        if end <= start:
            continue
        if windows and _fits(windows[-1], start, end, max_gap_samples, max_window_samples):
            windows[-1] = Span(windows[-1].start_sample, end)
        else:
            windows.append(Span(start, end))
    return tuple(windows)


def _fits(last: Span, start: int, end: int, max_gap: int, max_window: int) -> bool:
    return start - last.end_sample < max_gap and end - last.start_sample <= max_window
