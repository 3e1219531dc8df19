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
_MONEY = {"dollars": "$", "dollar": "$", "pounds": "£"}
_HALVES = {"am": "am", "pm": "pm"}


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
        if more:
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


def _read(words: list[str]) -> tuple[int, str]:
    if words[0] in _MONTHS:
        return _date(words)
    size, value = cardinal(words)
    if not size:
        return 0, ""
    if size == 1 and words[1:2] == ["hundred"]:
        return 0, ""
    time, written = _time(words, size, value)
    if time:
        return time, written
    year, written = _year(words, size, value)
    if year:
        return year, written
    more, decimals = spelled(words[size:], _DIGITS, "point")
    number = f"{value}.{decimals}" if more else _grouped(value)
    return _with_unit(words, size + more, number, keep=not more and value < 10)


def _grouped(value: int) -> str:
    return f"{value:,}" if value >= 10_000 else str(value)


def _with_unit(words: list[str], size: int, number: str, *, keep: bool) -> tuple[int, str]:
    following = words[size] if size < len(words) else ""
    if following in _UNITS:
        return size + 1, number + _UNITS[following]
    if following in _MONEY:
        return size + 1, _MONEY[following] + number
    if keep:  # the word stays
        return 0, ""
    return size, number


def _time(words: list[str], size: int, value: int) -> tuple[int, str]:
    """Read "ten thirty pm", "eight am": only with am or pm."""
    if not 1 <= value <= 12 or size != 1:
        return 0, ""
    if words[1:2] and words[1] in _HALVES:
        return 2, f"{value} {_HALVES[words[1]]}"
    skip = 2 if words[1:2] == ["oh"] else 1
    more, minutes = _below_hundred(words[skip:])
    end = skip + more
    if more and minutes < 60 and words[end : end + 1] and words[end] in _HALVES:
        return end + 1, f"{value}:{minutes:02} {_HALVES[words[end]]}"
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


GRAMMAR = Grammar(frozenset({*_SMALL, *_ROUND, *_MONTHS}), _is_compound, _read)
