"""The scripted engine keeps the contract of ``ports.Engine`` that session tests rely on."""

import numpy as np
import pytest

from dictate.domain import (
    EngineState,
    Job,
    ModelChoice,
    TakeId,
    Verdict,
)
from dictate.errors import DecodeFailed
from dictate.events import (
    EngineChanged,
    Event,
)
from dictate.ports import Engine
from tests.fakes.engine import ScriptedEngine


def job(take: int) -> Job:
    return Job(TakeId(take), np.zeros(16_000, np.float32), (), ModelChoice())


def test_answers_in_the_order_of_the_script() -> None:
    engine: Engine = ScriptedEngine("one", DecodeFailed("broken"), "")
    assert engine.transcribe(job(1)).result(0).text == "one"
    with pytest.raises(DecodeFailed):
        engine.transcribe(job(2)).result(0)
    assert engine.transcribe(job(3)).result(0).verdict is Verdict.NO_SPEECH


def test_leaves_jobs_open_until_told() -> None:
    engine = ScriptedEngine(manual=True)
    first, second = engine.transcribe(job(1)), engine.transcribe(job(2))
    engine.answer("later one first", take=TakeId(2))
    assert second.result(0).text == "later one first"
    assert not first.done()
    engine.answer("first")
    assert first.result(0).text == "first"


def test_a_cancelled_future_stays_cancelled_and_close_cancels_the_rest() -> None:
    engine = ScriptedEngine(manual=True)
    first, second = engine.transcribe(job(1)), engine.transcribe(job(2))
    assert first.cancel()
    engine.answer("too late")
    engine.close()
    assert first.cancelled() and second.cancelled() and engine.closed


def test_tells_its_state() -> None:
    seen: list[Event] = []
    engine = ScriptedEngine(publish=seen.append, ready=False)
    before = engine.status.state
    engine.prepare(ModelChoice("base"))
    assert engine.prepared == [ModelChoice("base")]
    assert seen == [EngineChanged(engine.status)]
    assert (before, engine.status.state) == (EngineState.MISSING, EngineState.READY)
