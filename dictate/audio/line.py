"""One open stream, lent to one take at a time; between takes only a ring of memory hears it.

Without a ring, what comes between takes is dropped. With one, a take begins with what the ring
holds and goes on with what comes, so that no sample is missing and none is in two takes.

PortAudio's thread calls ``receive`` and ``finished``. The lock is held for as long as it takes to
put a block where it goes, so the callback never waits for anything slow.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Callable
from typing import Protocol

from dictate import clocks
from dictate.audio.devices import InputDevice
from dictate.audio.ring import Ring
from dictate.domain import Samples

LONGEST_AGE_S = 0.2
"""Drivers that claim sound to be older than that are not believed."""
SHORTEST_PATIENCE_S, LONGEST_PATIENCE_S = 0.25, 3.0
"""How long a stream may bring nothing before it counts as dead; virtual devices send bursts."""
FIRST_BLOCK_S = 3.0
"""A Bluetooth headset takes up to about two seconds to switch to its microphone."""


class Stream(Protocol):
    """An open PortAudio stream."""

    @property
    def latency_s(self) -> float:
        """Age of a sample when the callback gets it, as the driver reports it."""

    def close(self) -> None:
        """Stop and release; may block when the driver hangs."""


class Taker(Protocol):
    """Who gets the sound: the capture of one take."""

    def receive(self, block: Samples, overflowed: bool) -> None:
        """Take a block over; never waits."""

    def finished(self) -> None:
        """The stream has ended by itself."""


class Line:
    """Brings the blocks of an open stream to the take that has borrowed it."""

    def __init__(
        self,
        device: InputDevice,
        rate_hz: int,
        clock: Callable[[], float] = clocks.passing_s,
        ring: Ring | None = None,
    ) -> None:
        self.device = device
        self.rate_hz = rate_hz
        self._clock = clock
        self._ring = ring
        self._opened_s = clock()
        self._lock = threading.Lock()
        self._taker: Taker | None = None
        self._stream: Stream | None = None
        self._from_s = -math.inf
        self._heard_s = math.nan  # no block has come yet
        self._longest_gap_s = 0.0
        self._gone = False

    def attach(self, stream: Stream) -> None:
        """Take over the stream that feeds this line."""
        self._stream = stream

    # -- the stream's side -----------------------------------------------------------------------

    def receive(self, block: Samples, overflowed: bool, age_s: float) -> None:
        """Hand on a copy of a block whose first sample is ``age_s`` old, or drop it."""
        now = self._clock()
        length_s = len(block) / self.rate_hz
        with self._lock:
            gap_s = now - self._heard_s
            is_outage = gap_s >= LONGEST_PATIENCE_S  # both are false for the first block
            if gap_s < LONGEST_PATIENCE_S:
                self._longest_gap_s = max(self._longest_gap_s, gap_s)
            self._heard_s = now
            taker = self._taker
            if taker is None:
                self._remember(block, has_gap=overflowed or is_outage)
                return
            if length_s <= age_s <= LONGEST_AGE_S and now - age_s + length_s < self._from_s:
                return  # all of it was heard before the take began
            self._from_s = -math.inf
            taker.receive(block.copy(), overflowed)

    def _remember(self, block: Samples, has_gap: bool) -> None:
        if self._ring is None:
            return
        if has_gap:  # what is before it does not belong to what follows
            self._ring.clear()
        self._ring.push(block)

    def finished(self) -> None:
        """Note that the stream will bring nothing more."""
        with self._lock:
            self._gone = True
            taker = self._taker
        if taker is not None:
            taker.finished()

    # -- the borrower's side ---------------------------------------------------------------------

    @property
    def latency_s(self) -> float:
        """The driver's figure."""
        return self._stream.latency_s if self._stream else 0.0

    @property
    def patience_s(self) -> float:
        """How long nothing may come before this line counts as dead."""
        with self._lock:
            return min(LONGEST_PATIENCE_S, max(SHORTEST_PATIENCE_S, 2 * self._longest_gap_s))

    @property
    def has_heard(self) -> bool:
        """Any sound has come."""
        with self._lock:
            return not math.isnan(self._heard_s)

    def is_live(self) -> bool:
        """Tell whether sound has come lately, or may still be about to come for the first time."""
        patience_s = self.patience_s
        with self._lock:
            if math.isnan(self._heard_s):
                since_s, patience_s = self._opened_s, FIRST_BLOCK_S
            else:
                since_s = self._heard_s
            return not self._gone and self._clock() - since_s <= patience_s

    def lend(self, taker: Taker) -> None:
        """Give what the ring holds and everything heard from now on to ``taker``."""
        with self._lock:
            self._from_s = self._clock() if self._ring is None else -math.inf
            if self._ring is not None and len(self._ring):
                taker.receive(self._ring.drain(), False)
            self._taker = taker
            gone = self._gone
        if gone:
            taker.finished()

    def take_back(self) -> None:
        """Give the sound to nobody; the ring hears it from now on."""
        with self._lock:
            self._taker = None

    def close(self) -> None:
        """Stop and release the device; may block when the driver hangs."""
        with self._lock:
            self._taker = None
            if self._ring is not None:
                self._ring.clear()
                self._ring = None
        if self._stream is not None:
            self._stream.close()
