import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from dictate.domain import (
    EngineState,
    Job,
    ModelChoice,
    Span,
    TakeId,
    Verdict,
)
from dictate.engine.crashes import Combination, Crashes
from dictate.engine.facts import ResolvedModel, Tuning
from dictate.engine.recovery import MOST_REVIVALS
from dictate.engine.worker import WorkerEngine
from dictate.errors import (
    DecodeFailed,
    DeviceUnavailable,
    EngineDied,
    EngineOutOfMemory,
    ModelDamaged,
    ModelNotCached,
)
from dictate.events import (
    EngineChanged,
    Event,
)
from dictate.ports import Engine
from tests.fakes.backend import MortalBackend, Resolve, ScriptedBackend, resolved

WAIT_S = 5.0
SAMPLES = np.zeros(32_000, np.float32)
SPEECH = (Span(0, 32_000),)


class Bench:
    """An engine on a scripted backend with what it published."""

    def __init__(
        self,
        backend: ScriptedBackend,
        resolve: Resolve = resolved,
        smaller: Callable[[ResolvedModel], Sequence[str]] = lambda _: (),
        idle_unload_s: float | None = None,
        tunings: Callable[[ResolvedModel], tuple[Tuning, ...]] = lambda _: (),
        crashes: Crashes | None = None,
    ) -> None:
        self.backend = backend
        self.states: list[EngineState] = []
        self.details: list[str] = []
        self._changed = threading.Condition()
        self.engine = WorkerEngine(
            self.publish,
            backend,
            resolve,
            smaller,
            idle_unload_s,
            tunings=tunings,
            crashes=crashes,
        )

    def publish(self, event: Event) -> None:
        assert isinstance(event, EngineChanged)
        with self._changed:
            self.states.append(event.status.state)
            self.details.append(event.status.detail)
            self._changed.notify_all()

    def wait_for_states(self, count: int) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.states) >= count, WAIT_S), self.states

    def job(self, take: int = 1, model: str = "m", device: str = "auto") -> Job:
        return Job(TakeId(take), SAMPLES, SPEECH, ModelChoice(model, device))


@pytest.fixture
def bench() -> Iterator[Bench]:
    made = Bench(ScriptedBackend())
    yield made
    made.backend.release()
    made.engine.close()


def test_prepare_loads_in_the_background_and_tells(bench: Bench) -> None:
    engine: Engine = bench.engine
    assert engine.status.state is EngineState.MISSING
    bench.backend.hold()
    engine.prepare(ModelChoice("m"))
    bench.wait_for_states(1)
    assert bench.states == [EngineState.LOADING] and bench.details == ["m"]
    bench.backend.release()
    bench.wait_for_states(2)
    status = engine.status
    assert status.state is EngineState.READY and status.model is not None
    assert status.model.name == "m"


def test_jobs_are_answered_in_order(bench: Bench) -> None:
    bench.backend.replies.extend([" one", " two"])
    first, second = (bench.engine.transcribe(bench.job(take)) for take in (1, 2))
    assert (first.result(WAIT_S).text, second.result(WAIT_S).text) == ("one", "two")
    assert len(bench.backend.loaded) == 1


def test_a_job_for_another_model_loads_it_first(bench: Bench) -> None:
    bench.engine.prepare(ModelChoice("m"))
    transcript = bench.engine.transcribe(bench.job(model="other")).result(WAIT_S)
    assert transcript.model is not None and transcript.model.name == "other"
    assert [name for name, _ in bench.backend.loaded] == ["m", "other"]


def test_a_take_without_speech_is_answered_without_any_model(bench: Bench) -> None:
    job = Job(TakeId(1), SAMPLES, (), ModelChoice("absent"))
    assert bench.engine.transcribe(job).result(0).verdict is Verdict.NO_SPEECH
    assert bench.backend.loaded == [] and bench.states == []


def test_a_missing_model_fails_its_job_and_no_other(bench: Bench) -> None:
    good = bench.engine.transcribe(bench.job())
    bad = bench.engine.transcribe(bench.job(model="absent"))
    after = bench.engine.transcribe(bench.job())
    with pytest.raises(ModelNotCached):
        bad.result(WAIT_S)
    assert good.result(WAIT_S).text == after.result(WAIT_S).text == "word"
    assert bench.states == [
        EngineState.LOADING,
        EngineState.READY,
        EngineState.MISSING,
        EngineState.READY,
    ]


