"""``dictate transcribe FILE...``: recordings to text."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dictate.cli.invocation import invocation, note, say, say_json, tell_failure
from dictate.cli.progress import TenthLines
from dictate.domain import (
    EngineState,
    ModelInfo,
    Notice,
    Task,
    Verdict,
    Word,
)
from dictate.errors import AudioFileUnreadable, SettingInvalid
from dictate.events import (
    EngineChanged,
    Event,
)

if TYPE_CHECKING:
    from dictate.session.file_transcription import FileTranscript, OnProgress, Stages, Wish
    from dictate.settings.schema import Settings

LOADING_LIMIT_S = 300.0

Model = Annotated[
    str | None,
    typer.Option(metavar="NAME|PATH", help="A name of `dictate models list`, or a model's folder."),
]
Language = Annotated[
    str | None, typer.Option(metavar="xx|auto", help='What is spoken: "en", "de", ... or "auto".')
]
TaskOption = Annotated[
    Task | None, typer.Option(help="Write what was said, or its translation into English.")
]
Device = Annotated[
    str | None, typer.Option(metavar="auto|cpu|cuda|metal", help="Where to compute.")
]
ComputeType = Annotated[
    str | None, typer.Option(metavar="TYPE", help='Precision: "int8", "float16", ... or "auto".')
]
AsJson = Annotated[bool, typer.Option("--json", help="Text, segments and timings as JSON.")]


class Format(StrEnum):
    """How texts are written."""

    TEXT = "text"
    SRT = "srt"
    VTT = "vtt"
    CSV = "csv"
    JSON = "json"


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
    settings = changed(
        invocation(context).settings(),
        model=model,
        language=language,
        task=task,
        device=device,
        compute_type=compute_type,
    )
    if settings.engine.task is Task.TRANSLATE:
        _require_translating(settings, "engine.task" if task is None else "--task")
    if as_json or word_times:
        form = Format.JSON
    if form in (Format.SRT, Format.VTT, Format.CSV) and len(files) > 1:
        raise typer.BadParameter("Subtitles and tables are written for one file at a time.")
    results: list[dict[str, object]] = []
    failed = False
    with recogniser(settings, word_times=word_times) as recognise:
        for path in files:
            try:
                result = recognise.file(path)
            except AudioFileUnreadable as error:
                # The other files are worth having.
                tell_failure(error)
                results.append(
                    {"file": str(path), "error": error.message, "next_step": error.next_step}
                )
                failed = True
                continue
            results.append(as_record(path, result))
            if form is not Format.JSON:
                _say_text(path, result, form)
            if result.is_cut_off:
                # As with zcat: what is good comes out, and the exit code tells.
                tell_failure(_cut_off(path, result))
                failed = True
    if form is Format.JSON:
        say_json(results[0] if len(files) == 1 else results)
    if failed:
        raise typer.Exit(1)


def _require_translating(settings: Settings, asked_by: str) -> None:
    """Ask for another model, as wrong usage, where this one would write the wrong language."""
    from dictate.engine import storage, translating

    refusal = translating.refusal(storage.resolve(settings.engine.model))
    if refusal is not None:
        raise typer.BadParameter(str(refusal), param_hint=asked_by)


def changed(settings: Settings, **engine: str | None) -> Settings:
    """Return the settings with what the command line says instead; wrong values are wrong usage."""
    from dictate.settings import store

    for name, value in engine.items():
        if value is None:
            continue
        try:
            given = value.lower() if name == "language" else value
            settings = store.replace_value(settings, f"engine.{name}", given)
        except SettingInvalid as error:
            option = "--" + name.replace("_", "-")
            wanted = error.next_step.partition(";")[0]
            raise typer.BadParameter(f"{value!r}. {wanted}.", param_hint=option) from error
    return settings


@dataclass(frozen=True, slots=True)
class Result:
    """One file's text with where the time went."""

    found: FileTranscript
    model: ModelInfo | None
    read_ms: float
    total_ms: float
    is_cut_off: bool = False


class Recogniser:
    """The stages and the wish of one call, for any number of files."""

    def __init__(self, stages: Stages, wish: Wish, loaded: _Loading) -> None:
        self._stages = stages
        self._wish = wish
        self._loaded = loaded

    def file(self, path: Path) -> Result:
        """Return the text of one file. Raises DictateError."""
        from dictate.audio.completeness import is_cut_off
        from dictate.audio.file_source import read_audio
        from dictate.session.file_transcription import transcribe_samples

        began_s = time.perf_counter()
        samples = read_audio(path)
        read_ms = (time.perf_counter() - began_s) * 1000
        with progress(path) as on_progress:
            found = transcribe_samples(samples, self._stages, self._wish, on_progress)
        model = found.transcript.model or self._loaded.wait()
        if model is not None:
            self._loaded.tell(model.notices)
        total_ms = (time.perf_counter() - began_s) * 1000
        broken = is_cut_off(path, found.transcript.duration_s)
        return Result(found, model, read_ms, total_ms, broken)


