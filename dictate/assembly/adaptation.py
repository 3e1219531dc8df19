"""Suggests or takes a smaller model where the one of the settings is too slow or too large.

The rule is in ``engine.quality``. Here it is fed: after each take one look at its times and at the
machine, in the thread ``dictate-adapt``, which does nothing in between. A step is always told, and
never taken within a take.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from dictate.domain import (
    ModelChoice,
    ModelInfo,
    Notice,
    Phase,
    Severity,
    TakeReport,
    Verdict,
)
from dictate.engine import quality
from dictate.engine.alternatives import Alternative, alternatives
from dictate.engine.pressure import Pressure, PressureGauge
from dictate.engine.quality import Look, Reason, State, Step
from dictate.errors import DictateError
from dictate.events import Event, ModelSuggested, NoticeRaised, PhaseChanged, TakeFinished
from dictate.ports import Publish
from dictate.settings.choices import Adapt
from dictate.settings.schema import EngineSettings

log = logging.getLogger(__name__)

CLOSE_TIMEOUT_S = 0.5
KEEP = 'engine.adapt = "off" keeps the model of the settings.'

Find = Callable[[ModelChoice, ModelInfo, tuple[str, ...]], tuple[Alternative, ...]]


@dataclass(frozen=True, slots=True)
class _Done:
    """A take is done, under these settings."""

    report: TakeReport
    settings: EngineSettings


class Adaptation:
    """``use`` has the program ask ``instead_of`` anew; it is called between takes."""

    def __init__(
        self,
        publish: Publish,
        use: Callable[[], None],
        gauge: Callable[[], Pressure] | None = None,
        find: Find = alternatives,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._publish = publish
        self._use = use
        self._gauge = gauge or PressureGauge()
        self._find = find
        self._clock = clock
        self._messages: queue.SimpleQueue[_Done | Phase | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._is_idle = True  # written by whoever tells the phase, read by the thread
        self._due: tuple[Step, EngineSettings] | None = None  # the thread's own
        self._lock = threading.Lock()  # guards what follows, never held while calling out
        self._closed = False
        self._wish = ModelChoice()
        self._found: tuple[Alternative, ...] = ()
        self._state = State()
        self._offered: Step | None = None

    # -- any thread ------------------------------------------------------------------------------

    def instead_of(self, wish: ModelChoice, adapt: Adapt) -> ModelChoice:
        """Return what to recognise with when the settings wish for this."""
        with self._lock:
            if wish != self._wish:
                self._follow_user(wish)
            elif adapt is not Adapt.AUTO and self._state.rung:
                self._forget()
            rung = self._state.rung
            return self._found[rung].choice if adapt is Adapt.AUTO and rung else wish

    def follow(self, event: Event, settings: EngineSettings) -> None:
        """Take notice of what the program does; returns at once."""
        match event:
            case PhaseChanged(phase, _):
                self._is_idle = phase is Phase.IDLE
                if self._is_idle and self._thread is not None:
                    self._messages.put(phase)
            case TakeFinished(report) if settings.adapt is not Adapt.OFF:
                self._start()
                self._messages.put(_Done(report, settings))
            case _:
                pass

    def close(self) -> None:
        """End the thread. Any number of times."""
        with self._lock:
            self._closed = True
        self._messages.put(None)
        if self._thread is not None:
            self._thread.join(CLOSE_TIMEOUT_S)

    def _start(self) -> None:
        with self._lock:
            if self._thread is None and not self._closed:
                self._thread = threading.Thread(target=self._run, name="dictate-adapt", daemon=True)
                self._thread.start()

    def _follow_user(self, wish: ModelChoice) -> None:
        """Another model is wished for: the one suggested, or one that begins anew."""
        self._wish = wish
        offered, self._offered = self._offered, None
        if offered is not None and self._found[offered.rung].choice == wish:
            self._state = quality.taken(self._state, offered, self._clock())
        else:
            self._forget()

    def _forget(self) -> None:
        self._state, self._found, self._offered = State(), (), None

    # -- the thread ------------------------------------------------------------------------------

    def _run(self) -> None:
        while (message := self._messages.get()) is not None:
            try:
                if isinstance(message, _Done):
                    self._look(message.report, message.settings)
                if self._due is not None and self._is_idle:
                    due, self._due = self._due, None
                    self._take(*due)
            except DictateError as error:
                log.info("no other model: %s", type(error).__name__)
            except Exception as error:  # noqa: BLE001  # top of the thread; it is only a comfort
                log.error("adapting broke: %s", type(error).__name__)

    def _look(self, report: TakeReport, settings: EngineSettings) -> None:
        model = report.transcript.model
        if model is None or model.demonstration or model.server:
            return
        pressure = self._gauge()
        with self._lock:
            wish, is_first_rung = self._wish, not self._state.rung
        fresh = self._find(wish, model, _spoken(settings)) if is_first_rung else ()
        with self._lock:
            if self._wish != wish:
                return  # the user has just chosen another one
            self._found = fresh or self._found
            now_s = self._clock()
            is_ours = model.name == self._found[self._state.rung].rung.name
            latency_ms = latency_of(report) if is_ours else None
            seen = Look(now_s, latency_ms, pressure.cpu_others, pressure.memory_free)
            self._state = quality.after(self._state, seen)
            rungs = [found.rung for found in self._found]
            step = quality.wish(self._state, rungs, settings.target_ms, now_s)
        if step is not None:
            self._due = (step, settings)

    def _take(self, step: Step, settings: EngineSettings) -> None:
        now_s = self._clock()
        with self._lock:
            if step.rung >= len(self._found):
                return  # the user has just chosen another one
            before = self._found[self._state.rung].choice
            choice, name = self._found[step.rung].choice, self._found[step.rung].rung.name
            if settings.adapt is Adapt.AUTO:
                self._state = quality.taken(self._state, step, now_s)
            else:
                self._state, self._offered = quality.asked(self._state, now_s), step
        why, what = reason_of(step, settings.target_ms), named(choice, before, name, step.reason)
        log.info("%s: %s", step.reason, name)
        if settings.adapt is Adapt.AUTO:
            self._use()
            told = f"{why} {what[0].upper()}{what[1:]} is used for now."
            self._publish(NoticeRaised(Notice(Severity.INFO, told, KEEP)))
            return
        key, value = "engine.model", choice.model
        if choice.model == before.model:
            key, value = "engine.compute_type", choice.compute_type
        advice = f"Use {what}: dictate settings set {key} {value}"
        self._publish(ModelSuggested(key, value, Notice(Severity.INFO, why, advice)))


def latency_of(report: TakeReport) -> float | None:
    """Return what the model made the user wait, None where it was not the model."""
    timings = report.timings
    if report.verdict is not Verdict.TEXT or timings.load_ms > 0 or not timings.release_to_text_ms:
        return None
    return max(0.0, timings.release_to_text_ms - timings.cleanup_ms - timings.output_ms)


def reason_of(step: Step, target_ms: float) -> str:
    """Return why a step is due, in a sentence."""
    match step.reason:
        case Reason.SLOW:
            late_s, wanted_s = (step.median_ms or 0.0) / 1000, target_ms / 1000
            return f"Texts come {late_s:.1f} s after you let go; {wanted_s:.1f} s are wanted."
        case Reason.MEMORY:
            return "The memory of this machine is nearly full."
        case Reason.CPU:
            return "Other programs keep the processor busy, and texts are late."
        case Reason.ROOM:
            return "This machine has room for the larger model again."


def named(choice: ModelChoice, before: ModelChoice, name: str, reason: Reason) -> str:
    """Return what is to be used, in words."""
    if choice.model == before.model and reason is not Reason.ROOM:
        return f"the model {name} in {choice.compute_type}"
    return f"the model {name}" if reason is Reason.ROOM else f"the smaller model {name}"


def _spoken(settings: EngineSettings) -> tuple[str, ...]:
    return settings.languages if settings.language == "auto" else (settings.language,)
