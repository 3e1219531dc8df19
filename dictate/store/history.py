"""The history of dictated texts: added, found, corrected, deleted, and kept within limits.

A store is a connection and is used by one thread at a time; several may be open at once. Sound lies
beside the database in a folder that only its user may read; a row names its file.
"""

from __future__ import annotations

import contextlib
import logging
import os
import re
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from dictate.errors import HistoryError
from dictate.store.history_entry import INSERT, Entry, from_row, to_row
from dictate.store.history_schema import open_database, trouble

log = logging.getLogger(__name__)

DAY_S = 86400.0
NEW_SOUND_S = 3600.0
"""A sound without a row is deleted only when older: its text may just be on its way."""
MANY = 200
FILE_NAME = "history.sqlite"

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Limits:
    """What is kept at most; 0 is no limit."""

    days: float = 0.0
    count: int = 0
    size_mb: float = 0.0


class History:
    """The database and the folder of sounds. Methods raise HistoryError."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        opened = open_database(folder / FILE_NAME)
        self._connection = opened.connection
        self.set_aside = opened.set_aside
        """Where a damaged file was put, if there was one."""
        self._is_scrubbed = True  # no deleted word is left in the log of changes

    def close(self) -> None:
        """Let go of the file. Any number of times."""
        self._connection.close()

    # -- reading ---------------------------------------------------------------------------------

    def search(self, words: str = "", limit: int = MANY) -> list[Entry]:
        """Return the newest entries that hold all words, each as a word or the begin of one."""
        asked = _query(words)
        if not asked and words.strip():
            return []  # marks only
        if not asked:
            return self._select("ORDER BY at_s DESC, id DESC LIMIT ?", limit)
        return self._select(
            "WHERE id IN (SELECT rowid FROM words WHERE words MATCH ?) "
            "ORDER BY at_s DESC, id DESC LIMIT ?",
            asked,
            limit,
        )

    def since(self, at_s: float = 0.0) -> list[Entry]:
        """Return everything from this time on, oldest first."""
        return self._select("WHERE at_s >= ? ORDER BY at_s, id", at_s)

    def get(self, number: int) -> Entry:
        """Return one entry."""
        found = self._select("WHERE id = ?", number)
        if not found:
            raise HistoryError(
                f"The history has no text number {number}.", "`dictate history list` shows them."
            )
        return found[0]

    def mark(self) -> int:
        """Return a number that is another one after another connection has changed something.

        Take it before reading: what changes in between then makes one look too many, never too few.
        """
        with self._translated():
            return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def sound(self, entry: Entry) -> Path | None:
        """Return where the sound of an entry is, if it was kept."""
        return self._kept_sound(entry.sound)

    def recent(self, count: int) -> list[str]:
        """Return the last texts, the newest first, each once."""
        with self._translated():
            rows = self._connection.execute(
                "SELECT text FROM takes GROUP BY text"
                " ORDER BY max(at_s) DESC, max(id) DESC LIMIT ?",
                (count,),
            )
            return [str(row["text"]) for row in rows]

    @property
    def sounds(self) -> Path:
        """The folder of sounds."""
        return self.folder / "sounds"

    # -- writing ---------------------------------------------------------------------------------

    def add(self, entry: Entry) -> int:
        """Keep an entry; return its number."""

        def insert() -> int:
            number = self._connection.execute(INSERT, to_row(entry)).lastrowid
            assert number is not None  # an INSERT has one
            return number

        return self._write(insert)

    def attach(self, number: int, sound: Path) -> None:
        """Say that ``sound``, in the folder of sounds, is that of an entry."""
        self._execute("UPDATE takes SET sound = ? WHERE id = ?", sound.name, number)

    def correct(
        self, number: int, text: str, rates: tuple[float | None, float | None] = (None, None)
    ) -> None:
        """Set the text of an entry; what was written stays known."""
        self.get(number)
        self._execute(
            "UPDATE takes SET written = coalesce(written, text), text = ?,"
            " word_error_rate = ?, character_error_rate = ? WHERE id = ?",
            text,
            *rates,
            number,
        )

    def delete(self, *numbers: int) -> int:
        """Delete entries with their sounds; return how many there were."""
        gone = [entry for number in numbers for entry in self._select("WHERE id = ?", number)]
        for entry in gone:
            self._unlink(entry)
        self._write(
            lambda: self._connection.executemany(
                "DELETE FROM takes WHERE id = ?", [(entry.id,) for entry in gone]
            )
        )
        if gone:
            self._scrub()
        return len(gone)

    def clear(self) -> int:
        """Delete everything; return how many entries there were."""
        number = self._write(lambda: self._connection.execute("DELETE FROM takes").rowcount)
        shutil.rmtree(self.sounds, ignore_errors=True)
        for damaged in self.folder.glob(f"{FILE_NAME}.damaged-*"):
            with contextlib.suppress(OSError):
                damaged.unlink()
        self._scrub()
        with self._translated():
            self._connection.execute("VACUUM")
        self._empty_log()
        return number

    def newest_s(self) -> float | None:
        """Return when the last entry was made; None without any."""
        with self._translated():
            (newest,) = self._connection.execute("SELECT max(at_s) FROM takes").fetchone()
        return None if newest is None else float(newest)

    def prune(self, limits: Limits, now_s: float | None = None) -> int:
        """Delete what is too old or too much, the oldest first; return how many."""
        now_s = time.time() if now_s is None else now_s
        if not self._is_scrubbed:
            self._empty_log()
        with self._translated():
            rows = self._connection.execute(
                "SELECT id, at_s, sound, length(text) + length(raw_text) AS characters"
                " FROM takes ORDER BY at_s DESC, id DESC"
            ).fetchall()
        gone = _surplus(rows, limits, now_s, self._size_bytes)
        return self.delete(*gone) if gone else 0

    def forget_lost_sounds(self, now_s: float | None = None) -> None:
        """Delete sounds that belong to no entry: their take ended without a text."""
        now_s = time.time() if now_s is None else now_s
        known = {entry.sound for entry in self._select("WHERE sound != ''")}
        with contextlib.suppress(OSError):
            for path in self.sounds.iterdir():
                if path.name not in known and now_s - path.stat().st_mtime > NEW_SOUND_S:
                    path.unlink()

    # -- inside ----------------------------------------------------------------------------------

    def _select(self, rest: str, *values: object) -> list[Entry]:
        with self._translated():
            rows = self._connection.execute(f"SELECT * FROM takes {rest}", values)
            return [from_row(row) for row in rows]

    def _execute(self, statement: str, *values: object) -> None:
        self._write(lambda: self._connection.execute(statement, values))

    def _write(self, work: Callable[[], Result]) -> Result:
        with self._translated(), self._connection:
            return work()

    def _scrub(self) -> None:
        """Take deleted words out of the index, which keeps them until it is merged, and the log."""
        self._execute("INSERT INTO words (words) VALUES ('optimize')")
        self._empty_log()

    def _empty_log(self) -> None:
        """Cut off SQLite's log of changes, which still has the words as they were added.

        A connection that is just reading is in the way; then it is tried again later.
        """
        with self._translated():
            busy, *_ = self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        self._is_scrubbed = not busy

    @contextlib.contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            log.warning("history: %s", type(error).__name__)
            raise trouble(error) from error

    def _kept_sound(self, name: str) -> Path | None:
        path = self.sounds / Path(name).name
        return path if name and path.is_file() else None

    def _size_bytes(self, row: sqlite3.Row) -> int:
        words = int(row["characters"])
        path = self._kept_sound(row["sound"])
        with contextlib.suppress(OSError):
            return words + (path.stat().st_size if path else 0)
        return words

    def _unlink(self, entry: Entry) -> None:
        path = self.sound(entry)
        if path is not None:
            with contextlib.suppress(OSError):
                path.unlink()


def private_folder(path: Path) -> Path:
    """Make a folder that only its user may read. Raises OSError."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name == "posix" and path.stat().st_mode & 0o077:
        path.chmod(0o700)
    return path


def _query(words: str) -> str:
    """Return a query for FTS5: every word quoted, so that nothing in it is an operator."""
    return " ".join(f'"{word}"*' for word in re.findall(r"\w+", words))


def _surplus(
    rows: list[sqlite3.Row], limits: Limits, now_s: float, size_bytes: Callable[[sqlite3.Row], int]
) -> list[int]:
    """Return the numbers of those rows, newest first, that are beyond the limits."""
    gone, held_bytes = [], 0
    most_bytes = limits.size_mb * 1_000_000
    for place, row in enumerate(rows):
        held_bytes += size_bytes(row) if most_bytes else 0
        is_old = limits.days > 0 and now_s - row["at_s"] > limits.days * DAY_S
        is_many = 0 < limits.count <= place
        is_large = 0 < most_bytes < held_bytes
        if is_old or is_many or is_large:
            gone.append(int(row["id"]))
    return gone
