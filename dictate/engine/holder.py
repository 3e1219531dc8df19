"""Keeps one model loaded in a backend, tells its state, and finds another rung when it dies.

Used by the engine's one thread. Three kinds of trouble end differently: a model that cannot be
loaded is the user's to change, and told; a graphics card that gives up inside a take hands over to
the CPU; a backend whose process died gets the same work again, and after a second death the next
rung of the ladder (``recovery``), which is remembered as long as the program runs.
"""

from __future__ import annotations

import contextlib
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from dictate.domain import (
    EngineState,
    EngineStatus,
    ModelChoice,
    ModelInfo,
    Notice,
    Severity,
)
from dictate.engine.backend import Backend
from dictate.engine.facts import ResolvedModel
from dictate.engine.recovery import DEATHS_BEFORE_STEPPING_DOWN, step_down, stepped_notice
from dictate.errors import DictateError, EngineDied, ModelNotCached, ModelUnknown

log = logging.getLogger(__name__)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where models are found."""

    resolve: Callable[[str], ResolvedModel]
    smaller: Callable[[ResolvedModel], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Loaded:
    """The model that is loaded, and the wish it fulfils."""

    choice: ModelChoice
    resolved: ResolvedModel
    info: ModelInfo


class ModelHolder:
    """The model in use."""

    def __init__(
        self, backend: Backend, shelf: Shelf, tell: Callable[[EngineStatus], None]
    ) -> None:
        self._backend = backend
        self._shelf = shelf
        self._tell_state = tell
        self._state = EngineState.MISSING
        self._instead: dict[ModelChoice, ModelChoice] = {}  # combinations that died, and better
        self._stepped: dict[ModelChoice, Notice] = {}  # to be told when first loaded
        self.loaded: Loaded | None = None
        self.load_span_s = (0.0, 0.0)
        """When the last load began and ended."""
        self.loading_s = 0.0
        """All loading so far."""

    def prepare(self, choice: ModelChoice, given_up: Callable[[], bool]) -> None:
        """Load for ``choice`` unless that is loaded already. Failures are told, not raised."""
        try:
            current = self._current(choice)
        except DictateError as exc:
            self.tell_failure(exc)
            return
        if current is not None:
            self._tell(EngineStatus(EngineState.READY, current.info))
            return
        self.loaded = None
        with contextlib.suppress(DictateError):  # told where it happened
            self.insist(choice, lambda: self.ensure(choice), given_up)

    def ensure(self, choice: ModelChoice) -> Loaded:
        """Return the model for ``choice``, loading it first where it is another one."""
        loaded = self.loaded
        if loaded is None or loaded.choice != choice:
            return self._load_for(choice)
        if self._state is not EngineState.READY:  # another wish has failed since
            self._tell(EngineStatus(EngineState.READY, loaded.info))
        return loaded

    def insist(self, choice: ModelChoice, act: Callable[[], T], given_up: Callable[[], bool]) -> T:
        """Do ``act`` again when the backend dies under it, one rung down after two deaths."""
        deaths = 0
        while True:
            try:
                return act()
            except EngineDied as exc:
                self.loaded = None
                deaths += 1
                if given_up():
                    raise
                if deaths >= DEATHS_BEFORE_STEPPING_DOWN:
                    self._step_down(choice, exc)
                    deaths = 0

    def fall_back(self, loaded: Loaded, failure: DictateError) -> Loaded:
        """Go on with the CPU after a graphics card failed inside a take, for good."""
        if loaded.info.device == "cpu":
            raise failure
        log.warning("%s gave up: %s", loaded.info.device, type(failure).__name__)
        told = f"{failure.message} Speech is recognised on the CPU instead."
        notice = Notice(Severity.WARNING, told, failure.next_step)
        on_cpu = replace(loaded.choice, device="cpu", compute_type="auto")
        fallen = self._load(on_cpu, loaded.resolved, (notice,))
        self.loaded = replace(fallen, choice=loaded.choice)
        return self.loaded

    def rest(self) -> None:
        """Give the memory back; ``ensure`` loads again."""
        loaded, self.loaded = self.loaded, None
        self._backend.unload()
        self._tell(EngineStatus(EngineState.RESTING, loaded.info if loaded else None))

    def tell_failure(self, failure: DictateError) -> None:
        """Be in the state this failure means."""
        missing = isinstance(failure, ModelNotCached | ModelUnknown)
        state = EngineState.MISSING if missing else EngineState.FAILED
        self._tell(EngineStatus(state, detail=str(failure)))

    def _current(self, choice: ModelChoice) -> Loaded | None:
        """Return what is loaded if it fulfils this wish.

        The same wish may mean another folder by now: a better model was downloaded.
        """
        loaded = self.loaded
        instead = self._instead.get(choice, choice)
        path = self._shelf.resolve(instead.model).path
        same = loaded is not None and loaded.choice == choice and loaded.resolved.path == path
        return loaded if same else None

    def _load_for(self, choice: ModelChoice) -> Loaded:
        instead = self._instead.get(choice, choice)
        try:
            told = self._stepped.pop(instead, None)
            resolved = self._shelf.resolve(instead.model)
            loaded = self._load(instead, resolved, (told,) if told else ())
        except EngineDied:
            raise  # not the last word yet
        except DictateError as exc:
            self.tell_failure(exc)
            raise
        self.loaded = replace(loaded, choice=choice)
        return self.loaded

    def _load(
        self, choice: ModelChoice, resolved: ResolvedModel, before: tuple[Notice, ...] = ()
    ) -> Loaded:
        self.loaded = None
        self._tell(EngineStatus(EngineState.LOADING, detail=resolved.name))
        begun_at_s = time.monotonic()
        try:
            info = self._backend.load(resolved, choice)
        finally:
            self.load_span_s = (begun_at_s, time.monotonic())
            self.loading_s += self.load_span_s[1] - begun_at_s
        info = replace(info, notices=(*before, *info.notices))
        took_ms = (self.load_span_s[1] - begun_at_s) * 1000
        log.info(
            "loaded %s on %s (%s) in %.0f ms", info.name, info.device, info.compute_type, took_ms
        )
        self.loaded = Loaded(choice, resolved, info)
        self._tell(EngineStatus(EngineState.READY, info))
        return self.loaded

    def _step_down(self, choice: ModelChoice, failure: EngineDied) -> None:
        """Remember the combination as bad and what to use instead; raise when nothing is left."""
        bad = self._instead.get(choice, choice)
        taken = step_down(bad, self._shelf.smaller(self._shelf.resolve(bad.model)))
        if taken is None:
            self.tell_failure(failure)
            raise failure
        log.warning("%s on %s died too often", bad.model, bad.device)
        self._instead[choice] = taken
        self._stepped[taken] = stepped_notice(bad, taken)

    def _tell(self, status: EngineStatus) -> None:
        self._state = status.state
        self._tell_state(status)
