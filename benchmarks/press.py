"""Measures how much of what one says is missed between the key going down and the first sample.

The microphone is simulated up to where PortAudio hands blocks over: its samples are numbered, so
the first one that is kept tells when it was heard. All behind it is the real program: the kept open
stream, the session's threads, capture. What is not in it: asking PortAudio which devices there are,
which takes one to three milliseconds of a press.
"""

from __future__ import annotations

import queue
import random
import threading
import time
from concurrent.futures import Future

import numpy as np

from benchmarks.dictation import Desk
from benchmarks.results import Press
from dictate import clocks
from dictate.assembly import stages
from dictate.audio.devices import InputDevice
from dictate.audio.keeper import Keeper
from dictate.audio.lease import Lease
from dictate.audio.line import Line
from dictate.audio.microphone_source import MicrophoneSource
from dictate.audio.ring import Ring
from dictate.domain import (
    SAMPLE_RATE_HZ,
    EngineState,
    EngineStatus,
    Job,
    MicrophoneStatus,
    ModelChoice,
    Samples,
    TakeId,
    Transcript,
)
from dictate.errors import AudioError
from dictate.events import (
    Event,
    TakeCancelled,
)
from dictate.ports import AudioSource
from dictate.session import commands
from dictate.session.wiring import Wiring
from dictate.settings.schema import Settings
from dictate.store.none import NoJournal, NoTakeJournal

BLOCK_SAMPLES = 240
"""15 ms, what PortAudio hands over at a time here."""
NUMBERING = 2.0**-24
"""From the number of a sample to its value: exact in single precision for a quarter of an hour."""
PATIENCE_S = 10.0
SETTLE_S = (0.05, 0.12)
"""Between two presses; it varies, or all would hit the same moment of a block."""


class NumberedStream:
    """Hands a line blocks of numbered samples, each when its last sample has been heard."""

    latency_s = 0.06

    def __init__(self, line: Line) -> None:
        self._line = line
        self._closed = threading.Event()
        self._began_s = clocks.passing_s()
        self._thread = threading.Thread(target=self._run, name="numbered-stream", daemon=True)
        self._thread.start()

    def heard_s(self, sample: float) -> float:
        """Return when the sample of this value was heard."""
        return self._began_s + round(sample / NUMBERING) / SAMPLE_RATE_HZ

    def close(self) -> None:
        """Stop; any number of times."""
        self._closed.set()
        self._thread.join(PATIENCE_S)

    def _run(self) -> None:
        first = 0
        while True:
            began_s = self._began_s + first / SAMPLE_RATE_HZ
            due_s = began_s + BLOCK_SAMPLES / SAMPLE_RATE_HZ
            if self._closed.wait(max(0.0, due_s - clocks.passing_s())):
                return
            numbers = np.arange(first, first + BLOCK_SAMPLES, dtype=np.float32)
            block = (numbers * np.float32(NUMBERING)).reshape(-1, 1)
            self._line.receive(block, False, clocks.passing_s() - began_s)
            first += BLOCK_SAMPLES


class NumberedMicrophone:
    """Implements ``AudioInput``: opens a numbered stream once and keeps it open between takes."""

    def __init__(self, pre_roll_ms: int = 0) -> None:
        self.pre_roll_ms = pre_roll_ms
        self._keeper = Keeper(keep_s=PATIENCE_S)
        self._device = InputDevice(0, "numbers", 1, SAMPLE_RATE_HZ, "simulated", True)
        self.streams: list[NumberedStream] = []

    def open(self, instead_of: str = "") -> AudioSource:
        """Lend the stream that is open, or open one."""
        del instead_of
        kept = self._keeper.take()
        if kept is not None and kept.is_live():
            return self._lend(kept, warm=True)
        return self._lend(self._open_line(), warm=False)

    def status(self) -> MicrophoneStatus:
        """Name it."""
        return MicrophoneStatus(self._device.name)

    def stand_by(self) -> MicrophoneStatus:
        """Do nothing."""
        return self.status()

    def close(self) -> None:
        """Close what is open."""
        self._keeper.close()
        for stream in self.streams:
            stream.close()

    def _lend(self, line: Line, *, warm: bool) -> AudioSource:
        return Lease(line, self._keeper, warm=warm, source=_source, open_line=self._open_line)

    def _open_line(self) -> Line:
        length = SAMPLE_RATE_HZ * self.pre_roll_ms // 1000
        line = Line(self._device, SAMPLE_RATE_HZ, ring=Ring(length) if length else None)
        self.streams.append(NumberedStream(line))
        line.attach(self.streams[-1])
        return line


