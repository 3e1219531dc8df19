"""How long the GUI thread did not come to its event loop: a timer that beats in it, and a watcher.

The timer notes how late each beat is. A thread beside it looks where the GUI thread is when a beat
stays out, so that a long block comes with the place in the program that made it.
"""

from __future__ import annotations

import os
import sys
import threading
import time
import traceback
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt, QTimer, Slot

BEAT_MS = 5
SUSPECT_S = 0.02
"""A beat so late is looked into."""
NOTED = 12
"""The longest blocks are remembered, so many."""
DEEPEST_FRAMES = 14


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch in which the GUI thread did nothing else."""

    ms: float
    cpu_ms: float
    """Of it the thread computed."""
    queued_ms: float = 0.0
    """Of it the thread could have computed and waited for a processor: others had them all."""
    where: tuple[str, ...] = ()
    """The functions it was in, the outermost first; empty where nobody had time to look."""


@dataclass(slots=True)
class Blocks:
    """The longest blocks since the last ``reset``."""

    beats: int = 0
    longest: list[Block] = field(default_factory=list)

    def add(self, block: Block) -> None:
        """Count a beat and note how late it was."""
        self.beats += 1
        if len(self.longest) < NOTED or block.ms > self.longest[-1].ms:
            self.longest = sorted([*self.longest, block], key=lambda b: -b.ms)[:NOTED]


class Heartbeat(QObject):
    """Beats in the thread it was made in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.blocks = Blocks()
        self._schedule = os.open("/proc/thread-self/schedstat", os.O_RDONLY)
        self._at_s, self._cpu_s = time.perf_counter(), time.thread_time()
        self._queued_s = self._waited_s()
        self._where: tuple[str, ...] = ()
        self._timer = QTimer(self, interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        self._thread = threading.get_ident()
        self._is_over = threading.Event()
        self._watcher = threading.Thread(target=self._watch, name="heartbeat-watch", daemon=True)
        self._watcher.start()

    def reset(self) -> None:
        """Begin anew."""
        self.blocks = Blocks()

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()
        self._is_over.set()
        self._watcher.join(1.0)
        os.close(self._schedule)

    @Slot()
    def _beat(self) -> None:
        now_s, cpu_s, queued_s = time.perf_counter(), time.thread_time(), self._waited_s()
        late_ms = max(0.0, (now_s - self._at_s) * 1000 - BEAT_MS)
        spans_ms = (cpu_s - self._cpu_s) * 1000, (queued_s - self._queued_s) * 1000
        self.blocks.add(Block(late_ms, *spans_ms, self._where))
        self._at_s, self._cpu_s, self._queued_s, self._where = now_s, cpu_s, queued_s, ()

    def _waited_s(self) -> float:
        """Return how long this thread has waited for a processor so far."""
        return int(os.pread(self._schedule, 100, 0).split()[1]) / 1e9

    def _watch(self) -> None:
        while not self._is_over.wait(SUSPECT_S / 2):
            if time.perf_counter() - self._at_s > SUSPECT_S and not self._where:
                frame = sys._current_frames().get(self._thread)
                stack = traceback.extract_stack(frame)[-DEEPEST_FRAMES:]
                self._where = tuple(f"{_short(f.filename)}:{f.lineno} {f.name}" for f in stack)


def _short(path: str) -> str:
    parts = path.replace("\\", "/").split("/")
    return "/".join(parts[-2:])
