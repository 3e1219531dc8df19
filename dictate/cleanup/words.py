"""Cuts a text into words as the guard compares them: what must survive is marked with its kind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from dictate.cleanup import numerals
from dictate.cleanup.lexicon import Lexicon

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Thai, Lao, Burmese, Khmer, Chinese, Japanese: a character at a time."""

_TOKEN = re.compile(
    rf"[{_UNSPACED}]"
    r"|(?<!\w)[-−](?=\d)"
    r"|\d+(?:[.,:/'’\u00a0\u202f]\d+)*"
    r"|[^\W\d_](?:(?![" + _UNSPACED + r"])\w)*(?:[.@]\w+)*"
    r"|[%€$£¥°&@#+=]"
)
_SENTENCE_END = re.compile(r"[.!?…:\n][\s\"'”’»)“„«(]*$")
_CONTRACTED_NOT = re.compile(r"\b(\w+?)n['’]t\b", re.IGNORECASE)
_STEMS = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}
_SYMBOLS = {
    "percent": "%", "prozent": "%", "dollar": "$", "dollars": "$", "euro": "€", "euros": "€",
    "pounds": "£", "grad": "°", "degrees": "°", "and": "and", "−": "minus", "-": "minus",
}  # fmt: skip
_MOSTLY = 0.6
"""With more words than this in capitals, capitals do not tell names."""


class Kind(Enum):
    """What a word is to the guard."""

    PLAIN = auto()
    NUMBER = auto()
    NAME = auto()
    NEGATION = auto()
    ANSWER = auto()
    FIXED = auto()


@dataclass(frozen=True, slots=True)
class Word:
    """One word; two are the same when their keys are."""

    key: str
    kind: Kind
    capital: bool = False
    """Written with a capital where a sentence does not ask for one."""
    initial: bool = False
    """Written with a capital where a sentence does: it may be a name."""


def words(text: str, language: str, lexicon: Lexicon) -> list[Word]:
    """Return the words of a text, numbers in figures and in words alike."""
    text = unicodedata.normalize("NFKC", text).replace("’", "'")
    text = _CONTRACTED_NOT.sub(lambda m: f"{_stem(m[1])} not", text)
    text = re.sub(r"\bcannot\b", "can not", text, flags=re.IGNORECASE)
    found: list[Word] = []
    for match in _TOKEN.finditer(text):
        found.append(_word(match[0], _starts_sentence(text, match.start()), language, lexicon))
    return _without_meaningless_capitals(_merged_numbers(found, lexicon))


def _stem(stem: str) -> str:
    return _STEMS.get(stem.casefold(), stem)


def _starts_sentence(text: str, position: int) -> bool:
    before = text[:position]
    return not before.strip(" \t\"'”»“„«(") or bool(_SENTENCE_END.search(before[-12:]))


def _word(written: str, at_start: bool, language: str, lexicon: Lexicon) -> Word:
    if written[0].isdigit():
        return Word(numerals.plain_figures(written, language), Kind.NUMBER)
    key = written.casefold()
    key = _SYMBOLS.get(key, key)
    if key in lexicon.negations:
        return Word(key, Kind.NEGATION)
    if key in lexicon.answers:
        return Word(key, Kind.ANSWER)
    odd = any(c.isdigit() or c in "@." or c.isupper() for c in written[1:])
    capital = odd or (written[0].isupper() and not at_start and len(written) > 1)
    if key in lexicon.fixed or key.removesuffix("s") in lexicon.fixed or key == "minus":
        return Word(key, Kind.FIXED)
    return Word(key, Kind.PLAIN, capital, at_start and written[0].isupper())


def _merged_numbers(found: Sequence[Word], lexicon: Lexicon) -> list[Word]:
    """Return the words with every run of words for a number as that number."""
    merged: list[Word] = []
    rest = list(found)
    while rest:
        value, length = numerals.leading_number([word.key for word in rest], lexicon)
        if length:
            merged.append(Word(str(value), Kind.NUMBER))
            del rest[:length]
        else:
            merged.append(rest.pop(0))
    return merged


def _without_meaningless_capitals(found: list[Word]) -> list[Word]:
    """Mark names, unless the whole text is in capitals."""
    plain = [word for word in found if word.kind is Kind.PLAIN]
    meaningless = len(plain) > 4 and sum(word.capital for word in plain) > _MOSTLY * len(plain)
    if meaningless:
        return [replace(word, capital=False) for word in found]
    return [replace(word, kind=Kind.NAME) if word.capital else word for word in found]


def without_fillers(found: Sequence[Word], lexicon: Lexicon) -> list[Word]:
    """Return the words without those that carry no meaning."""
    longest = max((len(phrase) for phrase in lexicon.fillers), default=0)
    kept: list[Word] = []
    at = 0
    while at < len(found):
        for length in range(min(longest, len(found) - at), 0, -1):
            if tuple(word.key for word in found[at : at + length]) in lexicon.fillers:
                at += length
                break
        else:
            kept.append(found[at])
            at += 1
    return kept


def without_repeats(found: Sequence[Word], longest: int = 4) -> list[Word]:
    """Return the words with what is said twice at once said once; numbers are never repeats."""
    kept: list[Word] = []
    for word in found:
        kept.append(word)
        for length in range(1, min(longest, len(kept) // 2) + 1):
            last, before = kept[-length:], kept[-2 * length : -length]
            same = [w.key for w in last] == [w.key for w in before]
            if same and not any(w.kind is Kind.NUMBER for w in last):
                del kept[-length:]
                break
    return kept
