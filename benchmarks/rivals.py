"""Measures other recognisers as today's programs use them: all work begins at the release."""

from __future__ import annotations

import importlib.util
import time
from dataclasses import dataclass

from benchmarks import processes
from benchmarks.results import FASTER_WHISPER, Job, Model, Results, row
from benchmarks.speech import spoken

OTHERS = {"openai-whisper": "whisper", "whisper.cpp": "pywhispercpp", "RealtimeSTT": "RealtimeSTT"}
"""Further recognisers, by the module that would have to be importable."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What one process measures with one model."""

    model: Model
    compute_type: str
    jobs: tuple[Job, ...]


def measure_faster_whisper(plan: Plan) -> Results:
    """Run the jobs with the defaults: beam 5, the 30 s window. Belongs in a process of its own."""
    from faster_whisper import WhisperModel  # noqa: PLC0415  # in that process only

    model = WhisperModel(
        plan.model.folder, "cpu", compute_type=plan.compute_type, local_files_only=True
    )

    def wait_ms(number: int, job: Job) -> float:
        samples = spoken(job.scenario_s, number).until(job.gap_ms)
        released_at_s = time.monotonic()
        segments, _ = model.transcribe(samples)
        text = "".join(segment.text for segment in segments).strip()
        if not text:
            raise ValueError("faster-whisper heard nothing in a take")
        return (time.monotonic() - released_at_s) * 1000

    wait_ms(0, plan.jobs[0])  # the first decode of a process is slower
    own = [processes.own()]
    rows = []
    for job in plan.jobs:
        before_s = processes.cpu_s(own)
        waits_ms = [wait_ms(number, job) for number in range(job.takes)]
        measured = row(
            FASTER_WHISPER,
            plan.model,
            plan.compute_type,
            job,
            waits_ms=waits_ms,
            cpu_s=processes.cpu_s(own) - before_s,
            peak_mb=processes.peak_mb(own),
        )
        rows.append(measured)
    return Results(rows=tuple(rows))


def left_out() -> list[str]:
    """Return a line for each recogniser that is not measured, with the reason."""
    lines = []
    for name, module in OTHERS.items():
        if importlib.util.find_spec(module) is None:
            lines.append(f"{name}: the Python package `{module}` is not installed")
        else:
            lines.append(f"{name}: installed, but the weights are not exported to its format yet")
    return lines
