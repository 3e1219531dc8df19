"""Keeps a stream open between takes, for a while or for good: the next press has sound at once."""

from __future__ import annotations

import logging
import math
import threading

from dictate.audio import portaudio
from dictate.audio.line import Line
from dictate.errors import AudioError

log = logging.getLogger(__name__)

CLOSE_S = 1.0
"""A sound server that hangs must not hang the program."""


class Keeper:
    """Holds at most one line that nobody uses, for ``keep_s`` seconds; infinity keeps it open."""

    def __init__(self, keep_s: float) -> None:
        self._keep_s = keep_s
        self._lock = threading.Lock()
        self._line: Line | None = None
        self._timer: threading.Timer | None = None
        self._closed = False

    def keep(self, line: Line) -> None:
        """Keep ``line`` open, or close it when it is dead or nothing is to be kept."""
        line.take_back()
        with self._lock:
            keeps = not self._closed and self._keep_s > 0 and line.is_live()
            surplus = self._exchange(line) if keeps else line
        if surplus is not None:
            shut(surplus)

    @property
    def is_keeping(self) -> bool:
        """A line that nobody uses is open."""
        with self._lock:
            return self._line is not None

    def take(self) -> Line | None:
        """Return the line that is kept, which is the caller's from now on."""
        with self._lock:
            return self._exchange(None)

    def close(self) -> None:
        """Close what is kept and keep nothing any more. Any number of times."""
        with self._lock:
            self._closed = True
            line = self._exchange(None)
        if line is not None:
            shut(line)

    def _exchange(self, line: Line | None) -> Line | None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        before, self._line = self._line, line
        if line is not None and math.isfinite(self._keep_s):
            self._timer = threading.Timer(self._keep_s, self._expire, (line,))
            self._timer.name = "dictate-warm-microphone"
            self._timer.daemon = True
            self._timer.start()
        return before

    def _expire(self, line: Line) -> None:
        with self._lock:
            if self._line is not line:
                return
            self._line = self._timer = None
        shut(line)


def shut(line: Line, wait_s: float = CLOSE_S) -> None:
    """Close a line; gives up waiting for the driver after ``wait_s``."""

    def close() -> None:
        try:
            line.close()
        except AudioError as error:
            log.warning("a microphone stays open: %s", error.message)

    closing = threading.Thread(target=close, name="dictate-close-microphone", daemon=True)
    closing.start()
    closing.join(wait_s)
    if closing.is_alive():
        log.warning("the microphone did not close within %.1f s", wait_s)
        portaudio.leave_hanging(closing)
