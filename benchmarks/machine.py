"""What the numbers were measured on."""

from __future__ import annotations

import os
import platform
import time
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import psutil

TELLING_FLAGS = ("avx2", "avx512f", "avx_vnni", "avx512_vnni", "amx_int8")
"""Instructions that decide how fast int8 and float32 are."""
BUSY_SHARE = 0.1
"""When other programs take more of the processor than this, the times are too long."""
PACKAGES = ("faster-whisper", "ctranslate2", "onnxruntime", "numpy")


@dataclass(frozen=True, slots=True)
class Machine:
    """Facts noted before anything was measured."""

    measured_on: str
    system: str
    processor: str
    cores: int
    flags: tuple[str, ...]
    memory_gb: int
    load: float
    """Processes that wanted to run, on average over the last minute."""
    versions: dict[str, str]


class Bystanders:
    """Watches how much of the processor other programs take while we measure."""

    def __init__(self) -> None:
        self._began_s = time.monotonic()
        self._all_s, self._ours_s = _busy_s(), _ours_s()

    def share(self) -> float:
        """Return their share since the beginning. Our own processes count once they have ended."""
        room_s = (time.monotonic() - self._began_s) * (psutil.cpu_count() or 1)
        theirs_s = (_busy_s() - self._all_s) - (_ours_s() - self._ours_s)
        return max(0.0, theirs_s / room_s)


def look() -> Machine:
    """Note the facts of this machine, now."""
    processor, flags = _processor()
    return Machine(
        measured_on=time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime()),
        system=f"{platform.system()} {platform.machine()}, Python {platform.python_version()}",
        processor=processor,
        cores=psutil.cpu_count() or 1,
        flags=tuple(flag for flag in TELLING_FLAGS if flag in flags),
        memory_gb=round(psutil.virtual_memory().total / 2**30),
        load=round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else 0.0,
        versions={package: version(package) for package in PACKAGES},
    )


def _busy_s() -> float:
    times = psutil.cpu_times()
    return float(times.user + times.system + getattr(times, "nice", 0.0))


def _ours_s() -> float:
    times = psutil.Process().cpu_times()
    return float(times.user + times.system + times.children_user + times.children_system)


def _processor() -> tuple[str, frozenset[str]]:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor(), frozenset()
    facts = {key.strip(): value.strip() for key, _, value in (x.partition(":") for x in lines)}
    return facts.get("model name", platform.processor()), frozenset(facts.get("flags", "").split())
