"""The running program goes to the smaller model on this machine when its texts are late."""

from __future__ import annotations

import json
import queue
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from dictate.assembly.program import Program, assemble
from dictate.domain import (
    EngineState,
    ModelInfo,
    TakeId,
    TakeReport,
    Timings,
    Transcript,
    Verdict,
)
from dictate.engine.storage import resolve
from dictate.events import EngineChanged, Event, ModelSuggested, NoticeRaised, TakeFinished
from dictate.settings import store
from dictate.settings.choices import Adapt
from dictate.settings.schema import Settings

E = TypeVar("E")
WAIT_S = 60.0


@pytest.fixture
def models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two models that count as real ones, one of them larger."""
    folder = tmp_path / "models"
    monkeypatch.setenv("DICTATE_MODELS", str(folder))
    for name in ("large-one", "small-one"):
        shutil.copytree(resolve("builtin").path, folder / name)
        file = folder / name / "dictate.json"
        facts = {**json.loads(file.read_text("utf-8")), "demonstration": False, "name": name}
        file.write_text(json.dumps(facts), "utf-8")
    (folder / "large-one" / "more.bin").write_bytes(bytes(100_000))
    return folder


class Running:
    """A program without a desktop, and what it tells."""

    def __init__(self, file: Path, adapt: Adapt) -> None:
        settings = store.replace_value(Settings(), "engine.model", "large-one")
        settings = store.replace_value(settings, "engine.adapt", adapt.value)
        self.told: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self.seen: list[Event] = []
        self.program: Program = assemble(
            settings, publish=self.told.put, clipboard=None, settings_file=file
        )
        self.program.start()
        self.ready("large-one")

    def await_event(self, kind: type[E]) -> E:
        """Return the first event of this kind not returned before, also one passed over."""
        for event in self.seen:
            if isinstance(event, kind):
                self.seen.remove(event)
                return event
        while not isinstance(event := self.told.get(timeout=WAIT_S), kind):
            self.seen.append(event)
        return event

    def ready(self, name: str) -> None:
        while True:
            event = self.await_event(EngineChanged)
            model = event.status.model
            if event.status.state is EngineState.READY and model and model.name == name:
                return

    def hear_late_texts(self, count: int = 5) -> None:
        model = ModelInfo("large-one", Path(), "cpu", "int8", languages=("en", "de"))
        said = Transcript("Hello.", Verdict.TEXT, model=model)
        timings = Timings(release_to_text_ms=9000.0)
        report = TakeReport(TakeId(1), "Hello.", Verdict.TEXT, said, 2.0, timings)
        for _ in range(count):
            self.program._publish(TakeFinished(report))  # as the session does


@pytest.fixture
def running(
    empty_home: Path, models: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[Running]:
    monkeypatch.delenv("DISPLAY", raising=False)
    made = Running(empty_home / "settings.toml", request.param)
    yield made
    made.program.close()


@pytest.mark.parametrize("running", [Adapt.AUTO], indirect=True)
def test_it_takes_the_smaller_one_and_says_so(running: Running) -> None:
    running.hear_late_texts()
    running.ready("small-one")
    while "small-one is used for now" not in running.await_event(NoticeRaised).notice.message:
        pass  # there is no display either
    assert running.program.settings.engine.model == "large-one", "the settings stay"
    held = [model.name for model in running.program.held_models()]
    assert held[-1] == "small-one"
    off = replace(
        running.program.settings, engine=replace(running.program.settings.engine, adapt=Adapt.OFF)
    )
    running.program.change(off)
    running.ready("large-one")


@pytest.mark.parametrize("running", [Adapt.SUGGEST], indirect=True)
def test_it_suggests_the_smaller_one_and_changes_nothing(running: Running) -> None:
    running.hear_late_texts()
    event = running.await_event(ModelSuggested)
    assert (event.key, event.value) == ("engine.model", "small-one")
    assert [model.name for model in running.program.held_models()] == ["large-one"]
