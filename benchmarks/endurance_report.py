"""What a day of dictation gave: judged, as a table, as JSON and as part of the document."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise

from benchmarks.bars import Bar
from benchmarks.endurance_session import Footprints, Said
from benchmarks.machine import Machine
from benchmarks.report import VERDICTS, table
from benchmarks.results import word_difference

BEGIN = "<!-- endurance: written by `python -m benchmarks.endurance`, changes are lost -->"
END = "<!-- end of endurance -->"
MOST_GROWTH_MB = 10.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the takes that were dictated."""

    takes: int
    lost: int
    """Without a text."""
    twice: int
    """With more than one."""
    out_of_order: int
    """Delivered after a later one."""
    of_another: int
    """Nearer to another phrase than to the one that was said."""
    as_written: int
    """Word for word what was said; the rest is the model's hearing."""

    @property
    def is_whole(self) -> bool:
        """Every text came, once, in order, and was the right one."""
        return not (self.lost or self.twice or self.out_of_order or self.of_another)


@dataclass(frozen=True, slots=True)
class Kills:
    """Takes while the engine's process was killed again and again."""

    seed: int
    kills: int
    while_loading: int
    while_working: int
    outcome: Outcome
    errors: tuple[str, ...]
    growth: Footprints
    """Of program and engine, from before the first kill to after the last take."""


@dataclass(frozen=True, slots=True)
class Endurance:
    """One run."""

    machine: Machine
    command: str
    took_s: float
    speed: float
    course: tuple[Footprints, ...]
    outcome: Outcome
    errors: tuple[str, ...]
    kills: Kills
    streams_opened: int
    recordings_left: int
    segments_left: int
    """Shared memory that nobody took away; -1 where that cannot be seen."""

    @property
    def growth(self) -> Footprints:
        """Between the first look and the last."""
        return self.course[-1].without(self.course[0])


def judged(said: Sequence[Said], texts: Sequence[Said], known: Sequence[str]) -> Outcome:
    """Compare what was said with what was delivered."""
    wanted = {one.take: one.text for one in said}
    came = [one for one in texts if one.take in wanted]
    takes = [one.take for one in came]
    nearest = [
        min(known, key=lambda phrase: word_difference(phrase, one.text), default="") for one in came
    ]
    return Outcome(
        takes=len(said),
        lost=len(set(wanted) - set(takes)),
        twice=len(takes) - len(set(takes)),
        out_of_order=sum(later < one for one, later in pairwise(takes)),
        of_another=sum(
            word_difference(near, wanted[one.take]) > 0
            for near, one in zip(nearest, came, strict=True)
        ),
        as_written=sum(word_difference(wanted[one.take], one.text) == 0 for one in came),
    )


def bars(run: Endurance) -> list[Bar]:
    """Say what was wanted and what came."""
    grown, first = run.growth, run.course[0].takes
    since = f"from take {first} to take {grown.takes}"
    kills = run.kills
    files = f"{grown.program.files:+d} and {grown.engine.files:+d}"
    threads = f"{grown.program.threads:+d} and {grown.engine.threads:+d}"
    left = f"{run.recordings_left} recordings, {max(0, run.segments_left)} segments"
    most = f"at most {MOST_GROWTH_MB:.0f} MB"
    return [
        Bar(
            f"memory of the program, {since}",
            most,
            f"{grown.program.memory_mb:+.1f} MB",
            grown.program.memory_mb <= MOST_GROWTH_MB,
        ),
        Bar(
            f"memory of the engine, {since}",
            most,
            f"{grown.engine.memory_mb:+.1f} MB",
            grown.engine.memory_mb <= MOST_GROWTH_MB,
        ),
        Bar(
            f"open files of both, {since}",
            "no growth",
            files,
            max(grown.program.files, grown.engine.files) <= 0,
        ),
        Bar(
            f"threads of both, {since}",
            "no growth",
            threads,
            max(grown.program.threads, grown.engine.threads) <= 0,
        ),
        Bar(
            f"texts of {run.outcome.takes} takes",
            "each once, in order",
            told(run.outcome),
            run.outcome.is_whole and not run.errors,
        ),
        Bar(
            f"texts of {kills.outcome.takes} takes with the engine killed {kills.kills} times",
            "each once, in order",
            told(kills.outcome),
            kills.outcome.is_whole and not kills.errors,
        ),
        Bar(
            "memory of the program, from before the kills",
            most,
            f"{kills.growth.program.memory_mb:+.1f} MB",
            kills.growth.program.memory_mb <= MOST_GROWTH_MB,
        ),
        Bar(
            "open files and threads of the program, from before the kills",
            "no growth",
            f"{kills.growth.program.files:+d} and {kills.growth.program.threads:+d}",
            max(kills.growth.program.files, kills.growth.program.threads) <= 0,
        ),
        Bar(
            "left behind on disk and in shared memory",
            "nothing",
            left,
            not run.recordings_left and run.segments_left <= 0,
        ),
    ]


def told(outcome: Outcome) -> str:
    """Return an outcome in a few words."""
    if outcome.is_whole:
        return f"all {outcome.takes}, each once, in order"
    return (
        f"{outcome.lost} lost, {outcome.twice} twice, {outcome.out_of_order} out of order, "
        f"{outcome.of_another} of another take"
    )


def as_json(run: Endurance) -> str:
    """Return all of it."""
    return json.dumps(asdict(run) | {"bars": [asdict(bar) for bar in bars(run)]}, indent=2)


def course_table(course: Sequence[Footprints]) -> str:
    """Return what both processes held after so many takes."""
    heads = (
        *("takes", "program", "its files", "its threads"),
        *("engine", "its files", "its threads"),
    )
    rows = [
        (
            *(str(one.takes), f"{one.program.memory_mb:.1f} MB"),
            *(str(one.program.files), str(one.program.threads)),
            f"{one.engine.memory_mb:.1f} MB",
            *(str(one.engine.files), str(one.engine.threads)),
        )
        for one in course
    ]
    return table(heads, rows)


def as_markdown(run: Endurance) -> str:
    """Return the generated part of the document."""
    machine, kills = run.machine, run.kills
    facts = [
        ("command", f"`{run.command}`, {run.took_s:.0f} s"),
        ("when", machine.measured_on),
        ("system", machine.system),
        ("processor", f"{machine.processor}, {machine.cores} cores, {machine.memory_gb} GB"),
        ("packages", ", ".join(f"{name} {number}" for name, number in machine.versions.items())),
        ("speed of the microphone", f"{run.speed:g} times real time"),
        ("seed of the kills", str(kills.seed)),
    ]
    judged_bars = [(b.aim, b.wanted, b.measured, VERDICTS[b.reached]) for b in bars(run)]
    every = run.outcome.takes + kills.outcome.takes
    same = run.outcome.as_written + kills.outcome.as_written
    return "\n\n".join(
        [
            "## This run",
            table(("", ""), facts),
            "## What it must reach",
            table(("what", "wanted", "measured", ""), judged_bars),
            f"{same} of {every} texts are word for word what was said; what is not is how the "
            "small built-in model hears. Of the kills "
            f"{kills.while_loading} came while the model was loaded, {kills.while_working} while "
            f"a take was spoken or decoded. Streams opened for all takes: {run.streams_opened}.",
            "## What both processes held",
            course_table(run.course),
        ]
    )
