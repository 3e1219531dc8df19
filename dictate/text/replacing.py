"""The user's own words: replacements, snippets and regular expressions, with variables.

A text is put in for a phrase wherever it is said (replacements) or for a take that is nothing else
(snippets). It may hold {date}, {time}, {date:%d %B}, {clipboard}; {{ is a brace. A pattern that
does not compile is told and left out; one that takes too long on a text leaves that text as it is.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

import regex

from dictate.domain import Notice, Severity
from dictate.text.language import plain

log = logging.getLogger(__name__)

PATTERN_LIMIT_S = 0.1
"""For one pattern on one text."""

_VARIABLE = re.compile(r"\{\{|\}\}|\{(date|time|clipboard)(?::([^{}]*))?\}")
_GROUPS = re.compile(r"\\(?:(\d{1,2})|g<([^<>]+)>)")
_DATES = {"de": "%d.%m.%Y", "fr": "%d/%m/%Y", "es": "%d/%m/%Y"}

Step = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Variables:
    """Where the values of variables come from."""

    now: Callable[[], datetime] = datetime.now
    clipboard: Callable[[], str] = lambda: ""


def filled(text: str, language: str, variables: Variables) -> str:
    """Return a text of the user's with its variables filled in."""

    def value(found: re.Match[str]) -> str:
        name, form = found[1], found[2]
        if name is None:
            return found[0][0]
        if name == "clipboard":
            return variables.clipboard()
        usual = _DATES.get(language, "%Y-%m-%d") if name == "date" else "%H:%M"
        try:
            return variables.now().strftime(form or usual)
        except ValueError:
            return found[0]

    return _VARIABLE.sub(value, text)


def replacements(table: Mapping[str, str], language: str, variables: Variables) -> Step:
    """Return the step that puts texts in for phrases, whatever their capitals."""
    entries = {plain_key(phrase): text for phrase, text in table.items() if phrase.strip()}
    if not entries:
        return lambda text: text
    ordered = sorted(entries, key=len, reverse=True)
    names = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in ordered)
    pattern = re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE)

    def put(found: re.Match[str]) -> str:
        return filled(entries.get(plain_key(found[0]), found[0]), language, variables)

    return lambda text: pattern.sub(put, text)


def plain_key(phrase: str) -> str:
    """Return how a phrase is looked up: small letters, one blank between words."""
    return " ".join(phrase.casefold().split())


def snippet(table: Mapping[str, str], language: str, variables: Variables) -> Step:
    """Return the step that writes a text for a take that is nothing but its phrase."""
    entries = {plain(phrase): text for phrase, text in table.items() if plain(phrase)}

    def step(text: str) -> str:
        found = entries.get(plain(text)) if entries else None
        return text if found is None else filled(found, language, variables)

    return step


def patterns(table: Mapping[str, str]) -> tuple[tuple[Step, ...], tuple[Notice, ...]]:
    """Return a step for each regular expression that compiles, and what is wrong with the rest."""
    steps: list[Step] = []
    problems: list[Notice] = []
    for number, (source, template) in enumerate(table.items(), start=1):
        try:
            steps.append(_pattern(source, template, number))
        except (regex.error, IndexError, OverflowError, RecursionError) as error:
            problems.append(_unusable(source, str(error)))
    return tuple(steps), tuple(problems)


def _pattern(source: str, template: str, number: int) -> Step:
    compiled = regex.compile(source)
    # A template that names a group the pattern lacks is told now, not in the middle of a take.
    for number_or_name in _GROUPS.findall(template):
        group = next(filter(None, number_or_name))
        known = int(group) <= compiled.groups if group.isdigit() else group in compiled.groupindex
        if not known:
            raise IndexError(f"it has no group {group}")

    def step(text: str) -> str:
        try:
            return str(compiled.sub(template, text, timeout=PATTERN_LIMIT_S))
        except (TimeoutError, regex.error, IndexError) as error:
            log.warning("pattern %d of text.patterns: %s", number, type(error).__name__)
            return text

    return step


def _unusable(source: str, reason: str) -> Notice:
    shown = "".join(c if c.isprintable() else " " for c in source)[:40]
    return Notice(
        Severity.WARNING,
        f"The pattern “{shown}” in text.patterns cannot be used: {reason}.",
        "Mend it in the settings file; the others are in force.",
    )
