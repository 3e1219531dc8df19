"""A profile with a model of its own, in the running program: it loads while one speaks."""

from __future__ import annotations

import queue
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from dictate.assembly.program import Program, assemble
from dictate.domain import EngineState
from dictate.engine import storage
from dictate.events import EngineChanged, Event
from dictate.settings.profiles import Profile
from dictate.settings.schema import Settings

WAIT_S = 30


class Running:
    """A program without a desktop and a microphone, and which models it loads."""

    def __init__(self, home: Path, copy: Path) -> None:
        self._told: queue.SimpleQueue[Event] = queue.SimpleQueue()
        other = Profile(overrides={"engine.model": str(copy)})
        settings = Settings(profiles={"other": other})
        self.program: Program = assemble(
            settings, publish=self._told.put, clipboard=None, settings_file=home / "settings.toml"
        )
        self.program.start()

    def await_model(self, path: Path) -> None:
        """Return once this model is ready."""
        until_s = time.monotonic() + WAIT_S
        while True:
            event = self._told.get(timeout=max(0.1, until_s - time.monotonic()))
            if isinstance(event, EngineChanged) and event.status.state is EngineState.READY:
                model = event.status.model
                if model is not None and model.path == path:
                    return


@pytest.fixture
def builtin() -> Path:
    return storage.resolve("builtin").path


@pytest.fixture
def copy(builtin: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(builtin, tmp_path / "copy"))


@pytest.fixture
def running(empty_home: Path, copy: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Running]:
    monkeypatch.delenv("DISPLAY", raising=False)
    made = Running(empty_home, copy)
    yield made
    made.program.close()


def test_it_loads_at_the_press_and_the_usual_one_is_back_at_the_next(
    running: Running, builtin: Path, copy: Path
) -> None:
    running.await_model(builtin)
    running.program.begin(time.monotonic(), "other")
    running.await_model(copy)
    running.program.cancel(time.monotonic())
    running.program.begin(time.monotonic())
    running.await_model(builtin)