def test_a_model_that_does_not_load_is_told_with_its_reason() -> None:
    bench = Bench(ScriptedBackend(loads={"m": ModelDamaged("model.bin is damaged.", "Again.")}))
    bench.engine.prepare(ModelChoice("m"))
    bench.wait_for_states(2)
    assert bench.states == [EngineState.LOADING, EngineState.FAILED]
    assert bench.details[-1] == "model.bin is damaged. Again."
    with pytest.raises(ModelDamaged):
        bench.engine.transcribe(bench.job()).result(WAIT_S)
    bench.engine.close()


def test_a_load_that_breaks_unforeseen_is_not_said_to_go_on() -> None:
    """No file left to open a pipe with; the state would stay at loading for good."""
    bench = Bench(ScriptedBackend(loads={"m": OSError(24, "Too many open files")}))
    with pytest.raises(DecodeFailed, match="Too many open files"):
        bench.engine.transcribe(bench.job()).result(WAIT_S)
    assert bench.states == [EngineState.LOADING, EngineState.FAILED]
    bench.backend.loads.clear()
    assert bench.engine.transcribe(bench.job()).result(WAIT_S).text == "word"
    assert bench.engine.status.state is EngineState.READY
    bench.engine.close()


def test_a_processor_that_cannot_step_in_for_a_card_is_told() -> None:
    loads: dict[str, Exception] = {"cpu": ModelDamaged("The model is damaged.", "Get it again.")}
    bench = Bench(ScriptedBackend(DeviceUnavailable("The card is gone.", "Look."), loads=loads))
    with pytest.raises(ModelDamaged):
        bench.engine.transcribe(bench.job(device="cuda")).result(WAIT_S)
    assert bench.engine.status.state is EngineState.FAILED
    bench.engine.close()


def test_only_the_newest_wish_is_loaded(bench: Bench) -> None:
    bench.backend.hold()
    bench.engine.prepare(ModelChoice("first"))
    assert bench.backend.inside.wait(WAIT_S)
    for name in ("second", "third"):
        bench.engine.prepare(ModelChoice(name))
    bench.backend.release()
    bench.wait_for_states(4)
    assert [name for name, _ in bench.backend.loaded] == ["first", "third"]


def test_preparing_again_what_is_loaded_only_says_so(bench: Bench) -> None:
    for _ in range(2):
        bench.engine.prepare(ModelChoice("m"))
        bench.wait_for_states(2)
    bench.wait_for_states(3)
    assert len(bench.backend.loaded) == 1


def test_auto_is_looked_up_again_when_prepared() -> None:
    found = ["builtin"]

    def resolve(model: str) -> ResolvedModel:
        return ResolvedModel(found[-1], Path(found[-1]))

    bench = Bench(ScriptedBackend(), resolve)
    bench.engine.prepare(ModelChoice("auto"))
    bench.wait_for_states(2)
    found.append("base")
    bench.engine.prepare(ModelChoice("auto"))
    bench.wait_for_states(4)
    assert [name for name, _ in bench.backend.loaded] == ["builtin", "base"]
    bench.engine.close()


def test_a_queued_job_can_be_cancelled(bench: Bench) -> None:
    bench.backend.hold()
    running = bench.engine.transcribe(bench.job(1))
    assert bench.backend.inside.wait(WAIT_S)
    queued = bench.engine.transcribe(bench.job(2))
    assert queued.cancel()
    assert not running.cancel()
    bench.backend.release()
    assert running.result(WAIT_S).text == "word"
    bench.engine.close()
    assert len(bench.backend.calls) == 1


def test_close_gives_up_a_running_decode_within_a_second(bench: Bench) -> None:
    bench.backend.hold()
    running = bench.engine.transcribe(bench.job(1))
    assert bench.backend.inside.wait(WAIT_S)
    queued = bench.engine.transcribe(bench.job(2))
    began_s = time.monotonic()
    bench.engine.close()
    assert time.monotonic() - began_s < 1.0
    assert queued.cancelled()
    with pytest.raises(DecodeFailed, match="closing"):
        running.result(0)


def test_after_close_jobs_fail_and_wishes_are_ignored(bench: Bench) -> None:
    bench.engine.transcribe(bench.job()).result(WAIT_S)
    bench.engine.close()
    bench.engine.close()
    assert bench.backend.unloads == 1
    bench.engine.prepare(ModelChoice("other"))
    with pytest.raises(DecodeFailed):
        bench.engine.transcribe(bench.job()).result(0)


def test_closing_an_engine_that_was_never_used_needs_no_thread() -> None:
    engine = WorkerEngine(lambda event: None, ScriptedBackend(), resolved)
    before = threading.active_count()
    engine.close()
    assert threading.active_count() == before


