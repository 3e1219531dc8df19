"""Keeps one model loaded in a backend, tells its state, and finds another rung when it dies.

Used by the engine's one thread. Three kinds of trouble end differently: a model that cannot be
loaded is the user's to change, and told; a graphics card that gives up inside a take hands over to
the CPU; a backend whose process died gets the same work again, and after a second death the next
rung of the ladder (``recovery``). What died is remembered (``crashes``) and avoided from then on.
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
from dictate.engine.backend import Backend, Mortal
from dictate.engine.crashes import Combination, Crashes
from dictate.engine.facts import ResolvedModel, Tuning
from dictate.engine.failures import translate
from dictate.engine.recovery import (
    DEATHS_BEFORE_GIVING_UP,
    DEATHS_BEFORE_STEPPING_DOWN,
    avoided_notice,
    step_down,
    stepped_notice,
    untuned_notice,
)
from dictate.errors import DictateError, EngineDied, ModelNotCached, ModelUnknown

log = logging.getLogger(__name__)

T = TypeVar("T")

AUTO = "auto"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where models are found, and what was measured of them."""

    resolve: Callable[[str], ResolvedModel]
    smaller: Callable[[ResolvedModel], Sequence[str]]
    tunings: Callable[[ResolvedModel], tuple[Tuning, ...]] = lambda _: ()


@dataclass(frozen=True, slots=True)
class _Rung:
    """What is given to the backend for a wish."""

    choice: ModelChoice
    resolved: ResolvedModel
    notice: Notice | None = None


@dataclass(frozen=True, slots=True)
class Loaded:
    """The model that is loaded, and the wish it fulfils."""

    choice: ModelChoice
    taken: ModelChoice
    """What was asked of the backend for it."""
    resolved: ResolvedModel
    info: ModelInfo


