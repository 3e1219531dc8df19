"""The settings the program runs with, and how they change: by its user, or in their file.

Both may happen at any time on any thread, so one lock puts them in order. It is held while a change
is applied, and while anything is done that must not meet a half-applied one.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from dictate.domain import Notice, Severity
from dictate.errors import SettingsError
from dictate.settings import store
from dictate.settings.keeper import SettingsKeeper
from dictate.settings.schema import Settings
from dictate.settings.watch import SettingsWatch


class SettingsInForce:
    """``apply`` gets what was in force before and what is now; ``tell`` what the user reads."""

    def __init__(
        self,
        settings: Settings,
        file: Path,
        apply: Callable[[Settings, Settings], None],
        tell: Callable[[Notice], None],
    ) -> None:
        self.now = settings
        """Replaced as a whole, so reading it needs no lock."""
        self.file = file
        self._apply, self._tell = apply, tell
        self._changing = threading.Lock()
        self._closed = threading.Event()
        self._keeper = SettingsKeeper(file)
        self._watch = SettingsWatch(file, self._adopt)
        self.start = self._watch.start
        """Follow the file."""

    def close(self) -> None:
        """Follow the file no more, and begin nothing under the lock. Any number of times."""
        self._closed.set()
        self._watch.close()

    def change(self, settings: Settings) -> SettingsError | None:
        """Apply ``settings`` and save them; return what prevents that, which is told as well."""
        with self._changing:
            before = self.now
            self._use(settings)
            unsaved = self._keeper.save(settings, before)
        if unsaved is not None:
            self._tell(unsaved.notice(Severity.WARNING))
        return unsaved

    def while_unchanged(self, do: Callable[[Settings], None]) -> None:
        """Do something into which no change may come; nothing after the end."""
        with self._changing:
            if not self._closed.is_set():
                do(self.now)

    def _adopt(self, read: store.Loaded) -> None:
        """Apply what somebody wrote into the settings file; one that is no TOML changes nothing."""
        for problem in self._keeper.news(read):
            self._tell(problem.notice(Severity.WARNING))
        with self._changing:
            settings = self._keeper.adopt(read, self.now)
            if settings != self.now and not self._closed.is_set():
                self._use(settings)
                self._tell(Notice(Severity.INFO, "The settings file has changed and is in force."))

    def _use(self, settings: Settings) -> None:
        before, self.now = self.now, settings
        self._apply(before, settings)
