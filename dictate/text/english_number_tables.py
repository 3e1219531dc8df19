"""The words of which English numbers, dates, times and units are made. Pure data."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


ONES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
TEENS = [
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
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
DIGITS = {word: value for value, word in enumerate(ONES)} | {"oh": 0}
SMALL = {word: value for value, word in enumerate(ONES + TEENS)}
ROUND = {word: 10 * value for value, word in enumerate(TENS, start=2)}
DECADES = {f"{word[:-1]}ies": f"{value}s" for word, value in ROUND.items()}
SCALES = {"thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000}
HEADLESS = frozenset({"hundred", *SCALES})
ORDINALS = {
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
MONTHS = frozenset(
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
UNITS = {
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
MONEY = {"dollars": "$", "dollar": "$"}
"""Pounds are also a weight."""
HALVES = {"am": "am", "pm": "pm", "a.m": "a.m", "p.m": "p.m"}

BEFORE_TIMES = _words(
    """at by until till since before after monday tuesday wednesday thursday friday saturday sunday
    today tomorrow tonight"""
)
NEVER_AFTER_TIMES = _words(
    """minute minutes second seconds hour hours day days week weeks month months year years dollar
    dollars euros pounds percent people times miles hundred thousand million"""
)
FRACTIONS = frozenset({"thirds", "fourths", "fifths", "sixths", "eighths", "tenths"})
BEFORE_WORDS = frozenset({"past", "foot", "feet"})
"""What goes on in words: "half past ten", "five foot eleven"."""
OF_THE_CLOCK = (5, 10, 20, 25)
