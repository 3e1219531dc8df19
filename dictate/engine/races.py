"""Which kind of device decodes a model fastest here: found out once, and remembered.

Kept in a small file. An outcome counts for the very weights, the very devices that were compared,
this machine, and this version of the program.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Collection
from dataclasses import asdict, dataclass
from pathlib import Path

import dictate
from dictate.engine.facts import ResolvedModel
from dictate.engine.learned_file import read_entries, write_entries
from dictate.engine.model_format import weights_bytes
from dictate.engine.tunings import this_machine

log = logging.getLogger(__name__)

MOST_ENTRIES = 50


@dataclass(frozen=True, slots=True)
class Race:
    """What was compared, and which device won."""

    model: str
    weights_bytes: str
    devices: str
    """With blanks between, in alphabetical order."""
    machine: str
    version: str
    winner: str
    told: str
    """The milliseconds of each, for people."""


class Races:
    """The outcomes so far; without a path none is remembered. Any thread."""

    def __init__(self, path: Path | None = None, version: str = dictate.__version__) -> None:
        self._path = path
        self._version = version
        self._lock = threading.Lock()

    def all(self) -> tuple[Race, ...]:
        """Return what is remembered."""
        entries = read_entries(self._path) if self._path is not None else []
        found = (_read(entry) for entry in entries)
        return tuple(race for race in found if race is not None)

    def winner(self, resolved: ResolvedModel, devices: Collection[str]) -> str | None:
        """Return the fastest of these devices for a model, None where they were not compared."""
        key = self._key(resolved, devices)
        return next((race.winner for race in self.all() if _key_of(race) == key), None)

    def put(self, resolved: ResolvedModel, took_ms: dict[str, float]) -> str:
        """Remember what each device took, and return the fastest."""
        winner = min(took_ms, key=lambda device: took_ms[device])
        told = ", ".join(f"{device} {ms:.0f} ms" for device, ms in took_ms.items())
        log.info("%s: %s", resolved.name, told)
        race = Race(*self._key(resolved, took_ms), winner, told)
        with self._lock:
            kept = [known for known in self.all() if _key_of(known) != _key_of(race)]
            if self._path is not None:
                latest = [*kept, race][-MOST_ENTRIES:]
                write_entries(self._path, [asdict(known) for known in latest])
        return winner

    def forget(self, model: str | None = None) -> int:
        """Forget the outcomes of a model, or all; return how many there were."""
        with self._lock:
            known = self.all()
            kept = [race for race in known if model is not None and race.model != model]
            if self._path is None or len(kept) == len(known):
                return 0
            return (
                len(known) - len(kept) if write_entries(self._path, list(map(asdict, kept))) else 0
            )

    def _key(
        self, resolved: ResolvedModel, devices: Collection[str]
    ) -> tuple[str, str, str, str, str]:
        size = str(weights_bytes(resolved.path))
        return (resolved.name, size, " ".join(sorted(devices)), this_machine(), self._version)


def _key_of(race: Race) -> tuple[str, str, str, str, str]:
    return (race.model, race.weights_bytes, race.devices, race.machine, race.version)


def _read(entry: dict[str, object]) -> Race | None:
    try:
        return Race(**{name: str(entry[name]) for name in Race.__dataclass_fields__})
    except KeyError:
        log.warning("an entry about devices is damaged and not used")
        return None
