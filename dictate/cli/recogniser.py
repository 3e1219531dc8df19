"""Recognises files one after another; the model loads while the first one is read."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from dictate.cli.invocation import note
from dictate.cli.progress import sound_progress
from dictate.domain import EngineState, ModelInfo, Notice
from dictate.events import EngineChanged, Event

if TYPE_CHECKING:
    from dictate.domain import Samples
    from dictate.ports import Engine
    from dictate.session.file_transcription import FileTranscript, Stages, Wish
    from dictate.settings.schema import Settings

LOADING_LIMIT_S = 300.0


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
        from dictate.session.file_transcription import transcribe_samples

        began_s = time.perf_counter()
        samples = _read(path)
        read_ms = (time.perf_counter() - began_s) * 1000
        with sound_progress(path.name) as on_progress:
            found = transcribe_samples(samples, self._stages, self._wish, on_progress)
        model = found.transcript.model or self._loaded.wait()
        if model is not None:
            self._loaded.tell(model.notices)
        total_ms = (time.perf_counter() - began_s) * 1000
        broken = is_cut_off(path, found.transcript.duration_s)
        return Result(found, model, read_ms, total_ms, broken)


def _read(path: Path) -> Samples:
    """Read a file in a thread of its own: within PyAV's calls a Ctrl+C may get lost."""
    reading: Future[Samples] = Future()

    def read() -> None:
        from dictate.audio.file_source import read_audio

        try:
            reading.set_result(read_audio(path))
        except Exception as error:  # noqa: BLE001 - the top of a thread; whoever waits gets it
            reading.set_exception(error)

    threading.Thread(target=read, name="dictate-read", daemon=True).start()
    return reading.result()


class _Loading:
    """Hears from the engine which model was loaded, and tells each of its notices once."""

    def __init__(self) -> None:
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
    from dictate.assembly import stages as adapters
    from dictate.session.file_transcription import Stages, Wish
    from dictate.vad.segmenter import SegmenterOptions
    from dictate.vad.silero import SileroDetector

    loading = _Loading()
    engine = _server(settings, loading) if on_server else _local(settings, loading)
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


def _server(settings: Settings, loading: _Loading) -> Engine:
    from dictate.assembly import recognising

    engine = recognising.server(settings.remote)
    loading.hear(EngineChanged(engine.status))
    return engine


def _local(settings: Settings, loading: _Loading) -> Engine:
    from dictate.assembly import stages
    from dictate.engine import storage

    storage.resolve(settings.engine.model)
    for slip in stages.environment_slips():
        note(slip)
    return stages.engine(loading.hear, settings.engine)
