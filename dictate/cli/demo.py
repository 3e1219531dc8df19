"""``dictate demo``: the shipped recordings through the real session, as if spoken now."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dictate import host
from dictate.cli.engine_options import Model, changed
from dictate.cli.invocation import invocation, note, say, say_json
from dictate.domain import Notice, TakeReport
from dictate.errors import DictateError

if TYPE_CHECKING:
    from rich.console import Console

    from dictate.settings.schema import Settings


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("demo")(demo)


def demo(
    context: typer.Context,
    model: Model = None,
    as_json: Annotated[bool, typer.Option("--json", help="For other programs.")] = False,
) -> None:
    """Play the shipped recordings as if through the microphone and show what is recognised."""
    play(changed(invocation(context).settings(), model=model), as_json=as_json)


def play(settings: Settings, *, as_json: bool) -> None:
    """Run the demonstration. Raises DictateError when nothing at all was recognised."""
    from dictate.assembly import play_samples
    from dictate.engine import storage

    samples = shipped()
    model = storage.resolve(settings.engine.model)
    for notice in model.notices:
        note(notice)
    note(f"Playing {len(samples)} recordings in real time; the model is {model.name}.")
    told = set(model.notices)
    records: list[dict[str, object]] = []
    show = _Table() if not as_json else None

    def on_take(path: Path, report: TakeReport) -> None:
        _tell_once(report, told)
        record = as_record(path, report)
        records.append(record)
        if show is not None:
            show.row(record)

    play_samples(samples, on_take, settings)
    if as_json:
        say_json(records)
    if not any(record["text"] for record in records):
        raise DictateError(
            "Nothing was recognised in the recordings.",
            "Run `dictate doctor`, or get another model: dictate models download base",
        )
    if show is not None:
        exact = sum(bool(record["exact"]) for record in records)
        note(f"{exact} of {len(records)} were recognised word for word.")


def shipped() -> list[Path]:
    """Return the recordings that come with the program. Raises DictateError when there are none."""
    samples = sorted(host.resource_path("samples").glob("*.wav"))
    if not samples:
        raise DictateError(
            "The installation lacks its recordings.", "Install Dictate again; files were lost."
        )
    return samples


def expected_text(sample: Path) -> str:
    """Return what is said in a shipped recording."""
    try:
        return " ".join(sample.with_suffix(".txt").read_text(encoding="utf-8").split())
    except OSError:
        return ""


def as_record(path: Path, report: TakeReport) -> dict[str, object]:
    """Return one take as it goes into JSON. The latency runs from the take's end to its text."""
    expected = expected_text(path)
    timings = report.timings
    return {
        "name": path.stem,
        "expected": expected,
        "text": report.text,
        "exact": bool(expected) and " ".join(report.text.split()) == expected,
        "language": report.transcript.language,
        "verdict": str(report.verdict),
        "duration_s": round(report.duration_s, 3),
        "latency_ms": round(timings.release_to_text_ms, 1),
        "model": report.transcript.model.name if report.transcript.model else None,
        "timings_ms": {
            "tail": round(timings.tail_ms, 1),
            "vad": round(timings.vad_ms, 1),
            "load": round(timings.load_ms, 1),
            "queue": round(timings.queue_ms, 1),
            "decode": round(timings.decode_ms, 1),
            "text": round(timings.text_ms, 1),
            "output": round(timings.output_ms, 1),
        },
    }


def _tell_once(report: TakeReport, told: set[Notice]) -> None:
    model = report.transcript.model
    for notice in model.notices if model else ():
        if notice not in told:
            told.add(notice)
            note(notice)


class _Table:
    """Shows each take as soon as it is done; a whole table would keep the user waiting."""

    def __init__(self) -> None:
        self._console: Console | None = None
        if sys.stdout.isatty():
            from rich.console import Console

            self._console = Console()

    def row(self, record: dict[str, object]) -> None:
        said, heard = str(record["expected"]), str(record["text"]) or "(nothing)"
        latency = f"{record['latency_ms']:.0f} ms"
        mark = "=" if record["exact"] else "≠"
        if self._console is None:
            say(f"{record['name']}\n  said   {said}\n  heard {mark} {heard}\n  after  {latency}")
            return
        from rich.table import Table
        from rich.text import Text

        table = Table.grid(padding=(0, 2))
        table.add_column(style="dim", width=7)
        table.add_column(ratio=1)
        good = "green" if record["exact"] else "yellow"
        table.add_row("said", Text(said))
        table.add_row(f"heard {mark}", Text(heard, style=good))
        table.add_row("after", f"{latency}, {record['language'] or 'no language'}")
        self._console.print(Text(str(record["name"]), style="bold"))
        self._console.print(table)
        self._console.print()
