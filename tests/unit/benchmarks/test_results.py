"""Rows, bars and the document follow from what was measured, and from nothing else."""

from __future__ import annotations

import json
import math
from dataclasses import fields, replace
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import bars, report
from benchmarks.machine import Machine
from benchmarks.picture import draw
from benchmarks.results import (
    FASTER_WHISPER,
    OURS,
    AheadCost,
    Idle,
    Job,
    Model,
    Press,
    Results,
    Row,
    Streamed,
    row,
    word_difference,
)

BASE = Model("base", "somewhere", scripted=True)
MACHINE = Machine("today", "Linux", "a processor", 2, ("avx2",), 8, 0.1, {"numpy": "2"})
WORDS = st.lists(st.sampled_from(["a", "b", "c"]), max_size=6)


def measured(engine: str, scenario_s: int, gap_ms: int, *waits_ms: float) -> Row:
    job = Job(scenario_s, gap_ms, len(waits_ms))
    return row(engine, BASE, "int8", job, waits_ms=waits_ms, cpu_s=1.0, peak_mb=300.4)


GOOD = Results(
    rows=(
        measured(OURS, 3, 0, 300.0),
        measured(OURS, 3, 300, 100.0, 120.0, 140.0),
        measured(OURS, 3, 700, 40.0, 45.0, 60.0),
        measured(OURS, 60, 300, 150.0),
        measured(FASTER_WHISPER, 3, 0, 1000.0),
        measured(FASTER_WHISPER, 3, 300, 900.0),
        replace(measured(FASTER_WHISPER, 3, 300, 700.0), compute_type="float32"),
    ),
    ahead=(AheadCost(60, 1, ahead_cpu_s=3.0, plain_cpu_s=2.0),),
    idle=Idle(5.0, 0.002, 90, 200),
    presses=(Press(0, 20, -4.0, 12.0, 38.0), Press(300, 20, -290.0, -270.0, 8.0)),
    streamed=(
        Streamed("recorded", "builtin", 3, 300, 2, 310, 12, 11),
        Streamed("espeak-ng", "builtin", 3, 300, 4, 310, 20, 18),
        Streamed("people", "large", 3, 300, 90, 310, 12, 11),
    ),
)


def test_a_row_sums_up_its_takes() -> None:
    summed = measured(OURS, 3, 300, 10.0, 50.0, 51.0, 100.0)
    assert (summed.median_ms, summed.takes, summed.peak_mb) == (50.5, 4, 300)
    assert summed.p95_ms == pytest.approx(92.6, abs=0.1)
    assert summed.ready_share == 0.5  # 50 ms still counts
    assert summed.cpu_s == 0.25
    assert " ".join(field.name for field in fields(Row)) == (
        "engine model device compute_type scenario_s gap_ms takes median_ms p95_ms ready_share "
        "cpu_s peak_mb"
    )


def test_bars_that_are_reached() -> None:
    judged = bars.judge(GOOD)
    assert [bar.reached for bar in judged] == [True] * len(judged)


def test_the_rival_counts_with_its_fastest_compute_type() -> None:
    first = bars.judge(GOOD)[0]
    assert first.measured.startswith("5.8 times (120 ms against 700 ms, its float32")


@pytest.mark.parametrize(
    ("number", "worse"),
    [
        (0, replace(GOOD, rows=(*GOOD.rows, measured(FASTER_WHISPER, 3, 300, 590.0)))),
        (1, replace(GOOD, rows=(*GOOD.rows, measured(FASTER_WHISPER, 3, 0, 890.0)))),
        (2, replace(GOOD, rows=(GOOD.rows[1], measured(OURS, 60, 300, 181.0)))),
        (3, replace(GOOD, rows=(measured(OURS, 3, 700, 40.0, 60.0),))),
        (4, replace(GOOD, streamed=(Streamed("recorded", "builtin", 1, 100, 2, 100, 2, 0),))),
        (5, replace(GOOD, ahead=(*GOOD.ahead, AheadCost(10, 1, 1.7, 1.0)))),
        (6, replace(GOOD, idle=Idle(5.0, 0.01, 90, 200))),
        (7, replace(GOOD, presses=(Press(0, 20, 30.0, 31.0, 60.0),))),
        (8, replace(GOOD, presses=(Press(300, 20, -290.0, 1.0, 8.0),))),
    ],
)
def test_bars_that_are_missed(number: int, worse: Results) -> None:
    assert bars.judge(worse)[number].reached is False


