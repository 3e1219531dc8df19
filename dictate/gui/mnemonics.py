"""Gives each line of a menu a letter of its own, in any language. Pure.

Which lines a menu has depends on what was said and set, and translators choose letters line by
line; Qt only moves between lines that share one. So the first line that wants a letter has it, and
another one takes the next best of its own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_MARK = re.compile(r"&(?=[^&\s])")
_ESCAPED = "\0"
_QUOTED = re.compile(r"[“„«:(].*", re.DOTALL)
"""What follows is the user's text or a fact; it may be another one the next time."""


def distinct(texts: Iterable[str]) -> list[str]:
    """Return the texts of a menu, each with ``&`` before a letter that no other one has.

    A text that wants no letter gets none, and one that finds none is left without.
    """
    known = [text.replace("&&", _ESCAPED) for text in texts]
    wanted = [_wanted(text) for text in known]
    first = {letter: n for n, letter in reversed(list(enumerate(wanted))) if letter}
    taken = set(first)
    return [
        (text if not letter or first[letter] == number else _moved(text, taken)).replace(
            _ESCAPED, "&&"
        )
        for number, (text, letter) in enumerate(zip(known, wanted, strict=True))
    ]


def _wanted(text: str) -> str:
    mark = _MARK.search(text)
    return text[mark.end()].lower() if mark else ""


def _moved(text: str, taken: set[str]) -> str:
    plain = _MARK.sub("", text)
    words = _QUOTED.sub("", plain)
    initials = [match.start() for match in re.finditer(r"\b\w", words)]
    for place in (*initials, *range(len(words))):
        letter = words[place].lower()
        if letter.isalnum() and letter not in taken:
            taken.add(letter)
            return f"{plain[:place]}&{plain[place:]}"
    return plain
