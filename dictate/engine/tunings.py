"""What was measured to be the fastest way to compute, per model, on this machine.

Kept in a small file. An entry counts for the very weights and the very machine it was measured on:
the processor, its cores, and the version of CTranslate2.
"""

from __future__ import annotations

import functools
import logging
import os
import platform
import re
import threading
from dataclasses import asdict, dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from dictate.engine.facts import ResolvedModel, Tuning
from dictate.engine.learned_file import read_entries, write_entries
from dictate.engine.model_format import weights_bytes as bytes_in

log = logging.getLogger(__name__)

MOST_ENTRIES = 100


@dataclass(frozen=True, slots=True)
class Entry:
    """The outcome of one measurement."""

    model: str
    weights_bytes: int
    machine: str
    device: str
    compute_type: str
    threads: int
    ms: float
    """What a phrase takes so."""
    usual_ms: float
    """What it takes in the way that is used unmeasured."""
    at: str

    @property
    def tuning(self) -> Tuning:
        """What to load the model with."""
        return Tuning(self.device, self.compute_type, self.threads)

    @property
    def key(self) -> tuple[str, int, str, str]:
        """What it was measured for."""
        return (self.model, self.weights_bytes, self.machine, self.device)


class Tunings:
    """The outcomes so far. Any thread."""

    def __init__(self, path: Path, machine: str | None = None) -> None:
        self._path = path
        self._machine = machine
        self._lock = threading.Lock()

    @property
    def machine(self) -> str:
        """What this machine is told by."""
        return self._machine if self._machine is not None else this_machine()

    def entries(self) -> tuple[Entry, ...]:
        """Return all outcomes of this machine."""
        return tuple(entry for entry in self._all() if entry.machine == self.machine)

    def find(self, resolved: ResolvedModel) -> tuple[Tuning, ...]:
        """Return what was measured of a model here, one for each kind of device."""
        size = weights_bytes(resolved)
        return tuple(
            entry.tuning
            for entry in self.entries()
            if (entry.model, entry.weights_bytes) == (resolved.name, size)
        )

    def put(self, entry: Entry) -> bool:
        """Keep an outcome in place of the one before; tell whether the disk took it."""
        with self._lock:
            kept = [known for known in self._all() if known.key != entry.key]
            return self._write([*kept, entry])

    def forget(self, model: str | None = None) -> int:
        """Forget the outcomes of a model, or all; return how many there were."""
        with self._lock:
            known = self._all()
            kept = [entry for entry in known if model is not None and entry.model != model]
            if len(kept) == len(known):
                return 0
            return len(known) - len(kept) if self._write(kept) else 0

    def _all(self) -> list[Entry]:
        found = (_read(entry) for entry in read_entries(self._path))
        return [entry for entry in found if entry is not None]

    def _write(self, entries: list[Entry]) -> bool:
        return write_entries(self._path, [asdict(entry) for entry in entries[-MOST_ENTRIES:]])


def weights_bytes(resolved: ResolvedModel) -> int:
    """Return the size of a model's weights, by which another model of the same name is told."""
    return bytes_in(resolved.path)


@functools.cache
def this_machine() -> str:
    """Return what a measurement depends on: processor, cores, CTranslate2."""
    try:
        version = metadata.version("ctranslate2")
    except metadata.PackageNotFoundError:
        version = "of unknown version"
    return f"{_processor()}, {os.cpu_count() or 1} cores, CTranslate2 {version}"


def _processor() -> str:
    try:
        said = re.search(r"model name\s*:\s*(.+)", Path("/proc/cpuinfo").read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        said = None
    name = said[1].strip() if said else platform.processor()
    return name or platform.machine() or "unknown processor"


_KINDS: dict[str, type] = {
    "model": str,
    "weights_bytes": int,
    "machine": str,
    "device": str,
    "compute_type": str,
    "threads": int,
    "ms": float,
    "usual_ms": float,
    "at": str,
}


def _read(entry: dict[str, Any]) -> Entry | None:
    try:
        return Entry(**{name: kind(entry[name]) for name, kind in _KINDS.items()})
    except (KeyError, ValueError, TypeError, OverflowError):
        log.warning("a measurement is damaged and not used")
        return None