class FirstFrames(NoJournal):
    """A journal that tells the first frame of each take, and when it was given one."""

    def __init__(self) -> None:
        self.frames: queue.SimpleQueue[tuple[Samples, float]] = queue.SimpleQueue()

    def begin(self, take: TakeId, device: str) -> NoTakeJournal:
        """Return the journal of one take."""
        del take, device
        return _FirstFrame(self.frames)


class _FirstFrame(NoTakeJournal):
    def __init__(self, frames: queue.SimpleQueue[tuple[Samples, float]]) -> None:
        self._frames: queue.SimpleQueue[tuple[Samples, float]] | None = frames

    def write(self, frame: Samples) -> None:
        """Tell the first one."""
        if self._frames is not None:
            self._frames.put((frame, clocks.passing_s()))
            self._frames = None


class NoEngine:
    """Implements ``Engine`` for takes that are always taken back."""

    status = EngineStatus(EngineState.READY)

    def prepare(self, choice: ModelChoice) -> None:
        """Do nothing."""

    def transcribe(self, job: Job) -> Future[Transcript]:
        """Return what never comes."""
        del job
        return Future()

    def close(self) -> None:
        """Do nothing."""


def measure(presses: int, microphone: NumberedMicrophone | None = None) -> Press:
    """Press the key so often with the stream open. Raises AudioError when a take does not begin."""
    microphone, journal = microphone or NumberedMicrophone(), FirstFrames()
    cancelled = threading.Semaphore(0)

    def watch(event: Event) -> None:
        if isinstance(event, TakeCancelled):
            cancelled.release()

    settings, engine = Settings(), NoEngine()
    session = stages.Session(
        engine,
        stages.intake(microphone, settings, journal),
        Wiring(
            stages.choice(settings.engine),
            stages.options(settings.engine),
            stages.make_text,
            Desk(),
        ),
        watch,
        journal,
    )
    session.start()
    try:
        pauses = random.Random(0)
        waits = []
        for _ in range(1 + presses):  # the first one opens the stream
            time.sleep(microphone.pre_roll_ms / 1000 + pauses.uniform(*SETTLE_S))
            pressed_s = clocks.passing_s()
            session.coordinator.post(commands.Start(time.monotonic(), held=True))
            frame, kept_s = _first(journal)
            session.coordinator.post(commands.Cancel(time.monotonic()))
            if not cancelled.acquire(timeout=PATIENCE_S):
                raise AudioError("A take could not be taken back.")
            heard_s = microphone.streams[-1].heard_s(float(frame[0]))
            waits.append(((heard_s - pressed_s) * 1000, (kept_s - pressed_s) * 1000))
    finally:
        session.close()
        microphone.close()
    if len(microphone.streams) > 1:
        raise AudioError("The stream was not kept open between takes.")
    begins_ms, kept_ms = zip(*waits[1:], strict=True)
    return Press(
        pre_roll_ms=microphone.pre_roll_ms,
        presses=presses,
        begins_median_ms=round(float(np.median(begins_ms)), 1),
        begins_latest_ms=round(max(begins_ms), 1),
        first_frame_median_ms=round(float(np.median(kept_ms)), 1),
    )


def both(presses: int, pre_roll_ms: int) -> tuple[Press, Press]:
    """Measure without pre-roll and with."""
    return measure(presses), measure(presses, NumberedMicrophone(pre_roll_ms))


def _source(line: Line, warm: bool) -> MicrophoneSource:
    wait_s = line.patience_s if warm else None
    return MicrophoneSource(line.device.name, line.rate_hz, first_wait_s=wait_s)


def _first(journal: FirstFrames) -> tuple[Samples, float]:
    try:
        return journal.frames.get(timeout=PATIENCE_S)
    except queue.Empty:
        raise AudioError("A take did not begin.") from None
