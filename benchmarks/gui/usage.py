"""What one process takes, read from Linux' process table."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import psutil

MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Memory:
    """Three ways to count the memory of a process."""

    own_mb: float
    """What would be free if it ended (USS): all that it shares with nobody."""
    own_data_mb: float
    """Of it what the program made itself, and cannot be read from a file again (RssAnon)."""
    resident_mb: float
    """All that it sees, libraries that other programs use as well included (RSS)."""


def memory(pid: int) -> Memory:
    """Return what a process holds now."""
    found = psutil.Process(pid).memory_full_info()
    status = Path(f"/proc/{pid}/status").read_text("utf-8")
    anonymous_kb = next(
        int(line.split()[1]) for line in status.splitlines() if line.startswith("RssAnon:")
    )
    return Memory(found.uss / MB, anonymous_kb * 1024 / MB, found.rss / MB)


def first_thread_s(pid: int) -> float:
    """Return the processor time of the first thread of a process, which is that of the GUI."""
    schedule = Path(f"/proc/{pid}/task/{pid}/schedstat").read_text("utf-8")
    return int(schedule.split()[0]) / 1e9


def whole_s(pid: int) -> float:
    """Return the processor time of a process."""
    times = psutil.Process(pid).cpu_times()
    return times.user + times.system
