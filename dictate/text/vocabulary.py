"""Spells names and terms of the user's as the user does. Pure.

One to three neighbouring words are compared with each term, in any script: letters without case and
accents, blanks and hyphens left out, by their normalised Indel similarity (RapidFuzz).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from rapidfuzz import fuzz, process

_WORDS = re.compile(r"[\w'’-]+")
MOST_WORDS = 3
SHORTEST_TERM = 4
"""Shorter ones resemble too many words."""


def corrected(terms: Sequence[str], similarity: float) -> Callable[[str], str]:
    """Return the step that puts terms in for what is at least so similar (0..1); 0 is never."""
    keys = {key: term for term in terms if len(key := _key(term)) >= SHORTEST_TERM}
    if similarity <= 0 or not keys:
        return lambda text: text
    lengths = max(len(term.split()) for term in keys.values())
    most = min(MOST_WORDS, lengths + 1)
    choices = list(keys)

    def step(text: str) -> str:
        words = list(_WORDS.finditer(text))
        out, at, index = "", 0, 0
        while index < len(words):
            size, term = _best(text, words, index, most)
            last = words[index + size - 1]
            if term:
                out += text[at : words[index].start()] + term
                at = last.end()
            index += size
        return out + text[at:]

    def _best(text: str, words: list[re.Match[str]], index: int, most: int) -> tuple[int, str]:
        best, found = 0.0, (1, "")
        for size in range(1, min(most, len(words) - index) + 1):
            if (
                size > 1
                and text[words[index + size - 2].end() : words[index + size - 1].start()].strip()
            ):
                break  # a mark between them
            said = _key(text[words[index].start() : words[index + size - 1].end()])
            match = process.extractOne(
                said, choices, scorer=fuzz.ratio, score_cutoff=similarity * 100
            )
            if match is not None and match[1] > best:
                best, found = match[1], (size, keys[match[0]])
        return found

    return step


def _key(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in bare if c.isalnum())
