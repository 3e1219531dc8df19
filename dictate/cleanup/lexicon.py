"""What the guard knows of single words in each language, read from ``lexicon.toml`` beside it."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language, or of all of them where the language is not known."""

    fillers: frozenset[tuple[str, ...]] = frozenset()
    """Each one word or several."""
    negations: frozenset[str] = frozenset()
    answers: frozenset[str] = frozenset()
    fixed: frozenset[str] = frozenset()
    glue: frozenset[str] = frozenset()
    persons: Mapping[str, str] = field(default_factory=dict)
    alike: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """For a word, all that sound like it."""
    numbers: Mapping[str, int] = field(default_factory=dict)
    scales: Mapping[str, int] = field(default_factory=dict)
    openings: frozenset[tuple[str, ...]] = frozenset()


def for_language(language: str) -> Lexicon:
    """Return what is known of a language (ISO 639-1).

    Not knowing the language, all that is protected in any counts, and no filler does: "um" is a
    word in German and Portuguese.
    """
    known = _read()
    return known.get(language) or _in_any(tuple(known.values()))


def _in_any(all_of_them: tuple[Lexicon, ...]) -> Lexicon:
    return Lexicon(
        negations=_union(one.negations for one in all_of_them),
        answers=_union(one.answers for one in all_of_them),
        fixed=_union(one.fixed for one in all_of_them),
        numbers={word: value for one in all_of_them for word, value in one.numbers.items()},
        scales={word: value for one in all_of_them for word, value in one.scales.items()},
        openings=frozenset(words for one in all_of_them for words in one.openings),
    )


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


@functools.cache
def _read() -> Mapping[str, Lexicon]:
    source = resources.files("dictate.cleanup").joinpath("lexicon.toml").read_text("utf-8")
    return {language: _lexicon(row) for language, row in tomllib.loads(source).items()}


def _lexicon(row: Mapping[str, Any]) -> Lexicon:
    alike: dict[str, frozenset[str]] = {}
    for group in row.get("alike", ()):
        for word in group:
            alike[word] = alike.get(word, frozenset()) | frozenset(group)
    return Lexicon(
        fillers=_phrases(row.get("fillers", ())),
        negations=frozenset(row.get("negations", ())),
        answers=frozenset(row.get("answers", ())),
        fixed=frozenset(row.get("fixed", ())),
        glue=frozenset(row.get("glue", ())),
        persons=row.get("persons", {}),
        alike=alike,
        numbers=row.get("numbers", {}),
        scales=row.get("scales", {}),
        openings=_phrases(row.get("openings", ())),
    )


def _phrases(texts: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(text.split()) for text in texts)
