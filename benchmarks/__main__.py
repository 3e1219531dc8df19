"""Measures Dictate and other recognisers side by side, in one run.

    python -m benchmarks [--quick] [--rivals] [--rivals-python PYTHON] [--json FILE]

Writes docs/performance.md and its picture. --quick measures the base model against faster-whisper
in under four minutes on two cores; without it tiny, small and large-v3-turbo follow, more takes of
each kind, long takes through the built-in model, and every rival that is installed.
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

from benchmarks import bars, long_takes, machine, models, ours, plan, press, report, rivals
from benchmarks.picture import draw
from benchmarks.plan import Set
from benchmarks.report import Report
from benchmarks.results import Model, Results
from benchmarks.rivals import Place, RivalFailed
from dictate.errors import DictateError

DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "performance.md"
PICTURE = "pictures/performance.svg"
ELSEWHERE = (
    "memory of the process with the window",
    "key press to the first sample of a real sound device: see `tests/audio`",
    "300 takes in a row, and takes with the engine killed: `python -m benchmarks.endurance`",
)
STREAMED_TAKES = 3
PRESSES = 10
PRE_ROLL_MS = 300

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Measured:
    """All that one run gave."""

    results: Results
    models: tuple[Model, ...]
    left_out: tuple[str, ...]


def apart(work: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Run in a fresh process, whose memory is only what this work needs."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, *args, **kwargs).result()


def measure(sets: Sequence[Set], places: Sequence[Place], idle_s: float) -> Measured:
    """Measure one set after another, each engine in a process of its own."""
    results, used, left_out = Results(), list[Model](), list[str]()
    for chosen in sets:
        if reason := plan.too_large(chosen):
            left_out.append(skipped(reason))
            continue
        model = apart(models.find, chosen.model)
        used.append(model)
        for compute_type in chosen.our_types:
            say(f"dictate, {model.name}, {compute_type}: takes are spoken in real time ...")
            wanted = ours.Plan(model, compute_type, chosen.jobs, 0 if results.idle else idle_s)
            results = merged(results, apart(ours.measure, wanted))
        for place in places:
            for compute_type in place.rival.compute_types:
                wanted_of_it = rivals.Plan(place, model, compute_type, chosen.jobs_of(place.rival))
                results, failures = _with_rival(results, wanted_of_it)
                left_out += failures
    return Measured(results, tuple(used), tuple(left_out))


def _with_rival(results: Results, wanted: rivals.Plan) -> tuple[Results, list[str]]:
    """Add a rival's rows, or say why there are none; a rival never ends the run."""
    name = f"{wanted.place.rival.name}, {wanted.model.name}, {wanted.compute_type}"
    say(f"{name} ...")
    try:
        return merged(results, apart(rivals.measure, wanted)), []
    except (RivalFailed, DictateError) as error:
        return results, [skipped(f"{name}: {error}")]


def merged(one: Results, other: Results) -> Results:
    """Return what two processes measured, as one."""
    return Results(
        rows=(*one.rows, *other.rows),
        ahead=(*one.ahead, *other.ahead),
        idle=one.idle or other.idle,
        presses=(*one.presses, *other.presses),
        streamed=(*one.streamed, *other.streamed),
    )


def streamed(takes: int) -> Results:
    """Hear long takes in pieces and at once: with the built-in model, and with a real one."""
    results = Results()
    voices = [
        (models.builtin(), "recorded samples", long_takes.recorded(takes)),
        (models.builtin(), "the same texts by espeak-ng", long_takes.synthesised(takes)),
    ]
    if real := models.best_real():
        voices.append((real, "people", long_takes.people(takes)))
    for model, voice, spoken_takes in voices:
        if spoken_takes:
            say(f"{model.name}, {voice}: {len(spoken_takes)} takes of 60 s, streamed and whole ...")
            heard = apart(ours.streamed, model, voice, spoken_takes)
            results = replace(results, streamed=(*results.streamed, heard))
    return results


def skipped(line: str) -> str:
    """Tell the person who waits that something is left out."""
    say(f"skipped: {line}")
    return line


def say(line: str) -> None:
    """Tell the person who waits."""
    print(line, flush=True)


def main() -> int:
    """Measure, judge, write."""
    wanted = _arguments()
    facts, bystanders = machine.look(), machine.Bystanders()
    began_s = time.monotonic()
    say(f"load average {facts.load:g} on {facts.cores} cores")
    try:
        places, missing = _places(wanted)
        results = Results(presses=apart(press.both, PRESSES, PRE_ROLL_MS))
        sets = plan.QUICK if wanted.quick else plan.FULL
        measured = measure(sets, places, 5.0 if wanted.quick else 30.0)
        results = merged(results, measured.results)
        usual = 0 if wanted.quick else STREAMED_TAKES
        if takes := usual if wanted.streamed is None else wanted.streamed:
            results = merged(results, streamed(takes))
    except (DictateError, RivalFailed) as error:
        say(f"stopped: {error}")
        return 1
    versions = {place.rival.name: place.version for place in places}
    run = Report(
        machine=replace(facts, versions={**facts.versions, **versions}),
        models=measured.models,
        results=results,
        bars=tuple(bars.judge(results)),
        left_out=(*missing, *measured.left_out, *ELSEWHERE),
        command=_command(wanted),
        took_s=time.monotonic() - began_s,
        others_share=bystanders.share(),
    )
    _write(run, wanted.json)
    return 0


def _places(wanted: argparse.Namespace) -> tuple[list[Place], list[str]]:
    """Return where the wanted rivals are, and what is said of the others."""
    pythons = [*dict.fromkeys([sys.executable, *wanted.rivals_python])]
    with_others = not wanted.quick or wanted.rivals or len(pythons) > 1
    places, missing = rivals.find(plan.wanted_rivals(with_others), pythons)
    if not with_others:
        others = ", ".join(rival.name for rival in plan.wanted_rivals(True)[1:])
        missing.append(f"{others}: measured without `--quick`, or with `--rivals`")
    return places, [skipped(line) for line in missing]


def _command(wanted: argparse.Namespace) -> str:
    """Return the command without what only concerns the person's machine."""
    parts = ["python -m benchmarks"]
    parts += ["--quick"] if wanted.quick else []
    parts += ["--rivals"] if wanted.rivals or wanted.rivals_python else []
    parts += [f"--streamed {wanted.streamed}"] if wanted.streamed is not None else []
    return " ".join(parts)


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
    parser.add_argument(
        "--rivals", action="store_true", help="with --quick: all rivals that are installed"
    )
    parser.add_argument(
        "--rivals-python",
        action="append",
        default=[],
        metavar="PYTHON",
        help="the Python of a virtual environment with rivals in it; may be given again",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all numbers there")
    parser.add_argument(
        "--streamed",
        type=int,
        metavar="TAKES",
        help=f"how many takes of 60 s to hear with the built-in model from each voice "
        f"({STREAMED_TAKES}; with --quick none)",
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
