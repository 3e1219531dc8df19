"""Measures models here: for ``dictate tune``, and by itself while the program is idle."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from dictate import host
from dictate.domain import (
    EngineState,
    EngineStatus,
    ModelChoice,
    Phase,
)
from dictate.engine import storage
from dictate.engine.child_backend import ChildBackend
from dictate.engine.facts import ResolvedModel
from dictate.engine.idle_tuner import IdleTuner, Rhythm
from dictate.engine.model_format import Format
from dictate.engine.races import Races
from dictate.engine.stopwatch import StopwatchBackend
from dictate.engine.tuner import Tuned, Tuner, free_memory_mb
from dictate.engine.tuning import Measured
from dictate.engine.tunings import Entry, Tunings, weights_bytes
from dictate.errors import ModelError
from dictate.events import (
    EngineChanged,
    Event,
    PhaseChanged,
)
from dictate.settings.choices import (
    Tune,
)
from dictate.settings.schema import (
    EngineSettings,
)

AUTO = "auto"
RACES_FILE = "devices.json"
MEASURED_DEVICES = ("cpu", "cuda")
MEGABYTE = 1_000_000
ROOM = 3.0
"""A measurement by itself needs this many times the size of the weights in free memory."""


def tunings() -> Tunings:
    """Return what was measured on this machine."""
    return Tunings(host.state_folder() / "tuning.json")


def races() -> Races:
    """Return which devices were found to be the fastest."""
    return Races(host.state_folder() / RACES_FILE)


def measure(
    resolved: ResolvedModel,
    device: str,
    tell: Callable[[Measured], None] = lambda _: None,
    bench: ChildBackend | None = None,
    given_up: Callable[[], bool] = lambda: False,
) -> tuple[Tuned, Entry]:
    """Measure a model; return what came of it and what to keep. Raises DictateError, GaveWay."""
    if not can_be_tuned(resolved):
        raise ModelError(
            f"{resolved.name} has nothing to tune: its files settle the precision.",
            "`dictate benchmark` measures how fast it is.",
        )
    bench = bench or ChildBackend(StopwatchBackend)
    tuned = Tuner(bench, tell, given_up).run(resolved, device)
    chosen = tuned.best.tuning
    entry = Entry(
        model=resolved.name,
        weights_bytes=weights_bytes(resolved),
        machine=tunings().machine,
        device=chosen.device,
        compute_type=chosen.compute_type,
        threads=chosen.threads,
        ms=round(tuned.best.ms, 1),
        usual_ms=round(tuned.usual.ms, 1),
        at=datetime.now(UTC).isoformat(timespec="seconds"),
    )
    return tuned, entry


class AutomaticTuning:
    """Measures each real model once, in a process of its own, when the user wants nothing."""

    def __init__(
        self,
        on_tuned: Callable[[Entry], None],
        may_begin: Callable[[], bool] | None = None,
        rhythm: Rhythm | None = None,
    ) -> None:
        self._on_tuned = on_tuned
        self._bench = ChildBackend(StopwatchBackend)
        self._tuner = IdleTuner(self._measure, self._bench.interrupt, may_begin or is_quiet, rhythm)

    def follow(self, event: Event, choice: ModelChoice, settings: EngineSettings) -> None:
        """Take notice of what the program does; returns at once, any thread."""
        match event:
            case PhaseChanged(phase, _):
                self._tuner.busy(phase is not Phase.IDLE)
            case EngineChanged(status) if status.state is not EngineState.RESTING:
                self._tuner.want(wish(status, choice, settings))
            case _:
                pass

    def close(self) -> None:
        """Drop a running measurement."""
        self._tuner.close()

    def _measure(self, choice: ModelChoice, given_up: Callable[[], bool]) -> None:
        resolved = storage.resolve(choice.model)
        kept = tunings()
        if not can_be_tuned(resolved) or kept.find(resolved) or not has_room(resolved):
            return
        _, entry = measure(resolved, choice.device, bench=self._bench, given_up=given_up)
        if kept.put(entry):
            self._on_tuned(entry)


def wish(status: EngineStatus, choice: ModelChoice, settings: EngineSettings) -> ModelChoice | None:
    """Return the model to measure now that the engine is in this state, if any."""
    model = status.model
    if status.state is not EngineState.READY or model is None or model.demonstration:
        return None
    if settings.tune is Tune.NEVER or choice.compute_type != AUTO:
        return None
    if model.device.partition(":")[0] not in MEASURED_DEVICES:
        return None  # an engine of its own computes there
    # "auto" may mean another model tomorrow.
    return replace(choice, model=model.name) if choice.model == AUTO else choice


def can_be_tuned(resolved: ResolvedModel) -> bool:
    """Tell whether there is something to choose: the way of computing of faster-whisper."""
    return resolved.stored_as is Format.CTRANSLATE2


def has_room(resolved: ResolvedModel) -> bool:
    """Tell whether a second copy of the model would disturb nobody."""
    return free_memory_mb() * MEGABYTE > ROOM * weights_bytes(resolved)


def is_quiet() -> bool:
    """Tell whether the machine has nothing else to do, and mains power, as far as one can know."""
    import psutil

    battery = psutil.sensors_battery() if hasattr(psutil, "sensors_battery") else None
    if battery is not None and battery.power_plugged is False:
        return False
    if sys.platform == "win32":
        return True
    return os.getloadavg()[0] < 0.5 * (os.cpu_count() or 1)
