"""Looks at the field that has the keyboard, on a thread of its own and never for long.

Another program answers when it likes; so everything is asked by ``dictate-field``, and who wants to
know waits ``LOOK_S`` at most and otherwise does without. Where nothing can be read,
every answer is None: that is the whole of it on desktops without AT-SPI.
"""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from concurrent.futures import TimeoutError as FutureTimeoutError
from typing import TypeVar

from dictate.domain import TakeId
from dictate.errors import ServiceError, ServiceMissing
from dictate.output.arrival import Arrival, judge
from dictate.output.asking import AskingThread
from dictate.output.field import FieldReader, Sight, Spot

log = logging.getLogger(__name__)

LOOK_S = 0.15
"""A take waits so long for a look, once."""
CUT_S = 0.6
AGAIN_S = 10.0
"""After the bus went away, or something odd came over it, it is tried again no sooner."""
MISSING_AGAIN_S = 60.0
"""Where there was none: a desktop may still be starting."""
CHECK_EVERY_S = 0.03
CHECK_S = 1.0
"""So long a window may take to show what it got."""
_KEPT = 16

T = TypeVar("T")


class FieldWatch:
    """``open_reader`` connects; it is called when something is first asked, on the thread."""

    def __init__(
        self,
        open_reader: Callable[[], FieldReader],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._open_reader = open_reader
        self._clock = clock
        self._reader: FieldReader | None = None
        self._not_before_s = 0.0
        self._spots: dict[TakeId, Future[Spot | None]] = {}
        self._closing = threading.Event()
        self._thread = AskingThread("dictate-field")

    # -- for others ------------------------------------------------------------------------------

    def aim(self, take: TakeId, hides: Callable[[bool], None]) -> None:
        """A take begins: look for its field; ``hides`` is told if that hides what is typed."""
        if take in self._spots:
            return
        future = self._submit(lambda reader: reader.find())
        self._spots[take] = future
        for old in list(self._spots)[:-_KEPT]:
            self._spots.pop(old, None)

        def found(done: Future[Spot | None]) -> None:
            spot = _result(done, 0.0)
            hides(spot is not None and spot.secret)

        future.add_done_callback(found)

    def look(self, take: TakeId | None = None) -> Sight | None:
        """Return the field that has the keyboard and what is in it, within ``LOOK_S``."""
        known = self._spots.pop(take, None) if take is not None else None
        spot = _result(known, 0.0) if known is not None and known.done() else None
        return _result(self._submit(lambda reader: _sight(reader, spot)), LOOK_S)

    def cut(self, spot: Spot, start: int, text: str) -> bool:
        """Delete a text that stands exactly there; False when it does not, or nothing is told."""
        done = _result(self._submit(lambda reader: reader.cut(spot, start, text)), CUT_S)
        return bool(done)

    def check(self, before: Sight, text: str, tell: Callable[[Arrival, int], None]) -> None:
        """See whether ``text`` arrives; ``tell`` gets the verdict and where it begins, later."""
        self._submit(lambda reader: self._check(reader, before, text, tell))

    def settle(self) -> None:
        """Wait until a check under way is over."""
        _result(self._submit(lambda _reader: None), CHECK_S + CUT_S)

    def close(self) -> None:
        """Stop looking. Any number of times, brief also when a program or the bus hangs."""
        self._closing.set()
        self._thread.close(self._let_go)

    # -- the thread ------------------------------------------------------------------------------

    def _submit(self, ask: Callable[[FieldReader], T | None]) -> Future[T | None]:
        return self._thread.ask(lambda: self._ask(ask))

    def _ask(self, ask: Callable[[FieldReader], T | None]) -> T | None:
        if self._clock() < self._not_before_s or self._closing.is_set():
            return None
        try:
            if self._reader is None:
                self._reader = self._open_reader()
            return ask(self._reader)
        except ServiceError as error:
            log.info("fields cannot be read: %s", type(error).__name__)
            self._rest(MISSING_AGAIN_S if isinstance(error, ServiceMissing) else AGAIN_S)
        except Exception as error:  # noqa: BLE001  # programs answer what they like: no text is lost
            log.error("a field was not understood: %s", type(error).__name__)
            self._rest(AGAIN_S)
        return None

    def _rest(self, for_s: float) -> None:
        self._not_before_s = self._clock() + for_s
        self._let_go()

    def _let_go(self) -> None:
        reader, self._reader = self._reader, None
        if reader is not None:
            reader.close()

    def _check(
        self, reader: FieldReader, before: Sight, text: str, tell: Callable[[Arrival, int], None]
    ) -> None:
        end_s = self._clock() + CHECK_S
        while not self._closing.is_set():
            now = reader.read(before.spot)
            verdict = judge(before.reading, now, text)
            is_last = self._clock() >= end_s
            if verdict is Arrival.ARRIVED or is_last:
                start = now.caret - len(text) if now is not None else -1
                tell(verdict, start if verdict is Arrival.ARRIVED else -1)
                return
            self._closing.wait(CHECK_EVERY_S)


def _sight(reader: FieldReader, spot: Spot | None) -> Sight | None:
    reading = reader.read(spot) if spot is not None else None
    if spot is None or reading is None:
        spot = reader.find()
        reading = reader.read(spot) if spot is not None else None
    return Sight(spot, reading) if spot is not None else None


def _result(future: Future[T | None] | None, limit_s: float) -> T | None:
    if future is None:
        return None
    with contextlib.suppress(FutureTimeoutError, CancelledError):
        return future.result(limit_s)
    return None