def test_what_was_not_measured_is_not_judged() -> None:
    assert {bar.reached for bar in bars.judge(Results())} == {None}


def test_the_difference_of_texts_in_words() -> None:
    assert word_difference("a b c d", "a x c") == 2
    assert word_difference("", "a b") == 2
    assert word_difference("The end.", "the end") == 0


@given(WORDS, WORDS)
def test_the_difference_is_a_distance(one: list[str], other: list[str]) -> None:
    first, second = " ".join(one), " ".join(other)
    difference = word_difference(first, second)
    assert difference == word_difference(second, first)
    assert (difference == 0) == (one == other)
    assert abs(len(one) - len(other)) <= difference <= max(len(one), len(other))


def _report() -> report.Report:
    judged = tuple(bars.judge(GOOD))
    return report.Report(MACHINE, (BASE,), GOOD, judged, ("x: not there",), "a command", 99.0, 0.02)


def test_the_document_holds_all_rows_and_keeps_what_a_person_wrote() -> None:
    written = report.as_markdown(_report(), "pictures/a.svg")
    page = f"# By hand\n\n{report.BEGIN}\nold\n{report.END}\n\nThe end.\n"
    page = report.spliced(report.spliced(page, written), written)
    assert page.startswith("# By hand") and page.endswith("The end.\n")
    assert (
        "old" not in page and page.count("| faster-whisper | base | ") == 3 + 1
    )  # rows, and the comparison
    assert page.count("| reached |") == len(bars.judge(GOOD))
    assert "busy" not in page


def test_each_rival_is_compared_in_its_fastest_precision() -> None:
    rows = (*GOOD.rows, replace(GOOD.rows[4], engine="another", median_ms=600.0))
    slower = replace(GOOD.rows[1], compute_type="float32", median_ms=1.0)
    results = replace(GOOD, rows=(slower, *rows))
    written = report.as_markdown(replace(_report(), results=results), "a.svg")
    assert "|  | model | 3 s, 0 ms | 3 s, 300 ms | 3 s, 700 ms | 60 s, 300 ms |" in written
    assert "| faster-whisper | base | 3.3 | 5.8 | - | - |" in written
    assert "| another | base | 2.0 | - | - | - |" in written


def test_long_takes_are_in_the_document_when_they_were_heard() -> None:
    written = report.as_markdown(_report(), "a.svg")
    assert "| builtin | espeak-ng | 3 | 300 | 4 (1.3%) | 310 | 20 | 18 |" in written
    without = replace(_report(), results=replace(GOOD, streamed=()))
    assert "Long takes" not in report.as_markdown(without, "a.svg")


def test_a_busy_machine_is_named() -> None:
    written = report.as_markdown(replace(_report(), others_share=0.2), "a.svg")
    assert "busy" in written and report.UNRELIABLE in written


def test_a_document_without_a_place_for_it_is_refused() -> None:
    with pytest.raises(ValueError, match="no place"):
        report.spliced("# Something else", "numbers")


def test_the_json_has_the_rows() -> None:
    read = json.loads(report.as_json(_report()))
    assert [entry["median_ms"] for entry in read["rows"]][:2] == [300.0, 120.0]
    assert read["ahead"][0]["ratio"] == 1.5


def test_the_picture_has_a_bar_for_each_row_of_the_model() -> None:
    other = replace(GOOD.rows[0], model="tiny", median_ms=9999.0)
    picture = ElementTree.fromstring(draw((*GOOD.rows, other), "base"))
    bars_drawn = picture.findall("{http://www.w3.org/2000/svg}rect")
    lengths = [float(bar.attrib["width"]) for bar in bars_drawn]
    assert len(lengths) == len(GOOD.rows)
    assert math.isclose(max(lengths) / min(lengths), 1000 / 45, rel_tol=0.01)
    assert max(lengths) < float(picture.attrib["width"])
