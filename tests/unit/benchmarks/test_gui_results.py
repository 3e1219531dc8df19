"""What the GUI's benchmark makes of its numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.gui.report import BEGIN, END, spliced
from benchmarks.gui.results import (
    FIRST_TAKE,
    LAST_TAKE,
    Blocked,
    Cost,
    Opening,
    Results,
    Start,
    judge,
)
from benchmarks.gui.usage import Memory

GOOD = Results(
    starts=(Start(0.2, 0.9), Start(0.3, 1.0), Start(5.0, 6.0)),
    openings=(Opening("One", 30.0, 10.0, 20.0), Opening("Two", 120.0, 15.0, 90.0)),
    costs=(Cost("off", 0.02, 0.0, 0.0), Cost("full", 0.045, 0.01, 30.0)),
    blocked=(Blocked("normally", 4, 12.0, 20.0, 5.0, 2.0, "here"),),
    idle=Memory(120.0, 100.0, 210.0),
    takes={FIRST_TAKE: Memory(121.0, 101.0, 211.0), LAST_TAKE: Memory(125.0, 104.0, 215.0)},
)
BAD = Results(
    starts=(Start(1.2, 1.9),),
    openings=(Opening("One", 230.0, 10.0, 20.0),),
    costs=(Cost("off", 0.02, 0.0, 0.0), Cost("full", 0.055, 0.01, 30.0)),
    blocked=(Blocked("normally", 4, 12.0, 60.0, 5.0, 2.0, "here"),),
    idle=Memory(160.0, 100.0, 210.0),
    takes={FIRST_TAKE: Memory(121.0, 101.0, 211.0), LAST_TAKE: Memory(125.0, 114.0, 215.0)},
)


@pytest.mark.parametrize(("results", "reached"), [(GOOD, True), (BAD, False)])
def test_each_bar_is_judged(results: Results, reached: bool) -> None:
    assert [bar.reached for bar in judge(results)] == [reached] * 6


def test_what_was_not_measured_is_not_reached_either() -> None:
    assert {bar.reached for bar in judge(Results())} == {None}


def test_the_overlay_costs_what_it_takes_more_than_none() -> None:
    bar = next(bar for bar in judge(GOOD) if "overlay at" in bar.aim)
    assert bar.measured.startswith("2.5% (full")


def test_the_page_has_a_place_for_the_numbers() -> None:
    page = Path(__file__).resolve().parents[3] / "docs/gui-performance.md"
    document = page.read_text("utf-8")
    assert spliced(spliced(document, "old"), "new") == spliced(document, "new")
    assert document.index(BEGIN) < document.index(END)