class _Loading:
    """Hears from the engine which model was loaded, and tells each of its notices once."""

    def __init__(self) -> None:
        import threading

        self._decided = threading.Event()
        self._model: ModelInfo | None = None
        self._told: set[Notice] = set()

    def hear(self, event: Event) -> None:
        """Take an event of the engine, on its thread."""
        if isinstance(event, EngineChanged) and event.status.state in (
            EngineState.READY,
            EngineState.FAILED,
            EngineState.MISSING,
        ):
            self._model = event.status.model
            self._decided.set()

    def wait(self) -> ModelInfo | None:
        """Return the loaded model, None when it could not be loaded."""
        self._decided.wait(LOADING_LIMIT_S)
        return self._model

    def tell(self, notices: tuple[Notice, ...]) -> None:
        for notice in notices:
            if notice not in self._told:
                self._told.add(notice)
                note(notice)


@contextmanager
def recogniser(
    settings: Settings, *, word_times: bool = False, on_server: bool = False
) -> Iterator[Recogniser]:
    """Bring the stages together; the model loads while the first file is read.

    ``on_server`` has the speech server of the settings recognise, and nobody else. Raises
    ModelError at once when there is no such model.
    """
    from dictate.assembly import recognising
    from dictate.assembly import stages as adapters
    from dictate.engine import storage
    from dictate.session.file_transcription import Stages, Wish
    from dictate.vad.segmenter import SegmenterOptions
    from dictate.vad.silero import SileroDetector

    loading = _Loading()
    if on_server:
        engine = recognising.server(settings.remote)
        loading.hear(EngineChanged(engine.status))
    else:
        storage.resolve(settings.engine.model)
        for slip in adapters.environment_slips():
            note(slip)
        engine = adapters.engine(loading.hear, settings.engine)
    try:
        options = replace(adapters.options(settings.engine), word_times=word_times)
        wish = Wish(adapters.choice(settings.engine), options)
        engine.prepare(wish.choice)
        stages = Stages(
            SileroDetector(),
            SegmenterOptions(threshold=settings.vad.threshold),
            engine,
            adapters.make_text,
        )
        yield Recogniser(stages, wish, loading)
    finally:
        engine.close()


def as_record(path: Path, result: Result) -> dict[str, object]:
    """Return one file's result as it goes into JSON. ``rtf`` leaves loading the model out."""
    found, model = result.found, result.model
    timings = found.timings
    work_ms = result.read_ms + timings.vad_ms + timings.decode_ms + timings.text_ms
    duration_s = found.transcript.duration_s
    return {
        "file": str(path),
        "text": found.text,
        "language": found.transcript.language,
        "language_probability": round(found.transcript.language_probability, 3),
        "verdict": str(found.transcript.verdict),
        "complete": not result.is_cut_off,
        "duration_s": round(duration_s, 3),
        "segments": [
            {
                "start_s": round(s.start_s, 3),
                "end_s": round(s.end_s, 3),
                "text": s.text,
                **({"words": [_word(word) for word in s.words]} if s.words else {}),
            }
            for s in found.segments
        ],
        "model": model.name if model else None,
        "demonstration": model.demonstration if model else False,
        "device": model.device if model else None,
        "compute_type": model.compute_type if model else None,
        "timings_ms": {
            "read": round(result.read_ms, 1),
            "vad": round(timings.vad_ms, 1),
            "load": round(timings.load_ms, 1),
            "decode": round(timings.decode_ms, 1),
            "text": round(timings.text_ms, 1),
            "total": round(result.total_ms, 1),
        },
        "rtf": round(work_ms / 1000 / duration_s, 4) if duration_s else None,
    }


def _word(word: Word) -> dict[str, object]:
    return {
        "start_s": round(word.start_s, 3),
        "end_s": round(word.end_s, 3),
        "text": word.text.strip(),
        "probability": round(word.probability, 3),
    }


def _cut_off(path: Path, result: Result) -> AudioFileUnreadable:
    return AudioFileUnreadable(
        f"{path} breaks off after {result.found.transcript.duration_s:.1f} s.",
        "Its text up to there is complete; copy the file again for the rest.",
    )


def _say_text(path: Path, result: Result, form: Format) -> None:
    from dictate.text import exports, subtitles

    if form is Format.CSV:
        written = exports.Written(result.found.text, result.found.segments)
        say(exports.export(written, exports.Form.CSV, path.name).rstrip("\n"))
    elif form is Format.VTT:
        say(subtitles.vtt(result.found.segments).rstrip("\n"))  # a file without cues is one too
    elif form is Format.SRT and result.found.text:
        say(subtitles.srt(result.found.segments).rstrip("\n"))
    if result.found.text:
        if form is Format.TEXT:
            say(result.found.text)
    elif result.found.transcript.verdict is Verdict.NO_SPEECH:
        note(f"No speech was found in {path}.")
    elif result.model is not None and result.model.demonstration:
        note(f"What is said in {path} is not in the demonstration vocabulary.")
    else:
        note(f"What is said in {path} was not understood. Try a larger model.")


@contextmanager
def progress(path: Path) -> Iterator[OnProgress]:
    """Show on standard error how far a long file is; nothing for one that is done at once."""
    if not sys.stderr.isatty():
        lines = TenthLines(path.name)
        yield lambda done_s, total_s: lines.show(done_s / total_s, f"{total_s:.0f} s")
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(path.name, total=None, visible=False)

        def show(done_s: float, total_s: float) -> None:
            bar.update(task, completed=done_s, total=total_s, visible=True)

        yield show
