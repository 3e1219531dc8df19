"""Measures Dictate and other recognisers side by side, in one run.

    python -m benchmarks [--quick] [--json FILE] [--streamed TAKES]

Writes docs/performance.md and its picture. --quick measures the base model in under four minutes
on two cores; without it tiny and small follow, with more takes of each kind.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ParamSpec, TypeVar

from benchmarks import bars, machine, models, ours, report, rivals
from benchmarks.picture import draw
from benchmarks.report import Report
from benchmarks.results import Job, Model, Results
from dictate.errors import DictateError

DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "performance.md"
PICTURE = "pictures/performance.svg"
ELSEWHERE = (
    "memory of the process with the window",
    "key press to the first sample that is kept: it takes a real sound device, see `tests/audio`",
    "300 takes in a row; takes with the engine killed are in `tests/e2e`",
)

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Set:
    """What is measured with one model."""

    model: str
    jobs: tuple[Job, ...]
    rival_jobs: tuple[Job, ...]
    our_types: tuple[str, ...] = ("int8",)
    rival_types: tuple[str, ...] = ("int8", "float32")


def jobs(short: int, middle: int, long: int) -> tuple[Job, ...]:
    """Return the usual jobs with so many takes of 3 s at each gap, of 10 s and of 60 s."""
    each_gap = tuple(Job(3, gap_ms, short) for gap_ms in (0, 300, 700))
    return (*each_gap, Job(10, 300, middle), Job(60, 300, long))


QUICK = (Set("base", jobs(6, 2, 1), jobs(4, 2, 1)),)
FULL = (
    Set("base", jobs(20, 6, 3), jobs(10, 6, 3), our_types=("int8", "float32")),
    Set("tiny", jobs(10, 3, 1), jobs(5, 3, 1)),
    Set("small", jobs(10, 3, 1), jobs(5, 3, 1)),
)
STREAMED_S = 60


def apart(work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Run in a fresh process, whose memory is only what this work needs."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, *args, **kwargs).result()


def measure(sets: Sequence[Set], idle_s: float) -> tuple[Results, tuple[Model, ...]]:
    """Measure one set after another, each engine in a process of its own."""
    results, used = Results(), []
    for chosen in sets:
        model = models.find(chosen.model)
        used.append(model)
        for compute_type in chosen.our_types:
            say(f"dictate, {model.name}, {compute_type}: takes are spoken in real time ...")
            plan = ours.Plan(model, compute_type, chosen.jobs, 0 if results.idle else idle_s)
            results = merged(results, apart(ours.measure, plan))
        for compute_type in chosen.rival_types:
            say(f"faster-whisper, {model.name}, {compute_type} ...")
            rival = rivals.Plan(model, compute_type, chosen.rival_jobs)
            results = merged(results, apart(rivals.measure_faster_whisper, rival))
    return results, tuple(used)


def merged(one: Results, other: Results) -> Results:
    """Return what two processes measured, as one."""
    return Results(
        rows=(*one.rows, *other.rows),
        ahead=(*one.ahead, *other.ahead),
        idle=one.idle or other.idle,
        streamed=one.streamed or other.streamed,
    )


def say(line: str) -> None:
    """Tell the person who waits."""
    print(line, flush=True)


def main() -> int:
    wanted = _arguments()
    facts = machine.look()
    say(f"load average {facts.load:g} on {facts.cores} cores")
    for line in rivals.left_out():
        say(f"skipped: {line}")
    began_s, bystanders = time.monotonic(), machine.Bystanders()
    try:
        results, used = measure(QUICK if wanted.quick else FULL, 5.0 if wanted.quick else 30.0)
        takes = wanted.streamed if wanted.streamed is not None else 0 if wanted.quick else 3
        if takes:
            say("the built-in model: long takes, streamed and at once ...")
            heard = apart(ours.streamed, models.builtin(), STREAMED_S, takes)
            results = replace(results, streamed=heard)
    except DictateError as error:
        say(f"stopped: {error}")
        return 1
    run = Report(
        machine=facts,
        models=used,
        results=results,
        bars=tuple(bars.judge(results)),
        left_out=(*rivals.left_out(), *ELSEWHERE),
        command="python -m benchmarks" + (" --quick" if wanted.quick else ""),
        took_s=time.monotonic() - began_s,
        others_share=bystanders.share(),
    )
    _write(run, wanted.json)
    return 0


def _write(run: Report, json_file: Path | None) -> None:
    if json_file is not None:
        json_file.write_text(report.as_json(run) + "\n", "utf-8")
    picture = DOCUMENT.parent / PICTURE
    picture.write_text(draw(run.results.rows, run.models[0].name), "utf-8")
    document = DOCUMENT.read_text("utf-8")
    DOCUMENT.write_text(report.spliced(document, report.as_markdown(run, PICTURE)), "utf-8")
    say("")
    say(report.rows_table(run.results.rows))
    say("")
    for bar in run.bars:
        say(f"{bar.aim}: {bar.measured} (wanted: {bar.wanted}; {report.VERDICTS[bar.reached]})")
    say(f"written: docs/{DOCUMENT.name}, docs/{PICTURE}; {run.took_s:.0f} s")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--quick", action="store_true", help="the base model only, few takes")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all numbers there")
    parser.add_argument(
        "--streamed",
        type=int,
        metavar="TAKES",
        help="how many takes of 60 s to hear with the built-in model (3; with --quick none)",
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
