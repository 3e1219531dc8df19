"""Leaves out sounds of hesitation and words said twice, where the language is known. Pure.

"um" is a word in German and Portuguese, so a text of no known language stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from dictate.text import numbers
from dictate.text.language import Language

_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Hr|Fr)\.$")
_SENTENCE_START = re.compile(r"[.?!…:\n\"“„(]$")


def without_fillers(language: Language) -> Callable[[str], str]:
    """Return the step that leaves the fillers of a language out, with the commas around them.

    "Uh?" is an answer, and "uh huh" another one (``idioms`` of the language).
    """
    if not language.fillers:
        return lambda text: text
    names = _any(language.fillers)
    kept = rf"(?!(?:{_any(language.idioms)})(?!\w))" if language.idioms else ""
    sounds = rf"{kept}(?P<sounds>(?:{names})(?:[,…]?[ ]+{kept}(?:{names}))*)(?![\w'’-])"
    opening = re.compile(
        rf"(?P<lead>^[ ]*|(?<=[.?!…:\n])[ ]*)(?<!\w){sounds}(?![?!])"
        r"[.,…]*(?:[ ]+[–—-](?=[ ]))?(?P<next>[ ]*\w?)",
        re.IGNORECASE,
    )
    inner = re.compile(rf"(?<![.?!…:\n]),?[ ]+{sounds}[,…]?(?=[ .?!;:\n]|$)", re.IGNORECASE)

    def step(text: str) -> str:
        return inner.sub(_inside, opening.sub(_at_start, text))

    return step


def _any(phrases: Iterable[str]) -> str:
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(r"[ ,]+".join(map(re.escape, phrase.split())) for phrase in ordered)


def _is_name(found: re.Match[str]) -> bool:
    """All capitals: an abbreviation. Behind a title: somebody."""
    sounds = found["sounds"]
    if len(sounds) > 1 and sounds.isupper():
        return True
    return sounds[0].isupper() and bool(_TITLE.search(found.string[: found.start()]))


def _inside(found: re.Match[str]) -> str:
    return found[0] if _is_name(found) else ""


def _at_start(found: re.Match[str]) -> str:
    if _is_name(found):
        return found[0]
    following = found["next"].lstrip()
    is_camel = found.string[found.end() : found.end() + 1].isupper()  # "iPhone"
    if found["sounds"][0].isupper() and not is_camel:
        following = following.upper()
    lead = found["lead"] if found.start() else ""
    return lead + following if following else ""


def without_repeats(language: Language) -> Callable[[str], str]:
    """Return the step that writes a word said twice in a row once, but for those prose repeats.

    Digits and letters are repeated when something is spelled, and names may be doubled.
    """
    if not language.code:
        return lambda text: text
    pattern = re.compile(r"\b([^\W\d_]+)(?:[ ]+\1\b)+(?![-'’])", re.IGNORECASE)
    named = [name.casefold().split() for name in (*language.marks, *language.strict)]
    twice = language.twice | {word for name in named for word in name if name.count(word) > 1}

    def once(found: re.Match[str]) -> str:
        word = found[1]
        spelled = len(word) == 1 and word not in ("I", "a")
        kept = (
            spelled
            or numbers.is_number(language.code, word)
            or word.casefold() in twice
            or _is_name_twice(found)
        )
        return found[0] if kept else word

    return lambda text: pattern.sub(once, text)


def _is_name_twice(found: re.Match[str]) -> bool:
    """Tell whether the words are a name: "Bora Bora", "will Will"; a stutter is "The the"."""
    words = found[0].split()
    before = found.string[: found.start()].rstrip()
    opens = not before or bool(_SENTENCE_START.search(before))
    small = (word.islower() or word == "I" for word in (words[1:] if opens else words))
    return not all(small)
