"""A server first, the local engine where it does not answer: every order of events."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictate.clearance import Answer, Clearance
from dictate.domain import (
    SAMPLE_RATE_HZ,
    EngineState,
    EngineStatus,
    Job,
    ModelChoice,
    ModelInfo,
    Notice,
    Severity,
    Span,
    TakeId,
    Transcript,
)
from dictate.engine.remote.relay import RelayEngine
from dictate.engine.remote.relayed_job import FIELD_S, Way
from dictate.errors import DictateError, EndpointRefused, EngineError, KeyRefused
from dictate.events import Event, NoticeRaised
from tests.fakes.alarms import Alarms
from tests.fakes.engine import SCRIPTED_MODEL, ScriptedEngine, transcript_of

LIMIT_S = 5.1
"""For a take of a second and a time-out of five."""
DOWN = EndpointRefused("box answered with an error (500).", "Look at it.")
DEMONSTRATION = replace(SCRIPTED_MODEL, demonstration=True)


def job(model: str = "auto") -> Job:
    samples = np.zeros(SAMPLE_RATE_HZ, np.float32)
    return Job(TakeId(1), samples, (Span(0, SAMPLE_RATE_HZ),), ModelChoice(model))


class Desk:
    """A relay between a scripted server and a scripted local engine, with time in the hand."""

    def __init__(self) -> None:
        self.theirs, self.ours = ScriptedEngine(manual=True), ScriptedEngine(manual=True)
        self.time = Alarms()
        self.told: list[Notice] = []
        self.relay = RelayEngine(self.ours, self._hear, self.time.after, self.time.clock)
        self.relay.use(Way(self.theirs, "box", 5.0))
        self.relay.prepare(ModelChoice())

    def _hear(self, event: Event) -> None:
        if isinstance(event, NoticeRaised):
            self.told.append(event.notice)

    def learn_pace(self, decode_ms: float) -> None:
        """Have the local engine decode once and be known for it."""
        self.relay.use(None)
        future = self.relay.transcribe(job())
        self.ours.answer(replace(transcript_of("x"), decode_ms=decode_ms))
        assert future.done()
        self.ours.jobs.clear()
        self.relay.use(Way(self.theirs, "box", 5.0))

    def speak(self) -> Future[Transcript]:
        return self.relay.transcribe(job())


@pytest.fixture
def desk() -> Desk:
    made = Desk()
    made.learn_pace(1000.0)
    return made


def test_a_quick_server_leaves_the_local_engine_alone(desk: Desk) -> None:
    future = desk.speak()
    desk.time.pass_s(2.0)
    desk.theirs.answer("from there")
    assert future.result(0).text == "from there"
    assert desk.ours.jobs == []
    assert desk.time.pending == 0
    assert desk.told == []


def test_the_local_engine_begins_so_that_it_is_done_when_the_time_is_over(desk: Desk) -> None:
    future = desk.speak()
    desk.time.pass_s(LIMIT_S - 1.3 - 0.01)
    assert desk.ours.jobs == []
    desk.time.pass_s(0.02)
    assert len(desk.ours.jobs) == 1
    desk.ours.answer("from here")
    assert not future.done(), "the server still has its time"
    desk.time.pass_s(2.0)
    assert future.result(0).text == "from here"
    assert [notice.severity for notice in desk.told] == [Severity.WARNING]
    assert "within 5.1 s" in desk.told[0].message and "on this machine" in desk.told[0].message


def test_while_nobody_knows_how_long_it_takes_it_begins_at_once() -> None:
    desk = Desk()
    desk.speak()
    assert len(desk.ours.jobs) == 1


def test_a_model_that_rests_is_loaded_meanwhile(desk: Desk) -> None:
    desk.ours.set_status(EngineStatus(EngineState.RESTING))
    desk.speak()
    assert len(desk.ours.jobs) == 1


def test_the_server_may_still_win_after_its_time(desk: Desk) -> None:
    future = desk.speak()
    desk.time.pass_s(6.0)
    desk.theirs.answer("from there")
    assert future.result(0).text == "from there"
    assert desk.told == []


def test_a_failure_starts_the_local_engine_at_once(desk: Desk) -> None:
    future = desk.speak()
    desk.theirs.answer(DOWN)
    assert len(desk.ours.jobs) == 1
    desk.ours.answer("from here")
    assert future.result(0).text == "from here"
    assert desk.told[0].message == f"{DOWN.message} This text was recognised on this machine."
    assert desk.told[0].next_step == "Look at it."


def test_a_failure_after_the_local_answer_costs_no_time(desk: Desk) -> None:
    future = desk.speak()
    desk.time.pass_s(4.0)
    desk.ours.answer("from here")
    desk.theirs.answer(DOWN)
    assert future.result(0).text == "from here"


def test_where_both_fail_both_are_told(desk: Desk) -> None:
    future = desk.speak()
    desk.theirs.answer(DOWN)
    desk.ours.answer(EngineError("The model is broken.", "Get it again."))
    with pytest.raises(EngineError, match=r"500.*broken"):
        future.result(0)
    assert desk.told == [], "the take tells it"


def test_a_local_failure_waits_for_the_server(desk: Desk) -> None:
    future = desk.speak()
    desk.time.pass_s(6.0)
    desk.ours.answer(EngineError("The model is broken."))
    assert not future.done()
    desk.theirs.answer("from there")
    assert future.result(0).text == "from there"


def test_the_demonstration_model_never_stands_in(desk: Desk) -> None:
    future = desk.speak()
    desk.theirs.answer(DOWN)
    desk.ours.answer(replace(transcript_of("four words it knows"), model=DEMONSTRATION))
    with pytest.raises(EngineError, match="demonstration"):
        future.result(0)


def test_cancelling_ends_both(desk: Desk) -> None:
    future = desk.speak()
    desk.time.pass_s(4.0)
    assert future.cancel()
    desk.theirs.answer("late")
    desk.ours.answer("late")
    assert future.cancelled()
    assert desk.time.pending == 0
    assert desk.told == []


def test_another_model_than_that_of_the_settings_is_meant_for_this_machine(desk: Desk) -> None:
    desk.relay.transcribe(job("small"))
    assert desk.theirs.jobs == []
    assert desk.ours.jobs[0].choice.model == "small"


def test_switching_it_off_within_a_take_loses_nothing(desk: Desk) -> None:
    future = desk.speak()
    desk.relay.use(None)
    assert desk.theirs.closed
    desk.ours.answer("from here")
    assert future.result(0).text == "from here"


def test_a_server_that_fails_twice_is_left_alone_for_a_while(desk: Desk) -> None:
    for _ in range(2):
        future = desk.speak()
        desk.theirs.answer(DOWN)
        desk.ours.answer("from here")
        assert future.done()
    assert "asked again in 15 s" in desk.told[-1].message
    desk.speak()
    assert len(desk.theirs.jobs) == 2
    desk.time.pass_s(15.1)
    future = desk.speak()
    desk.theirs.answer("from there")
    assert future.result(0).text == "from there"
    assert desk.told[-1].message == "The speech server at box answers again."


def test_where_only_the_demonstration_is_here_it_is_always_asked() -> None:
    desk = Desk()
    desk.ours.set_status(EngineStatus(EngineState.READY, DEMONSTRATION))
    for _ in range(4):
        future = desk.speak()
        desk.theirs.answer(DOWN)
        desk.ours.answer(replace(transcript_of("x"), model=DEMONSTRATION))
        assert isinstance(future.exception(0), EngineError)
    assert len(desk.theirs.jobs) == 4


def test_a_refused_key_does_not_make_it_wait(desk: Desk) -> None:
    for _ in range(3):
        desk.speak()
        desk.theirs.answer(KeyRefused("No.", "Run `dictate remote key`."))
        desk.ours.answer("from here")
    assert len(desk.theirs.jobs) == 3


def test_a_bug_in_an_engine_ends_the_take_all_the_same(desk: Desk) -> None:
    future = desk.speak()
    desk.theirs.answer(ZeroDivisionError())
    desk.ours.answer(ZeroDivisionError())
    with pytest.raises(DictateError, match="ZeroDivisionError"):
        future.result(0)


def test_its_state_is_that_of_the_local_engine(desk: Desk) -> None:
    info = ModelInfo("base", Path("base"), "cpu", "int8")
    desk.ours.set_status(EngineStatus(EngineState.READY, info))
    assert desk.relay.status.model == info
    desk.relay.close()
    assert desk.ours.closed and desk.theirs.closed


STEPS = st.sampled_from(["time", "theirs ok", "theirs fails", "ours ok", "ours fails"])


@given(st.lists(STEPS, max_size=8))
def test_whatever_the_order_a_take_ends_once_and_with_a_text_if_there_is_one(
    steps: list[str],
) -> None:
    desk = Desk()
    future = desk.speak()
    ends: list[str] = []
    future.add_done_callback(lambda done: ends.append("error" if done.exception() else "text"))
    left = {"theirs": desk.theirs, "ours": desk.ours}
    for step in [*steps, "time", "theirs fails", "ours ok"]:
        who, _, what = step.partition(" ")
        if who == "time":
            desk.time.pass_s(3.0)
        elif who in left and left[who].jobs and not future.done():
            left.pop(who).answer("text" if what == "ok" else DOWN)
    if "ours fails" in steps or "theirs fails" in steps:
        assert len(ends) == 1
    else:
        assert ends == ["text"]


def cleared(clearance: Clearance) -> Job:
    return replace(job(), clearance=clearance)


def test_nothing_is_sent_before_it_is_known_that_it_may_be(desk: Desk) -> None:
    clearance = Clearance()
    future = desk.relay.transcribe(cleared(clearance))
    assert desk.theirs.jobs == []
    clearance.grant()
    clearance.grant()
    assert len(desk.theirs.jobs) == 1
    desk.theirs.answer("from there")
    assert future.result(0).text == "from there"
    assert desk.time.pending == 0


def test_where_no_field_tells_it_is_sent_when_the_time_for_the_look_is_up(desk: Desk) -> None:
    desk.relay.transcribe(cleared(Clearance()))
    desk.time.pass_s(FIELD_S - 0.01)
    assert desk.theirs.jobs == []
    desk.time.pass_s(0.02)
    assert len(desk.theirs.jobs) == 1


def test_the_server_is_not_blamed_for_the_time_of_the_look(desk: Desk) -> None:
    desk.relay.transcribe(cleared(Clearance()))
    desk.time.pass_s(LIMIT_S + FIELD_S - 0.1)
    desk.ours.answer("from here")
    assert desk.told == []
    desk.time.pass_s(0.2)
    assert len(desk.told) == 1


def test_the_local_engine_does_not_wait_for_the_look() -> None:
    desk = Desk()
    desk.relay.transcribe(cleared(Clearance()))
    assert (len(desk.ours.jobs), desk.theirs.jobs) == (1, [])


@pytest.mark.parametrize("known", ["before", "meanwhile", "after it was sent"])
def test_what_must_stay_here_is_recognised_here_without_a_word(desk: Desk, known: str) -> None:
    clearance = Clearance(Answer.REFUSED if known == "before" else Answer.OPEN)
    future = desk.relay.transcribe(cleared(clearance))
    if known == "after it was sent":
        desk.time.pass_s(FIELD_S)
    clearance.refuse()
    clearance.grant()
    desk.time.pass_s(60.0)
    assert len(desk.theirs.jobs) == (1 if known == "after it was sent" else 0)
    desk.ours.answer("from here")
    assert future.result(0).text == "from here"
    assert (desk.told, desk.time.pending) == ([], 0)
    desk.relay.transcribe(job())
    assert len(desk.theirs.jobs) == (2 if known == "after it was sent" else 1), "it is trusted"


def test_what_must_stay_here_fails_as_it_does_without_a_server(desk: Desk) -> None:
    clearance = Clearance()
    future = desk.relay.transcribe(cleared(clearance))
    clearance.refuse()
    desk.ours.answer(EngineError("The model is broken.", "Get it again."))
    with pytest.raises(EngineError, match="broken"):
        future.result(0)
    assert desk.told == []
