"""A short day of dictation: what is measured of it, and what is made of texts that go astray."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import endurance
from benchmarks.endurance_report import BEGIN, END, as_json, as_markdown, bars, judged
from benchmarks.endurance_session import Said
from benchmarks.report import spliced
from dictate.domain import TakeId

PHRASES = ("first thing said", "second thing heard", "a third one")
ALL = [Said(TakeId(number), text) for number, text in enumerate(PHRASES, start=1)]


def test_texts_that_came_once_and_in_order_are_whole() -> None:
    outcome = judged(ALL, ALL, PHRASES)
    assert outcome.is_whole
    assert (outcome.takes, outcome.as_written) == (3, 3)


def test_a_word_that_was_misheard_is_still_the_same_text() -> None:
    misheard = [*ALL[:2], Said(TakeId(3), "a third bun")]
    outcome = judged(ALL, misheard, PHRASES)
    assert outcome.is_whole
    assert outcome.as_written == 2


def test_what_goes_astray_is_seen() -> None:
    first, second, third = ALL
    assert judged(ALL, [first, third], PHRASES).lost == 1
    assert judged(ALL, [first, second, second, third], PHRASES).twice == 1
    assert judged(ALL, [second, first, third], PHRASES).out_of_order == 1
    swapped = [Said(first.take, second.text), Said(second.take, first.text), third]
    assert judged(ALL, swapped, PHRASES).of_another == 2
    assert not judged(ALL, [], PHRASES).is_whole


@pytest.mark.slow
def test_a_short_day_loses_nothing_and_fills_the_document() -> None:
    run = endurance.measure(takes=4, kills=2, seed=1)
    assert run.outcome.is_whole and run.kills.outcome.is_whole
    assert run.outcome.takes == 4 and run.kills.kills == 2
    assert [one.takes for one in run.course] == [2, 3, 4]
    assert run.course[-1].engine.memory_mb > 10
    assert len(bars(run)) == 9
    assert '"bars"' in as_json(run)
    page = Path(endurance.DOCUMENT).read_text("utf-8")
    again = spliced(spliced(page, as_markdown(run), BEGIN, END), as_markdown(run), BEGIN, END)
    assert again.count("## This run") == 1 and again.startswith("# Whether it holds")
