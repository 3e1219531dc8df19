"""Reads numbers, in figures and in words, so that two ways of writing one are seen to be equal."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dictate.cleanup.lexicon import Lexicon

_THOUSANDS = {"en": ",", "zh": ",", "ja": ",", "ko": ","}
"""What groups the digits of long numbers; a full stop in most languages that are not named."""

_TENS_AND_UNITS = re.compile(r"(ein|\w+?)und(\w+)")


def plain_figures(written: str, language: str) -> str:
    """Return a number in figures without what groups its digits; "1,000" and "1000" are equal."""
    marks = _THOUSANDS.get(language, "." if language else "")
    grouped = re.fullmatch(rf"\d{{1,3}}(?:([{re.escape(marks)}'’\u00a0\u202f])\d{{3}})+", written)
    if grouped:
        return re.sub(r"\D", "", written)
    return written


def leading_number(keys: Sequence[str], lexicon: Lexicon) -> tuple[int, int]:
    """Return the number a text begins with in words, and how many words it takes; 0 for none."""
    total, current, length, scaled = 0, -1, 0, False
    for at, key in enumerate(keys):
        if key in ("and", "und") and scaled and at + 1 < len(keys):
            if _value(keys[at + 1], lexicon) is None:
                break
            continue
        if key in lexicon.scales and not (current < 0 and total):
            factor = lexicon.scales[key]
            current = max(current, 1) * factor
            scaled = True
            if factor > 100:
                total, current = total + current, 0
        else:
            value = _value(key, lexicon)
            if value is None or not _goes_on(current, value, scaled):
                break
            current = max(current, 0) + value
            scaled = False
        length = at + 1
    return (total + max(current, 0), length) if length else (0, 0)


def _goes_on(current: int, value: int, scaled: bool) -> bool:
    """Tell whether a value can follow within one number: twenty three, two hundred five."""
    if current < 0 or scaled:
        return True
    return current % 100 >= 20 and current % 10 == 0 and 0 < value < 10


def _value(key: str, lexicon: Lexicon) -> int | None:
    if key in lexicon.numbers:
        return lexicon.numbers[key]
    return _compound(key, lexicon) if "hundert" in lexicon.scales else None


def _compound(word: str, lexicon: Lexicon) -> int | None:
    """Return the value of a German number written as one word: zweihundertdreiundzwanzig."""
    for name, factor in (("tausend", 1000), ("hundert", 100)):
        many, found, rest = word.partition(name)
        if found:
            left = 1 if many in ("", "ein") else _value(many, lexicon)
            right = 0 if not rest else _value(rest.removeprefix("und"), lexicon)
            return None if left is None or right is None else left * factor + right
    match = _TENS_AND_UNITS.fullmatch(word)
    if match:
        unit = 1 if match[1] == "ein" else lexicon.numbers.get(match[1])
        tens = lexicon.numbers.get(match[2])
        if unit is not None and tens is not None and unit < 10 and tens >= 20:
            return tens + unit
    return 1 if word == "eins" else None
