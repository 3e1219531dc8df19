"""An ``Engine`` that asks a server first and has the local engine ready where it does not answer.

The local engine begins so early that it is done when the server's time is over, at once when the
server fails, and not at all when the server is quick. After that time whoever is done first counts.
A job whose clearance is open waits for it, ``FIELD_S`` at most, before anything is sent; the local
engine does not wait. One that is refused stays here, and a call under way is ended.
Whoever else is in the way of an answer (a crash, the ladder, the journal) stays where it was: for
the session this is one engine, and its state is that of the local one.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future

from dictate.clearance import Answer, Clearance
from dictate.domain import (
    EngineState,
    EngineStatus,
    Job,
    ModelChoice,
    Notice,
    Severity,
    Transcript,
)
from dictate.engine.holding import Held, Holding
from dictate.engine.remote.patience import Pace, Trust, head_start_s, limit_s, speech_s
from dictate.engine.remote.relayed_job import After, Hands, RelayedJob, Way, in_a_while
from dictate.errors import DictateError
from dictate.events import NoticeRaised
from dictate.ports import Engine, Publish

log = logging.getLogger(__name__)

HERE = "This text was recognised on this machine."


class RelayEngine:
    """Implements ``ports.Engine`` around another one; without a way to a server it is that one."""

    def __init__(
        self,
        local: Engine,
        publish: Publish,
        after: After | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._local = local
        self._publish = publish
        self._after = after or in_a_while
        self._clock = clock
        self._pace = Pace()
        self._lock = threading.Lock()  # guards the three below
        self._way: Way | None = None
        self._trust = Trust()
        self._standing: ModelChoice | None = None

    @property
    def status(self) -> EngineStatus:
        """Return the state of the local engine."""
        return self._local.status

    def held(self) -> tuple[Held, ...]:
        """Return the loaded models with their processes."""
        return self._local.held() if isinstance(self._local, Holding) else ()

    def use(self, way: Way | None) -> None:
        """Ask this server from now on, or none; what another one has is recognised here."""
        with self._lock:
            before, self._way = self._way, way
            self._trust = Trust()
        if before is not None:
            before.engine.close()

    def prepare(self, choice: ModelChoice) -> None:
        """Begin to load the local model."""
        with self._lock:
            self._standing = choice
        self._local.prepare(choice)

    def transcribe(self, job: Job) -> Future[Transcript]:
        """Ask the server, and the local engine where it does not answer."""
        with self._lock:
            way, trust, standing = self._way, self._trust, self._standing
        # Who wants another model than that of the settings wants this very one.
        is_other = standing is not None and job.choice != standing
        rests = trust.rests(self._clock()) and not self._has_only_demonstration()
        clearance = job.clearance or Clearance(Answer.GRANTED)
        stays = clearance.answer is Answer.REFUSED
        if way is None or is_other or not job.spans or rests or stays:
            return self._locally(job)
        allowed_s = limit_s(way.timeout_s, speech_s(job))
        relay = RelayedJob(job, way, allowed_s, Hands(self._locally, self._after, self._settled))
        local_s = self._pace.estimate_s(job)
        if self._local.status.state is not EngineState.READY:
            local_s = None  # it has to load first
        return relay.begin(clearance, head_start_s(allowed_s, local_s))

    def close(self) -> None:
        """End what is under way; close the local engine."""
        self.use(None)
        self._local.close()

    def _has_only_demonstration(self) -> bool:
        model = self._local.status.model
        return model is not None and model.demonstration

    def _locally(self, job: Job) -> Future[Transcript]:
        future = self._local.transcribe(job)
        future.add_done_callback(lambda done: self._note(job, done))
        return future

    def _note(self, job: Job, done: Future[Transcript]) -> None:
        if not done.cancelled() and done.exception() is None:
            self._pace.note(job, done.result().decode_ms)

    def _settled(self, way: Way, failure: DictateError | None, *, was_replaced: bool) -> None:
        """Draw conclusions from how a job ended, and tell the user."""
        now_s = self._clock()
        with self._lock:
            if way is not self._way:
                return
            before = self._trust
            self._trust = Trust() if failure is None else before.after(failure, now_s)
            rest_s = self._trust.rests_until_s - now_s
        if failure is None:
            if before.failures > 1:
                told = f"The speech server at {way.host} answers again."
                self._publish(NoticeRaised(Notice(Severity.INFO, told)))
            return
        log.warning("the server did not help: %s", type(failure).__name__)
        if was_replaced:
            told = f"{failure.message} {HERE}"
            if rest_s > 0:
                told += f" It is asked again in {rest_s:.0f} s."
            self._publish(NoticeRaised(Notice(Severity.WARNING, told, failure.next_step)))
