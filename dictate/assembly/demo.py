"""Plays recordings through the real session in real time, as if through the microphone."""

from __future__ import annotations

import queue
from collections.abc import Callable, Sequence
from pathlib import Path

from dictate.assembly import stages
from dictate.audio.file_source import FileInput
from dictate.domain import (
    Delivery,
    EngineState,
    OutputMethod,
    Severity,
    TakeId,
    TakeReport,
)
from dictate.errors import DictateError, EngineError
from dictate.events import (
    EngineChanged,
    Event,
    NoticeRaised,
    TakeFinished,
)
from dictate.session import commands
from dictate.session.wiring import Wiring
from dictate.settings.schema import Settings

LOADING_TIMEOUT_S = 120.0
"""The largest models take about a minute from a slow disk."""

TAKE_TIMEOUT_S = 120.0
"""Longer than any recording shipped and its decoding on a slow machine."""


class _Discard:
    """A TextSink that keeps nothing: the texts are read from the reports."""

    def aim(self, take: TakeId) -> None:
        """There is no window."""

    def deliver(self, text: str, take: TakeId | None = None) -> Delivery:
        return Delivery(OutputMethod.COPY, len(text))


def play_samples(
    samples: Sequence[Path], on_take: Callable[[Path, TakeReport], None], settings: Settings
) -> None:
    """Play each recording as one take and call ``on_take`` with what came of it.

    Raises DictateError when the model cannot be loaded or a recording cannot be read.
    """
    if not samples:
        return
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    wanted = stages.choice(settings.engine)
    wiring = Wiring(wanted, stages.options(settings.engine), stages.make_text, _Discard())
    intake = stages.intake(FileInput(samples[0]), settings)
    session = stages.Session(stages.engine(events.put, settings.engine), intake, wiring, events.put)
    session.start()
    try:
        session.engine.prepare(wanted)
        _await_model(events)
        for path in samples:
            session.listener.use(stages.intake(FileInput(path), settings))
            session.coordinator.post(commands.Start(0.0))
            on_take(path, _await_take(events))
    finally:
        session.close()


def _await_model(events: queue.SimpleQueue[Event]) -> None:
    while True:
        event = _next(events, LOADING_TIMEOUT_S)
        if isinstance(event, EngineChanged):
            if event.status.state is EngineState.READY:
                return
            if event.status.state in (EngineState.FAILED, EngineState.MISSING):
                raise EngineError(event.status.detail or "The model could not be loaded.")


def _await_take(events: queue.SimpleQueue[Event]) -> TakeReport:
    while True:
        event = _next(events, TAKE_TIMEOUT_S)
        if isinstance(event, TakeFinished):
            return event.report
        if isinstance(event, NoticeRaised) and event.notice.severity is Severity.ERROR:
            raise DictateError(event.notice.message, event.notice.next_step)


def _next(events: queue.SimpleQueue[Event], timeout_s: float) -> Event:
    try:
        return events.get(timeout=timeout_s)
    except queue.Empty:
        raise EngineError(
            f"Nothing happened for {timeout_s:.0f} s.", "Run `dictate doctor`."
        ) from None
