"""Measures the GUI of the real program on a screen and with a microphone of its own.

    python -m benchmarks.gui [--json FILE]

Writes docs/gui-performance.md; about ten minutes. Needs Linux and what scripts/test installs.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import PySide6

from benchmarks import machine
from benchmarks.gui import measure, report
from benchmarks.gui.report import Report
from benchmarks.gui.results import judge
from benchmarks.report import VERDICTS

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "gui-performance.md"


def main() -> int:
    """Measure, judge, write."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.gui", description=(__doc__ or "").splitlines()[0]
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write all numbers there")
    wanted = parser.parse_args()
    facts, bystanders, began_s = machine.look(), machine.Bystanders(), time.monotonic()
    say(f"load average {facts.load:g} on {facts.cores} cores")
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory() as second:
        say("cold starts ...")
        started = measure.starts(Path(first))
        lived = measure.life(Path(second), say)
    results = replace(lived, starts=started.starts, from_disk=started.from_disk)
    run = Report(
        machine=facts,
        versions=f"PySide6 {PySide6.__version__}, Xvfb with openbox, no compositor",
        results=results,
        bars=tuple(judge(results)),
        took_s=time.monotonic() - began_s,
        others_share=bystanders.share(),
    )
    if wanted.json is not None:
        wanted.json.write_text(report.as_json(run) + "\n", "utf-8")
    document = DOCUMENT.read_text("utf-8")
    DOCUMENT.write_text(report.spliced(document, report.as_markdown(run)), "utf-8")
    for bar in run.bars:
        say(f"{bar.aim}: {bar.measured} (wanted: {bar.wanted}; {VERDICTS[bar.reached]})")
    say(f"written: docs/{DOCUMENT.name}; {run.took_s:.0f} s")
    return 0


def say(line: str) -> None:
    """Tell the person who waits."""
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main())
