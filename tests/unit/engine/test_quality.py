"""Going to a smaller model and back."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictate.engine import quality
from dictate.engine.quality import Look, Reason, Rung, State, Step

TARGET_MS = 1000.0
RUNGS = (Rung("small"), Rung("small int8", saves_time=False), Rung("base"), Rung("tiny"))
MINUTE = 60.0


@dataclass
class Driver:
    """Dictates a take a minute on a machine of some speed and follows every step."""

    follows: bool = True
    rungs: tuple[Rung, ...] = RUNGS
    now_s: float = 0.0
    state: State = field(default_factory=State)
    steps: list[tuple[float, Step]] = field(default_factory=list)

    def take(
        self,
        latency_ms: float | None,
        cpu: float = 0.0,
        free: float = 0.5,
        every_s: float = MINUTE,
    ) -> Step | None:
        self.now_s += every_s
        self.state = quality.after(self.state, Look(self.now_s, latency_ms, cpu, free))
        step = quality.wish(self.state, self.rungs, TARGET_MS, self.now_s)
        if step is not None:
            self.steps.append((self.now_s, step))
            if self.follows:
                self.state = quality.taken(self.state, step, self.now_s)
            else:
                self.state = quality.asked(self.state, self.now_s)
        return step

    def takes(
        self, count: int, latency_ms: float | None, cpu: float = 0.0, free: float = 0.5
    ) -> None:
        for _ in range(count):
            self.take(latency_ms, cpu, free)

    @property
    def reasons(self) -> list[Reason]:
        return [step.reason for _, step in self.steps]


def test_texts_in_time_change_nothing() -> None:
    desk = Driver()
    desk.takes(50, 900.0)
    assert desk.steps == []


def test_late_texts_lead_to_the_next_model_that_is_faster() -> None:
    desk = Driver()
    desk.takes(4, 1500.0)
    assert desk.steps == [], "four takes are chance"
    step = desk.take(1500.0)
    assert step == Step(2, Reason.SLOW, 1500.0)


def test_one_late_text_among_others_is_nothing() -> None:
    desk = Driver()
    for latency_ms in [300, 5000, 300, 5000, 300, 5000, 300] * 5:
        desk.take(latency_ms)
    assert desk.steps == []


def test_takes_that_say_nothing_do_not_count() -> None:
    desk = Driver()
    desk.takes(50, None)
    assert desk.steps == []


def test_memory_that_is_short_for_long_takes_the_smaller_precision_first() -> None:
    desk = Driver()
    desk.takes(2, 300.0, free=0.05)
    assert desk.steps == []
    desk.take(300.0, free=0.05)
    assert desk.steps[-1][1].rung == 1
    desk.takes(5, 300.0, free=0.05)
    assert [step.rung for _, step in desk.steps] == [1, 2]
    assert set(desk.reasons) == {Reason.MEMORY}


def test_memory_that_was_short_an_hour_ago_and_is_now_is_not_short_for_an_hour() -> None:
    desk = Driver()
    for _ in range(5):
        desk.take(300.0, free=0.05, every_s=3600.0)
    assert desk.steps == []


@pytest.mark.parametrize(("latency_ms", "steps"), [(900.0, [Reason.CPU]), (200.0, [])])
def test_a_busy_processor_counts_where_texts_are_not_quick(
    latency_ms: float, steps: list[Reason]
) -> None:
    desk = Driver()
    desk.takes(6, latency_ms, cpu=0.9)
    assert desk.reasons == steps


def test_a_slow_machine_stays_with_the_smaller_model() -> None:
    desk = Driver()
    desk.takes(5, 1500.0)
    desk.takes(500, 500.0)
    assert desk.reasons == [Reason.SLOW], "small would be at 1500 ms again"


def test_a_machine_that_has_recovered_goes_back() -> None:
    desk = Driver()
    desk.takes(5, 3000.0)
    desk.takes(7, 900.0)  # base, while something else computes
    assert len(desk.steps) == 1
    desk.takes(20, 150.0)  # six times quicker: small would be at 500 ms
    assert desk.reasons == [Reason.SLOW, Reason.ROOM]
    assert desk.state.rung == 0


def test_without_room_it_does_not_go_back() -> None:
    desk = Driver()
    desk.takes(3, 300.0, free=0.05)
    desk.takes(60, 100.0, free=0.15)
    assert desk.reasons == [Reason.MEMORY]
    desk.takes(20, 100.0, free=0.5)
    assert desk.reasons == [Reason.MEMORY, Reason.ROOM]


def test_a_return_that_does_not_last_makes_the_next_one_later() -> None:
    desk = Driver()
    waits: list[float] = []
    for _ in range(4):
        desk.takes(5, 3000.0)
        while desk.state.rung == 0:
            desk.take(3000.0)
        down_s = desk.now_s
        desk.takes(7, 900.0)
        while desk.state.rung > 0:
            desk.take(150.0)
        waits.append(desk.now_s - down_s)
    assert waits == sorted(waits) and waits[-1] > 2 * waits[0]


def test_the_smallest_model_has_nothing_below_it() -> None:
    desk = Driver(rungs=(Rung("tiny"),))
    desk.takes(30, 9000.0, cpu=1.0, free=0.0)
    assert desk.steps == []


def test_a_suggestion_that_is_not_followed_is_not_repeated_soon() -> None:
    desk = Driver(follows=False)
    desk.takes(300, 3000.0)
    assert len(desk.steps) == 1
    desk.takes(100, 3000.0)
    assert len(desk.steps) == 2
    assert desk.steps[1][0] - desk.steps[0][0] >= quality.ASKED_AGAIN_S


LOOKS = st.lists(
    st.tuples(
        st.none() | st.floats(0, 20_000),
        st.floats(0, 1),
        st.floats(0, 1),
        st.floats(0.1, 2000),
    ),
    max_size=120,
)


@given(LOOKS)
def test_whatever_happens_steps_are_rare_and_on_the_ladder(
    looks: list[tuple[float | None, float, float, float]],
) -> None:
    desk = Driver()
    for latency_ms, cpu, free, every_s in looks:
        before = desk.state.rung
        step = desk.take(latency_ms, cpu, free, every_s)
        if step is not None:
            assert 0 <= step.rung < len(RUNGS)
            assert (step.rung < before) == (step.reason is Reason.ROOM)
            assert desk.state.rung == step.rung
    times = [at_s for at_s, _ in desk.steps]
    assert all(b - a >= quality.REST_S for a, b in pairwise(times))


@given(st.lists(st.floats(1, 6000), min_size=4, max_size=4), st.floats(0, 1), st.floats(0, 1))
def test_a_machine_that_stays_as_it_is_is_not_made_to_swing(
    by_rung_ms: list[float], cpu: float, free: float
) -> None:
    """Larger models are slower; the machine's load never changes."""
    desk = Driver()
    ordered = sorted(by_rung_ms, reverse=True)
    for _ in range(400):
        desk.take(ordered[desk.state.rung], cpu, free)
    ups = desk.reasons.count(Reason.ROOM)
    assert ups == 0
    assert len(desk.steps) < len(RUNGS)
