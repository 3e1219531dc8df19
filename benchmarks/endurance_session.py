"""Somebody who dictates all day: the program's core on a fast sound card, take after take.

Real are the microphone behind PortAudio, the session's threads, the voice detector, the journal on
disk, the engine in its process and the built-in model; only card and window are simulated.
"""

from __future__ import annotations

import queue
import sys
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType

import numpy as np
import psutil

from benchmarks.fast_microphone import RATE_HZ, FastCard, at_card_rate
from benchmarks.speech import Phrase, phrases
from dictate.assembly import stages
from dictate.domain import (
    Delivery,
    EngineState,
    OutputMethod,
    Phase,
    Samples,
    Severity,
    TakeId,
)
from dictate.engine import storage
from dictate.engine.crashes import Crashes
from dictate.errors import EngineError
from dictate.events import EngineChanged, Event, NoticeRaised, PhaseChanged, TakeFinished
from dictate.session import commands
from dictate.session.wiring import Wiring
from dictate.settings.schema import EngineSettings, Settings
from dictate.store.journal import DiskJournal
from dictate.store.shelf import Shelf

PATIENCE_S = 120.0
GAP_S = 0.3
"""Between the last word and the key coming up; what was said is decoded ahead meanwhile."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was dictated as one take, and which text it should become."""

    take: TakeId
    text: str


class Desk:
    """A TextSink that keeps every text with its take, in the order of delivery."""

    def __init__(self) -> None:
        self.texts: list[Said] = []

    def aim(self, take: TakeId) -> None:
        """Do nothing: there is no window."""

    def deliver(self, text: str, take: TakeId | None = None) -> Delivery:
        """Keep it."""
        self.texts.append(Said(take or TakeId(0), text))
        return Delivery(OutputMethod.COPY, len(text))


class Day:
    """A context: the core is up inside, and takes are dictated into it."""

    def __init__(self, folder: Path, speed: float) -> None:
        self.desk, self.said = Desk(), list[Said]()
        self.errors: list[str] = []
        self.engine_state = EngineState.MISSING
        self._takes_folder = folder
        self._card = FastCard(speed)
        self._phrases: list[tuple[Phrase, Samples]] = []
        self._recording: queue.SimpleQueue[TakeId] = queue.SimpleQueue()
        self._finished = threading.Semaphore(0)
        self._open = 0
        engine = EngineSettings(model=storage.BUILTIN, device="cpu", idle_unload_s=0)
        settings = Settings(engine=engine)
        self.journal = DiskJournal(Shelf(folder), self._publish)
        wiring = Wiring(stages.choice(engine), stages.options(engine), stages.make_text, self.desk)
        self._choice = wiring.choice
        self._microphone = self._card.microphone(settings.audio)
        self._session = stages.Session(
            stages.engine(self._publish, engine, Crashes()),
            stages.intake(self._microphone, settings, self.journal),
            wiring,
            self._publish,
            self.journal,
        )

    def __enter__(self) -> Day:
        gap = np.zeros(round(RATE_HZ * GAP_S), np.float32)
        self._phrases = [
            (phrase, np.concatenate((at_card_rate(phrase.samples), gap))) for phrase in phrases()
        ]
        self.journal.start()
        self._session.start()
        self._session.engine.prepare(self._choice)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._session.close()
        self.journal.close()

    def dictate(self) -> None:
        """Hold the key, say the next phrase, let go; its text comes when it comes."""
        phrase, sound = self._phrases[len(self.said) % len(self._phrases)]
        self._session.coordinator.post(commands.Start(time.monotonic(), held=True))
        take = self._began()
        self.said.append(Said(take, phrase.text))
        self._open += 1
        self._card.say(sound)
        self._session.coordinator.post(commands.Stop(time.monotonic()))

    def wait_for_texts(self, open_takes: int = 0) -> None:
        """Wait until no more takes than this are on their way."""
        while self._open > open_takes:
            if not self._finished.acquire(timeout=PATIENCE_S):
                raise EngineError(f"No take ended for {PATIENCE_S:.0f} s.", "Look at the log.")
            self._open -= 1

    def recordings(self) -> int:
        """Return how many recordings are on disk."""
        return len(list(self._takes_folder.glob("*.wav")))

    @property
    def streams_opened(self) -> int:
        """How often the microphone was opened."""
        return self._card.opened

    def _began(self) -> TakeId:
        try:
            return self._recording.get(timeout=PATIENCE_S)
        except queue.Empty:
            raise EngineError("A take did not begin.", "Look at the log.") from None

    def _publish(self, event: Event) -> None:
        match event:
            case PhaseChanged(Phase.RECORDING, take) if take is not None:
                self._recording.put(take)
            case TakeFinished():
                self._finished.release()
            case EngineChanged(status):
                self.engine_state = status.state
            case NoticeRaised(notice) if notice.severity is Severity.ERROR:
                self.errors.append(notice.message)
                self._finished.release()  # that take has ended too
            case _:
                pass


def engine_process() -> psutil.Process | None:
    """Return the process that holds the model, or is about to load it."""
    for process in psutil.Process().children():
        try:
            if "spawn_main" in " ".join(process.cmdline()):
                return process
        except psutil.Error:
            continue  # it has just ended
    return None


@dataclass(frozen=True, slots=True)
class Footprint:
    """What a process holds at one moment."""

    memory_mb: float
    files: int
    threads: int

    @classmethod
    def of(cls, process: psutil.Process) -> Footprint:
        """Look at a process."""
        with process.oneshot():
            files = process.num_fds() if hasattr(process, "num_fds") else 0  # Windows
            return cls(_own_bytes(process) / 1e6, files, process.num_threads())


def _own_bytes(process: psutil.Process) -> int:
    """Return the memory that is the process's own, also where it was swapped out.

    Files that are mapped in come and go with what else happens on the machine, tens of megabytes at
    a time, and would hide a leak. Where the system does not tell them apart they are counted.
    """
    if sys.platform.startswith("linux"):
        text = Path(f"/proc/{process.pid}/status").read_text("utf-8")
        facts = dict(line.split(":", 1) for line in text.splitlines() if ":" in line)
        return 1024 * sum(int(facts[name].split()[0]) for name in ("RssAnon", "VmSwap"))
    return int(process.memory_info().rss)


NOTHING = Footprint(0.0, 0, 0)


@dataclass(frozen=True, slots=True)
class Footprints:
    """Program and engine after so many takes."""

    takes: int
    program: Footprint
    engine: Footprint

    def without(self, before: Footprints) -> Footprints:
        """Return the growth since then."""
        return replace(
            self,
            program=_grown(before.program, self.program),
            engine=_grown(before.engine, self.engine),
        )


def _grown(before: Footprint, after: Footprint) -> Footprint:
    return Footprint(
        after.memory_mb - before.memory_mb,
        after.files - before.files,
        after.threads - before.threads,
    )
