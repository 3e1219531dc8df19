"""English number words, as the short scale has them. Pure."""

from __future__ import annotations

from dictate.text.number_words import Grammar, spelled

_ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_DIGITS = {word: value for value, word in enumerate(_ONES)} | {"oh": 0}
_SMALL = {word: value for value, word in enumerate(_ONES + _TEENS)}
_ROUND = {word: 10 * value for value, word in enumerate(_TENS, start=2)}
_SCALES = {"thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
_ORDINALS = {
    word: value
    for value, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
        ],
        start=1,
    )
} | {"twentieth": 20, "thirtieth": 30}
_MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
_UNITS = {
    "percent": "%",
    "kilometers": " km",
    "kilometres": " km",
    "meters": " m",
    "metres": " m",
    "centimeters": " cm",
    "centimetres": " cm",
    "millimeters": " mm",
    "millimetres": " mm",
    "kilograms": " kg",
    "kilos": " kg",
    "grams": " g",
    "liters": " l",
    "litres": " l",
    "euros": " €",
    "gigabytes": " GB",
    "megabytes": " MB",
    "milliseconds": " ms",
}
_MONEY = {"dollars": "$", "dollar": "$"}
"""Pounds are also a weight."""
_HALVES = {"am": "am", "pm": "pm", "a.m": "a.m", "p.m": "p.m"}


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_BEFORE_TIMES = _words(
    """at by until till since before after monday tuesday wednesday thursday friday saturday sunday
    today tomorrow tonight"""
)
_NEVER_AFTER_TIMES = _words(
    """minute minutes second seconds hour hours day days week weeks month months year years dollar
    dollars euros pounds percent people times miles hundred thousand million"""
)
_FRACTIONS = frozenset({"thirds", "fourths", "fifths", "sixths", "eighths", "tenths"})
_OF_THE_CLOCK = (5, 10, 20, 25)


def _below_hundred(words: list[str]) -> tuple[int, int]:
    if not words:
        return 0, 0
    head, _, tail = words[0].partition("-")
    if tail and head in _ROUND and _DIGITS.get(tail, 0) > 0:
        return 1, _ROUND[head] + _DIGITS[tail]
    if words[0] in _ROUND:
        if len(words) > 1 and _DIGITS.get(words[1], 0) > 0:
            return 2, _ROUND[words[0]] + _DIGITS[words[1]]
        return 1, _ROUND[words[0]]
    return (1, _SMALL[words[0]]) if words[0] in _SMALL else (0, 0)


def _below_thousand(words: list[str]) -> tuple[int, int]:
    size, value = _below_hundred(words)
    if size and words[size : size + 1] == ["hundred"] and 0 < value < 100:
        size, value = size + 1, value * 100
        joined = size + 1 if words[size : size + 1] == ["and"] else size
        more, rest = _below_hundred(words[joined:])
        if more and words[joined + more : joined + more + 1] != ["hundred"]:
            return joined + more, value + rest
    return size, value


def cardinal(words: list[str]) -> tuple[int, int]:
    """Return how many words from the first are one number, and its value."""
    size, value, scale = 0, 0, 10**12
    while True:
        start = size + 1 if size and words[size : size + 1] == ["and"] else size
        more, part = _below_thousand(words[start:])
        if not more:
            return size, value
        unit = _SCALES.get(words[start + more]) if start + more < len(words) else None
        if size and (part >= scale or (unit or 1) >= scale):
            return size, value
        if start > size and unit:  # "two thousand and three million" are two
            return size, value
        value += part * (unit or 1)
        size = start + more + (1 if unit else 0)
        scale = unit or 1
        if scale == 1:
            return size, value


def _read(words: list[str], before: str) -> tuple[int, str]:
    if words[0] in _MONTHS:
        return _date(words)
    if before == "between":
        words = _first_of_two(words)
    size, value = cardinal(words)
    if not size:
        return 0, ""
    if size == 1 and words[1:2] == ["hundred"]:
        return 0, ""
    time, written = _time(words, size, value, before)
    if time:
        return time, written
    year, written = _year(words, size, value)
    if year:
        return year, written
    row = _row(words, size)
    if row > size:  # a telephone number, "twenty first", "ten thirty"
        return row, ""
    more, decimals = spelled(words[size:], _DIGITS, "point")
    if more and before == "at" and value == 1:  # "at one point five of us left"
        return 0, ""
    further, upper = (0, 0) if more else _upper(words, size)
    if further and _stays(value, upper, words[size]):
        return size + further, ""
    number = f"{value}.{decimals}" if more else _grouped(value)
    is_small = not more and value < 10 and not further
    return _with_unit(words, size + more, number, keep=is_small)


