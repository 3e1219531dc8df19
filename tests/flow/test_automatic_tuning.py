"""A real model is measured by itself, in a process of its own, and gives way at a press."""

from __future__ import annotations

import json
import logging
import queue
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from dictate.assembly.tuning import AutomaticTuning, tunings, wish
from dictate.domain import (
    EngineState,
    EngineStatus,
    ModelChoice,
    ModelInfo,
    Phase,
)
from dictate.engine.idle_tuner import Rhythm
from dictate.engine.storage import resolve
from dictate.engine.tunings import Entry
from dictate.events import (
    EngineChanged,
    PhaseChanged,
)
from dictate.settings.choices import (
    Tune,
)
from dictate.settings.schema import (
    EngineSettings,
)

WAIT_S = 60.0
REAL = ModelInfo("base", Path("base"), "cpu", "int8")
SHOWN = ModelInfo("builtin", Path("builtin"), "cpu", "int8", demonstration=True)
ON_METAL = ModelInfo("base", Path("base"), "metal", "float16")
READY = EngineStatus(EngineState.READY, REAL)


@pytest.mark.parametrize(
    ("status", "choice", "settings", "wanted"),
    [
        (READY, ModelChoice(), EngineSettings(), ModelChoice("base")),
        (READY, ModelChoice("/a/base", "cpu"), EngineSettings(), ModelChoice("/a/base", "cpu")),
        (READY, ModelChoice(), EngineSettings(tune=Tune.NEVER), None),
        (READY, ModelChoice(compute_type="int8"), EngineSettings(), None),
        (EngineStatus(EngineState.READY, SHOWN), ModelChoice(), EngineSettings(), None),
        (EngineStatus(EngineState.READY, ON_METAL), ModelChoice(), EngineSettings(), None),
        (EngineStatus(EngineState.LOADING), ModelChoice(), EngineSettings(), None),
        (EngineStatus(EngineState.FAILED), ModelChoice(), EngineSettings(), None),
    ],
)
def test_which_model_is_measured_by_itself(
    status: EngineStatus,
    choice: ModelChoice,
    settings: EngineSettings,
    wanted: ModelChoice | None,
) -> None:
    assert wish(status, choice, settings) == wanted


@pytest.fixture
def model(tmp_path: Path, empty_home: Path) -> ModelChoice:
    """A small model that counts as a real one."""
    folder = tmp_path / "small"
    shutil.copytree(resolve("builtin").path, folder)
    facts = json.loads((folder / "dictate.json").read_text("utf-8"))
    (folder / "dictate.json").write_text(json.dumps({**facts, "demonstration": False}), "utf-8")
    return ModelChoice(str(folder), "cpu")


@pytest.fixture
def tuned() -> queue.SimpleQueue[Entry]:
    return queue.SimpleQueue()


@pytest.fixture
def automatic(tuned: queue.SimpleQueue[Entry]) -> Iterator[AutomaticTuning]:
    made = AutomaticTuning(tuned.put, lambda: True, Rhythm(idle_s=0.05))
    yield made
    made.close()


class FirstFigure(logging.Handler):
    """Hears of the first figure that was measured."""

    def __init__(self) -> None:
        super().__init__()
        self.there = threading.Event()

    def emit(self, record: logging.LogRecord) -> None:
        self.there.set()


@pytest.fixture
def first_figure(caplog: pytest.LogCaptureFixture) -> Iterator[threading.Event]:
    logger, handler = logging.getLogger("dictate.engine.tuner"), FirstFigure()
    logger.addHandler(handler)
    with caplog.at_level(logging.INFO, logger.name):
        yield handler.there
    logger.removeHandler(handler)


def children() -> list[psutil.Process]:
    return [p for p in psutil.Process().children() if "spawn_main" in " ".join(p.cmdline())]


def test_an_idle_program_measures_once(
    automatic: AutomaticTuning, tuned: queue.SimpleQueue[Entry], model: ModelChoice
) -> None:
    automatic.follow(EngineChanged(READY), model, EngineSettings())
    entry = tuned.get(timeout=WAIT_S)
    assert tunings().find(resolve(model.model)) == (entry.tuning,)
    assert entry.device == "cpu" and entry.threads >= 1
    automatic.follow(EngineChanged(EngineStatus(EngineState.LOADING)), model, EngineSettings())
    automatic.follow(EngineChanged(READY), model, EngineSettings())
    with pytest.raises(queue.Empty):
        tuned.get(timeout=0.3)


def test_a_press_ends_the_measurement_at_once(
    automatic: AutomaticTuning, first_figure: threading.Event, model: ModelChoice
) -> None:
    automatic.follow(EngineChanged(READY), model, EngineSettings())
    assert first_figure.wait(WAIT_S)
    automatic.follow(PhaseChanged(Phase.RECORDING, None), model, EngineSettings())
    automatic.close()
    assert not children(), "its process is gone"
    assert tunings().entries() == ()
