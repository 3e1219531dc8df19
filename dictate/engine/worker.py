"""Runs a backend on a thread of its own: loads models, works off jobs in order, tells its state.

One daemon thread, ``dictate-engine``, is the only one to touch the backend. Callers put orders into
its queue and get futures; nothing they call waits for a load or a decode. A model that does not
load fails the job that wanted it and no other. A decode cannot be interrupted: ``close()`` gives
the running one up, answers its future, and leaves the thread to end with the process.
"""

from __future__ import annotations

import contextlib
import logging
import queue
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, InvalidStateError
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from dictate.domain import (
    EngineChanged,
    EngineState,
    EngineStatus,
    Job,
    ModelChoice,
    ModelInfo,
    Notice,
    Severity,
    Transcript,
)
from dictate.engine import storage
from dictate.engine.backend import Backend
from dictate.engine.facts import ResolvedModel
from dictate.engine.failures import translate
from dictate.engine.faster_whisper_backend import FasterWhisperBackend
from dictate.engine.recognition import nothing_heard, recognise
from dictate.engine.recovery import (
    DEATHS_BEFORE_STEPPING_DOWN,
    step_down,
    stepped_notice,
)
from dictate.errors import (
    DecodeFailed,
    DeviceUnavailable,
    DictateError,
    EngineDied,
    EngineOutOfMemory,
    ModelNotCached,
    ModelUnknown,
)
from dictate.ports import Publish

log = logging.getLogger(__name__)

CLOSE_TIMEOUT_S = 0.7


@dataclass(frozen=True, slots=True, eq=False)
class _Prepare:
    choice: ModelChoice


@dataclass(frozen=True, slots=True, eq=False)
class _Ask:
    job: Job
    asked_at_s: float
    future: Future[Transcript] = field(default_factory=Future)


_Order: TypeAlias = _Prepare | _Ask | None
"""None ends the thread."""


@dataclass(frozen=True, slots=True)
class _Loaded:
    choice: ModelChoice
    resolved: ResolvedModel
    info: ModelInfo


