"""When a feed is asked, whatever the clock does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictate.updates.schedule import DAY_S, EVERY_S, HOUR_S, due_in_s

TIMES = st.floats(0, 4e9)
INTERVALS = st.sampled_from(sorted(EVERY_S.values()))
FAILURES = st.integers(0, 10_000)


def test_one_that_was_never_asked_is_due() -> None:
    assert due_in_s(None, 0, DAY_S, 5.0) == 0


@pytest.mark.parametrize(
    ("failures", "hours"), [(0, 24), (1, 1), (2, 2), (3, 4), (4, 8), (5, 16), (6, 24), (99, 24)]
)
def test_after_failures_it_is_asked_sooner_and_less_and_less(failures: int, hours: int) -> None:
    assert due_in_s(0.0, failures, DAY_S, 0.0) == hours * HOUR_S
    assert due_in_s(0.0, failures, DAY_S, hours * HOUR_S) == 0


@given(TIMES, FAILURES, INTERVALS, TIMES)
def test_it_is_never_later_than_the_interval(
    asked_at_s: float, failures: int, every_s: float, now_s: float
) -> None:
    assert 0 <= due_in_s(asked_at_s, failures, every_s, now_s) <= every_s


@given(TIMES, FAILURES, INTERVALS, st.floats(1, 4e9))
def test_a_clock_that_was_wrong_in_the_future_makes_it_due(
    asked_at_s: float, failures: int, every_s: float, back_s: float
) -> None:
    assert due_in_s(asked_at_s, failures, every_s, asked_at_s - back_s) == 0


@given(TIMES, FAILURES, INTERVALS, TIMES)
def test_asking_now_gives_at_least_an_hour_of_peace(
    asked_at_s: float, failures: int, every_s: float, ahead_s: float
) -> None:
    wait_s = due_in_s(asked_at_s, failures, every_s, asked_at_s)
    assert wait_s >= HOUR_S - 1e-3
    # A long sleep is followed by one question, not by those that were missed.
    assert due_in_s(asked_at_s, failures, every_s, asked_at_s + wait_s + ahead_s) <= 1
