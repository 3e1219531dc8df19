"""German number words, which are written in one: einhundertfünfundzwanzig. Pure."""

from __future__ import annotations

from functools import lru_cache

from dictate.text.number_words import Grammar, spelled

_DIGITS = {
    "null": 0,
    "eins": 1,
    "zwei": 2,
    "zwo": 2,
    "drei": 3,
    "vier": 4,
    "fünf": 5,
    "sechs": 6,
    "sieben": 7,
    "acht": 8,
    "neun": 9,
}
_TEENS = {
    "zehn": 10,
    "elf": 11,
    "zwölf": 12,
    "dreizehn": 13,
    "vierzehn": 14,
    "fünfzehn": 15,
    "sechzehn": 16,
    "siebzehn": 17,
    "achtzehn": 18,
    "neunzehn": 19,
}
_TENS = {
    "zwanzig": 20,
    "dreißig": 30,
    "dreissig": 30,
    "vierzig": 40,
    "fünfzig": 50,
    "sechzig": 60,
    "siebzig": 70,
    "achtzig": 80,
    "neunzig": 90,
}
_ARTICLES = frozenset({"ein", "eine", "einen", "einem", "einer"})
_MONTHS = {
    month: month.capitalize()
    for month in (
        [
            "januar",
            "februar",
            "märz",
            "april",
            "mai",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "dezember",
        ]
    )
}
_UNITS = {
    "prozent": " %",
    "euro": " €",
    "dollar": " $",
    "kilometer": " km",
    "meter": " m",
    "zentimeter": " cm",
    "millimeter": " mm",
    "kilogramm": " kg",
    "kilo": " kg",
    "gramm": " g",
    "liter": " l",
    "gigabyte": " GB",
    "megabyte": " MB",
    "millisekunden": " ms",
    "grad": " Grad",
}
_VAGUE = frozenset({"paar", "mehrere", "mehreren", "einige", "einigen", "viele", "vielen"})
"""In front of "hundert" and "tausend", which then are no figures."""
_ORDINAL_STEMS = {"erst": 1, "dritt": 3, "siebt": 7, "acht": 8}


@lru_cache(maxsize=4096)
def value_of(word: str) -> int | None:
    """Return the value of a number written in one word; None when it is none."""
    return _thousands(word) if word else None


def _thousands(word: str) -> int | None:
    head, found, tail = word.partition("tausend")
    if not found:
        return _hundreds(word)
    above = _hundreds(head) if head else 1
    below = _hundreds(tail.removeprefix("und")) if tail else 0
    return None if above is None or below is None else above * 1000 + below


def _hundreds(word: str) -> int | None:
    head, found, tail = word.partition("hundert")
    if not found:
        return _tens(word)
    above = 1 if head in ("", "ein") else (_DIGITS | _TEENS).get(head)
    below = _tens(tail.removeprefix("und")) if tail else 0
    return None if not above or below is None else above * 100 + below


def _tens(word: str) -> int | None:
    if word == "ein":
        return 1
    simple = _DIGITS.get(word, _TEENS.get(word, _TENS.get(word)))
    if simple is not None:
        return simple
    head, found, tail = word.rpartition("und")
    one = 1 if head == "ein" else _DIGITS.get(head)
    return _TENS[tail] + one if found and one and tail in _TENS else None


def ordinal_of(word: str) -> int | None:
    """Return the day that "dritten" or "einundzwanzigsten" is, 1 to 31."""
    for ending in ("en", "er", "e"):
        stem = word.removesuffix(ending)
        if stem == word:
            continue
        if stem in _ORDINAL_STEMS:
            return _ORDINAL_STEMS[stem]
        for mark in ("st", "t"):
            day = value_of(stem.removesuffix(mark)) if stem.endswith(mark) else None
            if day is not None and 1 <= day <= 31 and (mark == "st") == (day >= 20):
                return day
    return None