def test_a_decode_that_breaks_fails_its_job_only(bench: Bench) -> None:
    bench.backend.replies.extend([ZeroDivisionError("odd"), " fine"])
    broken, fine = (bench.engine.transcribe(bench.job(take)) for take in (1, 2))
    with pytest.raises(DecodeFailed, match="odd"):
        broken.result(WAIT_S)
    assert fine.result(WAIT_S).text == "fine"


@pytest.mark.parametrize("failure", [EngineOutOfMemory("Full."), DeviceUnavailable("Gone.")])
def test_a_graphics_card_that_fails_inside_a_take_hands_over_to_the_cpu(
    bench: Bench, failure: Exception
) -> None:
    bench.backend.replies.extend([failure, " saved", " next"])
    saved, after = (bench.engine.transcribe(bench.job(t, device="cuda")) for t in (1, 2))
    transcript = saved.result(WAIT_S)
    assert transcript.text == "saved" and after.result(WAIT_S).text == "next"
    assert [choice.device for _, choice in bench.backend.loaded] == ["cuda", "cpu"]
    assert transcript.model is not None and transcript.model.device == "cpu"
    assert "on the CPU instead" in transcript.model.notices[0].message


def test_out_of_memory_on_the_cpu_is_an_error(bench: Bench) -> None:
    bench.backend.replies.append(EngineOutOfMemory("Full."))
    with pytest.raises(EngineOutOfMemory):
        bench.engine.transcribe(bench.job()).result(WAIT_S)


def test_waiting_is_split_into_load_queue_and_decode(bench: Bench) -> None:
    bench.backend.hold()
    bench.engine.prepare(ModelChoice("m"))
    assert bench.backend.inside.wait(WAIT_S)
    began_s = time.monotonic()
    first, second = (bench.engine.transcribe(bench.job(take)) for take in (1, 2))
    bench.backend.release()
    one, two = first.result(WAIT_S), second.result(WAIT_S)
    took_ms = (time.monotonic() - began_s) * 1000
    for transcript in (one, two):
        parts = (transcript.load_ms, transcript.queue_ms, transcript.decode_ms)
        assert all(part >= -0.001 for part in parts)
        assert sum(parts) <= took_ms + 1
    assert one.load_ms > 0
    third = bench.engine.transcribe(bench.job(3)).result(WAIT_S)
    assert third.load_ms < 50


def died() -> EngineDied:
    return EngineDied("The recogniser stopped unexpectedly.", "Choose a smaller model.")


def test_the_same_audio_is_given_again_after_a_crash(bench: Bench) -> None:
    bench.backend.replies.extend([died(), " again"])
    transcript = bench.engine.transcribe(bench.job()).result(5)
    assert transcript.text == "again"
    first, second = (call.samples for call in bench.backend.calls)
    assert len(first) == len(second)
    assert len(bench.backend.loaded) == 2, "a crash takes the model with it"


def test_a_second_crash_on_a_graphics_card_leads_to_the_cpu_and_is_told(bench: Bench) -> None:
    bench.backend.replies.extend([died(), died(), " on the cpu"])
    transcript = bench.engine.transcribe(bench.job(device="cuda")).result(5)
    assert transcript.text == "on the cpu"
    assert [choice.device for _, choice in bench.backend.loaded] == ["cuda", "cuda", "cpu"]
    assert transcript.model is not None
    assert "crashed twice" in transcript.model.notices[0].message


def test_what_died_is_remembered_for_the_next_take(bench: Bench) -> None:
    bench.backend.replies.extend([died(), died()])
    bench.engine.transcribe(bench.job(device="cuda")).result(5)
    bench.engine.transcribe(bench.job(take=2, device="cuda")).result(5)
    assert [choice.device for _, choice in bench.backend.loaded] == ["cuda", "cuda", "cpu"]


def test_crashes_on_the_cpu_lead_to_a_smaller_model() -> None:
    bench = Bench(ScriptedBackend(died(), died(), " small"), smaller=lambda _: ("tiny",))
    try:
        transcript = bench.engine.transcribe(bench.job(device="cpu")).result(5)
    finally:
        bench.engine.close()
    assert transcript.text == "small"
    assert [name for name, _ in bench.backend.loaded] == ["m", "m", "tiny"]


