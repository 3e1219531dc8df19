"""Fakes at the capture ports: a microphone that plays a script and a detector that reads levels."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator

import numpy as np

from dictate.domain import FRAME_SAMPLES, MicrophoneStatus, Samples
from dictate.errors import AudioError, MicrophoneLost, MicrophoneMissing

SILENT = np.zeros(FRAME_SAMPLES, np.float32)
LOUD = np.full(FRAME_SAMPLES, 0.5, np.float32)


class ScriptedSource:
    """Yields the frames it is fed; ``None`` in the feed means that the device went away."""

    overflows = 0
    latency_s = 0.0

    def __init__(self, name: str = "scripted microphone") -> None:
        self.name = name
        self._feed: queue.SimpleQueue[Samples | str] = queue.SimpleQueue()
        self.taken = threading.Semaphore(0)
        self.stopped = threading.Event()
        self.closed = threading.Event()

    def feed(self, *frames: Samples) -> None:
        """Let these frames be heard."""
        for frame in frames:
            self._feed.put(frame)

    def unplug(self) -> None:
        """Let the device vanish."""
        self._feed.put("lost")

    def frames(self) -> Iterator[Samples]:
        while not isinstance(item := self._feed.get(timeout=10), str):
            yield item
            self.taken.release()
        if item == "lost":
            raise MicrophoneLost(
                f'The microphone "{self.name}" was unplugged.', "Plug it in again."
            )

    def stop(self) -> None:
        self._feed.put("stop")
        self.stopped.set()

    def run_on(self, frame: Samples, limit: int = 1000) -> None:
        """Deliver this frame over and over, as a microphone does, until somebody stops it."""
        for _ in range(limit):
            self.feed(frame)
            if self.stopped.wait(0.002) or self.closed.is_set():
                return
        raise AssertionError("nobody stopped the microphone")

    def close(self) -> None:
        self.closed.set()
        self._feed.put("stop")


class ScriptedInput:
    """Hands out scripted sources; the test waits for each in ``opened``.

    ``spares`` are the other microphones of the machine, by name.
    """

    def __init__(self) -> None:
        self.opened: queue.SimpleQueue[ScriptedSource] = queue.SimpleQueue()
        self.error: AudioError | None = None
        self.spares: list[str] = []
        self.listening = False
        self.stood_by = 0
        self.closed = threading.Event()

    def open(self, instead_of: str = "") -> ScriptedSource:
        if self.error is not None:
            raise self.error
        if instead_of and not self.spares:
            raise MicrophoneMissing("There is no other microphone.", "Plug one in.")
        source = ScriptedSource(self.spares.pop(0)) if instead_of else ScriptedSource()
        self.opened.put(source)
        return source

    def status(self) -> MicrophoneStatus:
        if self.error is not None:
            return MicrophoneStatus("", problem=self.error.notice())
        return MicrophoneStatus("scripted microphone", listening=self.listening)

    def stand_by(self) -> MicrophoneStatus:
        self.stood_by += 1
        return self.status()

    def close(self) -> None:
        self.closed.set()


class LoudnessDetector:
    """Calls whatever is loud speech."""

    def reset(self) -> None:
        pass

    def probability(self, frame: Samples) -> float:
        return float(np.abs(frame).max() > 0.1)
