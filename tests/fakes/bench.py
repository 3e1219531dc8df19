"""A running session with fakes at its ports, and the hands of whoever dictates."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TypeVar

from dictate.domain import (
    DecodeOptions,
    ModelChoice,
    Phase,
    Transcript,
    Written,
)
from dictate.events import (
    Event,
    PhaseChanged,
)
from dictate.ports import Caret, Finisher, Publish, SpeechDetector
from dictate.session.capture import Intake
from dictate.session.commands import Command, Start, Stop
from dictate.session.coordinator import Coordinator
from dictate.session.listener import Listener
from dictate.session.recovery import Recovery
from dictate.session.wiring import Wiring, Wirings
from dictate.store.journal import DiskJournal
from dictate.store.none import NoJournal
from dictate.vad.segmenter import SegmenterOptions
from tests.fakes.capture import LOUD, SILENT, LoudnessDetector, ScriptedInput, ScriptedSource
from tests.fakes.delivery import NotebookSink
from tests.fakes.engine import ScriptedEngine

E = TypeVar("E")
PATIENCE_S = 5.0


@dataclass
class Bench:
    """A running session and the fakes around it."""

    audio: ScriptedInput
    engine: ScriptedEngine
    sink: NotebookSink
    events: queue.SimpleQueue[Event]
    coordinator: Coordinator
    listener: Listener
    seen: list[Event] = field(default_factory=list)

    def press(self) -> ScriptedSource:
        self.coordinator.post(Start(time.monotonic()))
        return self.audio.opened.get(timeout=PATIENCE_S)

    def post(self, command: Command) -> None:
        self.coordinator.post(command)

    def await_event(self, kind: type[E], timeout_s: float = PATIENCE_S) -> E:
        """Return the first event of this kind not returned before; threads may interleave."""
        for event in self.seen:
            if isinstance(event, kind):
                self.seen.remove(event)
                return event
        deadline_s = time.monotonic() + timeout_s
        while time.monotonic() < deadline_s:
            event = self.events.get(timeout=timeout_s)
            if isinstance(event, kind):
                return event
            self.seen.append(event)
        raise AssertionError(f"no {kind.__name__}")

    def heard(self) -> list[Event]:
        """Return everything that was told so far and not returned before."""
        while not self.events.empty():
            self.seen.append(self.events.get())
        told, self.seen = self.seen, []
        return told

    def await_idle(self) -> None:
        while self.await_event(PhaseChanged).phase is not Phase.IDLE:
            pass

    def release(self, source: ScriptedSource) -> None:
        """Let the key come up; the microphone goes on until it is stopped."""
        self.coordinator.post(Stop(time.monotonic()))
        source.run_on(SILENT)

    def text(self) -> str:
        return self.sink.texts.get(timeout=PATIENCE_S)

    def feed(self, source: ScriptedSource, *frames: object) -> None:
        """Feed frames and wait until the listener has heard them."""
        source.feed(*frames)  # type: ignore[arg-type]
        for _ in frames:
            assert source.taken.acquire(timeout=PATIENCE_S)

    def say(self, source: ScriptedSource) -> None:
        self.feed(source, *[SILENT] * 4, *[LOUD] * 20, *[SILENT] * 20)


@contextmanager
def running(
    make_journal: Callable[[Publish], DiskJournal] | None = None,
    *,
    engine: ScriptedEngine | None = None,
    detector: Callable[[], SpeechDetector] = LoudnessDetector,
    finisher: Finisher | None = None,
    write: Callable[[Transcript], Written] | None = None,
    caret: Caret | None = None,
) -> Iterator[Bench]:
    """Run a session; with a journal its sound is kept there."""
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    audio, sink = ScriptedInput(), NotebookSink()
    engine = engine or ScriptedEngine(manual=True)
    disk = make_journal(events.put) if make_journal else None
    journal = disk or NoJournal()
    wiring = Wiring(
        ModelChoice(), DecodeOptions(), lambda text, _: text.strip(), sink, finisher, write, caret
    )
    coordinator = Coordinator(engine, Wirings(wiring), events.put, journal)
    listener = Listener(
        Intake(audio, SegmenterOptions(), 60.0, journal=journal),
        detector,
        post=coordinator.post,
        publish=events.put,
    )
    recovery = Recovery(journal, detector, SegmenterOptions, coordinator.post)
    if disk:
        disk.start()
    coordinator.start(listener, recovery)
    listener.start()
    try:
        yield Bench(audio, engine, sink, events, coordinator, listener)
    finally:
        listener.close()
        coordinator.close()
        if disk:
            disk.close()
