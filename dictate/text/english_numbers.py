"""English number words, as the short scale has them. Pure."""

from __future__ import annotations

from dictate.text.english_number_tables import (
    BEFORE_TIMES,
    BEFORE_WORDS,
    DECADES,
    DIGITS,
    FRACTIONS,
    HALVES,
    HEADLESS,
    MONEY,
    MONTHS,
    NEVER_AFTER_TIMES,
    OF_THE_CLOCK,
    ORDINALS,
    ROUND,
    SCALES,
    SMALL,
    UNITS,
)
from dictate.text.number_words import Grammar, spelled


def _below_hundred(words: list[str]) -> tuple[int, int]:
    if not words:
        return 0, 0
    head, _, tail = words[0].partition("-")
    if tail and head in ROUND and DIGITS.get(tail, 0) > 0:
        return 1, ROUND[head] + DIGITS[tail]
    if words[0] in ROUND:
        if len(words) > 1 and DIGITS.get(words[1], 0) > 0:
            return 2, ROUND[words[0]] + DIGITS[words[1]]
        return 1, ROUND[words[0]]
    return (1, SMALL[words[0]]) if words[0] in SMALL else (0, 0)


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
        unit = SCALES.get(words[start + more]) if start + more < len(words) else None
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
    if words[0] in MONTHS:
        return _date(words)
    if words[0] in HEADLESS:
        return _headless(words), ""
    run = words
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
    row = _row(words, year or size)
    if year and row == year:
        return year, written
    if row > size:  # a telephone number, "twenty first", "ten thirty"
        return row, ""
    more, decimals = _decimals(words[size:])
    if more and before == "at" and value == 1:  # "at one point five of us left"
        return 0, ""
    further, upper = (0, 0) if more else _upper(run, size, before)
    if further and _stays(value, upper, run[size]):
        return size + further, ""
    if before in BEFORE_WORDS:
        return size, ""
    number = f"{value}.{decimals}" if more else _grouped(value)
    is_small = not more and value < 10 and not further
    return _with_unit(words, size + more, number, keep=is_small)


def _headless(words: list[str]) -> int:
    """Return the length of "hundred and twenty" after "a", which stays in words as a whole."""
    start = 2 if words[1:2] == ["and"] else 1
    more, _ = cardinal(words[start:])
    return start + more if more else 1


def _decimals(words: list[str]) -> tuple[int, str]:
    """Read "point one four", "point eleven", "point two point three"."""
    size, digits = spelled(words, DIGITS, "point")
    if not size and words[:1] == ["point"]:
        more, both = _below_hundred(words[1:])
        size, digits = (more + 1, str(both)) if both >= 10 else (0, "")
    if not size:
        return 0, ""
    more, further = _decimals(words[size:])
    return size + more, f"{digits}.{further}" if more else digits


def _first_of_two(words: list[str]) -> list[str]:
    """Cut "five hundred and one thousand", which two numbers may be, behind the first."""
    if "and" not in words:
        return words
    whole, _ = cardinal(words)
    return words if "and" in words[whole:] else words[: words.index("and")]


def _row(words: list[str], size: int) -> int:
    """Return where numbers end that follow each other with nothing between."""
    while size < len(words):
        if words[size] in ORDINALS or words[size] in FRACTIONS:
            return size + 1
        more, _ = cardinal(words[size:])
        if not more and words[size] != "oh":
            return size
        size += more or 1
    return size


def _upper(words: list[str], size: int, before: str) -> tuple[int, int]:
    """Return how many words the other end of a range takes ("to twenty"), and its value."""
    joints = ("to", "past", "or", "and") if before == "between" else ("to", "past", "or")
    if size >= len(words) or words[size] not in joints:
        return 0, 0
    more, value = cardinal(words[size + 1 :])
    end = size + 1 + more
    return (more + 1, value) if more and _row(words, end) == end else (0, 0)


def _stays(value: int, upper: int, joined: str) -> bool:
    """Tell whether a range is clear, or alike, in words only.

    "ten to five" may be a time, "two to three hundred" two hundred to three hundred.
    """
    is_time = joined in ("to", "past") and value in OF_THE_CLOCK and upper <= 12
    return is_time or (value < 10 and (upper <= 12 or upper >= 100))


def _grouped(value: int) -> str:
    return f"{value:,}" if value >= 10_000 else str(value)


def _with_unit(words: list[str], size: int, number: str, *, keep: bool) -> tuple[int, str]:
    following = words[size] if size < len(words) else ""
    if following in UNITS:
        return size + 1, number + UNITS[following]
    if following in MONEY:
        return _with_cents(words, size + 1, MONEY[following] + number)
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
    if words[1:2] and words[1] in HALVES:
        return 2, f"{value} {HALVES[words[1]]}"
    skip = 2 if words[1:2] == ["oh"] else 1
    more, minutes = _below_hundred(words[skip:])
    end = skip + more
    if not more or not (minutes < 10 if skip == 2 else 10 <= minutes < 60):
        return 0, ""
    if words[end : end + 1] and words[end] in HALVES:
        return end + 1, f"{value}:{minutes:02} {HALVES[words[end]]}"
    is_time = before in BEFORE_TIMES and _row(words, end) == end
    if is_time and not NEVER_AFTER_TIMES.intersection(words[end : end + 1]):
        return end, f"{value}:{minutes:02}"
    return 0, ""


def _year(words: list[str], size: int, value: int) -> tuple[int, str]:
    """Read "nineteen eighty four", "twenty twenty-six" and "nineteen eighties"."""
    if size != 1 or value not in (18, 19, 20):
        return 0, ""
    if words[1:2] and words[1] in DECADES:
        return 2, f"{value}{DECADES[words[1]]}"
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
    if day_words[0] in ROUND and day_words[1:2] and ORDINALS.get(day_words[1], 99) < 10:
        day, size = ROUND[day_words[0]] + ORDINALS[day_words[1]], 2 if hyphen else 3
    elif day_words[0] in ORDINALS and not hyphen:
        day, size = ORDINALS[day_words[0]], 2
    else:
        return 0, ""
    if day > 31:
        return 0, ""
    return size, f"{words[0].capitalize()} {day}"


def _is_compound(word: str) -> bool:
    head, _, tail = word.casefold().partition("-")
    return head in ROUND and tail in DIGITS


GRAMMAR = Grammar(
    frozenset({*SMALL, *ROUND, *MONTHS, *HEADLESS}), _is_compound, _read, MONTHS, True
)
