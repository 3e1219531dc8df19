"""What is measured in which order, what is left out, and when it ends."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from dictate.domain import ModelChoice, ModelInfo
from dictate.engine.backend import Reading
from dictate.engine.facts import ResolvedModel, Tuning
from dictate.engine.tuner import BUDGET_S, GaveWay, Tuner
from dictate.errors import EngineDied, EngineOutOfMemory, ModelDamaged

MODEL = ResolvedModel("base", Path("base"), tunings=(Tuning("cpu", "float32", 7),))
AVX2 = ("float32", "int8", "int8_float32")


@dataclass
class ScriptedBench:
    """A bench on a made-up machine: what each way of computing takes is given."""

    ms: dict[tuple[str, int], float]
    device: str = "cpu"
    supported: tuple[str, ...] = AVX2
    threads: int = 4
    cores: int = 8
    fails: dict[str, Exception] = field(default_factory=dict)
    now_s: float = 0.0
    load_s: float = 1.0
    loads: list[tuple[str, int]] = field(default_factory=list)
    unloads: int = 0
    devices: list[str] = field(default_factory=list)

    def load(self, resolved: ResolvedModel, choice: ModelChoice) -> ModelInfo:
        self.now_s += self.load_s
        usual = "float16" if self.device == "cuda" else "int8"
        tuning = next(iter(resolved.tunings), Tuning(self.device, usual, self.threads))
        assert choice.compute_type == "auto"
        self.devices.append(choice.device)
        self.loads.append((tuning.compute_type, tuning.threads))
        if tuning.compute_type in self.fails:
            raise self.fails[tuning.compute_type]
        return ModelInfo("base", Path("base"), self.device, tuning.compute_type)

    def measure(self, runs: int) -> Reading:
        compute_type, threads = self.loads[-1]
        ms = self.ms[compute_type, threads]
        told = "int8_float32" if compute_type == "int8" else compute_type
        runs_ms = (ms * 3, *[ms] * (runs - 1))  # the median forgives one slow run
        return Reading(self.device, told, self.threads, self.cores, self.supported, runs_ms, 100.0)

    def unload(self) -> None:
        self.unloads += 1


def tuner(bench: ScriptedBench, **options: object) -> Tuner:
    return Tuner(bench, free_mb=lambda: 8000, clock=lambda: bench.now_s, **options)  # type: ignore[arg-type]


def test_precisions_first_then_threads_of_the_best() -> None:
    bench = ScriptedBench(
        {("int8", 4): 125, ("float32", 4): 85, ("float32", 8): 60, ("float32", 2): 150}
    )
    tuned = tuner(bench).run(MODEL)
    measured = [("int8", 4), ("float32", 4), ("float32", 8), ("float32", 2)]
    assert bench.loads == [*measured, ("int8", 4), ("float32", 8)], "the outcome is confirmed"
    assert tuned.best.tuning == Tuning("cpu", "float32", 8)
    assert (tuned.best.ms, tuned.usual.ms) == (60, 125)
    assert tuned.complete and len(tuned.measured) == 4
    assert bench.unloads == 1


def test_the_usual_way_is_named_as_it_is_asked_for() -> None:
    bench = ScriptedBench({("int8", 1): 100, ("float32", 1): 100}, threads=1, cores=1)
    assert tuner(bench).run(MODEL).best.tuning == Tuning("cpu", "int8", 1)


def test_a_graphics_card_has_precisions_and_no_threads() -> None:
    types = ("float16", "int8_float16", "int8", "float32")
    bench = ScriptedBench(
        {("float16", 4): 20, **{(name, 0): 30 for name in types}}, "cuda", supported=types
    )
    tuned = tuner(bench).run(MODEL)
    assert tuned.best.tuning == Tuning("cuda", "float16", 0)
    assert [name for name, _ in bench.loads] == list(types)


@pytest.mark.parametrize(
    ("asked", "there", "then"),
    [("cuda:1", "cuda", "cuda:1"), ("auto", "cuda", "cuda"), ("cuda", "cpu", "cpu")],
)
def test_the_others_are_measured_on_the_same_device(asked: str, there: str, then: str) -> None:
    names = ("float16", "int8", "float32", "int8_float16")
    ms = {(name, threads): 50.0 for name in names for threads in (0, 2, 4, 8)}
    bench = ScriptedBench(ms, there, supported=("float16", "int8", "float32"))
    tuner(bench).run(MODEL, asked)
    assert bench.devices[0] == asked and set(bench.devices[1:]) == {then}


@pytest.mark.parametrize("failure", [EngineDied("Dead."), EngineOutOfMemory("Full.")])
def test_what_does_not_load_is_left_out(failure: Exception) -> None:
    bench = ScriptedBench(
        {("int8", 4): 100, ("int8", 8): 100, ("int8", 2): 100}, fails={"float32": failure}
    )
    assert tuner(bench).run(MODEL).best.tuning.compute_type == "int8"


def test_a_model_that_does_not_load_at_all_is_told() -> None:
    bench = ScriptedBench({}, fails={"int8": ModelDamaged("Broken.", "Again.")})
    with pytest.raises(ModelDamaged):
        tuner(bench).run(MODEL)
    assert bench.unloads == 1


def test_it_ends_in_time_with_what_is_known() -> None:
    bench = ScriptedBench({("int8", 4): 3000, ("float32", 4): 2000}, load_s=BUDGET_S / 2.5)
    tuned = tuner(bench).run(MODEL)
    assert not tuned.complete
    assert tuned.best.tuning == Tuning("cpu", "float32", 4)
    assert bench.now_s <= BUDGET_S


@pytest.mark.parametrize("after", [0, 1, 2])
def test_it_gives_way_at_once(after: int) -> None:
    bench = ScriptedBench({("int8", 4): 100, ("float32", 4): 100})
    with pytest.raises(GaveWay):
        tuner(bench, given_up=lambda: len(bench.loads) >= after).run(MODEL)
    assert len(bench.loads) == after and bench.unloads == 1


def test_a_process_that_was_ended_to_make_way_is_no_failure() -> None:
    bench = ScriptedBench({}, fails={"int8": EngineDied("Killed.")})
    with pytest.raises(GaveWay):
        tuner(bench, given_up=lambda: bool(bench.loads)).run(MODEL)


def test_what_is_not_confirmed_changes_nothing() -> None:
    class Moody(ScriptedBench):
        """Was disturbed when the usual way was measured first."""

        def measure(self, runs: int) -> Reading:
            if self.loads.count(("int8", 1)) > 1:
                self.ms["int8", 1] = 70
            return super().measure(runs)

    bench = Moody({("int8", 1): 150, ("float32", 1): 75}, threads=1, cores=1)
    tuned = tuner(bench).run(MODEL)
    assert tuned.best.tuning == Tuning("cpu", "int8", 1)
    assert bench.loads == [("int8", 1), ("float32", 1)] * 2
