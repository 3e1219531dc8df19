"""What processes have used so far: processor time and memory."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from psutil import Process

__all__ = ["Process", "children", "cpu_s", "memory_mb", "own", "peak_mb"]


def own() -> Process:
    """Return this process."""
    return Process()


def children() -> list[Process]:
    """Return the processes below this one, such as the engine's."""
    return own().children(recursive=True)


def cpu_s(processes: Iterable[Process]) -> float:
    """Return the processor time of these processes since they began."""
    times = (process.cpu_times() for process in processes)
    return sum(time.user + time.system for time in times)


def memory_mb(processes: Iterable[Process]) -> float:
    """Return the memory these processes hold now."""
    return sum(process.memory_info().rss for process in processes) / 1e6


def peak_mb(processes: Iterable[Process]) -> float:
    """Return the most memory these processes ever held, each at its own worst moment."""
    return sum(map(_peak_bytes, processes)) / 1e6


def _peak_bytes(process: Process) -> int:
    if sys.platform.startswith("linux"):
        for line in Path(f"/proc/{process.pid}/status").read_text("utf-8").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    memory = process.memory_info()
    return int(getattr(memory, "peak_wset", memory.rss))
