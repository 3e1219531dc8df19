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
    EngineState,
    EngineStatus,
    Job,
    ModelChoice,
    Transcript,
)
from dictate.engine import storage
from dictate.engine.backend import Backend, Mortal
from dictate.engine.crashes import Crashes
from dictate.engine.facts import ResolvedModel, Tuning
from dictate.engine.failures import translate
from dictate.engine.holder import ModelHolder, Shelf
from dictate.engine.holding import Held, Holding
from dictate.engine.recognition import nothing_heard, recognise
from dictate.engine.recovery import Revivals
from dictate.errors import (
    DecodeFailed,
    DeviceUnavailable,
    DictateError,
    EngineOutOfMemory,
)
from dictate.events import (
    EngineChanged,
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


@dataclass(frozen=True, slots=True)
class _Rest:
    """Give the memory back: nothing was asked for a long time, or the user wishes it."""


@dataclass(frozen=True, slots=True)
class _Died:
    """The backend's process ended."""


_Order: TypeAlias = _Prepare | _Ask | _Rest | _Died | None
"""None ends the thread."""


class WorkerEngine:
    """An ``Engine`` on a thread of this process."""

    def __init__(  # noqa: PLR0913  # what is found and learned elsewhere, each with a default
        self,
        publish: Publish,
        backend: Backend | None = None,
        resolve: Callable[[str], ResolvedModel] = storage.resolve,
        smaller: Callable[[ResolvedModel], Sequence[str]] = storage.smaller_models,
        idle_unload_s: float | None = None,
        *,
        tunings: Callable[[ResolvedModel], tuple[Tuning, ...]] = lambda _: (),
        crashes: Crashes | None = None,
    ) -> None:
        self._publish = publish
        self._backend: Backend = backend or _faster_whisper()
        shelf = Shelf(resolve, smaller, tunings)
        self._holder = ModelHolder(self._backend, shelf, self._tell, crashes)
        """Only the thread uses it, and what follows."""
        self._revivals = Revivals()
        if isinstance(self._backend, Mortal):
            self._backend.on_death(self._notice_death)
        self._idle_unload_s = idle_unload_s
        self._orders: queue.SimpleQueue[_Order] = queue.SimpleQueue()
        self._lock = threading.Lock()  # guards the five below, never held while calling out
        self._status = EngineStatus(EngineState.MISSING)
        self._thread: threading.Thread | None = None
        self._closed = False
        self._newest: _Prepare | None = None
        self._running: _Ask | None = None

    @property
    def status(self) -> EngineStatus:
        """Return the present state."""
        with self._lock:
            return self._status

    def held(self) -> tuple[Held, ...]:
        """Return the loaded models with their processes."""
        return self._backend.held() if isinstance(self._backend, Holding) else ()

    def rest(self) -> None:
        """Give the memory of all models back; the next job or ``prepare`` loads again."""
        self._put(_Rest())

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

    def _notice_death(self) -> None:
        self._put(_Died())

    def _cancel_queued(self) -> None:
        with contextlib.suppress(queue.Empty):
            while True:
                order = self._orders.get_nowait()
                if isinstance(order, _Ask):
                    order.future.cancel()

    # -- the thread ------------------------------------------------------------------------------

    def _run(self) -> None:
        while (order := self._next_order()) is not None:
            try:
                self._follow(order)
            except Exception as exc:  # noqa: BLE001  # top of the thread: it must live on
                log.error("an order broke: %s", type(exc).__name__)
        self._backend.unload()

    def _follow(self, order: _Prepare | _Ask | _Rest | _Died) -> None:
        match order:
            case _Ask():
                self._answer(order)
            case _Prepare():
                self._prepare(order)
            case _Rest():
                log.info("the models are put away")
                if self._holder.loaded is not None:
                    self._holder.rest()
            case _Died():
                self._revive()

    def _next_order(self) -> _Order:
        wait_s = self._idle_unload_s if self._holder.loaded is not None else None
        try:
            return self._orders.get(timeout=wait_s)
        except queue.Empty:
            return _Rest()

    def _prepare(self, order: _Prepare) -> None:
        with self._lock:
            if order is not self._newest:
                return  # another wish came in the meantime
        try:
            self._holder.prepare(order.choice, self._is_closed)
        except Exception as exc:  # noqa: BLE001  # top of the thread: it must live on
            log.error("preparing a model broke: %s", type(exc).__name__)
            self._holder.tell_failure(translate(exc))

    def _revive(self) -> None:
        """Load again after an idle death. One under a job was dealt with there."""
        if self._holder.loaded is None or self._holder.is_alive():
            return
        if not self._revivals.allow():
            log.warning("the engine dies again and again; it rests until it is needed")
            self._holder.rest()
            return
        log.info("the engine died while idle; it is started again")
        try:
            self._holder.revive(self._is_closed)
        except Exception as exc:  # noqa: BLE001  # top of the thread: it must live on
            log.error("reviving the engine broke: %s", type(exc).__name__)
            self._holder.tell_failure(translate(exc))

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
        holder, job = self._holder, asked.job
        started_at_s = time.monotonic()
        in_queue_s = (asked.asked_at_s, started_at_s)
        loaded_meanwhile_s = _overlap_s(holder.load_span_s, in_queue_s)
        loading_before_s = holder.loading_s
        transcript = holder.insist(job.choice, lambda: self._recognise(job), self._is_closed)
        loading_s = holder.loading_s - loading_before_s
        return replace(
            transcript,
            load_ms=(loaded_meanwhile_s + loading_s) * 1000,
            queue_ms=(started_at_s - asked.asked_at_s - loaded_meanwhile_s) * 1000,
            decode_ms=(time.monotonic() - started_at_s - loading_s) * 1000,
        )

    def _recognise(self, job: Job) -> Transcript:
        loaded = self._holder.ensure(job.choice)
        try:
            return recognise(job, self._backend, loaded.info, loaded.resolved.facts)
        except (EngineOutOfMemory, DeviceUnavailable) as exc:
            loaded = self._holder.fall_back(loaded, exc)
            return recognise(job, self._backend, loaded.info, loaded.resolved.facts)

    def _is_closed(self) -> bool:
        with self._lock:
            return self._closed

    def _tell(self, status: EngineStatus) -> None:
        with self._lock:
            if self._closed:
                return
            self._status = status
        self._publish(EngineChanged(status))


def _faster_whisper() -> Backend:
    from dictate.engine.faster_whisper_backend import FasterWhisperBackend

    return FasterWhisperBackend()


def _closed() -> DecodeFailed:
    return DecodeFailed("The program is closing; this take was given up.")


def _fail(future: Future[Transcript], failure: DictateError) -> None:
    with contextlib.suppress(InvalidStateError):  # close() may have answered it already
        future.set_exception(failure)


def _overlap_s(one: tuple[float, float], other: tuple[float, float]) -> float:
    return max(0.0, min(one[1], other[1]) - max(one[0], other[0]))