def _read(words: list[str], before: str) -> tuple[int, str]:
    if words[1:2] and words[1] in _MONTHS:
        return _date(words)
    value = value_of(words[0]) if words[0] not in _ARTICLES else None
    if words[:2] == ["ein", "uhr"] or (words[:2] == ["ein", "meter"] and _cents(words)):
        value = 1
    if value is None:
        return 0, ""
    more, decimals = _decimals(words[1:])
    if not more and words[1:2] == ["uhr"] and value <= 24:
        return _time(words, value)
    size = 1 + more
    row = _row(words, size)
    if row > size:  # a telephone number
        return row, ""
    upper = None if more else _upper(words, before)
    if upper is not None and _stays(value, upper, words[1]):
        return 3, ""
    number = f"{value},{decimals}" if more else _grouped(value)
    following = words[size] if size < len(words) else ""
    is_vague = before in _VAGUE or following not in _UNITS
    if words[0] in ("hundert", "tausend") and not more and is_vague:
        return 0, ""  # "tausend Dank"
    if following in ("euro", "meter") and not more:
        return _parted(words, number, _UNITS[following])
    if following in _UNITS:
        return size + 1, number + _UNITS[following]
    is_small = not more and value <= 12 and (upper is None or words[1] in ("nach", "vor"))
    return (0, "") if is_small else (size, number)


def _decimals(words: list[str]) -> tuple[int, str]:
    """Read "Komma eins vier", "Komma vierzehn"."""
    more, digits = spelled(words, _DIGITS, "komma")
    if more or words[:1] != ["komma"] or len(words) < 2:
        return more, digits
    both = value_of(words[1])
    return (2, str(both)) if both is not None and 10 <= both <= 99 else (0, "")


def _parted(words: list[str], number: str, unit: str) -> tuple[int, str]:
    """Read "drei Euro fünfzig", "drei Euro fünfzig Cent" and "zwei Meter zwanzig"."""
    size = _cents(words)
    if not size:
        return 2, f"{number}{unit}"
    return 2 + size, f"{number},{value_of(words[2]):02}{unit}"


def _cents(words: list[str]) -> int:
    """Return how many words behind a unit are its hundredths."""
    hundredths = value_of(words[2]) if len(words) > 2 and words[2] not in _ARTICLES else None
    if hundredths is None or hundredths > 99:
        return 0
    if words[1] == "euro" and words[3:4] == ["cent"]:
        return 2
    return 1 if hundredths >= 10 else 0


def _is_value(word: str) -> bool:
    return word not in _ARTICLES and value_of(word) is not None


def _row(words: list[str], size: int) -> int:
    """Return where numbers end that follow each other with nothing between."""
    while size < len(words) and _is_value(words[size]):
        size += 1
    return size


def _upper(words: list[str], before: str) -> int | None:
    """Return the other end of a range that begins with the first word: "bis zwanzig"."""
    joints = ("bis", "oder", "nach", "vor", "und" if before == "zwischen" else "bis")
    is_range = len(words) > 2 and words[1] in joints
    return value_of(words[2]) if is_range and _row(words, 2) == 3 else None


def _stays(value: int, upper: int, joined: str) -> bool:
    """Tell whether "zwanzig nach drei" or "zwei bis dreihundert" is clear in words only."""
    if joined in ("nach", "vor"):
        return value < 30 and upper <= 12
    return value <= 12 and (upper <= 12 or upper >= 100)


def _grouped(value: int) -> str:
    return f"{value:,}".replace(",", ".") if value >= 10_000 else str(value)


def _time(words: list[str], hours: int) -> tuple[int, str]:
    minutes = value_of(words[2]) if len(words) > 2 and words[2] not in _ARTICLES else None
    if minutes == 0 and words[3:4] and words[3] in _DIGITS:  # "acht Uhr null fünf"
        return 4, f"{hours}:{_DIGITS[words[3]]:02} Uhr"
    if minutes is None or minutes > 59:
        return 2, f"{hours} Uhr"
    return 3, f"{hours}:{minutes:02} Uhr"


def _date(words: list[str]) -> tuple[int, str]:
    day = ordinal_of(words[0])
    if day is None:
        return 0, ""
    year = value_of(words[2]) if len(words) > 2 else None
    if year is not None and 1000 <= year <= 2999:
        return 3, f"{day}. {_MONTHS[words[1]]} {year}"
    return 2, f"{day}. {_MONTHS[words[1]]}"


def _is_number(word: str) -> bool:
    word = word.casefold()
    return value_of(word) is not None or ordinal_of(word) is not None


GRAMMAR = Grammar(frozenset({*_ARTICLES}), _is_number, _read)
