"""Which combinations of model, device and precision ended the engine's process twice.

They are remembered over the end of the program, so that the next start does not begin with two
crashes. A new version of the program tries again, and so does everybody after a month: drivers and
libraries get better. What cannot be written to disk is remembered as long as the program runs.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Collection
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import dictate
from dictate.engine.learned_file import read_entries, write_entries

log = logging.getLogger(__name__)

REMEMBERED = timedelta(days=30)
MOST_ENTRIES = 50
ANY_MODEL = "any model"
"""Stands for all of them where a device died before a model was loaded on it (``probing``)."""


@dataclass(frozen=True, slots=True)
class Combination:
    """What was asked of the engine, by the names of the settings."""

    model: str
    device: str
    compute_type: str


@dataclass(frozen=True, slots=True)
class Crash:
    """A combination that died too often, when, and under which version of the program."""

    model: str
    device: str
    compute_type: str
    at: str
    version: str

    @property
    def combination(self) -> Combination:
        """What died."""
        return Combination(self.model, self.device, self.compute_type)


def _now() -> datetime:
    return datetime.now(UTC)


class Crashes:
    """The combinations to avoid. Any thread."""

    def __init__(
        self,
        path: Path | None = None,
        now: Callable[[], datetime] = _now,
        version: str = dictate.__version__,
    ) -> None:
        self._path = path
        self._now = now
        self._version = version
        self._unwritten: tuple[Crash, ...] = ()
        self._lock = threading.Lock()

    def all(self) -> tuple[Crash, ...]:
        """Return what still counts, the oldest first."""
        with self._lock:
            return self._all()

    def find(self, combination: Combination) -> Crash | None:
        """Return the crash that speaks against a combination."""
        return next((c for c in self.all() if c.combination == combination), None)

    def add(self, combination: Combination) -> None:
        """Remember that a combination died too often."""
        at = self._now().isoformat(timespec="seconds")
        crash = Crash(
            combination.model, combination.device, combination.compute_type, at, self._version
        )
        with self._lock:
            kept = [c for c in self._all() if c.combination != combination]
            self._write((*kept, crash))

    def withdraw(self, combinations: Collection[Combination]) -> None:
        """Forget these: they were not to blame."""
        with self._lock:
            known = self._all()
            kept = tuple(c for c in known if c.combination not in combinations)
            if len(kept) < len(known):
                self._write(kept)

    def forget(self, model: str | None = None) -> int:
        """Forget the crashes of a model and of devices, or all; return how many there were."""
        with self._lock:
            known = self._all()
            kept = tuple(
                c for c in known if model is not None and c.model not in (model, ANY_MODEL)
            )
            if len(kept) < len(known):
                self._write(kept)
            return len(known) - len(kept)

    def _all(self) -> tuple[Crash, ...]:
        entries = read_entries(self._path) if self._path is not None else []
        written = [crash for entry in entries if (crash := self._read(entry)) is not None]
        here = {crash.combination for crash in self._unwritten}
        return (*(crash for crash in written if crash.combination not in here), *self._unwritten)

    def _read(self, entry: dict[str, object]) -> Crash | None:
        """Return an entry that counts; None for one that is damaged, old or of another version."""
        try:
            crash = Crash(**{name: str(entry[name]) for name in Crash.__dataclass_fields__})
            age = self._now() - datetime.fromisoformat(crash.at)
        except (KeyError, ValueError, TypeError):
            log.warning("an entry about a crash is damaged and not used")
            return None
        fresh = timedelta(0) <= age < REMEMBERED
        return crash if fresh and crash.version == self._version else None

    def _write(self, crashes: tuple[Crash, ...]) -> None:
        kept = crashes[-MOST_ENTRIES:]
        written = self._path is not None and write_entries(self._path, [asdict(c) for c in kept])
        self._unwritten = () if written else kept
