"""The end of a text at the caret: how what stands behind the caret follows on it. Pure.

A model ends every take as if nothing came after it: "On Monday." In front of "we left" it is to
read "on Monday we left". A full stop only goes where what follows surely belongs to the same
sentence: a small letter, or a mark that ends or parts it. A capital may begin a sentence, a name or
a German noun, so there the stop stays.
"""

from __future__ import annotations

import re

from dictate.text.steps import is_unspaced

_MARKS = frozenset(".,;:!?…")
_OPENS = frozenset("([{„«¿¡")
_QUOTES = frozenset('"“')
"""Marks that open or close."""
_JOINS = frozenset("([{„‚“‘«¿¡/\\-–—@#_=<>~|")
"""No blank is written behind these."""
_PARTS_OF_NAMES = frozenset("/\\@#_=<>~|")
"""The caret is in an address, a path, or code."""
_KEEPS_ITS_STOP = re.compile(
    r"(?:\.\.|(?:^|\W)(?!I\.)\w\.|(?:^|\W)(?:etc|usw|vs|approx|mr|mrs|dr|nr|bzw|ca|st|inc|jr|sr)\.)$",
    re.IGNORECASE,
)
"""Dots that belong to the word: an ellipsis, a letter, an abbreviation."""
_ORDINAL = re.compile(r"\d\.$")


def ended(text: str, before: str, after: str, language: str) -> str:
    """Return ``text`` as ``after`` follows on it on the same line."""
    line = after.partition("\n")[0]
    follows = line.lstrip()
    if not follows or not text.strip() or text.endswith("\n") or before[-1:] in _PARTS_OF_NAMES:
        return text
    body = text.rstrip(" ")
    if (follows[0].islower() or follows[0] in _MARKS) and _may_lose_its_stop(body, language):
        body = body[:-1]
    if line[0].isspace() or not body:
        return body
    wants_blank = line[0].isalnum() or _opens(line[0], before)
    joined = body[-1] in _JOINS or is_unspaced(body[-1]) or is_unspaced(line[0])
    return f"{body} " if wants_blank and not joined else body


def _opens(mark: str, before: str) -> bool:
    """Tell whether a bracket or quotation mark opens; straight ones by what stands before."""
    if mark not in _QUOTES:
        return mark in _OPENS
    line = before.rpartition("\n")[2]
    closes = line.count('"') % 2 == 1 if mark == '"' else line.count("„") > line.count("“")
    return not closes


def _may_lose_its_stop(body: str, language: str) -> bool:
    if not body.endswith(".") or _KEEPS_ITS_STOP.search(body):
        return False
    return not (language == "de" and _ORDINAL.search(body))
