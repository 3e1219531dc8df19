"""``dictate compare FILE... --engines a,b``: what several models make of the same recordings."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dictate.cli.benchmark import MOST_RECORDINGS, chosen
from dictate.cli.engine_options import Device, Language, changed
from dictate.cli.invocation import invocation, note, one_line, say, say_json, tell_failure
from dictate.cli.recogniser import recogniser
from dictate.cli.reference_audio import MANIFEST, listed, references
from dictate.cli.tables import show_table
from dictate.errors import DictateError

if TYPE_CHECKING:
    from dictate.settings.schema import Settings
    from dictate.text.accuracy import Accuracy

REMOTE = "remote"
"""The name of the speech server of the settings among the engines."""


@dataclass(frozen=True, slots=True)
class Sound:
    """A recording, and what is said in it if that is known."""

    path: Path
    said: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """What one engine made of one recording."""

    text: str
    decode_ms: float
    duration_s: float


@dataclass(frozen=True, slots=True)
class Column:
    """One engine with all it heard."""

    name: str
    heard: dict[Path, Heard] = field(default_factory=dict)
    failures: dict[Path, str] = field(default_factory=dict)
    load_ms: float = 0.0

    @property
    def latency_ms(self) -> float | None:
        """The median time from the sound to the text, loading left out."""
        times = [heard.decode_ms for heard in self.heard.values()]
        return statistics.median(times) if times else None

    @property
    def rtf(self) -> float | None:
        """The share of the recordings' length that recognising took."""
        length_s = sum(heard.duration_s for heard in self.heard.values())
        took_ms = sum(heard.decode_ms for heard in self.heard.values())
        return took_ms / 1000 / length_s if length_s else None


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("compare")(compare)


def compare(  # noqa: PLR0913, PLR0917  # one parameter an option
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="Recordings, or folders of them with their texts."),
    ],
    engines: Annotated[
        str,
        typer.Option(metavar="NAME,...", help='Models of this machine, and "remote": the server.'),
    ],
    reference: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help=f"What is said: a text for one recording, or a {MANIFEST}."
        ),
    ] = None,
    limit: Annotated[
        int, typer.Option(metavar="N", min=1, help="At most so many recordings of a folder.")
    ] = MOST_RECORDINGS,
    language: Language = None,
    device: Device = None,
    as_json: Annotated[bool, typer.Option("--json", help="For other programs.")] = False,
) -> None:
    """Compare what engines make of recordings: errors, time, and where their words differ.

    Errors are counted where the text is known: NAME.txt beside NAME.wav, a manifest.tsv, or
    --reference.
    """
    settings = changed(invocation(context).settings(), language=language, device=device)
    sounds = gathered(files, reference, limit)
    names = [name.strip() for name in engines.split(",") if name.strip()]
    if not names:
        raise typer.BadParameter("Name at least one.", param_hint="--engines")
    columns, failed = _heard_by(names, settings, sounds)
    if as_json:
        say_json(as_record(columns, sounds))
    elif columns:
        _show(columns, sounds)
    if failed or any(column.failures for column in columns):
        raise typer.Exit(1)


def _heard_by(
    names: Sequence[str], settings: Settings, sounds: Sequence[Sound]
) -> tuple[list[Column], bool]:
    """Return what each engine made of the recordings, and whether one could not do it at all."""
    columns: list[Column] = []
    failed = False
    for name in dict.fromkeys(names):
        note(f"Listening with {name} ...")
        try:
            columns.append(listened(name, settings, sounds))
        except DictateError as error:
            tell_failure(error)  # the others are worth comparing
            failed = True
    return columns, failed


def gathered(files: Sequence[Path], reference: Path | None, limit: int) -> tuple[Sound, ...]:
    """Return the recordings with what is known to be said in them. Raises DictateError."""
    known = _known(files, reference)
    sounds: list[Sound] = []
    for path in files:
        if path.is_dir():
            sounds += [Sound(r.path, r.text) for r in chosen(references(path), limit)]
        else:
            sounds.append(Sound(path, known.get(path.name) or _beside(path)))
    return tuple(dict.fromkeys(sounds))


def _known(files: Sequence[Path], reference: Path | None) -> Mapping[str, str]:
    """Return what is said in which file, by its name."""
    if reference is None:
        return {}
    if reference.suffix == ".tsv":
        return {entry.path.name: entry.text for entry in listed(reference)}
    if len(files) != 1 or files[0].is_dir():
        told = f"A text is the reference of one recording; for more name a {MANIFEST}."
        raise typer.BadParameter(told, param_hint="--reference")
    if reference.exists() and not (reference.is_file() or reference.is_dir()):
        raise DictateError(f"{reference} is no regular file.", "Name a text file.")
    try:
        return {files[0].name: reference.read_text("utf-8", errors="replace").strip()}
    except OSError as error:
        raise DictateError(
            f"{reference} cannot be read ({error.strerror}).", "Name a text file."
        ) from error


