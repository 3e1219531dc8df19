"""What the grammars of number words share: a reader of word runs. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Read = Callable[[list[str], str], tuple[int, str]]
"""Takes words in small letters and the word before them; returns how many are read and what is
written; 0 for no number, nothing written for one that stays in words."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """Number words of a language."""

    starts: frozenset[str]
    """Words that may begin a number."""
    is_compound: Callable[[str], bool]
    """Tells whether a word is a number written in one."""
    read: Read
    capitalised: frozenset[str] = frozenset()
    """Of the starts those that are always written so; "may" is another word."""
    nouns_are_small: bool = False
    """So a number before a capital is a part of a name: "Twelve Monkeys"."""


def spelled(words: list[str], digits: dict[str, int], point: str) -> tuple[int, str]:
    """Read a decimal point and the digits after it; (0, "") when there is none."""
    if len(words) < 2 or words[0] != point or words[1] not in digits:
        return 0, ""
    size = 1
    while size < len(words) and words[size] in digits:
        size += 1
    return size, "".join(str(digits[word]) for word in words[1:size])
