import itertools

from hypothesis import given
from hypothesis import strategies as st

from dictate.domain import Span
from dictate.engine.windows import plan_windows

MAX_GAP, MAX_WINDOW = 10, 100


def plan(spans: list[Span], total: int) -> tuple[Span, ...]:
    return plan_windows(spans, total, max_gap_samples=MAX_GAP, max_window_samples=MAX_WINDOW)


@st.composite
def takes(draw: st.DrawFn) -> tuple[list[Span], int]:
    """Spans in order with gaps of 0 or more, the last ones possibly beyond the recording."""
    spans, at = [], 0
    for gap, length in draw(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 130)))):
        spans.append(Span(at + gap, at + gap + length))
        at += gap + length
    return spans, draw(st.integers(0, at + 20))


def test_joins_neighbours_and_keeps_strangers_apart() -> None:
    spans = [Span(0, 20), Span(25, 40), Span(60, 70)]
    assert plan(spans, 100) == (Span(0, 40), Span(60, 70))


def test_a_gap_as_long_as_the_limit_separates() -> None:
    assert plan([Span(0, 5), Span(15, 20)], 100) == (Span(0, 5), Span(15, 20))
    assert plan([Span(0, 5), Span(14, 20)], 100) == (Span(0, 20),)


def test_no_window_outgrows_the_limit_by_joining() -> None:
    assert plan([Span(0, 60), Span(62, 101)], 200) == (Span(0, 60), Span(62, 101))
    assert plan([Span(0, 60), Span(62, 100)], 200) == (Span(0, 100),)


def test_nothing_and_spans_beyond_the_end_give_no_window() -> None:
    assert plan([], 100) == ()
    assert plan([Span(100, 120), Span(-5, 0), Span(7, 7)], 100) == ()


@given(takes())
def test_windows_are_disjoint_in_order_and_inside(take: tuple[list[Span], int]) -> None:
    spans, total = take
    at = 0
    for window in plan(spans, total):
        assert at <= window.start_sample < window.end_sample <= total
        at = window.end_sample


@given(takes())
def test_every_sample_of_speech_is_in_a_window(take: tuple[list[Span], int]) -> None:
    spans, total = take
    windows = plan(spans, total)
    for span in spans:
        start, end = span.start_sample, min(span.end_sample, total)
        if start < end:
            assert any(w.start_sample <= start and end <= w.end_sample for w in windows)


@given(takes())
def test_only_a_single_long_span_makes_a_long_window(take: tuple[list[Span], int]) -> None:
    spans, total = take
    for window in plan(spans, total):
        inside = [s for s in spans if window.start_sample <= s.start_sample < window.end_sample]
        assert window.length_samples <= MAX_WINDOW or len(inside) == 1


@given(takes())
def test_neighbours_that_would_fit_are_joined(take: tuple[list[Span], int]) -> None:
    windows = plan(*take)
    for left, right in itertools.pairwise(windows):
        close = right.start_sample - left.end_sample < MAX_GAP
        first = next(s for s in take[0] if s.start_sample >= right.start_sample)
        joined = min(first.end_sample, take[1]) - left.start_sample
        assert not (close and joined <= MAX_WINDOW)


@given(takes())
def test_spans_that_overlap_are_decoded_once(take: tuple[list[Span], int]) -> None:
    spans, total = take
    doubled = [s for span in spans for s in (span, span)]
    assert plan(doubled, total) == plan(spans, total)
