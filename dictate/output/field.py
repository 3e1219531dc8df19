"""What is known of the text field that has the keyboard: plain values, and who reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

BEFORE_CHARACTERS = 200
"""So much is read before the caret: enough for the sentence it is in."""
AFTER_CHARACTERS = 20
"""So much is read behind it: enough to see whether the sentence goes on."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Which field has the keyboard, and what kind of field it is."""

    owner: str
    """The program's name on the bus."""
    path: str
    secret: bool = False
    """What is typed into it is hidden: a password."""
    prose: bool = True
    """Text is edited in it; a terminal is no such field."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A field at one moment; numbers count characters."""

    before: str
    """The last characters before the caret, or before what is selected."""
    caret: int
    """Where the next character goes: the caret, or the begin of what is selected."""
    length: int
    """Of the whole text."""
    selected: int = 0
    after: str = ""
    """The first characters behind the caret, or behind what is selected."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A field and what is in it; None: it does not tell."""

    spot: Spot
    reading: Reading | None = None


class FieldReader(Protocol):
    """Reads fields of other programs; used from one thread at a time. All may raise ServiceError.

    Every call is bounded in time, whatever the other program does.
    """

    def find(self) -> Spot | None:
        """Return the field that has the keyboard, None where there is none or it is not told."""

    def read(self, spot: Spot) -> Reading | None:
        """Return what is in it; None when it lost the keyboard, is secret, or does not tell."""

    def cut(self, spot: Spot, start: int, text: str) -> bool:
        """Delete ``text`` where it stands from ``start`` on; False when anything else is there."""

    def close(self) -> None:
        """Leave. Any number of times."""
