"""Leaves out sounds of hesitation and words said twice, where the language is known. Pure.

"um" is a word in German and Portuguese, so a text of no known language stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from dictate.text.language import Language


def without_fillers(language: Language) -> Callable[[str], str]:
    """Return the step that leaves the fillers of a language out, with the commas around them."""
    if not language.fillers:
        return lambda text: text
    names = "|".join(sorted(map(re.escape, language.fillers), key=len, reverse=True))
    sounds = rf"(?P<sounds>(?:{names})(?:[,…]?[ ]+(?:{names}))*)(?![\w'’-])"
    opening = re.compile(
        rf"(?P<lead>^[ ]*|(?<=[.?!…:\n])[ ]*)(?<!\w){sounds}[.,…]*(?P<next>[ ]*\w?)", re.IGNORECASE
    )
    inner = re.compile(rf",?[ ]+{sounds}[,…]?(?=[ .?!;:\n]|$)", re.IGNORECASE)

    def step(text: str) -> str:
        return inner.sub(_inside, opening.sub(_at_start, text))

    return step


def _is_name(sounds: str) -> bool:
    """All capitals: an abbreviation."""
    return len(sounds) > 1 and sounds.isupper()


def _inside(found: re.Match[str]) -> str:
    return found[0] if _is_name(found["sounds"]) else ""


def _at_start(found: re.Match[str]) -> str:
    if _is_name(found["sounds"]):
        return found[0]
    following = found["next"].lstrip()
    if found["sounds"][0].isupper():
        following = following.upper()
    lead = found["lead"] if found.start() else ""
    return lead + following if following else ""


def without_repeats(language: Language) -> Callable[[str], str]:
    """Return the step that writes a word said twice in a row once, but for those prose repeats."""
    if not language.code:
        return lambda text: text
    pattern = re.compile(r"\b([^\W\d_]+)(?:[ ]+\1\b)+(?![-'’])", re.IGNORECASE)

    def once(found: re.Match[str]) -> str:
        return found[0] if found[1].casefold() in language.twice else found[1]

    return lambda text: pattern.sub(once, text)
