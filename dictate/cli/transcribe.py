"""``dictate transcribe FILE...``: recordings to text."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dictate.cli.engine_options import (
    ComputeType,
    Device,
    Language,
    Model,
    TaskOption,
    changed,
    require_translating,
)
from dictate.cli.invocation import invocation, say_json, tell_failure
from dictate.cli.recogniser import Recogniser, Result, recogniser
from dictate.cli.transcripts import Format, as_record, say_text
from dictate.domain import Task
from dictate.errors import AudioFileUnreadable

AsJson = Annotated[bool, typer.Option("--json", help="Text, segments and timings as JSON.")]
FormatOption = Annotated[
    Format, typer.Option("--format", help="Plain text, subtitles, a table, or JSON as with --json.")
]
WordTimes = Annotated[bool, typer.Option("--words", help="Times of words too; implies --json.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("transcribe")(transcribe)


def transcribe(  # noqa: PLR0913, PLR0917  # one parameter an option
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Recordings.")],
    model: Model = None,
    language: Language = None,
    task: TaskOption = None,
    device: Device = None,
    compute_type: ComputeType = None,
    word_times: WordTimes = False,
    form: FormatOption = Format.TEXT,
    as_json: AsJson = False,
) -> None:
    """Write the text of recordings: wav, flac, mp3, m4a, ogg, webm, or the sound of a video."""
    if as_json or word_times:
        form = Format.JSON
    if form in (Format.SRT, Format.VTT, Format.CSV) and len(files) > 1:
        raise typer.BadParameter("Subtitles and tables are written for one file at a time.")
    settings = changed(
        invocation(context).settings(),
        model=model,
        language=language,
        task=task,
        device=device,
        compute_type=compute_type,
    )
    if settings.engine.task is Task.TRANSLATE:
        require_translating(settings, "engine.task" if task is None else "--task")
    with recogniser(settings, word_times=word_times) as recognise:
        failures = Files(recognise, form).write(files)
    if failures:
        raise typer.Exit(1)


class Files:
    """Writes the text of each file; one that cannot be read costs the others nothing."""

    def __init__(self, recognise: Recogniser, form: Format) -> None:
        self._recognise = recognise
        self._form = form
        self._records: list[dict[str, object]] = []
        self._failures = 0

    def write(self, files: list[Path]) -> int:
        """Return how many failed, in whole or in part."""
        for path in files:
            try:
                self._write(path, self._recognise.file(path))
            except AudioFileUnreadable as error:
                self._fail(error)
                told = {"error": error.message, "next_step": error.next_step}
                self._records.append({"file": str(path), **told})
        if self._form is Format.JSON:
            say_json(self._records[0] if len(files) == 1 else self._records)
        return self._failures

    def _write(self, path: Path, result: Result) -> None:
        self._records.append(as_record(path, result))
        if self._form is not Format.JSON:
            say_text(path, result, self._form)
        if result.is_cut_off:
            # As with zcat: what is good comes out, and the exit code tells.
            self._fail(_cut_off(path, result))

    def _fail(self, error: AudioFileUnreadable) -> None:
        tell_failure(error)
        self._failures += 1


def _cut_off(path: Path, result: Result) -> AudioFileUnreadable:
    return AudioFileUnreadable(
        f"{path} breaks off after {result.found.transcript.duration_s:.1f} s.",
        "Its text up to there is complete; copy the file again for the rest.",
    )
