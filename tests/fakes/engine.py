"""A recogniser for tests that says what it was told to say, when it is told to.

``ScriptedEngine("hello", DecodeFailed("..."))`` answers the first job with a text, the second with
an error, each at once on the caller's thread. With ``manual=True`` (or when the script has run
out) jobs stay open until the test calls ``answer``.
"""

from __future__ import annotations

import threading
from collections import deque
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from dictate.domain import (
    EngineState,
    EngineStatus,
    Job,
    ModelChoice,
    ModelInfo,
    Segment,
    TakeId,
    Transcript,
    Verdict,
)
from dictate.events import (
    EngineChanged,
    Event,
)
from dictate.ports import Publish

Answer: TypeAlias = str | Transcript | Exception
"""A text, a whole transcript or the error the future ends in. An empty text means no speech."""

SCRIPTED_MODEL = ModelInfo(
    name="scripted", path=Path("scripted"), device="cpu", compute_type="int8", languages=("en",)
)


def transcript_of(text: str, *, duration_s: float = 1.0, language: str = "en") -> Transcript:
    """Return what an engine would hand over for a take of this text."""
    if not text:
        return Transcript("", Verdict.NO_SPEECH, duration_s=duration_s, model=SCRIPTED_MODEL)
    return Transcript(
        text,
        Verdict.TEXT,
        language=language,
        language_probability=1.0,
        duration_s=duration_s,
        segments=(Segment(0.0, duration_s, text),),
        model=SCRIPTED_MODEL,
        decode_ms=1.0,
    )


@dataclass
class _Asked:
    job: Job
    future: Future[Transcript] = field(default_factory=Future)


def _silent(event: Event) -> None:
    del event


class ScriptedEngine:
    """An ``Engine`` whose answers are given by the test; remembers what it was asked."""

    def __init__(
        self, *answers: Answer, publish: Publish = _silent, manual: bool = False, ready: bool = True
    ) -> None:
        self.jobs: list[Job] = []
        self.prepared: list[ModelChoice] = []
        self.closed = False
        self._publish = publish
        self._manual = manual
        self._answers = deque(answers)
        self._open: list[_Asked] = []
        self._changed = threading.Condition()
        self._status = (
            EngineStatus(EngineState.READY, SCRIPTED_MODEL)
            if ready
            else EngineStatus(EngineState.MISSING)
        )

    @property
    def status(self) -> EngineStatus:
        return self._status

    def set_status(self, status: EngineStatus) -> None:
        """Be in this state and tell so."""
        self._status = status
        self._publish(EngineChanged(status))

    def prepare(self, choice: ModelChoice) -> None:
        self.prepared.append(choice)
        self.set_status(EngineStatus(EngineState.READY, SCRIPTED_MODEL))

    def transcribe(self, job: Job) -> Future[Transcript]:
        asked = _Asked(job)
        with self._changed:
            self.jobs.append(job)
            scripted = None
            if self._answers and not self._manual:
                scripted = self._answers.popleft()
            else:
                self._open.append(asked)
            self._changed.notify_all()
        if scripted is not None:
            _resolve(asked, scripted)
        return asked.future

    def wait_for_jobs(self, count: int = 1, timeout_s: float = 5.0) -> None:
        """Return once this many jobs were asked for; fail after the time-out."""
        with self._changed:
            arrived = self._changed.wait_for(lambda: len(self.jobs) >= count, timeout_s)
        assert arrived, f"{len(self.jobs)} of {count} jobs within {timeout_s} s"

    def answer(self, answer: Answer | None = None, *, take: TakeId | None = None) -> None:
        """Finish an open job (the oldest, or that of ``take``), by default as the script says."""
        with self._changed:
            asked = next(a for a in self._open if take in (None, a.job.take))
            self._open.remove(asked)
            said = self._answers.popleft() if answer is None else answer
        _resolve(asked, said)

    def close(self) -> None:
        self.closed = True
        with self._changed:
            waiting, self._open = self._open, []
        for asked in waiting:
            asked.future.cancel()


def _resolve(asked: _Asked, answer: Answer) -> None:
    if not asked.future.set_running_or_notify_cancel():
        return
    if isinstance(answer, Exception):
        asked.future.set_exception(answer)
    elif isinstance(answer, str):
        asked.future.set_result(transcript_of(answer, duration_s=len(asked.job.samples) / 16_000))
    else:
        asked.future.set_result(answer)
