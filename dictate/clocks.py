"""Clocks that go on while the machine sleeps and that nobody sets, where the system has one."""

from __future__ import annotations

import sys
import time


def since_boot_s() -> float | None:
    """Return the seconds since the machine was started, its sleep included (Linux); else None."""
    if sys.platform.startswith("linux"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return None


def passing_s() -> float:
    """Return the time of a clock that goes on in sleep; on Windows one that may stand still."""
    boot_s = since_boot_s()
    if boot_s is not None:
        return boot_s
    if sys.platform != "win32":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()
