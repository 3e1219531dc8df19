"""Memory of NVIDIA cards by process, through NVML where its package is installed.

The package (nvidia-ml-py, in the extra ``cuda``) and the driver may be missing or say nothing about
single processes, as in a container: then nothing is known, and nothing is said.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

log = logging.getLogger(__name__)

MEGABYTE = 1_000_000


def by_process_mb() -> dict[int, float]:
    """Return what each process holds, summed over the cards; empty when that is not known."""
    try:
        import pynvml
    except ImportError:
        return {}
    try:
        pynvml.nvmlInit()
    except pynvml.NVMLError as error:
        log.info("no NVML: %s", type(error).__name__)
        return {}
    found: dict[int, float] = {}
    try:
        for process in _processes(pynvml):
            if process.usedGpuMemory is not None:
                held_mb = process.usedGpuMemory / MEGABYTE
                found[process.pid] = found.get(process.pid, 0.0) + held_mb
    except pynvml.NVMLError as error:
        log.info("NVML does not tell: %s", type(error).__name__)
    finally:
        pynvml.nvmlShutdown()
    return found


def _processes(nvml: Any) -> Iterator[Any]:  # noqa: ANN401  # the library has no types
    for index in range(nvml.nvmlDeviceGetCount()):
        card = nvml.nvmlDeviceGetHandleByIndex(index)
        yield from nvml.nvmlDeviceGetComputeRunningProcesses(card)
