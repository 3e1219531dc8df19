"""Clocks that go on while the machine sleeps and that nobody sets, where the system has one.

What is deleted for its age is gone, and a clock may be years off for a minute: one that was set by
hand, a battery that is empty, a server that is wrong. So ages are counted with these, and the
clock on the wall is asked at the start of the program only, and believed within reason.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

LONGEST_PAUSE_S = 366 * 86400.0
"""Nobody comes back to the program after a longer time; then it is the clock that is wrong."""


def passing_s() -> float:
    """Return the time of a clock that goes on in sleep; on Windows one that may stand still."""
    if sys.platform.startswith("linux"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform != "win32":
        return time.clock_gettime(time.CLOCK_MONOTONIC)  # Python's own stands still on macOS
    return time.monotonic()


class SteadyClock:
    """Seconds since 1970: as the clock on the wall said at first, and since then as time passed."""

    def __init__(
        self, wall: Callable[[], float] = time.time, passing: Callable[[], float] = passing_s
    ) -> None:
        self._passing = passing
        self._offset_s = wall() - passing()

    def __call__(self) -> float:
        """Return the time now."""
        return self._passing() + self._offset_s
