"""What the program takes of the machine: memory and processor, over all its processes."""

from __future__ import annotations

from dataclasses import dataclass

import psutil

from dictate.engine.holding import HeldModel

BYTES_PER_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Usage:
    """What the program and its children take now. ``cpu_percent`` is of one core."""

    memory_mb: float
    cpu_percent: float | None
    """None at the first look: a rate needs two."""
    models: tuple[HeldModel, ...] = ()
    """What of it the loaded models hold, the one in use last."""


class UsageMeter:
    """Measures a process, else this one, with its children; CPU since the look before."""

    def __init__(self, pid: int | None = None) -> None:
        self._pid = pid
        self._known: dict[int, psutil.Process] = {}

    def __call__(self) -> Usage:
        """Look now. Of a process that has ended nothing is left to measure."""
        try:
            own = psutil.Process(self._pid)
            present = {p.pid: p for p in (own, *own.children(recursive=True))}
        except psutil.Error:
            present = {}
        is_first = not self._known
        # A Process object remembers its last look, so the known ones are kept.
        self._known = {pid: self._known.get(pid, p) for pid, p in present.items()}
        memory_bytes, cpu_percent = 0, 0.0
        for process in self._known.values():
            try:
                memory_bytes += process.memory_info().rss
                cpu_percent += process.cpu_percent(None)
            except psutil.Error:
                continue  # a child that just ended
        return Usage(memory_bytes / BYTES_PER_MB, None if is_first else cpu_percent)
