"""How many threads the recognisers compute with."""

from __future__ import annotations

import os

MAX_THREADS = 8


def thread_count() -> int:
    """Return how many threads to compute with: the physical cores this process may use, up to 8."""
    import psutil

    physical = psutil.cpu_count(logical=False) or os.cpu_count() or 1
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else physical
    return max(1, min(physical, allowed, MAX_THREADS))
