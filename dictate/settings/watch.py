"""Notices that the settings file was changed by somebody else, and reads it again."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from dictate.settings import store
from dictate.settings.store import Loaded

log = logging.getLogger(__name__)

LOOK_EVERY_S = 1.0
"""One `stat` a second cannot be measured; editors and file systems differ too much in what they
notify about."""

Mark: TypeAlias = tuple[int, int, int] | None


class SettingsWatch:
    """Looks at a file from a thread of its own; ``tell`` gets what was read from it."""

    def __init__(
        self, path: Path, tell: Callable[[Loaded], None], every_s: float = LOOK_EVERY_S
    ) -> None:
        self._path = path
        self._tell = tell
        self._every_s = every_s
        self._told = self._seen = mark(path)
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._run, name="dictate-settings", daemon=True)

    def start(self) -> None:
        """Start looking; a change since this object was made is told as well."""
        self._thread.start()

    def close(self) -> None:
        """Look no more. Any number of times."""
        self._closed.set()

    def look(self) -> None:
        """Look once. A file that still changes is left until it has come to rest."""
        before, self._seen = self._seen, mark(self._path)
        if self._seen == before and self._seen != self._told:
            self._told = self._seen
            self._tell(store.load(self._path))

    def _run(self) -> None:
        while not self._closed.wait(self._every_s):
            try:
                self.look()
            except Exception as error:  # noqa: BLE001  # top of a thread: the next change counts
                log.error("the settings file was not taken over: %s", type(error).__name__)


def mark(path: Path) -> Mark:
    """Return what changes with the content of a file; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
