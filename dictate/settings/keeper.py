"""Keeps the settings in force and their file together, also where it cannot be written for a while.

What could not be written is put onto what somebody writes into the file later. Whoever changes the
settings holds a lock around this; it has no thread of its own.
"""

from __future__ import annotations

from pathlib import Path

from dictate.errors import SettingsError, SettingsUnreadable
from dictate.settings import merging, store
from dictate.settings.schema import Settings
from dictate.settings.store import Loaded


class SettingsKeeper:
    """Writes one file; nothing raises."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._unsaved_since: Settings | None = None
        self._told: frozenset[str] | None = None

    def save(self, settings: Settings, before: Settings) -> SettingsError | None:
        """Write what was changed, and what could not be written so far; return what prevents it."""
        since = self._unsaved_since or before
        if self._told is None:  # what the file was read with at the start was told then
            self._told = _words(store.load(self._path))
        try:
            store.save(self._path, settings, since)
        except SettingsError as problem:
            self._unsaved_since = since
            return _while_running(problem)
        self._unsaved_since = None
        return None

    def adopt(self, read: Loaded, present: Settings) -> Settings:
        """Return what is to be in force after somebody wrote into the file.

        One that cannot be read changes nothing.
        """
        if any(isinstance(problem, SettingsUnreadable) for problem in read.problems):
            return present
        since, self._unsaved_since = self._unsaved_since, None
        if since is None:
            return read.settings
        wanted = merging.followed(present, merging.merged(read.settings, since, present))
        self.save(wanted, read.settings)
        return wanted

    def news(self, read: Loaded) -> list[SettingsError]:
        """Return what is wrong with the file and was not told when it was read before."""
        known, self._told = self._told or frozenset(), _words(read)
        return [_while_running(one) for one in read.problems if str(one) not in known]


def _words(read: Loaded) -> frozenset[str]:
    return frozenset(map(str, read.problems))


def _while_running(problem: SettingsError) -> SettingsError:
    if isinstance(problem, SettingsUnreadable):
        step = "Mend it or move it away; until then what is in force stays, and nothing is saved."
        return SettingsUnreadable(problem.message, step)
    return problem
