"""Three hundred takes in a row through the real session: every text comes, memory stays."""

from __future__ import annotations

import gc
import queue
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from dictate import host
from dictate.assembly import stages
from dictate.audio.file_source import SamplesInput, read_audio
from dictate.domain import (
    DecodeOptions,
    ModelChoice,
)
from dictate.engine.child_backend import ChildBackend
from dictate.engine.pool import BackendPool
from dictate.engine.worker import WorkerEngine
from dictate.events import (
    Event,
    TakeFinished,
)
from dictate.session.commands import Start
from dictate.session.wiring import Wiring
from dictate.settings.schema import Settings
from dictate.store.journal import DiskJournal
from dictate.store.shelf import Shelf
from tests.fakes.delivery import NotebookSink

WAIT_S = 30.0
WARM_UP_TAKES = 40
TAKES = 300
MOST_GROWTH_MB = 10.0
CHOICE = ModelChoice("builtin", "cpu")


class Dictation:
    """The real session on a recording that is over as soon as it is fetched."""

    def __init__(self, folder: Path) -> None:
        self.sink = NotebookSink()
        self.finished: queue.SimpleQueue[TakeFinished] = queue.SimpleQueue()
        self.backend = BackendPool(ChildBackend)
        self.journal = DiskJournal(Shelf(folder), self.publish)
        engine = WorkerEngine(self.publish, self.backend)
        samples = read_audio(host.resource_path("samples", "weather_en.wav"))
        audio = SamplesInput(samples, "a recording", paced=False)
        wiring = Wiring(CHOICE, DecodeOptions("en"), stages.make_text, self.sink)
        intake = stages.intake(audio, Settings(), self.journal)
        self.session = stages.Session(engine, intake, wiring, self.publish, self.journal)
        self.journal.start()
        self.session.start()

    def publish(self, event: Event) -> None:
        if isinstance(event, TakeFinished):
            self.finished.put(event)

    def take(self) -> str:
        self.session.coordinator.post(Start(0.0))
        text = self.sink.texts.get(timeout=WAIT_S)
        self.finished.get(timeout=WAIT_S)
        return text

    def close(self) -> None:
        self.session.close()
        self.journal.close()

    def memory_mb(self) -> tuple[float, float]:
        """Return what this process and the engine's hold."""
        gc.collect()
        own, engine = psutil.Process(), psutil.Process(self.backend.pid)
        return own.memory_info().rss / 1e6, engine.memory_info().rss / 1e6


@pytest.fixture
def dictation(tmp_path: Path) -> Iterator[Dictation]:
    made = Dictation(tmp_path / "takes")
    yield made
    made.close()


@pytest.mark.slow
def test_three_hundred_takes_leave_nothing_behind(dictation: Dictation, tmp_path: Path) -> None:
    said = host.resource_path("samples", "weather_en.txt").read_text("utf-8").strip()
    for _ in range(WARM_UP_TAKES):
        assert dictation.take() == said
    own_before_mb, engine_before_mb = dictation.memory_mb()
    for _ in range(TAKES):
        assert dictation.take() == said
    own_mb, engine_mb = dictation.memory_mb()
    print(
        f"own {own_before_mb:.1f} -> {own_mb:.1f}, engine {engine_before_mb:.1f} -> {engine_mb:.1f}"
    )
    assert own_mb - own_before_mb < MOST_GROWTH_MB
    assert engine_mb - engine_before_mb < MOST_GROWTH_MB
    dictation.close()
    assert not list((tmp_path / "takes").iterdir())