def test_when_nothing_holds_the_take_fails_and_the_state_says_so(bench: Bench) -> None:
    bench.backend.replies.extend([died() for _ in range(5)])
    with pytest.raises(EngineDied):
        bench.engine.transcribe(bench.job(device="cpu")).result(5)
    assert bench.engine.status.state is EngineState.FAILED


def test_a_crash_while_loading_for_a_take_is_tried_again() -> None:
    backend = ScriptedBackend(" word", loads={"cuda": died()})
    bench = Bench(backend)
    try:
        assert bench.engine.transcribe(bench.job(device="cuda")).result(5).text == "word"
    finally:
        bench.engine.close()
    assert [choice.device for _, choice in backend.loaded] == ["cuda", "cuda", "cpu"]


def test_a_model_nobody_uses_is_put_away_and_comes_back_for_the_next_take() -> None:
    bench = Bench(ScriptedBackend(), idle_unload_s=0.05)
    try:
        bench.engine.prepare(ModelChoice("m"))
        bench.wait_for_states(3)
        assert bench.states == [EngineState.LOADING, EngineState.READY, EngineState.RESTING]
        assert bench.backend.unloads == 1
        assert bench.engine.transcribe(bench.job()).result(5).text == "word"
    finally:
        bench.engine.close()
    assert [name for name, _ in bench.backend.loaded] == ["m", "m"]


def test_a_crash_while_preparing_is_tried_again_and_then_leads_down() -> None:
    bench = Bench(ScriptedBackend(loads={"cuda": died()}))
    try:
        bench.engine.prepare(ModelChoice("m", "cuda"))
        bench.wait_for_states(4)
    finally:
        bench.engine.close()
    assert bench.states[-1] is EngineState.READY
    assert [choice.device for _, choice in bench.backend.loaded] == ["cuda", "cuda", "cpu"]


def test_on_the_last_rung_a_take_survives_four_deaths(bench: Bench) -> None:
    bench.backend.replies.extend([*(died() for _ in range(4)), " at last"])
    assert bench.engine.transcribe(bench.job(device="cpu")).result(5).text == "at last"
    assert [choice.device for _, choice in bench.backend.loaded] == ["cpu"] * 5


def test_auto_that_meant_the_cpu_leads_straight_to_a_smaller_model() -> None:
    backend = ScriptedBackend(died(), died(), " small")
    bench = Bench(backend, smaller=lambda model: ("tiny",) if model.name == "m" else ())
    try:
        assert bench.engine.transcribe(bench.job()).result(5).text == "small"
    finally:
        bench.engine.close()
    assert [name for name, _ in backend.loaded] == ["m", "m", "tiny"]


def test_the_next_start_does_not_begin_with_what_died(tmp_path: Path) -> None:
    path = tmp_path / "crashes.json"
    first = Bench(ScriptedBackend(died(), died()), crashes=Crashes(path))
    try:
        first.engine.transcribe(first.job(device="cuda")).result(5)
    finally:
        first.engine.close()
    again = Bench(ScriptedBackend(), crashes=Crashes(path))
    try:
        jobs = [again.job(take, device="cuda") for take in (1, 2)]
        told = [again.engine.transcribe(job).result(5) for job in jobs]
        assert [choice.device for _, choice in again.backend.loaded] == ["cpu"]
        model = told[0].model
        assert model is not None
        assert "m crashed twice the last time. It runs on the CPU" in model.notices[0].message
        assert "dictate tune --forget" in model.notices[0].next_step
        Crashes(path).forget()
        again.engine.prepare(ModelChoice("m", "cuda"))
        again.wait_for_states(4)
        assert again.backend.loaded[-1][1].device == "cuda", "forgotten: tried first again"
    finally:
        again.engine.close()


def test_with_nothing_below_what_died_is_tried_all_the_same(tmp_path: Path) -> None:
    crashes = Crashes(tmp_path / "crashes.json")
    crashes.add(Combination("m", "cpu", "auto"))
    bench = Bench(ScriptedBackend(), crashes=crashes)
    try:
        assert bench.engine.transcribe(bench.job(device="cpu")).result(5).text == "word"
    finally:
        bench.engine.close()


def test_what_was_measured_is_used_until_it_dies_twice(tmp_path: Path) -> None:
    crashes = Crashes(tmp_path / "crashes.json")
    tuned = (Tuning("cpu", "float32", 2),)
    backend = ScriptedBackend(" fast", died(), died(), " safe")
    bench = Bench(backend, tunings=lambda _: tuned, crashes=crashes)
    try:
        assert bench.engine.transcribe(bench.job(1)).result(5).text == "fast"
        second = bench.engine.transcribe(bench.job(2)).result(5)
    finally:
        bench.engine.close()
    assert second.text == "safe"
    assert backend.tunings == [tuned, tuned, ()]
    assert second.model is not None
    assert "crashed twice with float32" in second.model.notices[0].message


