"""The history as somebody sees it who looks again and again: read only when it has changed.

The connection stays open between two looks, because SQLite tells only a connection whether others
have written since. One thread looks; ``close`` may come from another once no look is under way.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dictate.assembly import history as place
from dictate.errors import HistoryError
from dictate.store.history import FILE_NAME, History
from dictate.store.history_entry import Entry
from dictate.store.history_schema import trouble

_File = tuple[int, int] | None
"""Device and number of the history's file; None: there is none."""
_Mark = tuple[_File, int]


class PastWatch:
    """All entries, whenever there are others than before. Begins no history where there is none."""

    def __init__(self, folder: Callable[[], Path] = place.folder) -> None:
        self._folder = folder
        self._history: History | None = None
        self._mark: _Mark | None = None

    def changed(self) -> list[Entry] | None:
        """Return everything, oldest first; None when nothing has changed. Raises HistoryError.

        After an error the next look reads again.
        """
        try:
            mark = self._marked()
            if mark == self._mark:
                return None
            found = self._history.since() if self._history is not None else []
        except HistoryError:
            self.close()
            raise
        self._mark = mark  # as it was before reading, so that no change is missed
        return found

    def close(self) -> None:
        """Let go of the file; the next look reads again. Any number of times."""
        self._mark = None
        self._let_go()

    def _let_go(self) -> None:
        history, self._history = self._history, None
        if history is not None:
            history.close()

    def _marked(self) -> _Mark:
        folder = self._folder()
        file = _identity(folder / FILE_NAME)
        if file is None or (self._mark is not None and self._mark[0] != file):
            self._let_go()  # deleted, or another one lies in its place
        if file is None:
            return None, 0
        if self._history is None:
            self._history = History(folder)
            file = _identity(folder / FILE_NAME)  # a damaged one was set aside
        return file, self._history.mark()


def _identity(path: Path) -> _File:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise trouble(error) from error
    return found.st_dev, found.st_ino
