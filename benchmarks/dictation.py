"""A user with a stopwatch: dictates through the real session and notes when the text arrives."""

from __future__ import annotations

import queue
import threading
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

import numpy as np

from benchmarks.results import Model
from benchmarks.speech import Spoken
from dictate.assembly import stages
from dictate.audio.file_source import SamplesInput
from dictate.domain import (
    SAMPLE_RATE_HZ,
    Delivery,
    EngineState,
    EngineStatus,
    MicrophoneStatus,
    OutputMethod,
    Severity,
    TakeId,
    Verdict,
)
from dictate.errors import DictateError, EngineError
from dictate.events import (
    EngineChanged,
    Event,
    NoticeRaised,
    TakeFinished,
)
from dictate.ports import AudioInput, AudioSource
from dictate.session import commands
from dictate.session.wiring import Wiring
from dictate.settings.schema import EngineSettings, Settings
from dictate.store.journal import DiskJournal
from dictate.store.shelf import Shelf

PATIENCE_S = 120.0


class Microphone:
    """An ``AudioInput`` that plays samples in real time and tells when it began."""

    def __init__(self, spoken: Spoken) -> None:
        self._input = SamplesInput(spoken.samples, "a scripted user", paced=True)
        self._open = threading.Event()
        self._opened_at_s = 0.0

    def open(self, instead_of: str = "") -> AudioSource:
        """Start at the first sample."""
        source = self._input.open()
        self._opened_at_s = time.monotonic()
        self._open.set()
        return source

    def status(self) -> MicrophoneStatus:
        """Name it."""
        return self._input.status()

    def stand_by(self) -> MicrophoneStatus:
        """Do nothing."""
        return self.status()

    def close(self) -> None:
        """Do nothing."""

    def opened_at_s(self) -> float:
        """Wait until it is open; return when that was."""
        if not self._open.wait(PATIENCE_S):
            raise EngineError("The take did not begin.")
        return self._opened_at_s


class Desk:
    """A TextSink that notes when a text came."""

    def __init__(self) -> None:
        self.at_s = 0.0

    def aim(self, take: TakeId) -> None:
        """Do nothing: there is no window."""

    def deliver(self, text: str, take: TakeId | None = None) -> Delivery:
        """Look at the clock."""
        del take
        self.at_s = time.monotonic()
        return Delivery(OutputMethod.COPY, len(text))


class Dictation:
    """The program's core with one model loaded; takes are dictated into it one by one."""

    def __init__(self, model: Model, compute_type: str) -> None:
        engine = EngineSettings(model=model.folder, device="cpu", compute_type=compute_type)
        self._events: queue.SimpleQueue[Event] = queue.SimpleQueue()
        self._desk = Desk()
        self._folder = TemporaryDirectory(prefix="dictate-takes-")
        self._journal = DiskJournal(Shelf(Path(self._folder.name)), self._publish)
        wiring = Wiring(stages.choice(engine), stages.options(engine), stages.make_text, self._desk)
        nobody = SamplesInput(np.zeros(0, np.float32), "nobody")
        self._session = stages.Session(
            stages.engine(self._publish, engine),
            stages.intake(nobody, Settings(engine=engine)),
            wiring,
            self._publish,
            self._journal,
        )
        self._choice = wiring.choice

    def __enter__(self) -> Dictation:
        self._journal.start()
        self._session.start()
        self._session.engine.prepare(self._choice)
        try:
            while not self._is_ready(self._next()):
                pass
        except BaseException:
            self._close()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._close()

    def speak(self, spoken: Spoken, gap_ms: int) -> tuple[float, str]:
        """Dictate in real time; return the milliseconds from release to text, and the text.

        The text is empty when nothing was understood, and the time then without meaning.
        """
        microphone = Microphone(spoken)
        self._use(microphone, decode_ahead=True)
        self._session.coordinator.post(commands.Start(time.monotonic(), held=True))
        release_s = spoken.last_word_end / SAMPLE_RATE_HZ + gap_ms / 1000
        time.sleep(max(0.0, microphone.opened_at_s() + release_s - time.monotonic()))
        released_at_s = time.monotonic()
        self._session.coordinator.post(commands.Stop(released_at_s))
        text = self._text()
        return (self._desk.at_s - released_at_s) * 1000, text

    def decode_whole(self, spoken: Spoken, gap_ms: int) -> str:
        """Give the engine the whole take at once, as if all had been said in an instant.

        The text is empty when nothing was understood.
        """
        audio = SamplesInput(spoken.until(gap_ms), "a recording", paced=False)
        self._use(audio, decode_ahead=False)
        self._session.coordinator.post(commands.Start(time.monotonic()))
        return self._text()

    def _use(self, audio: AudioInput, *, decode_ahead: bool) -> None:
        engine = EngineSettings(decode_ahead=decode_ahead)
        settings = Settings(engine=engine)
        self._session.listener.use(stages.intake(audio, settings, self._journal))

    def _close(self) -> None:
        self._session.close()
        self._journal.close()
        self._folder.cleanup()

    def _text(self) -> str:
        while True:
            event = self._next()
            if isinstance(event, TakeFinished):
                return event.report.text if event.report.verdict is Verdict.TEXT else ""
            if isinstance(event, NoticeRaised) and event.notice.severity is Severity.ERROR:
                raise DictateError(event.notice.message, event.notice.next_step)

    def _next(self) -> Event:
        try:
            return self._events.get(timeout=PATIENCE_S)
        except queue.Empty:
            raise EngineError(f"Nothing happened for {PATIENCE_S:.0f} s.") from None

    def _publish(self, event: Event) -> None:
        if isinstance(event, EngineChanged | TakeFinished | NoticeRaised):
            self._events.put(event)

    @staticmethod
    def _is_ready(event: Event) -> bool:
        match event:
            case EngineChanged(EngineStatus(EngineState.READY)):
                return True
            case EngineChanged(EngineStatus(EngineState.FAILED | EngineState.MISSING, _, detail)):
                raise EngineError(detail or "The model could not be loaded.")
        return False
