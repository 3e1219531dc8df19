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


def _read(words: list[str]) -> tuple[int, str]:
    if words[1:2] and words[1] in _MONTHS:
        return _date(words)
    value = value_of(words[0]) if words[0] not in _ARTICLES else None
    if words[0] in ("ein", "eine") and words[1:2] == ["uhr"]:
        value = 1
    if value is None:
        return 0, ""
    more, decimals = spelled(words[1:], _DIGITS, "komma")
    if not more and words[1:2] == ["uhr"] and value <= 24:
        return _time(words, value)
    number = f"{value},{decimals}" if more else _grouped(value)
    size = 1 + more
    following = words[size] if size < len(words) else ""
    if following in _UNITS:
        return size + 1, number + _UNITS[following]
    return (0, "") if not more and value <= 12 else (size, number)


def _grouped(value: int) -> str:
    return f"{value:,}".replace(",", ".") if value >= 10_000 else str(value)


def _time(words: list[str], hours: int) -> tuple[int, str]:
    minutes = value_of(words[2]) if len(words) > 2 and words[2] not in _ARTICLES else None
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
