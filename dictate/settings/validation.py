"""What a good value of a setting looks like: each check returns nothing, or that in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from dictate import keynames
from dictate.endpoints.address import is_guarded

Value = TypeVar("Value")

Check = Callable[[Any], str]
"""Returns an empty string for a good value, else what a good one looks like."""


def checked(default: Value, check: Check) -> Value:
    """Return a field whose values are checked."""
    return field(default=default, metadata={"check": check})


def table() -> Mapping[str, str]:
    """Return a field that holds a table, empty by default."""
    made: Mapping[str, str] = field(default_factory=dict)
    return made


@dataclass(frozen=True, slots=True)
class Between:
    """A check for numbers in this range, ends included."""

    low: float
    high: float

    def __call__(self, value: float) -> str:
        """Want a number in the range."""
        good = self.low <= value <= self.high
        return "" if good else f"a number from {self.low:g} to {self.high:g}"


def between(low: float, high: float) -> Check:
    """Return a check for numbers in this range, ends included."""
    return Between(low, high)


def filled(value: str) -> str:
    """Want more than blanks."""
    return "" if value.strip() else "a text that is not empty"


def chord(value: str) -> str:
    """Want a key or chord, or nothing."""
    named = [keynames.canonical(part) if part else None for part in keynames.split_chord(value)]
    good = not value or all(named)
    return "" if good else 'a key or chord such as "enter" or "ctrl+enter"'


def language(value: str) -> str:
    """Want an ISO 639 code or "auto"."""
    well_formed = value == "auto" or (2 <= len(value) <= 3 and value.isalpha() and value.islower())
    return "" if well_formed else 'a language code such as "en" or "de", or "auto"'


def languages(values: tuple[str, ...]) -> str:
    """Want ISO 639 codes."""
    good = all(value != "auto" and not language(value) for value in values)
    return "" if good else 'a list of language codes such as ["en", "de"]'


INTERFACE_LANGUAGES = ("auto", "en", "de")


def interface_language(value: str) -> str:
    """Want a language the program itself speaks."""
    return "" if value in INTERFACE_LANGUAGES else '"en", "de" or "auto"'


def terms(values: tuple[str, ...]) -> str:
    """Want printable terms."""
    good = all(value.strip() and value.isprintable() for value in values)
    return "" if good else "a list of names and terms, none of them empty"


def absolute_path(value: str) -> str:
    """Want a path that means the same everywhere."""
    good = not value or value.startswith("~") or Path(value).is_absolute()
    return "" if good else 'a path that begins at the root or with "~"'


def command(values: tuple[str, ...]) -> str:
    """Want a program with its options."""
    good = not values or bool(values[0].strip())
    return "" if good else 'a program and its options such as ["program", "--option"]'


def endpoint(value: str) -> str:
    """Want a known server or an address without a key in it."""
    if value in ("ollama", "llama.cpp") or _is_address(value):
        return ""
    return '"ollama", "llama.cpp", or an address such as "http://127.0.0.1:11434/v1" without a key'


def address(value: str) -> str:
    """Want an address without a key in it."""
    good = 'an address such as "http://127.0.0.1:8000/v1" without a key'
    return "" if _is_address(value) else good


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
        has_host = parts.scheme in ("http", "https") and bool(parts.hostname and parts.port != 0)
    except ValueError:  # a port that is no number, half an IPv6 address
        has_host = False
    return has_host and "@" not in value and value.isprintable()


def feed(value: str) -> str:
    """Want an address nobody can listen to or change, a file, or nothing."""
    named = value.casefold().startswith(("http:", "https:"))
    good = not value or (is_guarded(value) if named else not absolute_path(value))
    return "" if good else 'an address that begins with "https://", without a key, or a file'


DEVICES = ("auto", "cpu", "cuda", "metal")
COMPUTE_TYPES = (
    "auto",
    "float32",
    "float16",
    "bfloat16",
    "int8",
    "int8_float32",
    "int8_float16",
    "int8_bfloat16",
)


def device(value: str) -> str:
    """Want a place where models run."""
    name, _, index = value.partition(":")
    good = value in DEVICES or (name == "cuda" and index.isdigit())
    return "" if good else 'one of "auto", "cpu", "cuda", "cuda:1", "metal"'


def compute_type(value: str) -> str:
    """Want one of the precisions."""
    return "" if value in COMPUTE_TYPES else "one of " + ", ".join(f'"{t}"' for t in COMPUTE_TYPES)