class WorkerEngine:
    """An ``Engine`` on a thread of this process."""

    def __init__(
        self,
        publish: Publish,
        backend: Backend | None = None,
        resolve: Callable[[str], ResolvedModel] = storage.resolve,
        smaller: Callable[[ResolvedModel], Sequence[str]] = storage.smaller_models,
    ) -> None:
        self._publish = publish
        self._backend: Backend = backend or FasterWhisperBackend()
        self._resolve = resolve
        self._smaller = smaller
        self._orders: queue.SimpleQueue[_Order] = queue.SimpleQueue()
        self._lock = threading.Lock()  # guards the five below, never held while calling out
        self._status = EngineStatus(EngineState.MISSING)
        self._thread: threading.Thread | None = None
        self._closed = False
        self._newest: _Prepare | None = None
        self._running: _Ask | None = None
        # Only the thread looks at these.
        self._loaded: _Loaded | None = None
        self._load_span_s = (0.0, 0.0)
        self._loading_s = 0.0  # all loading so far
        self._instead: dict[ModelChoice, ModelChoice] = {}  # combinations that died, and better
        self._stepped: dict[ModelChoice, Notice] = {}  # to be told when first loaded

    @property
    def status(self) -> EngineStatus:
        """Return the present state."""
        with self._lock:
            return self._status

    def prepare(self, choice: ModelChoice) -> None:
        """Begin to load. A newer wish replaces one that has not begun."""
        order = _Prepare(choice)
        with self._lock:
            if self._closed:
                return
            self._newest = order
        self._put(order)

    def transcribe(self, job: Job) -> Future[Transcript]:
        """Queue a take; one without speech is answered at once."""
        asked = _Ask(job, time.monotonic())
        if not job.spans:
            asked.future.set_result(nothing_heard(job))
            return asked.future
        if not self._put(asked):
            asked.future.set_exception(_closed())
        return asked.future

    def close(self) -> None:
        """Cancel queued jobs, give up the running one, stop the thread. Under a second."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            thread = self._thread
        self._cancel_queued()
        self._orders.put(None)
        if thread is None:
            return
        self._backend.interrupt()
        thread.join(CLOSE_TIMEOUT_S)
        if thread.is_alive():
            log.warning("gave up a load or decode that was still running at the end")
            with self._lock:
                running = self._running
            if running is not None:
                _fail(running.future, _closed())

    # -- callers' side ---------------------------------------------------------------------------

    def _put(self, order: _Order) -> bool:
        """Queue an order, starting the thread for the first one; False once closed."""
        with self._lock:
            if self._closed:
                return False
            if self._thread is None:
                self._thread = threading.Thread(
                    target=self._run, name="dictate-engine", daemon=True
                )
                self._thread.start()
            self._orders.put(order)
            return True

    def _cancel_queued(self) -> None:
        with contextlib.suppress(queue.Empty):
            while True:
                order = self._orders.get_nowait()
                if isinstance(order, _Ask):
                    order.future.cancel()

    # -- the thread ------------------------------------------------------------------------------

    def _run(self) -> None:
        while (order := self._orders.get()) is not None:
            if isinstance(order, _Ask):
                self._answer(order)
            else:
                self._prepare(order)
        self._backend.unload()

    def _prepare(self, order: _Prepare) -> None:
        with self._lock:
            if order is not self._newest:
                return  # another wish came in the meantime
        try:
            resolved = self._resolve(order.choice.model)
            if not self._is_loaded(order.choice, resolved):
                self._load(order.choice, resolved)
            elif self._loaded is not None:
                self._tell(EngineStatus(EngineState.READY, self._loaded.info))
        except DictateError as exc:
            self._tell_failure(exc)
        except Exception as exc:  # noqa: BLE001  # top of the thread: it must live on
            log.error("preparing a model broke: %s", type(exc).__name__)
            self._tell_failure(translate(exc))

    def _answer(self, asked: _Ask) -> None:
        with self._lock:
            self._running = asked
        try:
            if not asked.future.set_running_or_notify_cancel():
                return
            transcript = self._transcribe(asked)
        except DictateError as exc:
            _fail(asked.future, exc)
        except Exception as exc:  # noqa: BLE001  # top of the thread: it must live on
            log.error("a job broke: %s", type(exc).__name__)
            _fail(asked.future, translate(exc))
        else:
            with contextlib.suppress(InvalidStateError):
                asked.future.set_result(transcript)
        finally:
            with self._lock:
                self._running = None

    def _transcribe(self, asked: _Ask) -> Transcript:
        started_at_s = time.monotonic()
        in_queue_s = (asked.asked_at_s, started_at_s)
        loaded_meanwhile_s = _overlap_s(self._load_span_s, in_queue_s)
        loading_before_s = self._loading_s
        transcript = self._recognised(asked.job)
        loading_s = self._loading_s - loading_before_s
        return replace(
            transcript,
            load_ms=(loaded_meanwhile_s + loading_s) * 1000,
            queue_ms=(started_at_s - asked.asked_at_s - loaded_meanwhile_s) * 1000,
            decode_ms=(time.monotonic() - started_at_s - loading_s) * 1000,
        )

    def _recognised(self, job: Job) -> Transcript:
        """Decode, with the same audio again after a crash, until a rung of the ladder holds."""
        deaths = 0
        while True:
            try:
                return self._recognise(job)
            except EngineDied as exc:
                self._loaded = None
                deaths += 1
                with self._lock:
                    if self._closed:
                        raise _closed() from exc
                if deaths >= DEATHS_BEFORE_STEPPING_DOWN:
                    self._step_down(job.choice, exc)
                    deaths = 0

    def _recognise(self, job: Job) -> Transcript:
        loaded = self._loaded_for(job.choice)
        try:
            return recognise(job, self._backend, loaded.info, loaded.resolved.facts)
        except (EngineOutOfMemory, DeviceUnavailable) as exc:
            loaded = self._fall_back(loaded, exc)
            return recognise(job, self._backend, loaded.info, loaded.resolved.facts)

    def _step_down(self, choice: ModelChoice, failure: EngineDied) -> None:
        """Remember the combination as bad and what to use instead; raise when nothing is left."""
        bad = self._instead.get(choice, choice)
        taken = step_down(bad, self._smaller(self._resolve(bad.model)))
        if taken is None:
            self._tell_failure(failure)
            raise failure
        log.warning("%s on %s died too often", bad.model, bad.device)
        self._instead[choice] = taken
        self._stepped[taken] = stepped_notice(bad, taken)

    def _loaded_for(self, choice: ModelChoice) -> _Loaded:
        """Return the model the job wants; loads it first where it is another one."""
        loaded = self._loaded
        if loaded is None or loaded.choice != choice:
            return self._load_for(choice)
        if self.status.state is not EngineState.READY:  # another wish has failed since
            self._tell(EngineStatus(EngineState.READY, loaded.info))
        return loaded

    def _load_for(self, choice: ModelChoice) -> _Loaded:
        try:
            instead = self._instead.get(choice, choice)
            told = self._stepped.pop(instead, None)
            loaded = self._load(instead, self._resolve(instead.model), (told,) if told else ())
        except EngineDied:
            raise  # not the last word yet
        except DictateError as exc:
            self._tell_failure(exc)
            raise
        self._loaded = replace(loaded, choice=choice)
        return self._loaded

    def _load(
        self, choice: ModelChoice, resolved: ResolvedModel, before: tuple[Notice, ...] = ()
    ) -> _Loaded:
        self._loaded = None
        self._tell(EngineStatus(EngineState.LOADING, detail=resolved.name))
        begun_at_s = time.monotonic()
        try:
            info = self._backend.load(resolved, choice)
        finally:
            self._load_span_s = (begun_at_s, time.monotonic())
            self._loading_s += self._load_span_s[1] - begun_at_s
        info = replace(info, notices=(*before, *info.notices))
        log.info(
            "loaded %s on %s (%s) in %.0f ms",
            info.name,
            info.device,
            info.compute_type,
            (self._load_span_s[1] - begun_at_s) * 1000,
        )
        self._loaded = _Loaded(choice, resolved, info)
        self._tell(EngineStatus(EngineState.READY, info))
        return self._loaded

    def _fall_back(self, loaded: _Loaded, failure: DictateError) -> _Loaded:
        """Go on with the CPU after a graphics card failed inside a take, for good."""
        if loaded.info.device == "cpu":
            raise failure
        log.warning("%s gave up: %s", loaded.info.device, type(failure).__name__)
        told = f"{failure.message} Speech is recognised on the CPU instead."
        notice = Notice(Severity.WARNING, told, failure.next_step)
        on_cpu = replace(loaded.choice, device="cpu", compute_type="auto")
        fallen = self._load(on_cpu, loaded.resolved, (notice,))
        self._loaded = replace(fallen, choice=loaded.choice)
        return self._loaded

    def _is_loaded(self, choice: ModelChoice, resolved: ResolvedModel) -> bool:
        """The same wish may mean another folder by now: a better model was downloaded."""
        loaded = self._loaded
        return (
            loaded is not None and loaded.choice == choice and loaded.resolved.path == resolved.path
        )

    def _tell(self, status: EngineStatus) -> None:
        with self._lock:
            if self._closed:
                return
            self._status = status
        self._publish(EngineChanged(status))

    def _tell_failure(self, failure: DictateError) -> None:
        missing = isinstance(failure, ModelNotCached | ModelUnknown)
        state = EngineState.MISSING if missing else EngineState.FAILED
        self._tell(EngineStatus(state, detail=str(failure)))


def _closed() -> DecodeFailed:
    return DecodeFailed("The program is closing; this take was given up.")


def _fail(future: Future[Transcript], failure: DictateError) -> None:
    with contextlib.suppress(InvalidStateError):  # close() may have answered it already
        future.set_exception(failure)


def _overlap_s(one: tuple[float, float], other: tuple[float, float]) -> float:
    return max(0.0, min(one[1], other[1]) - max(one[0], other[0]))
