"""Spoken edits: "scratch that" drops the sentence before it; said alone it means the last text.

They count only when the model heard a pause on both sides, which it writes as a mark: "you should
scratch that itch" is a text. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dictate.text.language import Language, plain

_SENTENCE_END = re.compile(r"[.?!…]+[\"”“»)]*\s+|\n+")


def is_undo(text: str, language: Language) -> bool:
    """Tell whether nothing was said but to take the last text back."""
    said = plain(text)
    return any(said == plain(phrase) for phrase in (*language.scratch, *language.undo))


def scratched(text: str, language: Language) -> str:
    """Return the text without the sentences that were taken back while speaking."""
    phrases = (*language.scratch, *language.undo)
    if not phrases:
        return text
    pattern = _command(phrases)
    while found := pattern.search(text):
        kept = _without_last_sentence(text[: found.start()])
        rest = text[found.end() :].lstrip()
        text = f"{kept}{rest[:1].upper()}{rest[1:]}" if rest else kept.rstrip()
    return text


def _command(phrases: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(phrases, key=len, reverse=True)
    names = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in ordered)
    return re.compile(rf"(?:^|(?<=[.,;:?!…\n]))\s*(?:{names})(?:[.,;:?!…]+|\s*$)", re.IGNORECASE)


def _without_last_sentence(text: str) -> str:
    trimmed = text.rstrip().rstrip(".,;:?!…")
    ends = [found.end() for found in _SENTENCE_END.finditer(trimmed)]
    return trimmed[: ends[-1]] if ends else ""
