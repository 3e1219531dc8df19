"""Measures how much of the machine is left: free memory, and the processor other programs take."""

from __future__ import annotations

from dataclasses import dataclass

import psutil


@dataclass(frozen=True, slots=True)
class Pressure:
    """Shares in 0..1."""

    cpu_others: float = 0.0
    """Of all cores, since the look before, without this program."""
    memory_free: float = 1.0


class PressureGauge:
    """Looks, each time it is called; one thread. The first look knows nothing of the processor."""

    def __init__(self) -> None:
        self._total_s = self._busy_s = 0.0
        self._own_s: dict[int, float] = {}

    def __call__(self) -> Pressure:
        """Look now."""
        memory = psutil.virtual_memory()
        return Pressure(self._others(), memory.available / max(1, memory.total))

    def _others(self) -> float:
        total_s, busy_s = _machine_s()
        own_s = _own_s()
        spent_s, worked_s = total_s - self._total_s, busy_s - self._busy_s
        # A process that has ended since is missing, one that is new counts from its begin.
        mine_s = sum(now_s - self._own_s.get(pid, 0.0) for pid, now_s in own_s.items())
        is_first = not self._own_s
        self._total_s, self._busy_s, self._own_s = total_s, busy_s, own_s
        if is_first or spent_s <= 0:
            return 0.0
        return min(1.0, max(0.0, (worked_s - mine_s) / spent_s))


def _machine_s() -> tuple[float, float]:
    """Return the time all cores have spent since the start, and of it what was not idle."""
    times = psutil.cpu_times()
    total_s = float(sum(times)) - getattr(times, "guest", 0.0) - getattr(times, "guest_nice", 0.0)
    return total_s, total_s - times.idle - getattr(times, "iowait", 0.0)


def _own_s() -> dict[int, float]:
    """Return the time each process of this program has computed."""
    own = psutil.Process()
    spent: dict[int, float] = {}
    for process in (own, *own.children(recursive=True)):
        try:
            times = process.cpu_times()
        except psutil.Error:
            continue  # it has just ended
        spent[process.pid] = times.user + times.system
    return spent
