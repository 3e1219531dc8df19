"""Measures a model in several ways of computing, one after another, in a process of its own.

First the precisions with the usual number of threads, then other numbers of threads with the best
precision (``tuning`` has the rule). Before anything but the usual way is chosen both are measured
once more: on a machine that does something else meanwhile one figure alone may mislead. What does
not load or dies is left out. It ends in bounded time with what was measured until then, and at once
when somebody needs the processor.
"""

from __future__ import annotations

import logging
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Protocol

from dictate.domain import ModelChoice, ModelInfo
from dictate.engine.backend import Reading
from dictate.engine.facts import ResolvedModel, Tuning
from dictate.engine.tuning import Measured, best, compute_types, thread_counts
from dictate.errors import DictateError, EngineError

log = logging.getLogger(__name__)

RUNS = 5
BUDGET_S = 120.0
MEGABYTE = 1_000_000


class Bench(Protocol):
    """Loads and times a model: ``ChildBackend`` with a ``StopwatchBackend`` in its process."""

    def load(self, resolved: ResolvedModel, choice: ModelChoice) -> ModelInfo:
        """Load in a fresh process."""

    def measure(self, runs: int) -> Reading:
        """Time what is loaded."""

    def unload(self) -> None:
        """End the process."""


@dataclass(frozen=True, slots=True)
class Tuned:
    """The outcome."""

    usual: Measured
    """What is taken unmeasured, or the nearest to it that could be measured."""
    best: Measured
    measured: tuple[Measured, ...]
    complete: bool
    """False when the time was over before everything was measured."""


class GaveWay(Exception):
    """Somebody needed the processor; nothing is known."""


class Tuner:
    """One measurement of one model."""

    def __init__(
        self,
        bench: Bench,
        tell: Callable[[Measured], None] = lambda _: None,
        given_up: Callable[[], bool] = lambda: False,
        free_mb: Callable[[], float] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._bench = bench
        self._tell = tell
        self._given_up = given_up
        self._free_mb = free_mb or free_memory_mb
        self._clock = clock
        self._ends_at_s = 0.0
        self._longest_s = 0.0
        self._device = ""  # the one that was asked for, where it is there

    def run(self, resolved: ResolvedModel, device: str = "auto") -> Tuned:
        """Measure. Raises GaveWay, and DictateError when the model does not load at all."""
        self._ends_at_s = self._clock() + BUDGET_S
        free_mb = self._free_mb()
        try:
            return self._run(replace(resolved, tunings=()), device, free_mb)
        finally:
            self._bench.unload()

    def _run(self, resolved: ResolvedModel, device: str, free_mb: float) -> Tuned:
        usual, reading = self._first(resolved, device)
        precisions = [usual]
        others = [
            replace(usual.tuning, compute_type=name)
            for name in compute_types(usual.tuning.device, reading.supported)
            if name != usual.tuning.compute_type
        ]
        self._device = device if device.startswith(usual.tuning.device) else usual.tuning.device
        complete = self._measure_all(resolved, others, precisions)
        chosen = best(precisions, free_mb)
        threads = [chosen]
        if chosen.tuning.device == "cpu":
            counts = thread_counts(reading.threads, reading.cores)
            others = [replace(chosen.tuning, threads=n) for n in counts[1:]]
            complete = self._measure_all(resolved, others, threads) and complete
        chosen = best(threads, free_mb)
        measured = (*precisions, *threads[1:])
        if chosen is usual:
            return Tuned(usual, usual, measured, complete)
        pair: list[Measured] = []
        if self._measure_all(resolved, [usual.tuning, chosen.tuning], pair) and len(pair) == 2:
            chosen = chosen if best(pair, free_mb) is pair[1] else usual
        return Tuned(usual, chosen, measured, complete)

    def _first(self, resolved: ResolvedModel, device: str) -> tuple[Measured, Reading]:
        """Measure what is taken unmeasured; the others are compared with it."""
        began_s = self._clock()
        self._make_way()
        try:
            self._bench.load(resolved, ModelChoice(resolved.name, device))
            reading = self._bench.measure(RUNS)
        except DictateError:
            self._make_way()
            raise
        finally:
            self._longest_s = self._clock() - began_s
        name = _as_asked(reading)
        threads = reading.threads if reading.device == "cpu" else 0
        return self._noted(Tuning(reading.device, name, threads), reading), reading

    def _measure_all(
        self, resolved: ResolvedModel, tunings: list[Tuning], measured: list[Measured]
    ) -> bool:
        """Measure these; tell whether there was time for all of them."""
        for tuning in tunings:
            if self._clock() + self._longest_s > self._ends_at_s:
                log.info("no time to measure %s with %d threads", *_named(tuning))
                return False
            began_s = self._clock()
            found = self._measure(resolved, tuning)
            self._longest_s = max(self._longest_s, self._clock() - began_s)
            if found is not None:
                measured.append(found)
        return True

    def _measure(self, resolved: ResolvedModel, tuning: Tuning) -> Measured | None:
        self._make_way()
        try:
            # As it will be loaded later on: "auto", with this for an answer.
            asked = ModelChoice(resolved.name, self._device)
            self._bench.load(replace(resolved, tunings=(tuning,)), asked)
            reading = self._bench.measure(RUNS)
        except DictateError as exc:
            self._make_way()
            log.info("%s with %d threads: %s", *_named(tuning), type(exc).__name__)
            return None
        if reading.device != tuning.device or not _is(reading, tuning.compute_type):
            return None  # it fell back to something else
        return self._noted(tuning, reading)

    def _noted(self, tuning: Tuning, reading: Reading) -> Measured:
        if not reading.runs_ms:
            raise EngineError("The measurement gave no figures.", "Run `dictate doctor`.")
        measured = Measured(tuning, statistics.median(reading.runs_ms), reading.memory_mb)
        log.info("%s with %d threads: %.0f ms", *_named(tuning), measured.ms)
        self._tell(measured)
        return measured

    def _make_way(self) -> None:
        if self._given_up():
            raise GaveWay


def free_memory_mb() -> float:
    """Return how much memory programs can still take."""
    import psutil

    return psutil.virtual_memory().available / MEGABYTE


def _as_asked(reading: Reading) -> str:
    """Return the precision by the name it is asked for: int8 is told as int8_float32."""
    known = compute_types(reading.device, (*reading.supported, reading.compute_type))
    if reading.compute_type in known:
        return reading.compute_type
    return next((name for name in known if _is(reading, name)), reading.compute_type)


def _is(reading: Reading, compute_type: str) -> bool:
    return reading.compute_type.startswith(compute_type)


def _named(tuning: Tuning) -> tuple[str, int]:
    return tuning.compute_type, tuning.threads
