"""Measures Dictate itself: takes in real time, what decoding ahead costs, the core at rest."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from benchmarks import processes
from benchmarks.dictation import Dictation
from benchmarks.results import (
    OURS,
    AheadCost,
    Idle,
    Job,
    Model,
    Results,
    Row,
    Streamed,
    row,
    word_difference,
    words,
)
from benchmarks.speech import Spoken, spoken
from dictate.errors import EngineError

SETTLE_S = 0.3
"""After a take, so that the next one does not pay for what is still being put away."""
COST_GAP_MS = 300
"""The gap of the takes of which the cost of decoding ahead is measured."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What one process measures with one model."""

    model: Model
    compute_type: str
    jobs: tuple[Job, ...]
    idle_s: float = 0.0


def measure(plan: Plan) -> Results:
    """Run the jobs of a plan. Belongs in a process of its own: its memory is part of the result."""
    with Dictation(plan.model, plan.compute_type) as dictation:
        time.sleep(1.0)  # the voice detector loads beside the model
        results = Results(idle=_idle(plan.idle_s) if plan.idle_s else None)
        for job in plan.jobs:
            measured, ahead_cpu_s = _job(dictation, plan, job)
            results = replace(results, rows=(*results.rows, measured))
            if job.gap_ms == COST_GAP_MS:
                cost = _cost(dictation, job, ahead_cpu_s)
                results = replace(results, ahead=(*results.ahead, cost))
    return results


def streamed(model: Model, voice: str, takes: Sequence[Spoken]) -> Streamed:
    """Compare what is decoded while one speaks with one decode of the same takes."""
    with Dictation(model, "auto") as dictation:
        texts = [
            (dictation.decode_whole(take, COST_GAP_MS), dictation.speak(take, COST_GAP_MS)[1])
            for take in takes
        ]
    return compared(model.name, voice, [take.text for take in takes], texts)


def compared(
    model: str, voice: str, said: Sequence[str], texts: Sequence[tuple[str, str]]
) -> Streamed:
    """Count the words in which (whole, streamed) texts differ from one another and the truth."""
    return Streamed(
        voice=voice,
        model=model,
        takes=len(texts),
        whole_words=sum(len(words(whole)) for whole, _ in texts),
        different=sum(word_difference(whole, pieces) for whole, pieces in texts),
        said_words=sum(len(words(text)) for text in said),
        streamed_wrong=sum(
            word_difference(text, pieces) for text, (_, pieces) in zip(said, texts, strict=True)
        ),
        whole_wrong=sum(
            word_difference(text, whole) for text, (whole, _) in zip(said, texts, strict=True)
        ),
    )


def _job(dictation: Dictation, plan: Plan, job: Job) -> tuple[Row, float]:
    """Return the row of a job, and the engine's processor time for it."""
    engine = processes.children()
    everything = [processes.own(), *engine]
    waits_ms: list[float] = []

    def speak_all() -> None:
        for number in range(job.takes):
            wait_ms, text = dictation.speak(spoken(job.scenario_s, number), job.gap_ms)
            if not text:
                raise EngineError("A take ended without text.")
            waits_ms.append(wait_ms)
            time.sleep(SETTLE_S)

    before_s = processes.cpu_s(engine)
    cpu_s = _spent(everything, speak_all)
    measured = row(
        OURS,
        plan.model,
        plan.compute_type,
        job,
        waits_ms=waits_ms,
        cpu_s=cpu_s,
        peak_mb=processes.peak_mb(everything),
    )
    return measured, processes.cpu_s(engine) - before_s


def _cost(dictation: Dictation, job: Job, ahead_cpu_s: float) -> AheadCost:
    def decode_all() -> None:
        for number in range(job.takes):
            dictation.decode_whole(spoken(job.scenario_s, number), job.gap_ms)

    plain_cpu_s = _spent(processes.children(), decode_all)
    return AheadCost(job.scenario_s, job.takes, round(ahead_cpu_s, 3), round(plain_cpu_s, 3))


def _idle(seconds: float) -> Idle:
    engine = processes.children()
    core = [processes.own()]
    cpu_s = _spent([*core, *engine], lambda: time.sleep(seconds))
    return Idle(
        seconds,
        round(cpu_s / seconds, 4),
        round(processes.memory_mb(core)),
        round(processes.memory_mb(engine)),
    )


def _spent(measured: list[processes.Process], work: Callable[[], None]) -> float:
    before_s = processes.cpu_s(measured)
    work()
    return processes.cpu_s(measured) - before_s
