"""The numbers of one run, and how they are made of what was measured."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

OURS = "dictate"
FASTER_WHISPER = "faster-whisper"
USUAL_TYPE = "int8"
"""What we compute with on a processor, as long as nothing else was measured to be faster."""
READY_MS = 50.0
"""A text handed over so soon after the release was ready at it."""


@dataclass(frozen=True, slots=True)
class Job:
    """Takes to measure: their length, and how long after the last word the key comes up."""

    scenario_s: int
    gap_ms: int
    takes: int


@dataclass(frozen=True, slots=True)
class Row:
    """What one engine needed for the takes of one job."""

    engine: str
    model: str
    device: str
    compute_type: str
    scenario_s: int
    gap_ms: int
    takes: int
    median_ms: float
    p95_ms: float
    ready_share: float
    cpu_s: float
    """Processor time of a take, from key down to text, all processes of the engine's program."""
    peak_mb: float


@dataclass(frozen=True, slots=True)
class AheadCost:
    """Processor time of the engine for the same takes, decoded ahead and decoded once."""

    scenario_s: int
    takes: int
    ahead_cpu_s: float
    plain_cpu_s: float

    @property
    def ratio(self) -> float:
        """How often the work of one plain decode was done."""
        return self.ahead_cpu_s / self.plain_cpu_s


@dataclass(frozen=True, slots=True)
class Idle:
    """What the program's core costs while nobody dictates: capture, session, engine; no window."""

    seconds: float
    core_share: float
    core_mb: float
    engine_mb: float


@dataclass(frozen=True, slots=True)
class Press:
    """Where takes begin, measured from the key going down, with the stream open."""

    pre_roll_ms: int
    presses: int
    begins_median_ms: float
    """When the first sample that is kept was heard; negative: before the press."""
    begins_latest_ms: float
    first_frame_median_ms: float
    """When the first frame was in memory and on its way to disk; it is 32 ms long."""


@dataclass(frozen=True, slots=True)
class Streamed:
    """Texts of long takes decoded at pauses, against one decode of each and against the truth."""

    voice: str
    """Where the takes come from."""
    model: str
    takes: int
    whole_words: int
    different: int
    """Words in which the two texts differ."""
    said_words: int
    streamed_wrong: int
    whole_wrong: int


@dataclass(frozen=True, slots=True)
class Model:
    """A model to measure with."""

    name: str
    folder: str
    scripted: bool


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that was measured in one run."""

    rows: tuple[Row, ...] = ()
    ahead: tuple[AheadCost, ...] = ()
    idle: Idle | None = None
    presses: tuple[Press, ...] = ()
    streamed: tuple[Streamed, ...] = ()

    def ours(self) -> list[Row]:
        """Return our rows: what a user gets who chooses no precision, where that was measured."""
        rows = [row for row in self.rows if row.engine == OURS]
        return [row for row in rows if row.compute_type == USUAL_TYPE] or rows

    def find(self, engine: str, model: str, scenario_s: int, gap_ms: int) -> list[Row]:
        """Return the rows of one engine for one job, the fastest first."""
        wanted = (engine, model, scenario_s, gap_ms)
        rows = [r for r in self.rows if (r.engine, r.model, r.scenario_s, r.gap_ms) == wanted]
        return sorted(rows, key=lambda row: row.median_ms)


def row(
    engine: str,
    model: Model,
    compute_type: str,
    job: Job,
    *,
    waits_ms: Sequence[float],
    cpu_s: float,
    peak_mb: float,
) -> Row:
    """Sum up the takes of one job; ``cpu_s`` is that of all of them together."""
    return Row(
        engine=engine,
        model=model.name,
        device="cpu",
        compute_type=compute_type,
        scenario_s=job.scenario_s,
        gap_ms=job.gap_ms,
        takes=len(waits_ms),
        median_ms=round(float(np.median(waits_ms)), 1),
        p95_ms=round(float(np.percentile(waits_ms, 95)), 1),
        ready_share=round(sum(ms <= READY_MS for ms in waits_ms) / len(waits_ms), 3),
        cpu_s=round(cpu_s / len(waits_ms), 3),
        peak_mb=round(peak_mb),
    )


def word_difference(one: str, other: str) -> int:
    """Return how many words must be put in, left out or exchanged to make one of the other."""
    first, second = words(one), words(other)
    costs = list(range(len(second) + 1))
    for i, word in enumerate(first, 1):
        before, costs[0] = costs[0], i
        for j, wanted in enumerate(second, 1):
            changed = before + (word != wanted)
            before, costs[j] = costs[j], min(changed, costs[j] + 1, costs[j - 1] + 1)
    return costs[-1]


def words(text: str) -> list[str]:
    """Return the words of a text, without case and punctuation."""
    return re.findall(r"\w+", text.lower())
