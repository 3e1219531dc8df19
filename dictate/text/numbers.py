"""Number words become digits, with percent, money, times of day, dates and units. Pure.

English and German, after a small grammar of our own. A number below ten that stands alone stays a
word, as printers set it; one before a unit becomes a digit. So do numbers that follow each other
("five five five twenty") and names ("the Big Ten"): half of one in digits is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from dictate.text import english_numbers, german_numbers
from dictate.text.number_words import Grammar

_GRAMMARS: dict[str, Grammar] = {"en": english_numbers.GRAMMAR, "de": german_numbers.GRAMMAR}
_WORDS = re.compile(r"(?<!\w)[ap]\.m(?=\.)|[^\W\d_]+(?:[-'’][^\W\d_]+)*", re.IGNORECASE)
_SENTENCE_START = re.compile(r"(?:^|[.?!…:\n\"“„(•–—-])[ \u00a0]*$")


def to_digits(code: str) -> Callable[[str], str]:
    """Return the step for a language; it changes nothing in one without a grammar."""
    grammar = _GRAMMARS.get(code)
    if grammar is None:
        return lambda text: text

    def step(text: str) -> str:
        words = [(found[0], found.start(), found.end()) for found in _WORDS.finditer(text)]
        out, at, index = "", 0, 0
        while index < len(words):
            size, written = _phrase(text, words, index, grammar)
            if written:
                out += text[at : words[index][1]] + written
                at = words[index + size - 1][2]
            index += max(size, 1)
        return out + text[at:]

    return step


def is_number(code: str, word: str) -> bool:
    """Tell whether a word is a number of a language that is known."""
    small = word.casefold()
    if code == "de":
        return small != "ein" and german_numbers.value_of(small) is not None
    return code == "en" and english_numbers.cardinal([small])[0] == 1


def is_decimal_comma(code: str, before: str, after: str) -> bool:
    """Tell whether a comma that is said between these words belongs to a number ("zwei Komma elf").

    English says "point".
    """
    return code == "de" and all(
        word.isdigit() or german_numbers.value_of(word.casefold()) is not None
        for word in (before, after)
    )


def _phrase(
    text: str, words: list[tuple[str, int, int]], index: int, grammar: Grammar
) -> tuple[int, str]:
    """Return how many words from here are a number with what belongs to it, and how it is set."""
    word = words[index][0]
    small = word.casefold()
    if small not in grammar.starts and not grammar.is_compound(word):
        return 0, ""
    if small in grammar.capitalised:
        if word.islower():
            return 0, ""
    elif word[0].isupper() and not _SENTENCE_START.search(text[: words[index][1]]):
        return 0, ""  # a name
    if grammar.nouns_are_small and word[0].isupper() and _is_before_name(text, words, index):
        return 0, ""
    run = [small]
    for before, after in zip(words[index:], words[index + 1 : index + 12], strict=False):
        if not _is_blank(text[before[2] : after[1]]):
            break
        run.append(after[0].casefold())
    follows = index > 0 and _is_blank(text[words[index - 1][2] : words[index][1]])
    return grammar.read(run, words[index - 1][0].casefold() if follows else "")


def _is_before_name(text: str, words: list[tuple[str, int, int]], index: int) -> bool:
    if index + 1 == len(words):
        return False
    follower, start, _ = words[index + 1]
    return _is_blank(text[words[index][2] : start]) and follower[0].isupper()


def _is_blank(between: str) -> bool:
    return not between.strip(" \u00a0")
