"""Writes what was measured as JSON and into the document."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from benchmarks.bars import Bar
from benchmarks.gui.results import Results
from benchmarks.machine import BUSY_SHARE, Machine
from benchmarks.report import VERDICTS

BEGIN = "<!-- benchmark: written by `python -m benchmarks.gui`, changes are lost -->"
END = "<!-- end of benchmark -->"


@dataclass(frozen=True, slots=True)
class Report:
    """One run."""

    machine: Machine
    versions: str
    results: Results
    bars: tuple[Bar, ...]
    took_s: float
    others_share: float
    """How much of the processor other programs took meanwhile."""


def as_json(report: Report) -> str:
    """Return the run as JSON."""
    return json.dumps(asdict(report), indent=2, default=str)


def as_markdown(report: Report) -> str:
    """Return the generated part of the document."""
    results = report.results
    parts = [
        "## This run",
        _table(("", ""), _facts(report)),
        "## What it must reach",
        _table(
            ("aim", "wanted", "measured", ""),
            [(bar.aim, bar.wanted, bar.measured, VERDICTS[bar.reached]) for bar in report.bars],
        ),
        "## Windows",
        _table(
            ("window", "first frame", "the second time", "longest block meanwhile"),
            [
                (one.window, *(f"{ms:.0f} ms" for ms in (one.first_ms, one.again_ms, one.block_ms)))
                for one in results.openings
            ],
        ),
        "## The overlay while sound comes",
        _table(
            ("overlay", "GUI thread", "X server", "frames/s"),
            [
                (
                    *(one.show, f"{one.gui_share:.1%}", f"{one.server_share:.1%}"),
                    f"{one.frames_per_s:.0f}",
                )
                for one in results.costs
            ],
        ),
        "## Where the longest blocks were",
        _table(
            ("condition", "longest", "computing", "waiting for a processor", "in"),
            [
                (
                    *(one.condition, f"{one.longest_ms:.0f} ms", f"{one.computed_ms:.0f} ms"),
                    *(f"{one.queued_ms:.0f} ms", f"`{one.where}`"),
                )
                for one in results.blocked
            ],
        ),
        "## Memory",
        _table(("when", "USS", "data of its own", "RSS"), _memory(results)),
    ]
    return "\n\n".join(parts)


def _facts(report: Report) -> list[tuple[str, str]]:
    machine = report.machine
    others = f"{report.others_share:.0%} of the processor"
    if report.others_share > BUSY_SHARE:
        others += ": **the machine was busy with something else, the times are too long**"
    return [
        ("command", f"`python -m benchmarks.gui`, {report.took_s:.0f} s"),
        ("when", machine.measured_on),
        ("system", machine.system),
        ("processor", f"{machine.processor}, {machine.cores} cores, {machine.memory_gb} GB"),
        ("load average at the start", f"{machine.load:g}"),
        ("other programs during the run", others),
        ("GUI", report.versions),
    ]


def _memory(results: Results) -> list[tuple[str, ...]]:
    rows = [("idle, model loaded", results.idle), ("each window opened once", results.used)]
    rows += [(f"after {take} takes", found) for take, found in sorted(results.takes.items())]
    return [
        (
            *(name, f"{found.own_mb:.0f} MB", f"{found.own_data_mb:.1f} MB"),
            f"{found.resident_mb:.0f} MB",
        )
        for name, found in rows
        if found is not None
    ]


def spliced(document: str, generated: str) -> str:
    """Return the document with its generated part replaced."""
    pattern = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)
    if not pattern.search(document):
        raise ValueError("the document has no place for the benchmark")
    return pattern.sub(lambda _: f"{BEGIN}\n\n{generated}\n\n{END}", document)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)
