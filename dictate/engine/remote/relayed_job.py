"""One take that a server is asked for, and how it ends: in the server's answer or the local one.

Its calls come on any thread, in any order: from the server, the local engine, the clock, the look
at the field and whoever cancels. The future that it answers settles it once.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, InvalidStateError
from dataclasses import dataclass
from typing import TypeAlias

from dictate.clearance import Answer, Clearance
from dictate.domain import Job, Transcript
from dictate.errors import CallCancelled, DictateError, EndpointTooSlow, EngineError
from dictate.ports import Engine

log = logging.getLogger(__name__)

After: TypeAlias = Callable[[float, Callable[[], None]], Callable[[], None]]
"""Calls something in so many seconds, on a thread of its own; returns what prevents that."""

FIELD_S = 1.0
"""So long after the end of what was said the look at the field is waited for; it takes half of it,
and may stand behind another one."""

ONLY_DEMONSTRATION = (
    "What is said can only be recognised there: this machine has no more than the demonstration "
    "model."
)


@dataclass(frozen=True, slots=True)
class Way:
    """The server that is asked."""

    engine: Engine
    host: str
    timeout_s: float


@dataclass(frozen=True, slots=True)
class Hands:
    """What a job needs of its engine."""

    locally: Callable[[Job], Future[Transcript]]
    after: After
    settled: Callable[..., None]


class RelayedJob:
    """A job on its way; ``begin`` once."""

    def __init__(self, job: Job, way: Way, limit_s: float, hands: Hands) -> None:
        self._job, self._way, self._hands = job, way, hands
        self._limit_s = limit_s
        self._future: Future[Transcript] = Future()
        self._lock = threading.RLock()
        self._theirs: Future[Transcript] | None = None
        self._ours: Future[Transcript] | None = None
        self._stays = False
        """Nothing of it may leave this machine."""
        self._failure: DictateError | None = None
        """Why the server does not count any more, or not alone."""
        self._undo: list[Callable[[], None]] = []

    def begin(self, clearance: Clearance, head_start_s: float) -> Future[Transcript]:
        """Ask the server once it may be; return what ends in its answer or in the local one."""
        self._future.add_done_callback(lambda _: self._tidy_up())
        if clearance.answer is Answer.OPEN:
            self._later(FIELD_S, self._send)
        forget = clearance.follow(self._on_clearance)
        with self._lock:
            self._undo.append(forget)
        if head_start_s <= 0:
            self._call_local()
        else:
            self._later(head_start_s, self._call_local)
        return self._future

    def _on_clearance(self, answer: Answer) -> None:
        if answer is Answer.GRANTED:
            self._send()
        elif answer is Answer.REFUSED:
            self._keep_here()

    def _send(self) -> None:
        with self._lock:
            if self._theirs is not None or self._stays or self._future.done():
                return
            self._theirs = self._way.engine.transcribe(self._job)
        self._later(self._limit_s, lambda: self._be_late(self._limit_s))
        self._theirs.add_done_callback(self._on_theirs)

    def _keep_here(self) -> None:
        with self._lock:
            self._stays = True
            theirs = self._theirs
        if theirs is not None:
            theirs.cancel()
        self._call_local()
        self._look()

    def _later(self, delay_s: float, action: Callable[[], None]) -> None:
        undo = self._hands.after(delay_s, action)
        with self._lock:
            self._undo.append(undo)
        if self._future.done():
            undo()

    def _call_local(self) -> None:
        with self._lock:
            if self._ours is not None or self._future.done():
                return
            self._ours = self._hands.locally(self._job)
        self._ours.add_done_callback(lambda _: self._look())

    def _be_late(self, limit_s: float) -> None:
        self._lose_trust(
            EndpointTooSlow(
                f"The speech server at {self._way.host} did not answer within {limit_s:.3g} s.",
                "A longer [remote] timeout_s waits for it; `dictate remote check` tries it.",
            )
        )

    def _on_theirs(self, theirs: Future[Transcript]) -> None:
        if self._stays:
            return  # what is still heard of there does not count
        if theirs.cancelled():
            told = f"The speech server at {self._way.host} is not asked any more."
            self._lose_trust(CallCancelled(told))
        elif (error := theirs.exception()) is None:
            self._end(theirs.result(), None)
        else:
            self._lose_trust(_as_told(error))

    def _lose_trust(self, failure: DictateError) -> None:
        with self._lock:
            self._failure = self._failure or failure
        self._call_local()
        self._look()

    def _look(self) -> None:
        """Take the local answer if it is there and wanted."""
        with self._lock:
            ours, theirs, failure = self._ours, self._theirs, self._failure
        if ours is None or not ours.done():
            return
        if self._stays:
            self._pass_on(ours)
            return
        if failure is None:
            return
        refusal = _refusal(ours)
        if refusal is None:
            self._end(ours.result(), failure)
        elif theirs is None or theirs.done():  # both have failed
            told = f"{failure.message} {refusal.message}"
            self._give_up(EngineError(told, failure.next_step or refusal.next_step), failure)

    def _end(self, transcript: Transcript, failure: DictateError | None) -> None:
        with contextlib.suppress(InvalidStateError):
            self._future.set_result(transcript)
            self._hands.settled(self._way, failure, was_replaced=True)

    def _give_up(self, error: DictateError, failure: DictateError) -> None:
        with contextlib.suppress(InvalidStateError):
            self._future.set_exception(error)
            self._hands.settled(self._way, failure, was_replaced=False)

    def _pass_on(self, ours: Future[Transcript]) -> None:
        """Let the local answer count as if there were no server."""
        with contextlib.suppress(InvalidStateError):
            if ours.cancelled():
                self._future.set_exception(
                    EngineError("Recognition was stopped.", "Dictate again.")
                )
            elif (error := ours.exception()) is not None:
                self._future.set_exception(error)
            else:
                self._future.set_result(ours.result())

    def _tidy_up(self) -> None:
        with self._lock:
            undo, self._undo = self._undo, []
            others = (self._theirs, self._ours)
        for prevent in undo:
            prevent()
        for other in others:
            if other is not None:
                other.cancel()


def in_a_while(delay_s: float, action: Callable[[], None]) -> Callable[[], None]:
    """Call something later, see ``After``."""
    timer = threading.Timer(delay_s, action)
    timer.name = "dictate-server-time"
    timer.daemon = True
    timer.start()
    return timer.cancel


def _refusal(ours: Future[Transcript]) -> DictateError | None:
    """Return why the local answer cannot stand in, None when it can."""
    try:
        transcript = ours.result()
    except CancelledError:
        return EngineError("Recognition was stopped.", "Dictate again.")
    except DictateError as error:
        return error
    except Exception as error:  # noqa: BLE001 - a bug in an engine must not leave the take open
        return _as_told(error)
    if transcript.model is not None and transcript.model.demonstration:
        # Its few words in the place of others would be worse than none; the recording is kept.
        return EngineError(ONLY_DEMONSTRATION, "Get a model: dictate models download base")
    return None


def _as_told(error: BaseException) -> DictateError:
    if isinstance(error, DictateError):
        return error
    log.error("an engine failed: %s", type(error).__name__)
    return EngineError(f"Recognition failed ({type(error).__name__}).", "Run `dictate doctor`.")
