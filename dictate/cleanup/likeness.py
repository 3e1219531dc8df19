"""Tells whether two words may be the same one misheard, misspelt or in another form."""

from __future__ import annotations

import difflib

ALIKE = 0.6
"""Share of letters two words have in common, in order, from which one may be the other misheard."""

SHORTEST = 4
"""Shorter words are too easily alike."""

_PREFIXES = frozenset({
    "", "a", "ab", "an", "anti", "auf", "aus", "be", "de", "des", "dis", "down", "dé", "ein",
    "en", "ent", "er", "ex", "fe", "ge", "her", "hin", "il", "im", "in", "ir", "max", "min",
    "mis", "miss", "mit", "nach", "non", "off", "ohne", "on", "out", "over", "post", "pre",
    "re", "sous", "sub", "sur", "un", "under", "unter", "up", "ver", "vor",
    "weg", "wo", "zu", "kilo", "milli", "micro", "mega", "giga", "nano", "centi", "deci",
    "über",
})  # fmt: skip
"""Beginnings that make another word of the rest, the empty one among them."""

_OPPOSITE_ENDINGS = (("er", "ee"), ("or", "ee"), ("ful", "less"), ("voll", "los"), ("", "less"))


def inflected(one: str, other: str) -> bool:
    """Tell whether two words differ in their endings only: "want" and "wanted"."""
    common = _common_start(one, other)
    longer = max(len(one), len(other))
    return common >= max(3, 0.6 * longer) and longer - common <= 3 and not opposite(one, other)


def plural(one: str, other: str) -> bool:
    """Tell whether one word is the other with an ending that says how many."""
    short, long = sorted((one, other), key=len)
    return len(short) >= 3 and long in (short + "s", short + "n", short + "en")


def alike(one: str, other: str) -> bool:
    """Tell whether one word may be the other misheard: alike in letters and no opposite."""
    if min(len(one), len(other)) < SHORTEST or opposite(one, other):
        return False
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def opposite(one: str, other: str) -> bool:
    """Tell whether two words differ in a beginning or ending that turns the meaning around."""
    stem = _common_start(one[::-1], other[::-1])
    if stem >= 3:
        ends = len(one) - stem, len(other) - stem
        if one != other and {one[: ends[0]], other[: ends[1]]} <= _PREFIXES:
            return True
    for pair in (one, other), (other, one):
        for left, right in _OPPOSITE_ENDINGS:
            cut = len(pair[0]) - len(left), len(pair[1]) - len(right)
            matches = pair[0].endswith(left) and pair[1].endswith(right)
            if matches and pair[0][: cut[0]] == pair[1][: cut[1]]:
                return True
    return False


def _common_start(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
