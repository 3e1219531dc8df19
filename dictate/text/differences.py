"""Where texts of the same speech differ, word by word, side by side: pure.

Words that all texts have at the same place hold the texts together; what lies between two of those
is a stretch. Case and punctuation do not count, as in ``accuracy``.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from dictate.text.accuracy import normalised


def differences(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the stretches in which the texts differ, each with its words in every text."""
    words = [text.split() for text in texts]
    plain = [[normalised(word) for word in text] for text in words]
    found: list[tuple[str, ...]] = []
    for begin, end in pairwise(_anchors(plain)):
        parts = [slice(a + 1, b) for a, b in zip(begin, end, strict=True)]
        said = {" ".join(filter(None, text[part])) for text, part in zip(plain, parts, strict=True)}
        if len(said) > 1:
            found.append(
                tuple(" ".join(text[part]) for text, part in zip(words, parts, strict=True))
            )
    return found


def _anchors(texts: Sequence[Sequence[str]]) -> list[tuple[int, ...]]:
    """Return where the words are that all texts share, with one before the first and the last."""
    first, *others = texts
    places = [_matches(first, other) for other in others]
    shared = [
        (index, *(matches[index] for matches in places))
        for index in range(len(first))
        if all(index in matches for matches in places)
    ]
    before, after = tuple(-1 for _ in texts), tuple(len(text) for text in texts)
    return [before, *shared, after]


def _matches(one: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    """Return which word of ``other`` each matching word of ``one`` is."""
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return {a + k: b + k for a, b, size in blocks for k in range(size)}
