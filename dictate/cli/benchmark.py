"""``dictate benchmark``: what each model takes on this machine, and how well it hears."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dictate.cli.engine_options import Device, changed
from dictate.cli.invocation import invocation, note, say_json, tell_failure
from dictate.cli.recogniser import recogniser
from dictate.cli.reference_audio import Reference, references
from dictate.cli.tables import show_table
from dictate.errors import AudioFileUnreadable, DictateError

if TYPE_CHECKING:
    from dictate.domain import Samples
    from dictate.engine.measurement import ModelFigures
    from dictate.settings.schema import Settings
    from dictate.text.accuracy import Accuracy

TAKES_S = (5, 13, 30)
MOST_RECORDINGS = 50
"""Of a large collection; the same ones for every model."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One model's line."""

    figures: ModelFigures
    accuracy: Accuracy | None


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("benchmark")(benchmark)


def benchmark(  # noqa: PLR0913, PLR0917  # one parameter an option
    context: typer.Context,
    models: Annotated[
        str | None,
        typer.Option(metavar="NAME,...", help="Models to measure; all on this machine else."),
    ] = None,
    audio: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help="Recordings with known texts: manifest.tsv, or NAME.txt beside NAME.wav.",
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option(metavar="N", min=1, help="At most so many of the recordings.")
    ] = MOST_RECORDINGS,
    device: Device = None,
    as_json: Annotated[bool, typer.Option("--json", help="For other programs.")] = False,
) -> None:
    """Measure loading, waiting, memory and errors of the models on this machine."""
    settings = changed(invocation(context).settings(), device=device)
    recordings = chosen(references(audio), limit) if audio else ()
    results: list[Measured] = []
    failed = False
    for name in _names(models):
        note(f"Measuring {name} ...")
        try:
            results.append(_measured(name, settings, recordings))
        except DictateError as error:
            tell_failure(error)  # the other models are worth measuring
            failed = True
    if as_json:
        say_json([as_record(result) for result in results])
    elif results:
        show_table(_columns(bool(recordings)), [_row(r, bool(recordings)) for r in results])
    if failed:
        raise typer.Exit(1)


def chosen(found: Sequence[Reference], limit: int) -> tuple[Reference, ...]:
    """Return at most ``limit`` recordings: the same ones in every run."""
    if len(found) <= limit:
        return tuple(found)
    return tuple(random.Random(0).sample(list(found), limit))


def takes(said: Sequence[Samples]) -> list[Samples]:
    """Return takes of ``TAKES_S`` seconds: recordings end to end, over and over."""
    import numpy as np

    from dictate.domain import SAMPLE_RATE_HZ

    speech = np.concatenate(said)
    return [np.resize(speech, seconds * SAMPLE_RATE_HZ) for seconds in TAKES_S]


def as_record(result: Measured) -> dict[str, object]:
    """Return a result as it goes into JSON."""
    figures, heard = result.figures, result.accuracy
    return {
        "model": figures.model.name,
        "device": figures.model.device,
        "compute_type": figures.model.compute_type,
        "load_ms": round(figures.load_ms),
        "decode_ms": {str(s): round(ms) for s, ms in figures.decode_ms.items()},
        "rtf": {str(s): round(figures.rtf(s), 4) for s in figures.decode_ms},
        "memory_mb": round(figures.memory_mb) if figures.memory_mb is not None else None,
        "recordings": heard.texts if heard else 0,
        "words": heard.words if heard else 0,
        "wer": round(heard.word_error_rate, 4) if heard else None,
        "cer": round(heard.character_error_rate, 4) if heard else None,
    }


def _names(models: str | None) -> list[str]:
    from dictate.engine import storage

    if models is not None:
        named = [name.strip() for name in models.split(",") if name.strip()]
        if not named:
            raise typer.BadParameter("Name at least one.", param_hint="--models")
        return named
    return [model.name for model in storage.cached_models()]


def _measured(name: str, settings: Settings, recordings: Sequence[Reference]) -> Measured:
    from dictate.assembly import stages, tuning
    from dictate.audio.file_source import read_audio
    from dictate.cli.demo import shipped
    from dictate.engine import storage
    from dictate.engine.child_backend import ChildBackend
    from dictate.engine.measurement import measure

    settings = changed(settings, model=name)
    resolved = storage.resolve(name)
    resolved = replace(resolved, tunings=tuning.tunings().find(resolved))
    figures = measure(
        resolved,
        stages.choice(settings.engine),
        ChildBackend(),
        takes([read_audio(path) for path in shipped()]),
        stages.options(settings.engine),
    )
    return Measured(figures, _accuracy(settings, recordings) if recordings else None)


def _accuracy(settings: Settings, recordings: Sequence[Reference]) -> Accuracy | None:
    from dictate.text.accuracy import accuracy

    pairs: list[tuple[str, str]] = []
    with recogniser(settings) as recognise:
        for recording in recordings:
            try:
                pairs.append((recording.text, recognise.file(recording.path).found.text))
            except AudioFileUnreadable as error:
                note(error)
    return accuracy(pairs)


def _columns(heard: bool) -> list[str]:
    waits = [f"{seconds} s take" for seconds in TAKES_S]
    errors = ["words wrong", "characters wrong"] if heard else []
    return ["model", "device", "type", "load", *waits, "RTF at 30 s", "memory", *errors]


def _row(result: Measured, heard: bool) -> list[str]:
    figures, errors = result.figures, result.accuracy
    row = [
        figures.model.name,
        figures.model.device,
        figures.model.compute_type,
        f"{figures.load_ms:.0f} ms",
        *(f"{figures.decode_ms[seconds]:.0f} ms" for seconds in TAKES_S),
        f"{figures.rtf(TAKES_S[-1]):.3f}",
        f"{figures.memory_mb:.0f} MB" if figures.memory_mb is not None else "-",
    ]
    if heard:
        row += (
            [f"{errors.word_error_rate:.1%}", f"{errors.character_error_rate:.1%}"]
            if errors
            else ["-", "-"]
        )
    return row
