"""When a process counts as hung: by the clock, by its stillness, not while told to rest."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dictate.engine.watchdog import Pulse, Watchdog


def test_one_that_computes_has_until_the_limit() -> None:
    dog = Watchdog(limit_s=10.0, still_s=3.0)
    assert not any(dog.is_hung(1.0, Pulse(worked_s=second)) for second in range(1, 10))
    assert dog.is_hung(1.0, Pulse(10.0))


def test_one_that_does_nothing_is_given_up_early() -> None:
    dog = Watchdog(limit_s=100.0, still_s=3.0)
    assert not dog.is_hung(1.0, Pulse(5.0))
    assert not dog.is_hung(1.0, Pulse(5.0))
    assert not dog.is_hung(1.0, Pulse(5.0))
    assert dog.is_hung(1.0, Pulse(5.0))


def test_a_little_work_now_and_then_is_work() -> None:
    dog = Watchdog(limit_s=100.0, still_s=3.0)
    worked_s = [0.01 * (second // 3) for second in range(60)]
    assert not any(dog.is_hung(1.0, Pulse(done_s)) for done_s in worked_s[1:])


def test_a_rest_counts_only_where_nobody_ordered_it() -> None:
    suspended = Pulse(1.0, suspended=True)
    ordered = Watchdog(limit_s=5.0, still_s=3.0, may_rest=True)
    assert not any(ordered.is_hung(1.0, suspended) for _ in range(1000))
    assert not ordered.is_hung(1.0, Pulse(2.0))
    frozen = Watchdog(limit_s=50.0, still_s=3.0)
    assert [frozen.is_hung(1.0, suspended) for _ in range(4)] == [False, False, False, True]


def test_a_night_in_which_the_computer_slept_is_no_hang() -> None:
    dog = Watchdog(limit_s=60.0, still_s=30.0)
    assert not dog.is_hung(1.0, Pulse(1.0))
    assert not dog.is_hung(8 * 3600.0, Pulse(1.0))
    assert not dog.is_hung(1.0, Pulse(2.0))


@given(st.lists(st.floats(0, 2), min_size=1, max_size=50), st.floats(0.5, 20))
def test_nothing_outlives_the_limit(work_s: list[float], limit_s: float) -> None:
    dog, worked_s, judged = Watchdog(limit_s, still_s=1e9), 0.0, []
    for more_s in work_s:
        worked_s += more_s
        judged.append(dog.is_hung(1.0, Pulse(worked_s)))
    assert judged == [second >= limit_s for second in range(1, len(work_s) + 1)]
