"""Ends the program although its GUI thread does not: the screen may hang, or a driver of it.

Whoever asks it to quit from outside, by command or over the bus, has then no other way but force.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable

log = logging.getLogger(__name__)

LIMIT_S = 3.0
"""The GUI thread takes a second at most, see ``farewell``."""
CLOSE_S = 2.0


class LastResort:
    """``begin`` it with each wish to quit; nothing happens where that is fulfilled in time."""

    def __init__(
        self,
        close: Callable[[], None],
        end: Callable[[int], object] = os._exit,
        limit_s: float = LIMIT_S,
    ) -> None:
        self._close, self._end, self._limit_s = close, end, limit_s
        self._timer: threading.Timer | None = None

    def begin(self) -> None:
        """End the program after the limit, unless it has ended by then. Any thread."""
        if self._timer is None:
            self._timer = timer = threading.Timer(self._limit_s, self._insist)
            timer.name, timer.daemon = "dictate-last-resort", True
            timer.start()

    def cancel(self) -> None:
        """It has been fulfilled."""
        if self._timer is not None:
            self._timer.cancel()

    def _insist(self) -> None:
        log.error("the windows do not answer; the program is ended without them")
        closing = threading.Thread(target=self._close, name="dictate-quit", daemon=True)
        closing.start()
        closing.join(CLOSE_S)
        self._end(1)
