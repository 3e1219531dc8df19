"""Spoken edits: "scratch that" drops the sentence before it; said alone it means the last text.

They count only when the model heard a pause on both sides, which it writes as a mark: "you should
scratch that itch" is a text. What people tell each other as well ("if it is old, delete that") has
to be a sentence of its own behind another one. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dictate.text.language import Language, plain
from dictate.text.steps import capitalised

_SENTENCE_END = re.compile(r"[.?!…]+[\"”“»)]*\s+|\n+")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[^\W\d_]|Dr|Mr|Mrs|Ms|Prof|St|vs|approx|No|Nr|ca|bzw|evtl|ggf|inkl|Str|Tel))\.\s+$"
)
"""A stop after one of these, or after a single letter ("z. B.", "J. Doe"), ends no sentence."""
_ORDINAL = re.compile(r"\d\.\s+$")
"""In German "am 3. Mai" goes on."""


def is_undo(text: str, language: Language) -> bool:
    """Tell whether nothing was said but to take the last text back."""
    said = plain(text)
    phrases = (*language.scratch, *language.strict_scratch, *language.undo)
    return any(said == plain(phrase) for phrase in phrases)


def scratched(text: str, language: Language) -> str:
    """Return the text without the sentences that were taken back while speaking."""
    pattern = _command(language.scratch, (*language.strict_scratch, *language.undo))
    while found := pattern.search(text):
        kept = _without_last_sentence(text[: found.start()], language.code)
        rest = text[found.end() :].lstrip()
        text = kept + capitalised(rest) if rest else kept.rstrip()
    return text


def _command(phrases: Iterable[str], strict: Iterable[str]) -> re.Pattern[str]:
    return re.compile(
        rf"(?:^|(?<=[.,;:?!…\n]))\s*(?:{_any(phrases)})(?:[.,;:?!…]+|\s*$)"
        rf"|(?<=[.?!…\n])\s*(?:{_any(strict)})(?:[.?!…]+|\s*$)",
        re.IGNORECASE,
    )


def _any(phrases: Iterable[str]) -> str:
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in ordered) or r"(?!)"


def _without_last_sentence(text: str, code: str) -> str:
    trimmed = text.rstrip().rstrip(".,;:?!…")
    ends = [found.end() for found in _SENTENCE_END.finditer(trimmed)]
    while ends and _goes_on(trimmed[: ends[-1]], code):
        ends.pop()
    return trimmed[: ends[-1]] if ends else ""


def _goes_on(text: str, code: str) -> bool:
    is_ordinal = code == "de" and _ORDINAL.search(text)
    return bool(is_ordinal or _ABBREVIATION.search(text))
