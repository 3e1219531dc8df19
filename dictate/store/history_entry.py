"""A take as the history has it, and its way into a row and back."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from dictate.domain import Timings


@dataclass(frozen=True, slots=True)
class Entry:
    """A dictated text and what is known about it."""

    text: str
    """As it stands; the user may have corrected it."""
    at_s: float
    """When it was written, in seconds since 1970."""
    raw_text: str = ""
    """As the engine heard it, tidied only."""
    application: str = ""
    """The class of the window it went to, where that was known at the press."""
    title: str = ""
    profile: str = ""
    model: str = ""
    language: str = ""
    device: str = ""
    duration_s: float = 0.0
    timings: Timings = field(default_factory=Timings)
    sound: str = ""
    """The name of the file with what was said; empty: not kept."""
    written: str | None = None
    """The text before it was corrected; None: it was not."""
    word_error_rate: float | None = None
    character_error_rate: float | None = None
    id: int = 0


_NAMES = tuple(part.name for part in fields(Entry) if part.name != "id")
INSERT = f"INSERT INTO takes ({', '.join(_NAMES)}) VALUES ({', '.join('?' * len(_NAMES))})"


def to_row(entry: Entry) -> tuple[object, ...]:
    """Return the values for ``INSERT``."""
    return tuple(
        json.dumps(asdict(entry.timings)) if name == "timings" else getattr(entry, name)
        for name in _NAMES
    )


def from_row(row: sqlite3.Row) -> Entry:
    """Return what a row of the table holds; times that cannot be read are zero."""
    facts: dict[str, Any] = {name: row[name] for name in (*_NAMES, "id")}
    facts["timings"] = _timings(str(facts["timings"]))
    return Entry(**facts)


def _timings(text: str) -> Timings:
    known = {part.name for part in fields(Timings)}
    with contextlib.suppress(ValueError, AttributeError, TypeError):
        return Timings(**{k: float(v) for k, v in json.loads(text).items() if k in known})
    return Timings()
