"""Plays one recording at a time, in a thread of its own, until its end or until told."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from dictate.domain import Samples
from dictate.errors import DictateError
from dictate.gui.chores import Chores
from dictate.gui.core_sentences import told_line

Play: TypeAlias = Callable[[Samples, threading.Event], None]
"""Plays to the end, or until the event is set."""


class Replay(QObject):
    """In the GUI thread; only what it plays is in another one."""

    changed = Signal(str)
    """Something begins or has ended; with a sentence where it could not be played."""

    def __init__(self, play: Play | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._play = play or _play
        self._queue: Chores | None = None
        self._stop: threading.Event | None = None

    @property
    def is_playing(self) -> bool:
        """Whether something is heard, or about to be."""
        return self._stop is not None

    def start(self, load: Callable[[], Samples]) -> None:
        """Play what ``load`` reads."""
        self.stop()
        stop = self._stop = threading.Event()

        def work() -> str:
            try:
                samples = load()
                if not stop.is_set():
                    self._play(samples, stop)
            except DictateError as error:
                return told_line(error)
            return ""

        def end(problem: str) -> None:
            if self._stop is stop:
                self._stop = None
                self.changed.emit(problem)

        if self._queue is None:
            self._queue = Chores(self)
        self._queue.do(work, end)
        self.changed.emit("")

    def stop(self) -> None:
        """Be silent."""
        if self._stop is not None:
            self._stop.set()
            self._stop = None
            self.changed.emit("")

    def close(self, timeout_s: float) -> None:
        """Be silent and end the thread."""
        self.stop()
        if self._queue is not None:
            self._queue.close(timeout_s)
            self._queue = None


def _play(samples: Samples, stop: threading.Event) -> None:
    from dictate.audio import listen_back

    listen_back.play(samples, stop)
