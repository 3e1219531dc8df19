"""Writes what was measured as JSON and into the document."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from benchmarks.bars import Bar
from benchmarks.machine import BUSY_SHARE, Machine
from benchmarks.results import OURS, Model, Results, Row, Streamed

BEGIN = "<!-- benchmark: written by `python -m benchmarks`, changes are lost -->"
END = "<!-- end of benchmark -->"
UNRELIABLE = (
    "**Other programs were at work during this run: neither the times nor their ratios can be "
    "relied on, whatever the last column says. Run it again on a free machine.**"
)
VERDICTS = {True: "reached", False: "**not reached**", None: "-"}


@dataclass(frozen=True, slots=True)
class Report:
    """One run."""

    machine: Machine
    models: tuple[Model, ...]
    results: Results
    bars: tuple[Bar, ...]
    left_out: tuple[str, ...]
    command: str
    took_s: float
    others_share: float
    """How much of the processor other programs took meanwhile."""


def as_json(report: Report) -> str:
    """Return the run as JSON; ``rows`` are the measurements, one for each engine and job."""
    return json.dumps(
        {
            "command": report.command,
            "took_s": round(report.took_s),
            "others_share": round(report.others_share, 3),
            "machine": asdict(report.machine),
            "models": [{"name": m.name, "scripted": m.scripted} for m in report.models],
            "rows": [asdict(row) for row in report.results.rows],
            "ahead": [asdict(c) | {"ratio": round(c.ratio, 3)} for c in report.results.ahead],
            "idle": asdict(report.results.idle) if report.results.idle else None,
            "presses": [asdict(one) for one in report.results.presses],
            "streamed": [asdict(one) for one in report.results.streamed],
            "bars": [asdict(bar) for bar in report.bars],
            "left_out": list(report.left_out),
        },
        indent=2,
    )


def as_markdown(report: Report, picture: str) -> str:
    """Return the generated part of the document."""
    parts = [
        "## This run",
        _facts(report),
        f"![Median time from key up to text, for each engine and scenario]({picture})",
        "## What it must reach",
        "The base model on the CPU, medians. A rival counts with the compute type that is fastest "
        "here." + (f" {UNRELIABLE}" if report.others_share > BUSY_SHARE else ""),
        table(
            ("aim", "wanted", "measured", ""),
            [(bar.aim, bar.wanted, bar.measured, VERDICTS[bar.reached]) for bar in report.bars],
        ),
        *_comparison(report.results),
        "## All rows",
        rows_table(report.results.rows),
        *_streamed(report.results.streamed),
        "## Not measured in this run",
        "\n".join(f"- {line}" for line in report.left_out),
    ]
    return "\n\n".join(parts)


def rows_table(rows: Sequence[Row]) -> str:
    """Return all measurements as a table."""
    heads = (
        *("engine", "model", "type", "speech", "gap", "takes", "median", "95 %"),
        *("ready at release", "CPU a take", "peak memory"),
    )
    cells = [
        (
            *(row.engine, row.model, row.compute_type),
            *(f"{row.scenario_s} s", f"{row.gap_ms} ms", str(row.takes)),
            *(f"{row.median_ms:.0f} ms", f"{row.p95_ms:.0f} ms", f"{row.ready_share:.0%}"),
            *(f"{row.cpu_s:.2f} s", f"{row.peak_mb:.0f} MB"),
        )
        for row in rows
    ]
    return table(heads, cells)


def _comparison(results: Results) -> list[str]:
    """Return how much longer each rival makes one wait; of several precisions the fastest."""
    ours = {(r.model, r.scenario_s, r.gap_ms): r.median_ms for r in reversed(results.ours())}
    scenarios = list(dict.fromkeys((r.scenario_s, r.gap_ms) for r in results.ours()))
    cells = []
    for engine, model in dict.fromkeys((r.engine, r.model) for r in results.rows):
        if engine == OURS:
            continue
        found = [results.find(engine, model, *scenario)[:1] for scenario in scenarios]
        times = [
            f"{rows[0].median_ms / ours[key]:.1f}"
            if rows and (key := (model, *scenario)) in ours
            else "-"
            for scenario, rows in zip(scenarios, found, strict=True)
        ]
        cells.append((engine, model, *times))
    if not cells:
        return []
    heads = ("", "model", *(f"{seconds} s, {gap_ms} ms" for seconds, gap_ms in scenarios))
    return [
        "## How many times longer one waits with others",
        "Medians over ours with int8, for the length of speech and the gap before the release. A "
        "rival counts with the precision that is fastest here.",
        table(heads, cells),
    ]


def _streamed(heard: Sequence[Streamed]) -> list[str]:
    """Return the section on long takes, none where none were heard."""
    if not heard:
        return []
    heads = (
        *("model", "voice", "takes", "words in one decode", "different when streamed"),
        *("words said", "wrong when streamed", "wrong in one decode"),
    )
    cells = [
        (
            *(one.model, one.voice, str(one.takes), str(one.whole_words)),
            f"{one.different} ({one.different / max(1, one.whole_words):.1%})",
            *(str(one.said_words), str(one.streamed_wrong), str(one.whole_wrong)),
        )
        for one in heard
    ]
    return ["## Long takes, decoded in pieces while they are spoken", table(heads, cells)]


def spliced(document: str, generated: str, begin: str = BEGIN, end: str = END) -> str:
    """Return the document with the part between these marks replaced."""
    pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    if not pattern.search(document):
        raise ValueError("the document has no place for the benchmark")
    return pattern.sub(lambda _: f"{begin}\n\n{generated}\n\n{end}", document)


def _facts(report: Report) -> str:
    machine = report.machine
    weights = ", ".join(f"{m.name} ({_kind(m)})" for m in report.models)
    packages = ", ".join(f"{name} {number}" for name, number in machine.versions.items())
    flags = ", ".join(machine.flags) or "none of those looked for"
    others = f"{report.others_share:.0%} of the processor"
    if report.others_share > BUSY_SHARE:
        others += ": **the machine was busy with something else, the times are too long**"
    rows = [
        ("command", f"`{report.command}`, {report.took_s:.0f} s"),
        ("when", machine.measured_on),
        ("system", machine.system),
        ("processor", f"{machine.processor}, {machine.cores} cores, {machine.memory_gb} GB"),
        ("vector instructions", flags),
        ("load average at the start", f"{machine.load:g}"),
        ("other programs during the run", others),
        ("packages", packages),
        ("weights", weights),
    ]
    return table(("", ""), rows)


def _kind(model: Model) -> str:
    return "scripted weights" if model.scripted else "real weights"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)
