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
_GOES_ON = re.compile(r"[@/\\]|\.\w")
MOST_WORDS = 3
SHORTEST_TERM = 4
"""Shorter ones resemble too many words."""
SHORT = 6
"""Of these a letter more or less is another word, "Eier" and "Meier"."""
_SOUNDS = ("ckq", "sczxß", "fvwp", "ijy", "aeäo", "td", "bp", "gk", "uüoö")
_ENDINGS = frozenset({"s", "es", "n", "en", "e", "er", "d", "ed"})
"""What a word has more or less than a term and is another form of it: "Annas", "dictated"."""


def corrected(terms: Sequence[str], similarity: float) -> Callable[[str], str]:
    """Return the step that puts terms in for what is at least so similar (0..1); 0 is never."""
    keys = {key: term for term in terms if len(key := _key(term)) >= SHORTEST_TERM}
    if similarity <= 0 or not keys:
        return lambda text: text
    lengths = max(len(term.split()) for term in keys.values())
    most = min(MOST_WORDS, lengths + 1)
    choices = list(keys)

    def step(text: str) -> str:
        words = [word for word in _WORDS.finditer(text) if not _is_in_address(text, word)]
        out, at, index = "", 0, 0
        while index < len(words):
            size, term = _best(text, words, index, most)
            last = words[index + size - 1]
            if term:
                out += text[at : words[index].start()] + term
                at = last.end()
            index += size
        return out + text[at:]

    def _alike(text: str, words: list[re.Match[str]]) -> tuple[float, str]:
        said = _key(text[words[0].start() : words[-1].end()])
        match = process.extractOne(said, choices, scorer=fuzz.ratio, score_cutoff=similarity * 100)
        if match is None or _is_form(said, match[0]) or not _begins_alike(said, match[0]):
            return 0.0, ""
        return match[1], keys[match[0]]

    def _best(text: str, words: list[re.Match[str]], index: int, most: int) -> tuple[int, str]:
        best, found = 0.0, (1, "")
        for size in range(1, min(most, len(words) - index) + 1):
            window = words[index : index + size]
            if size > 1 and text[window[-2].end() : window[-1].start()].strip():
                break  # a mark between them
            score, term = _alike(text, window)
            # "In Kubernetes" is like the term as well, but the term is in it.
            if score > best and not any(
                _alike(text, window[k:])[0] >= score for k in range(1, size)
            ):
                best, found = score, (size, term)
        return found

    return step


def _is_in_address(text: str, word: re.Match[str]) -> bool:
    """Tell whether a word is part of a path, an address or a name of program code."""
    around = text[max(0, word.start() - 1) : word.start()], text[word.end() : word.end() + 2]
    return around[0] in tuple("@/\\.") or bool(_GOES_ON.match(around[1]))


def _begins_alike(said: str, key: str) -> bool:
    """Tell whether short words begin with the same sound; longer ones are alike enough."""
    if max(len(said), len(key)) > SHORT or said[0] == key[0]:
        return True
    return any(said[0] in sounds and key[0] in sounds for sounds in _SOUNDS)


def _is_form(said: str, key: str) -> bool:
    shorter, longer = sorted((said, key), key=len)
    return longer.startswith(shorter) and longer[len(shorter) :] in _ENDINGS


def _key(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in bare if c.isalnum())
