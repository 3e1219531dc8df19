"""Settings that are more than one value: the list of further hotkeys, the table of profiles.

Such a field is read and written as a whole by functions in its metadata; what walks over single
settings (``salvage.keys_of``) passes it by.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import Field, dataclass, field
from typing import Any, TypeVar

from dictate.errors import SettingInvalid

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Whole:
    """How one such field is read and written."""

    read: Callable[[object, str, type, list[SettingInvalid]], Any]
    """Takes what the file holds, the dotted name, the schema and where to put problems."""
    lines: Callable[[Any, str], list[str]]
    """Returns a value as lines of the file."""


def whole(default: Callable[[], T], how: Whole) -> T:
    """Return a field that is read and written as a whole."""
    made: T = field(default_factory=default, metadata={"whole": how})
    return made


def how_of(item: Field[Any]) -> Whole | None:
    """Return how a field is read and written, None for an ordinary setting."""
    how = item.metadata.get("whole")
    return how if isinstance(how, Whole) else None
