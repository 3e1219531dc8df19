"""Number words, times, dates and units."""

from __future__ import annotations

import pytest

from dictate.text.german_numbers import value_of
from dictate.text.numbers import to_digits

ENGLISH = [
    ("twenty five percent", "25%"),
    ("Two thousand and six hundred thirty-two", "2632"),
    ("one hundred and five people", "105 people"),
    ("three million", "3,000,000"),
    ("two million three hundred thousand and one", "2,300,001"),
    ("three point one four", "3.14"),
    ("five kilometers", "5 km"),
    ("twelve dollars", "$12"),
    ("at ten thirty pm", "at 10:30 pm"),
    ("at nine oh five am", "at 9:05 am"),
    ("eight pm", "8 pm"),
    ("on May fifth", "on May 5"),
    ("March twenty-first", "March 21"),
    ("in nineteen eighty four", "in 1984"),
    ("in twenty twenty-six", "in 2026"),
    ("one of them", "one of them"),
    ("I may go", "I may go"),
    ("three or four", "three or four"),
    ("in a second", "in a second"),
    ("twenty, thirty", "20, 30"),
    ("hundreds of cats", "hundreds of cats"),
    ("", ""),
]

GERMAN = [
    ("fünfundzwanzig Prozent", "25 %"),
    ("zwei Komma fünf Prozent", "2,5 %"),
    ("einhundertfünf Leute", "105 Leute"),
    ("zweitausendsechsundzwanzig", "2026"),
    ("zwölftausend Euro", "12.000 €"),
    ("drei Kilometer", "3 km"),
    ("um zehn Uhr dreißig", "um 10:30 Uhr"),
    ("um ein Uhr", "um 1 Uhr"),
    ("am dritten Mai", "am 3. Mai"),
    ("am einundzwanzigsten März neunzehnhundertneunzig", "am 21. März 1990"),
    ("eine Katze und ein Hund", "eine Katze und ein Hund"),
    ("drei Leute", "drei Leute"),
    ("der erste Tag", "der erste Tag"),
    ("Hundert Prozent", "100 %"),
    ("wundern und sonder", "wundern und sonder"),
]


@pytest.mark.parametrize(("said", "written"), ENGLISH)
def test_english(said: str, written: str) -> None:
    assert to_digits("en")(said) == written


@pytest.mark.parametrize(("said", "written"), GERMAN)
def test_german(said: str, written: str) -> None:
    assert to_digits("de")(said) == written


def test_no_other_language() -> None:
    assert to_digits("fr")("vingt") == "vingt"


_ONES = ["null", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
_TEENS = [
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
]
_TENS = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]


def _in_words(value: int) -> str:
    if value >= 1000:
        return f"{_in_words(value // 1000)}tausend{_in_words(value % 1000) if value % 1000 else ''}"
    if value >= 100:
        return f"{_ONES[value // 100]}hundert{_in_words(value % 100) if value % 100 else ''}"
    if value < 20:
        return (_ONES + _TEENS)[value]
    ten, one = _TENS[value // 10 - 2], value % 10
    return f"{_ONES[one]}und{ten}" if one else ten


@pytest.mark.parametrize("step", [1, 97, 7919])
def test_every_german_number_is_read(step: int) -> None:
    for value in range(0, min(999_999, step * 1000), step):
        assert value_of(_in_words(value)) == value
