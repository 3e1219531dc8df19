"""Where the overlay stands, what goes where in it, and how live text is wrapped."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictate.gui.overlay_layout import (
    FULL_WIDTH_PX,
    HEIGHT_PX,
    MARGIN_PX,
    Box,
    Layout,
    Need,
    Run,
    clear_of,
    edge_for,
    last_lines,
    lay_out,
    place,
)
from dictate.settings.choices import (
    OverlayEdge,
)

SCREEN = Box(1920, 30, 1280, 770)
"""The second of two, below a panel."""
AWAY = (1930.0, 400.0)


def measure(text: str) -> float:
    return 10.0 * len(text)


def test_it_stands_in_the_middle_of_its_edge() -> None:
    assert place(SCREEN, (200, 40), OverlayEdge.BOTTOM) == (2460, 800 - MARGIN_PX - 40)
    assert place(SCREEN, (200, 40), OverlayEdge.TOP) == (2460, 30 + MARGIN_PX)


@pytest.mark.parametrize("edge", OverlayEdge)
def test_it_goes_where_the_pointer_is_not(edge: OverlayEdge) -> None:
    assert edge_for(SCREEN, edge, AWAY) is edge
    x, y = place(SCREEN, (200, 40), edge)
    assert edge_for(SCREEN, edge, (x + 5, y + 5)) is not edge


def icon(x: float, y: float) -> Box:
    """Where the program's icon is in a tray."""
    return Box(x, y, 24, 24)


CENTRE_X = SCREEN.x + SCREEN.width / 2


def test_it_leaves_the_edge_where_notices_come_up_beside_the_icon() -> None:
    below = icon(CENTRE_X, SCREEN.bottom - 28)
    assert edge_for(SCREEN, OverlayEdge.BOTTOM, AWAY, below) is OverlayEdge.TOP
    assert edge_for(SCREEN, OverlayEdge.TOP, AWAY, below) is OverlayEdge.TOP
    corner = icon(SCREEN.right - 30, SCREEN.bottom - 28)
    assert edge_for(SCREEN, OverlayEdge.BOTTOM, AWAY, corner) is OverlayEdge.BOTTOM


def test_where_one_types_counts_more_than_where_notices_come() -> None:
    at_top = (CENTRE_X, SCREEN.y + MARGIN_PX + 5)
    below = icon(CENTRE_X, SCREEN.bottom - 28)
    assert edge_for(SCREEN, OverlayEdge.BOTTOM, at_top, below) is OverlayEdge.BOTTOM


@given(
    st.floats(SCREEN.x, SCREEN.right - 24),
    st.floats(SCREEN.y, SCREEN.bottom - 24),
    st.sampled_from(OverlayEdge),
    st.integers(100, 460),
    st.integers(36, 90),
)
def test_it_never_stands_on_the_icon_of_a_panel_at_its_edge(
    x: float, y: float, edge: OverlayEdge, width: int, height: int
) -> None:
    tray = icon(x, y)
    if SCREEN.y + 40 < tray.y < SCREEN.bottom - 64:
        return  # no panel is there
    size = (width, height)
    pill = Box(*place(clear_of(SCREEN, tray), size, edge), *size)
    assert not pill.touches(tray)
    assert pill.y >= SCREEN.y and pill.bottom <= SCREEN.bottom


def test_a_panel_that_is_not_in_the_way_changes_nothing() -> None:
    assert clear_of(SCREEN, None) == SCREEN
    assert clear_of(SCREEN, icon(SCREEN.right - 30, SCREEN.bottom - 28)) == SCREEN


@given(
    st.builds(
        Need,
        label_px=st.floats(0, 2000),
        clock_px=st.floats(0, 80),
        bars=st.integers(0, 40),
        text_lines=st.integers(0, 3),
        line_px=st.floats(8, 60),
        is_wide=st.booleans(),
    )
)
def test_nothing_overlaps_or_sticks_out(need: Need) -> None:
    layout = lay_out(need)
    row = [b for b in _row(layout) if b.width > 0]
    for left, right in pairwise(row):
        assert left.x + left.width <= right.x + 0.01
    for box in (*row, layout.text):
        assert box.x >= 0 and box.y >= 0
        assert box.x + box.width <= layout.width + 1
        assert box.y + box.height <= layout.height + 1
    if need.text_lines:
        assert layout.text.y + 2 >= max(box.y + box.height for box in row)


def _row(layout: Layout) -> tuple[Box, ...]:
    return (layout.sign, layout.label, layout.bars, layout.clock, layout.close)


def test_text_makes_it_wide_and_high() -> None:
    small = lay_out(Need(clock_px=30, bars=12))
    large = lay_out(Need(clock_px=30, bars=12, text_lines=2, line_px=15, is_wide=True))
    assert small.height == HEIGHT_PX
    assert large.height > HEIGHT_PX + 30
    assert large.width == FULL_WIDTH_PX > small.width


def test_committed_and_tentative_words_share_a_line_as_two_runs() -> None:
    assert last_lines("it is", "so", 200, measure) == ((Run("it is", False), Run("so", True)),)


def test_only_the_last_lines_are_shown() -> None:
    lines = last_lines("one two three four", "five", 60, measure, count=2)
    assert lines == ((Run("four", False),), (Run("five", True),))


def test_a_word_too_long_for_a_line_is_cut() -> None:
    lines = last_lines("", "ab" * 6, 50, measure, count=9)
    assert [run.text for line in lines for run in line] == ["ababa", "babab", "ab"]


@given(st.text("ab \n", max_size=60), st.text("cd ", max_size=60), st.integers(1, 200))
def test_no_word_is_lost_and_no_line_too_long(sure: str, maybe: str, width_px: int) -> None:
    lines = last_lines(sure, maybe, width_px, measure, count=1000)
    shown = "".join(run.text for line in lines for run in line if not run.is_tentative)
    assert shown.replace(" ", "") == "".join(sure.split())
    shown = "".join(run.text for line in lines for run in line if run.is_tentative)
    assert shown.replace(" ", "") == "".join(maybe.split())
    for line in lines:
        text = " ".join(run.text for run in line)
        assert len(text) == 1 or measure(text) <= width_px
