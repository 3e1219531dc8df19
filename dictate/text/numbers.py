"""Number words become digits, with percent, money, times of day, dates and units. Pure.

English and German, after a small grammar of our own. A number below ten that stands alone stays a
word, as printers set it; one before a unit becomes a digit.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from dictate.text import english_numbers, german_numbers
from dictate.text.number_words import Grammar

_GRAMMARS: dict[str, Grammar] = {"en": english_numbers.GRAMMAR, "de": german_numbers.GRAMMAR}


def to_digits(code: str) -> Callable[[str], str]:
    """Return the step for a language; it changes nothing in one without a grammar."""
    grammar = _GRAMMARS.get(code)
    if grammar is None:
        return lambda text: text
    tokens = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")

    def step(text: str) -> str:
        words = [(found[0], found.start(), found.end()) for found in tokens.finditer(text)]
        out, at, index = "", 0, 0
        while index < len(words):
            size, written = _phrase(text, words, index, grammar)
            if size:
                out += text[at : words[index][1]] + written
                at = words[index + size - 1][2]
            index += max(size, 1)
        return out + text[at:]

    return step


def _phrase(
    text: str, words: list[tuple[str, int, int]], index: int, grammar: Grammar
) -> tuple[int, str]:
    """Return how many words from here are a number with what belongs to it, and how it is set."""
    if words[index][0].casefold() not in grammar.starts and not grammar.is_compound(
        words[index][0]
    ):
        return 0, ""
    run = [words[index][0].casefold()]
    for before, after in zip(words[index:], words[index + 1 : index + 12], strict=False):
        between = text[before[2] : after[1]]
        if between.strip(" \u00a0"):
            break
        run.append(after[0].casefold())
    return grammar.read(run)