def _beside(path: Path) -> str:
    text = path.with_suffix(".txt")
    if text == path or not text.is_file():
        return ""
    return text.read_text("utf-8", errors="replace").strip()


def listened(name: str, settings: Settings, sounds: Sequence[Sound]) -> Column:
    """Return what one engine makes of all recordings. Raises ModelError."""
    is_server = name == REMOTE
    column = Column(name)
    settings = settings if is_server else changed(settings, model=name)
    with recogniser(settings, on_server=is_server) as recognise:
        for sound in sounds:
            try:
                found = recognise.file(sound.path).found
            except DictateError as error:
                tell_failure(error)
                column.failures[sound.path] = error.message
                continue
            timings, length_s = found.timings, found.transcript.duration_s
            column.heard[sound.path] = Heard(found.text, timings.decode_ms, length_s)
            column = replace(column, load_ms=max(column.load_ms, timings.load_ms))
    return column


def errors_of(column: Column, sounds: Sequence[Sound]) -> Accuracy | None:
    """Return how many words and characters are wrong, where that is known."""
    from dictate.text.accuracy import accuracy

    heard = column.heard
    return accuracy((s.said, heard[s.path].text) for s in sounds if s.said and s.path in heard)


def differing(sound: Sound, columns: Sequence[Column]) -> list[tuple[str, ...]]:
    """Return where the texts of one recording differ: what was said first, if that is known."""
    from dictate.text.differences import differences

    said = [sound.said] if sound.said else []
    texts = [c.heard[sound.path].text if sound.path in c.heard else "" for c in columns]
    return differences([*said, *texts])


def as_record(columns: Sequence[Column], sounds: Sequence[Sound]) -> dict[str, object]:
    """Return the comparison as it goes into JSON."""
    return {
        "engines": [_engine_record(column, sounds) for column in columns],
        "recordings": [_sound_record(sound, columns) for sound in sounds],
    }


def _engine_record(column: Column, sounds: Sequence[Sound]) -> dict[str, object]:
    errors, latency_ms, rtf = errors_of(column, sounds), column.latency_ms, column.rtf
    return {
        "engine": column.name,
        "wer": round(errors.word_error_rate, 4) if errors else None,
        "cer": round(errors.character_error_rate, 4) if errors else None,
        "words": errors.words if errors else 0,
        "latency_ms": round(latency_ms, 1) if latency_ms is not None else None,
        "rtf": round(rtf, 4) if rtf is not None else None,
        "load_ms": round(column.load_ms, 1),
        "failures": len(column.failures),
    }


def _sound_record(sound: Sound, columns: Sequence[Column]) -> dict[str, object]:
    sides = [*(["said"] if sound.said else []), *(column.name for column in columns)]
    return {
        "file": str(sound.path),
        "said": sound.said or None,
        "heard": {c.name: _heard_record(c, sound) for c in columns},
        "differences": [dict(zip(sides, row, strict=True)) for row in differing(sound, columns)],
    }


def _heard_record(column: Column, sound: Sound) -> dict[str, object]:
    if sound.path in column.failures:
        return {"error": column.failures[sound.path]}
    heard = column.heard[sound.path]
    alone = errors_of(column, [sound])
    return {
        "text": heard.text,
        "latency_ms": round(heard.decode_ms, 1),
        "wer": round(alone.word_error_rate, 4) if alone else None,
        "cer": round(alone.character_error_rate, 4) if alone else None,
    }


def _show(columns: Sequence[Column], sounds: Sequence[Sound]) -> None:
    names = ["engine", "words wrong", "characters wrong", "latency", "RTF", "load", "failed"]
    show_table(names, [_row(column, sounds) for column in columns])
    say("")
    for sound in sounds:
        if not any(sound.path in column.heard for column in columns):
            say(f"{one_line(str(sound.path))}: nothing to compare")
            continue
        rows = differing(sound, columns)
        said = ["said"] if sound.said else []
        if not rows:
            say(f"{one_line(str(sound.path))}: no difference")
            continue
        say(f"\n{one_line(str(sound.path))}:")
        show_table(
            [*said, *(column.name for column in columns)],
            [[one_line(words) or "-" for words in row] for row in rows],
        )


def _row(column: Column, sounds: Sequence[Sound]) -> list[str]:
    errors, latency_ms, rtf = errors_of(column, sounds), column.latency_ms, column.rtf
    return [
        column.name,
        f"{errors.word_error_rate:.1%}" if errors else "-",
        f"{errors.character_error_rate:.1%}" if errors else "-",
        f"{latency_ms:.0f} ms" if latency_ms is not None else "-",
        f"{rtf:.3f}" if rtf is not None else "-",
        f"{column.load_ms:.0f} ms" if column.load_ms else "-",
        str(len(column.failures) or ""),
    ]
