"""``dictate tune``: measures how a model decodes fastest on this machine, and keeps the outcome."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dictate.cli.invocation import invocation, note, say, say_json
from dictate.cli.tables import show_table
from dictate.errors import DictateError

if TYPE_CHECKING:
    from dictate.engine.tuner import Tuned
    from dictate.engine.tuning import Measured
    from dictate.engine.tunings import Entry


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("tune")(tune)


def tune(
    context: typer.Context,
    model: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="A model that is here; the one of the settings else."),
    ] = None,
    forget: Annotated[
        bool,
        typer.Option(
            "--forget",
            help="Drop what was measured, and which models and devices crashed. "
            "With --model only what concerns that model.",
        ),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="For other programs.")] = False,
) -> None:
    """Measure in which precision and with how many threads a model decodes fastest here.

    Takes a minute or two at most. The outcome is kept, and used where the settings say
    compute_type = "auto".
    """
    from dictate.assembly import tuning
    from dictate.engine import storage

    if forget:
        _forget(model, as_json)
        return
    settings = invocation(context).settings().engine
    resolved = storage.resolve(model or settings.model)
    note(f"Measuring {resolved.name}; for good figures leave the machine alone meanwhile.")
    tuned, entry = tuning.measure(resolved, settings.device, lambda m: note(in_words(m)))
    kept = tuning.tunings().put(entry)
    if as_json:
        say_json(as_record(tuned, entry, kept))
    else:
        show_table(("", "Precision", "Threads", "Time", "Memory"), rows(tuned))
    _tell_limits(tuned, settings.compute_type, kept=kept)


def _tell_limits(tuned: Tuned, compute_type: str, *, kept: bool) -> None:
    """Tell why the outcome may be of little use. Raises DictateError when it is of none."""
    if not tuned.complete:
        note("The time was over before everything was measured.")
    if not kept:
        raise DictateError(
            "The outcome could not be kept.",
            "Make room on the disk, or see the log file for which file could not be written.",
        )
    if compute_type != "auto":
        note(f'The settings say compute_type = "{compute_type}", which counts more.')


def _forget(model: str | None, as_json: bool) -> None:
    from dictate.assembly import stages, tuning

    measured = tuning.tunings().forget(model) + tuning.races().forget(model)
    crashed = stages.crashes().forget(model)
    left = [entry for entry in tuning.tunings().entries() if model in (None, entry.model)]
    if left or any(model in (None, crash.model) for crash in stages.crashes().all()):
        raise DictateError("What was kept could not be deleted.", "See the log file for why.")
    if as_json:
        say_json({"measurements": measured, "crashes": crashed})
        return
    say(f"Forgotten: measurements of {measured}, crashes of {crashed} combinations.")


def in_words(measured: Measured) -> str:
    """Return one figure in a line."""
    threads = measured.tuning.threads
    using = f" with {threads} thread{'s' if threads > 1 else ''}" if threads else ""
    return f"{measured.tuning.device}, {measured.tuning.compute_type}{using}: {measured.ms:.0f} ms"


def rows(tuned: Tuned) -> list[tuple[str, ...]]:
    """Return a line for each way of computing; * marks the one that is used from now on."""
    return [
        (
            "*" if measured.tuning == tuned.best.tuning else "",
            measured.tuning.compute_type,
            str(measured.tuning.threads or ""),
            f"{measured.ms:.0f} ms",
            f"{measured.memory_mb:.0f} MB",
        )
        for measured in tuned.measured
    ]


def as_record(tuned: Tuned, entry: Entry, kept: bool) -> dict[str, object]:
    """Return what came of it as it goes into JSON."""
    return {
        "model": entry.model,
        "machine": entry.machine,
        "device": entry.device,
        "compute_type": entry.compute_type,
        "threads": entry.threads,
        "ms": entry.ms,
        "usual_ms": entry.usual_ms,
        "complete": tuned.complete,
        "kept": kept,
        "measured": [
            {
                "compute_type": measured.tuning.compute_type,
                "threads": measured.tuning.threads,
                "ms": round(measured.ms, 1),
                "memory_mb": round(measured.memory_mb, 1),
            }
            for measured in tuned.measured
        ],
    }
