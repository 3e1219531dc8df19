"""Whether a text has arrived in a field: pure judgement over what stood there and stands now.

Only a field in which nothing at all has changed is said not to have taken a text. Fields that put
something else there (completion, a mask, a counter) have taken it, as far as that can be known.
"""

from __future__ import annotations

from enum import Enum, auto

from dictate.output.field import BEFORE_CHARACTERS, Reading


class Arrival(Enum):
    """How a text stands."""

    ARRIVED = auto()  # it stands before the caret
    ABSENT = auto()  # the field is as it was
    UNKNOWN = auto()


def judge(before: Reading | None, now: Reading | None, text: str) -> Arrival:
    """Return what became of ``text`` that was put where ``before`` was read."""
    if before is None or now is None or not text:
        return Arrival.UNKNOWN
    if now == before:
        # A line end may have sent it off, which empties the field again.
        return Arrival.UNKNOWN if "\n" in text else Arrival.ABSENT
    tail = text[-BEFORE_CHARACTERS:]
    grown = before.length - before.selected + len(text)
    if now.before.endswith(tail) and now.length == grown and now.caret == before.caret + len(text):
        return Arrival.ARRIVED
    return Arrival.UNKNOWN
