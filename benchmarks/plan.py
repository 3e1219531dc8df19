"""What is measured: which models, which takes, which rivals."""

from __future__ import annotations

import shutil
from dataclasses import dataclass

import psutil

from benchmarks.models import cache_folder
from benchmarks.results import FASTER_WHISPER, Job
from benchmarks.rivals import RIVALS, Rival


@dataclass(frozen=True, slots=True)
class Set:
    """What is measured with one model."""

    model: str
    jobs: tuple[Job, ...]
    rival_jobs: tuple[Job, ...]
    """Takes for faster-whisper."""
    other_jobs: tuple[Job, ...]
    """Takes for the rivals that are measured only if somebody wants it."""
    our_types: tuple[str, ...] = ("int8",)
    needs_gb: float = 0.0
    """Free memory without which this set is left out; as much is needed on disk."""

    def jobs_of(self, rival: Rival) -> tuple[Job, ...]:
        """Return the takes of a rival."""
        return self.rival_jobs if rival.name == FASTER_WHISPER else self.other_jobs


def jobs(short: int, middle: int, long: int) -> tuple[Job, ...]:
    """Return the usual jobs with so many takes of 3 s at each gap, of 10 s and of 60 s."""
    each_gap = tuple(Job(3, gap_ms, short) for gap_ms in (0, 300, 700))
    return (*each_gap, Job(10, 300, middle), Job(60, 300, long))


_HEAVY = (Job(3, 0, 2), Job(3, 300, 3), Job(10, 300, 2))
QUICK = (Set("base", jobs(6, 2, 1), jobs(4, 2, 1), jobs(2, 1, 1)),)
FULL = (
    Set("base", jobs(20, 6, 3), jobs(10, 6, 3), jobs(5, 3, 2), our_types=("int8", "float32")),
    Set("tiny", jobs(10, 3, 1), jobs(5, 3, 1), jobs(3, 2, 1)),
    Set("small", jobs(10, 3, 1), jobs(5, 3, 1), jobs(2, 1, 1)),
    Set("large-v3-turbo", _HEAVY, _HEAVY, _HEAVY[1:2], needs_gb=10.0),
)


def wanted_rivals(with_others: bool) -> tuple[Rival, ...]:
    """Return faster-whisper, and all others if they are wanted."""
    return tuple(rival for rival in RIVALS if with_others or rival.name == FASTER_WHISPER)


def too_large(chosen: Set) -> str:
    """Return why this machine cannot measure a set now; empty when it can."""
    folder = next(path for path in (cache_folder(), *cache_folder().parents) if path.exists())
    free_gb = psutil.virtual_memory().available / 2**30
    disk_gb = shutil.disk_usage(folder).free / 2**30
    if min(free_gb, disk_gb) >= chosen.needs_gb:
        return ""
    return (
        f"{chosen.model}: takes {chosen.needs_gb:.0f} GB of memory and of disk; "
        f"{free_gb:.0f} and {disk_gb:.0f} GB are free"
    )
