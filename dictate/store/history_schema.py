"""The history's database: its tables, how older ones are brought up to date, and damaged ones.

``user_version`` counts the steps that were taken. A step is never changed, only followed by others.
A file that SQLite cannot read, or of a later program, is set aside under another name.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path

from dictate.errors import HistoryError

BUSY_S = 5.0
"""So long one waits for another connection that writes."""

_FIRST = """
CREATE TABLE takes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at_s REAL NOT NULL,
    text TEXT NOT NULL,
    raw_text TEXT NOT NULL,
    application TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    profile TEXT NOT NULL DEFAULT '',
    model TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    device TEXT NOT NULL DEFAULT '',
    duration_s REAL NOT NULL DEFAULT 0,
    timings TEXT NOT NULL DEFAULT '{}',
    sound TEXT NOT NULL DEFAULT ''
);
CREATE INDEX takes_by_time ON takes (at_s);
CREATE VIRTUAL TABLE words USING fts5(
    text, raw_text, application, title, content='takes', content_rowid='id',
    tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
CREATE TRIGGER takes_added AFTER INSERT ON takes BEGIN
    INSERT INTO words (rowid, text, raw_text, application, title)
    VALUES (new.id, new.text, new.raw_text, new.application, new.title);
END;
CREATE TRIGGER takes_removed AFTER DELETE ON takes BEGIN
    INSERT INTO words (words, rowid, text, raw_text, application, title)
    VALUES ('delete', old.id, old.text, old.raw_text, old.application, old.title);
END;
CREATE TRIGGER takes_changed AFTER UPDATE OF text, raw_text, application, title ON takes BEGIN
    INSERT INTO words (words, rowid, text, raw_text, application, title)
    VALUES ('delete', old.id, old.text, old.raw_text, old.application, old.title);
    INSERT INTO words (rowid, text, raw_text, application, title)
    VALUES (new.id, new.text, new.raw_text, new.application, new.title);
END;
"""

_CORRECTIONS = """
ALTER TABLE takes ADD COLUMN written TEXT;
ALTER TABLE takes ADD COLUMN word_error_rate REAL;
ALTER TABLE takes ADD COLUMN character_error_rate REAL;
"""
"""``written`` is the text before the user corrected it; NULL while it is as it was."""

STEPS = (_FIRST, _CORRECTIONS)


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection, and where a damaged file went, if there was one."""

    connection: sqlite3.Connection
    set_aside: Path | None = None


def open_database(path: Path) -> Opened:
    """Open the history, make it or bring it up to date. Raises HistoryError."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            return Opened(_open(path))
        except sqlite3.OperationalError:
            raise  # locked, full, not writable: the file itself may be good
        except (sqlite3.DatabaseError, _OfLaterProgram):
            aside = _set_aside(path)
            return Opened(_open(path), aside)
    except (OSError, sqlite3.Error) as error:
        raise trouble(error) from error


def trouble(error: Exception) -> HistoryError:
    """Return what is told about an error of the disk or of SQLite."""
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return HistoryError(
        f"The history cannot be used ({reason}).",
        "Check that the disk has room and that its folder is writable; dictation works without it.",
    )


class _OfLaterProgram(Exception):
    """A later version of the program has made it."""


def _open(path: Path) -> sqlite3.Connection:
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    # Chores and the keeper each have a connection; one is used by one thread at a time.
    connection = sqlite3.connect(path, timeout=BUSY_S, check_same_thread=False)
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten
        _migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _migrate(connection: sqlite3.Connection) -> None:
    if _version(connection) == len(STEPS):
        connection.execute("SELECT count(*) FROM takes WHERE id < 0").fetchone()
        return
    for number, step in enumerate(STEPS, start=1):
        # One transaction a step; another program may have taken it meanwhile.
        connection.execute("BEGIN IMMEDIATE")
        try:
            if _version(connection) < number:
                for statement in _statements(step):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
    if _version(connection) > len(STEPS):
        raise _OfLaterProgram


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _statements(script: str) -> list[str]:
    found, part = [], ""
    for line in script.splitlines():
        part += line + "\n"
        if sqlite3.complete_statement(part):
            found.append(part)
            part = ""
    return found


def _set_aside(path: Path) -> Path:
    aside = path.with_name(f"{path.name}.damaged-{time.strftime('%Y%m%d-%H%M%S')}")
    os.replace(path, aside)  # noqa: PTH105 - atomic, also where the target exists
    for ending in ("-wal", "-shm"):
        with contextlib.suppress(OSError):
            path.with_name(path.name + ending).unlink()
    return aside
