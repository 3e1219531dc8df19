"""Measures other recognisers as today's programs use them: all work begins at the release.

Each runs in a process of its own, in the first of the given interpreters that has it. None of them
but faster-whisper is a dependency of this project.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from benchmarks import models, processes
from benchmarks.models import Format
from benchmarks.results import FASTER_WHISPER, Job, Model, Results, Row, row, words
from benchmarks.rival_process import RivalFailed, RivalProcess, installed
from benchmarks.scripted_weights import SCRIPT
from benchmarks.speech import spoken

__all__ = ["RIVALS", "Place", "Plan", "Rival", "RivalFailed", "find", "measure"]


@dataclass(frozen=True, slots=True)
class Rival:
    """A recogniser, and how people use it."""

    name: str
    packages: tuple[str, ...]
    """What has to be installed; the first one's version is reported."""
    compute_types: tuple[str, ...]
    form: Format


RIVALS = (
    Rival(FASTER_WHISPER, ("faster-whisper",), ("int8", "float32"), Format.CTRANSLATE2),
    Rival("openai-whisper", ("openai-whisper",), ("float32",), Format.CHECKPOINT),
    Rival("whisper.cpp", ("pywhispercpp",), ("f16", "q8_0"), Format.GGML),
    Rival(
        "RealtimeSTT",
        ("RealtimeSTT", "faster-whisper", "silero-vad"),
        ("default",),
        Format.CTRANSLATE2,
    ),
)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a rival is installed."""

    rival: Rival
    python: str
    version: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What one process measures with one model."""

    place: Place
    model: Model
    compute_type: str
    jobs: tuple[Job, ...]


def find(rivals: Sequence[Rival], pythons: Sequence[str]) -> tuple[list[Place], list[str]]:
    """Return where each rival is, and a line for each that is nowhere. Raises RivalFailed."""
    packages = {package for rival in rivals for package in rival.packages}
    versions = {python: installed(python, packages) for python in pythons}
    places, missing = [], []
    for rival in rivals:
        having = [p for p in pythons if set(rival.packages) <= versions[p].keys()]
        if having:
            places.append(Place(rival, having[0], versions[having[0]][rival.packages[0]]))
        else:
            missing.append(_how_to_get(rival))
    return places, missing


def measure(plan: Plan) -> Results:
    """Run the jobs. Raises RivalFailed or ModelNotCached."""
    rival = plan.place.rival
    path = models.weights(plan.model, rival.form, plan.compute_type)
    with RivalProcess(plan.place.python) as process, TemporaryDirectory() as folder:
        process.load(rival.name, path, plan.compute_type)
        listener = _Listener(process, plan, Path(folder) / "take.npy")
        listener.wait_ms(plan.jobs[0], 0)  # the first decode of a process is slower
        return Results(rows=tuple(listener.row(job) for job in plan.jobs))


def says_script(text: str) -> bool:
    """Tell whether a text is the script of scripted weights, once for each window."""
    heard, script = words(text), [word.lower() for word in SCRIPT]
    return bool(heard) and heard == script * (len(heard) // len(script))


class _Listener:
    """Gives takes to a rival whose model is loaded."""

    def __init__(self, process: RivalProcess, plan: Plan, path: Path) -> None:
        self._process, self._plan, self._path = process, plan, path

    def row(self, job: Job) -> Row:
        """Measure the takes of a job."""
        before_s = processes.cpu_s(self._process.processes())
        waits_ms = [self.wait_ms(job, number) for number in range(job.takes)]
        used = self._process.processes()
        return row(
            self._plan.place.rival.name,
            self._plan.model,
            self._plan.compute_type,
            job,
            waits_ms=waits_ms,
            cpu_s=processes.cpu_s(used) - before_s,
            peak_mb=processes.peak_mb(used),
        )

    def wait_ms(self, job: Job, number: int) -> float:
        """Return how long the text of a take is waited for."""
        np.save(self._path, spoken(job.scenario_s, number).until(job.gap_ms))
        heard = self._process.hear(self._path)
        right = says_script(heard.text) if self._plan.model.scripted else bool(heard.text)
        if not right:
            raise RivalFailed(f"heard something else than the weights say: {heard.text[:80]!r}")
        return heard.wait_ms


def _how_to_get(rival: Rival) -> str:
    wanted = " ".join(rival.packages)
    return (
        f"{rival.name}: not installed; `pip install {wanted}` in a virtual environment of its own, "
        "whose Python is named by `--rivals-python`"
    )