def test_an_explicit_compute_type_wins_over_what_was_measured() -> None:
    backend = ScriptedBackend()
    bench = Bench(backend, tunings=lambda _: (Tuning("cpu", "float32", 2),))
    try:
        bench.engine.prepare(ModelChoice("m", compute_type="int8"))
        bench.wait_for_states(2)
    finally:
        bench.engine.close()
    assert backend.tunings == [()]


def test_preparing_again_after_a_measurement_loads_what_it_found() -> None:
    found: list[Tuning] = []
    backend = ScriptedBackend()
    bench = Bench(backend, tunings=lambda _: tuple(found))
    try:
        bench.engine.prepare(ModelChoice("m"))
        bench.wait_for_states(2)
        found.append(Tuning("cpu", "float32", 1))
        bench.engine.prepare(ModelChoice("m"))
        bench.wait_for_states(4)
    finally:
        bench.engine.close()
    assert backend.tunings == [(), tuple(found)]


def test_an_engine_that_dies_while_idle_is_started_again_at_once() -> None:
    backend = MortalBackend()
    bench = Bench(backend)
    try:
        bench.engine.prepare(ModelChoice("m"))
        bench.wait_for_states(2)
        backend.die()
        bench.wait_for_states(4)
        assert bench.states == [EngineState.LOADING, EngineState.READY] * 2
        assert bench.engine.transcribe(bench.job()).result(5).text == "word"
    finally:
        bench.engine.close()
    assert len(backend.loaded) == 2


def test_an_engine_that_dies_again_and_again_rests_until_it_is_needed() -> None:
    backend = MortalBackend()
    bench = Bench(backend)
    try:
        bench.engine.prepare(ModelChoice("m"))
        for restart in range(1, MOST_REVIVALS + 1):
            bench.wait_for_states(2 * restart)
            backend.die()
        bench.wait_for_states(2 * MOST_REVIVALS + 2)
        backend.die()
        bench.wait_for_states(2 * MOST_REVIVALS + 3)
        assert bench.states[-1] is EngineState.RESTING
        assert bench.engine.transcribe(bench.job()).result(5).text == "word"
    finally:
        bench.engine.close()


def test_a_death_that_was_dealt_with_under_a_take_loads_nothing_more() -> None:
    backend = MortalBackend(died(), " again")
    bench = Bench(backend)
    try:
        backend.die_with_the_next_call()
        assert bench.engine.transcribe(bench.job()).result(5).text == "again"
        assert bench.engine.transcribe(bench.job(2)).result(5).text == "word"
    finally:
        bench.engine.close()
    assert len(backend.loaded) == 2


def test_a_sound_that_kills_every_model_puts_the_blame_on_none(tmp_path: Path) -> None:
    crashes = Crashes(tmp_path / "crashes.json")
    backend = ScriptedBackend(*(died() for _ in range(2 + 5)), " fine")
    bench = Bench(
        backend, smaller=lambda model: ("tiny",) if model.name == "m" else (), crashes=crashes
    )
    try:
        with pytest.raises(EngineDied):
            bench.engine.transcribe(bench.job(device="cpu")).result(5)
        assert crashes.all() == ()
        transcript = bench.engine.transcribe(bench.job(2, device="cpu")).result(5)
    finally:
        bench.engine.close()
    assert transcript.text == "fine"
    assert [name for name, _ in backend.loaded] == ["m"] * 2 + ["tiny"] * 5 + ["m"]
    assert transcript.model is not None and transcript.model.notices == ()


def test_it_works_on_though_its_state_could_not_be_shown() -> None:
    """As at the end of the program, or while a window is made anew."""
    throws = [True]

    def publish(event: Event) -> None:
        assert isinstance(event, EngineChanged)
        if event.status.state is EngineState.RESTING and throws:
            throws.pop()
            raise RuntimeError("Internal C++ object already deleted.")

    backend = ScriptedBackend()
    engine = WorkerEngine(publish, backend, resolved, lambda _: ())
    job = Job(TakeId(1), SAMPLES, SPEECH, ModelChoice("m", "auto"))
    assert engine.transcribe(job).result(WAIT_S).text == "word"
    engine.rest()
    assert engine.transcribe(job).result(WAIT_S).text == "word"
    engine.close()
