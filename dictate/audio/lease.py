"""A take from a line that may have been open before: if it proves dead, a fresh one steps in."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

from dictate.audio.keeper import Keeper, shut
from dictate.audio.line import Line
from dictate.audio.microphone_source import MicrophoneSource
from dictate.domain import Samples
from dictate.errors import AudioError, MicrophoneLost


class Borrowed:
    """The line as the source sees it: closing it is left to the lease."""

    def __init__(self, line: Line) -> None:
        self.latency_s = line.latency_s

    def close(self) -> None:
        """Leave the stream open."""


OpenLine = Callable[[], Line]
OpenSource = Callable[[Line, bool], MicrophoneSource]


class Lease:
    """Implements ``AudioSource``: borrows a line and hands it back to the keeper at ``close``.

    A warm line that brings nothing (the computer slept, the sound server was restarted) is
    replaced once, by ``open_line``; the take goes on with the new one.
    """

    def __init__(
        self, line: Line, keeper: Keeper, *, warm: bool, source: OpenSource, open_line: OpenLine
    ) -> None:
        self._keeper = keeper
        self._make_source = source
        self._open_line = open_line
        self._lock = threading.Lock()
        self._warm = warm
        self._stopped = self._closed = self._lost = False
        self._line = line
        self._source = source(line, warm)
        self._source.attach(Borrowed(line))
        line.lend(self._source)

    @property
    def name(self) -> str:
        """Device, for the user."""
        return self._source.name

    @property
    def overflows(self) -> int:
        """Blocks lost so far."""
        return self._source.overflows

    @property
    def latency_s(self) -> float:
        """How old a sample is, at most, when it leaves ``frames``."""
        return self._source.latency_s

    def frames(self) -> Iterator[Samples]:
        """Yield frames until ``stop``, ``close`` or the loss of the device (MicrophoneLost)."""
        try:
            try:
                yield from self._source.frames()
                return
            except MicrophoneLost:
                if not self._warm or self._source.has_heard or self._stopped:
                    raise
            if self._refresh():
                yield from self._source.frames()
        except MicrophoneLost:
            self._lost = True
            raise

    def stop(self) -> None:
        """Let ``frames`` end after what has come so far."""
        with self._lock:
            self._stopped = True
            self._line.take_back()  # what comes from here on belongs to the next take
            self._source.stop()

    def close(self) -> None:
        """Hand the line back, or close it when the microphone was lost."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            self._source.close()
            line = self._line
        if self._lost:
            shut(line)
        else:
            self._keeper.keep(line)

    def _refresh(self) -> bool:
        """Put a fresh line in the place of the dead one; False when nobody wants it any more."""
        self._line.take_back()
        shut(self._line, wait_s=0.3)
        try:
            line = self._open_line()
        except AudioError as error:
            raise MicrophoneLost(error.message, error.next_step) from error
        with self._lock:
            if self._closed:
                self._keeper.keep(line)
                return False
            self._line, self._source = line, self._make_source(line, False)
            self._source.attach(Borrowed(line))
            if self._stopped:
                self._source.stop()
            else:
                line.lend(self._source)
            return True