class ModelHolder:
    """The model in use."""

    def __init__(
        self,
        backend: Backend,
        shelf: Shelf,
        tell: Callable[[EngineStatus], None],
        crashes: Crashes | None = None,
    ) -> None:
        self._backend = backend
        self._shelf = shelf
        self._tell_state = tell
        self._crashes = crashes or Crashes()
        self._state = EngineState.MISSING
        self._tried: _Rung | None = None
        self._ran_on: dict[ModelChoice, str] = {}  # which device a choice led to
        self._untold: Notice | None = None  # of the last step down, told with the next load
        self._told: set[ModelChoice] = set()  # that this is used instead of another
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
        if loaded is None or loaded.choice != choice or not self.is_alive():
            return self._load_for(choice)
        if self._state is not EngineState.READY:  # another wish has failed since
            self._tell(EngineStatus(EngineState.READY, loaded.info))
        return loaded

    def insist(self, choice: ModelChoice, act: Callable[[], T], given_up: Callable[[], bool]) -> T:
        """Do ``act`` again when the backend dies under it, one rung down after two deaths."""
        deaths = 0
        blamed: list[Combination] = []
        while True:
            try:
                return act()
            except EngineDied as exc:
                self.loaded = None
                deaths += 1
                if given_up():
                    raise
                if deaths < DEATHS_BEFORE_STEPPING_DOWN:
                    continue
                if bad := self._step_down(choice):
                    blamed += bad
                    deaths = 0
                elif deaths >= DEATHS_BEFORE_GIVING_UP:
                    self._crashes.withdraw(blamed)  # whatever dies on all rungs blames none
                    self._untold = None
                    self.tell_failure(exc)
                    raise

    def revive(self, given_up: Callable[[], bool]) -> None:
        """Load again what was loaded: its process ended while nobody needed it."""
        loaded, self.loaded = self.loaded, None
        if loaded is not None:
            with contextlib.suppress(DictateError):  # told where it happened
                self.insist(loaded.choice, lambda: self.ensure(loaded.choice), given_up)

    def fall_back(self, loaded: Loaded, failure: DictateError) -> Loaded:
        """Go on with the CPU after a graphics card failed inside a take, for good."""
        if loaded.info.device == "cpu":
            raise failure
        log.warning("%s gave up: %s", loaded.info.device, type(failure).__name__)
        told = f"{failure.message} Speech is recognised on the CPU instead."
        notice = Notice(Severity.WARNING, told, failure.next_step)
        on_cpu = replace(loaded.choice, device="cpu", compute_type="auto")
        try:
            fallen = self._load(on_cpu, loaded.resolved, (notice,))
        except EngineDied:
            raise  # not the last word yet
        except DictateError as exc:
            self.tell_failure(exc)
            raise
        self.loaded = replace(fallen, choice=loaded.choice, taken=loaded.taken)
        return self.loaded

    def is_alive(self) -> bool:
        """Tell whether the process of the model is there, where it has one."""
        return not isinstance(self._backend, Mortal) or self._backend.is_alive()

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
        if loaded is None or loaded.choice != choice or not self.is_alive():
            return None
        rung = self._rung(choice)
        wanted = (rung.choice, rung.resolved.path, rung.resolved.tunings)
        same = (loaded.taken, loaded.resolved.path, loaded.resolved.tunings) == wanted
        return loaded if same else None

    def _load_for(self, choice: ModelChoice) -> Loaded:
        try:
            rung = self._rung(choice)
            notices = tuple(filter(None, (self._untold, self._news(rung))))
            loaded = self._load(rung.choice, rung.resolved, notices)
        except EngineDied:
            raise  # not the last word yet
        except DictateError as exc:
            self.tell_failure(exc)
            raise
        self._untold = None
        self._ran_on[rung.choice] = loaded.info.device
        self.loaded = replace(loaded, choice=choice)
        return self.loaded

    def _rung(self, choice: ModelChoice) -> _Rung:
        """Return the first combination that did not die too often; the last one in any case."""
        taken, resolved, notice = choice, self._resolve(choice), None
        while self._crashes.find(_combination(taken, resolved)) is not None:
            below = step_down(taken, self._shelf.smaller(resolved))
            if below is None:
                break
            notice = notice or avoided_notice(choice, below, resolved.name)
            taken, resolved = below, self._resolve(below)
        return _Rung(taken, resolved, notice)

    def _resolve(self, choice: ModelChoice) -> ResolvedModel:
        """Return the model's folder, with what was measured of it and did not die."""
        resolved = self._shelf.resolve(choice.model)
        measured = self._shelf.tunings(resolved) if choice.compute_type == AUTO else ()
        bad = self._crashes.find
        good = (t for t in measured if bad(_tuned_combination(t, resolved)) is None)
        return replace(resolved, tunings=tuple(good))

    def _news(self, rung: _Rung) -> Notice | None:
        """Return what to say about a rung that was taken to avoid another, once."""
        if rung.notice is None or self._untold is not None or rung.choice in self._told:
            return None
        self._told.add(rung.choice)
        return rung.notice

    def _load(
        self, choice: ModelChoice, resolved: ResolvedModel, before: tuple[Notice, ...] = ()
    ) -> Loaded:
        self.loaded = None
        self._tried = _Rung(choice, resolved)
        self._tell(EngineStatus(EngineState.LOADING, detail=resolved.name))
        begun_at_s = time.monotonic()
        try:
            info = self._backend.load(resolved, choice)
        except Exception as exc:
            raise translate(exc) from exc
        finally:
            self.load_span_s = (begun_at_s, time.monotonic())
            self.loading_s += self.load_span_s[1] - begun_at_s
        info = replace(info, notices=(*before, *info.notices))
        took_ms = (self.load_span_s[1] - begun_at_s) * 1000
        log.info(
            "loaded %s on %s (%s) in %.0f ms", info.name, info.device, info.compute_type, took_ms
        )
        self.loaded = Loaded(choice, choice, resolved, info)
        self._tell(EngineStatus(EngineState.READY, info))
        return self.loaded

    def _step_down(self, choice: ModelChoice) -> list[Combination]:
        """Remember what died as bad, so that the next load avoids it; nothing on the last rung."""
        rung = self._tried or self._rung(choice)
        resolved = rung.resolved
        if resolved.tunings:
            self._untold = untuned_notice(resolved.tunings[0].compute_type)
            return self._blame(*(_tuned_combination(t, resolved) for t in resolved.tunings))
        ran_on = self._ran_on.get(rung.choice, rung.choice.device)
        below = step_down(replace(rung.choice, device=ran_on), self._shelf.smaller(resolved))
        if below is None:
            return []
        log.warning("%s on %s died too often", resolved.name, ran_on)
        bad = [_combination(rung.choice, resolved)]
        if below.model != rung.choice.model and ran_on != rung.choice.device:
            # "auto" meant the CPU: there is no use in trying that by its own name.
            bad.append(replace(bad[0], device="cpu", compute_type=AUTO))
        self._untold = stepped_notice(rung.choice, below)
        self._told.add(below)
        return self._blame(*bad)

    def _blame(self, *combinations: Combination) -> list[Combination]:
        for combination in combinations:
            self._crashes.add(combination)
        return list(combinations)

    def _tell(self, status: EngineStatus) -> None:
        self._state = status.state
        self._tell_state(status)


def _combination(choice: ModelChoice, resolved: ResolvedModel) -> Combination:
    return Combination(resolved.name, choice.device, choice.compute_type)


def _tuned_combination(tuning: Tuning, resolved: ResolvedModel) -> Combination:
    return Combination(resolved.name, f"{tuning.device} as measured", tuning.compute_type)