def _first_of_two(words: list[str]) -> list[str]:
    """Cut "five hundred and one thousand", which two numbers may be, behind the first."""
    if "and" not in words:
        return words
    whole, _ = cardinal(words)
    return words if "and" in words[whole:] else words[: words.index("and")]


def _row(words: list[str], size: int) -> int:
    """Return where numbers end that follow each other with nothing between."""
    while size < len(words):
        if words[size] in _ORDINALS or words[size] in _FRACTIONS:
            return size + 1
        more, _ = cardinal(words[size:])
        if not more and words[size] != "oh":
            return size
        size += more or 1
    return size


def _upper(words: list[str], size: int) -> tuple[int, int]:
    """Return how many words the other end of a range takes ("to twenty"), and its value."""
    if words[size : size + 1] not in (["to"], ["past"], ["or"]):
        return 0, 0
    more, value = cardinal(words[size + 1 :])
    end = size + 1 + more
    return (more + 1, value) if more and _row(words, end) == end else (0, 0)


def _stays(value: int, upper: int, joined: str) -> bool:
    """Tell whether a range is clear, or alike, in words only.

    "ten to five" may be a time, "two to three hundred" two hundred to three hundred.
    """
    is_time = joined != "or" and value in _OF_THE_CLOCK and upper <= 12
    return is_time or (value < 10 and (upper <= 12 or upper >= 100))


def _grouped(value: int) -> str:
    return f"{value:,}" if value >= 10_000 else str(value)


def _with_unit(words: list[str], size: int, number: str, *, keep: bool) -> tuple[int, str]:
    following = words[size] if size < len(words) else ""
    if following in _UNITS:
        return size + 1, number + _UNITS[following]
    if following in _MONEY:
        return _with_cents(words, size + 1, _MONEY[following] + number)
    if keep:  # the word stays
        return 0, ""
    return size, number


def _with_cents(words: list[str], size: int, money: str) -> tuple[int, str]:
    start = size + 1 if words[size : size + 1] == ["and"] else size
    more, cents = _below_hundred(words[start:])
    if more and words[start + more : start + more + 1] in (["cents"], ["cent"]):
        return start + more + 1, f"{money}.{cents:02}"
    return size, money


def _time(words: list[str], size: int, value: int, before: str) -> tuple[int, str]:
    """Read "ten thirty pm", "eight am", and without am or pm what stands behind "at"."""
    if not 1 <= value <= 12 or size != 1:
        return 0, ""
    if words[1:2] and words[1] in _HALVES:
        return 2, f"{value} {_HALVES[words[1]]}"
    skip = 2 if words[1:2] == ["oh"] else 1
    more, minutes = _below_hundred(words[skip:])
    end = skip + more
    if not more or not (minutes < 10 if skip == 2 else 10 <= minutes < 60):
        return 0, ""
    if words[end : end + 1] and words[end] in _HALVES:
        return end + 1, f"{value}:{minutes:02} {_HALVES[words[end]]}"
    is_time = before in _BEFORE_TIMES and _row(words, end) == end
    if is_time and not _NEVER_AFTER_TIMES.intersection(words[end : end + 1]):
        return end, f"{value}:{minutes:02}"
    return 0, ""


def _year(words: list[str], size: int, value: int) -> tuple[int, str]:
    """Read "nineteen eighty four" and "twenty twenty-six", which are two numbers elsewhere."""
    if size != 1 or value not in (18, 19, 20):
        return 0, ""
    more, rest = _below_hundred(words[1:])
    if more and 10 <= rest < 100 and words[1 + more : 2 + more] != ["hundred"]:
        return 1 + more, f"{value}{rest}"
    return 0, ""


def _date(words: list[str]) -> tuple[int, str]:
    """Read "may fifth", "march twenty-first": the month as it is, the day in digits."""
    day_words = words[1].split("-") + words[2:3] if len(words) > 1 else []
    if not day_words:
        return 0, ""
    hyphen = "-" in words[1]
    if day_words[0] in _ROUND and day_words[1:2] and _ORDINALS.get(day_words[1], 99) < 10:
        day, size = _ROUND[day_words[0]] + _ORDINALS[day_words[1]], 2 if hyphen else 3
    elif day_words[0] in _ORDINALS and not hyphen:
        day, size = _ORDINALS[day_words[0]], 2
    else:
        return 0, ""
    if day > 31:
        return 0, ""
    return size, f"{words[0].capitalize()} {day}"


def _is_compound(word: str) -> bool:
    head, _, tail = word.casefold().partition("-")
    return head in _ROUND and tail in _DIGITS


GRAMMAR = Grammar(frozenset({*_SMALL, *_ROUND, *_MONTHS}), _is_compound, _read, _MONTHS)
