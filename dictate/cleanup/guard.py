"""Decides whether a cleaned text still says what was said: pure, word by word.

The cleaned text may lose fillers, repeats and false starts, gain small words such as articles, and
correct words that look or sound alike. Numbers, names, negations and who is meant must survive, and
nothing may come in that was not said: neither an answer nor a remark. When in doubt it is refused;
then the text stays as it was, which costs nothing.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from dictate.cleanup import lexicon as lexicons
from dictate.cleanup import likeness
from dictate.cleanup.lexicon import Lexicon
from dictate.cleanup.words import Kind, Word, without_fillers, without_repeats, words

MOST_WORDS = 1500
"""Longer texts are not compared, it would take too long; nor does a model clean them in time."""

DROPPED_SHARE, DROPPED_AT_ONCE, DROPPED_AT_END = 0.3, 6, 2
CHANGED_SHARE = 0.2
ADDED_SHARE = 0.25


class Reason(StrEnum):
    """Why a cleaned text is refused, in words for the user."""

    EMPTY = "it was empty"
    ANSWERED = "the text was answered"
    NUMBER = "a number was changed"
    NAME = "a name was changed"
    NEGATION = "a negation was changed"
    MEANING = "a word that carries the meaning was changed"
    PERSON = "it speaks of somebody else"
    INVENTED = "words were added"
    DROPPED = "words were left out"
    REWRITTEN = "too much was rewritten"
    LAYOUT = "lines or marks were added"
    TOO_LONG = "it is too long to compare"


_BY_KIND = {
    Kind.NUMBER: Reason.NUMBER,
    Kind.NAME: Reason.NAME,
    Kind.NEGATION: Reason.NEGATION,
    Kind.ANSWER: Reason.ANSWERED,
    Kind.FIXED: Reason.MEANING,
}


@dataclass(slots=True)
class _Tally:
    """What was found to differ so far."""

    dropped: int = 0
    changed: int = 0
    added: int = 0
    refused: list[Reason] = field(default_factory=list)


def judge(raw: str, cleaned: str, language: str = "") -> Reason | None:
    """Return why ``cleaned`` must not stand for ``raw``; None when it may."""
    if not cleaned.strip():
        return Reason.EMPTY
    if (outside := _outside_words(raw, cleaned)) is not None:
        return outside
    known = lexicons.for_language(language)
    said, written = words(raw, language, known), words(cleaned, language, known)
    if max(len(said), len(written)) > MOST_WORDS:
        return Reason.TOO_LONG
    if _opens_with_answer(said, written, known):
        return Reason.ANSWERED
    before = without_repeats(without_fillers(said, known))
    after = without_repeats(without_fillers(written, known))
    return _compare(before or said, after or written, known)


def _outside_words(raw: str, cleaned: str) -> Reason | None:
    """Look at what stands between the words: lines, marks, the question mark."""
    if raw.rstrip().endswith("?") and "?" not in cleaned and "？" not in cleaned:
        return Reason.ANSWERED
    if _lines(raw) != _lines(cleaned):
        return Reason.LAYOUT
    new = set(cleaned) - set(raw)
    if any(c in "*`<>{}|\\~^_#" or unicodedata.category(c) in _NOT_TEXT for c in new - {"\n"}):
        return Reason.LAYOUT
    return None


_NOT_TEXT = frozenset({"So", "Cc", "Cf", "Co", "Cs", "Cn"})


def _lines(text: str) -> int:
    return len([line for line in text.splitlines() if line.strip()])


def _opens_with_answer(said: Sequence[Word], written: Sequence[Word], known: Lexicon) -> bool:
    began = [word.key for word in without_fillers(said, known)][:6]
    opening = [word.key for word in written]
    for phrase in known.openings:
        keys = [word.key for word in words(" ".join(phrase), "", known)]
        if opening[: len(keys)] == keys and not _holds(began, keys):
            return True
    return False


def _holds(keys: Sequence[str], phrase: Sequence[str]) -> bool:
    return any(list(keys[at : at + len(phrase)]) == list(phrase) for at in range(len(keys)))


def _compare(before: Sequence[Word], after: Sequence[Word], known: Lexicon) -> Reason | None:
    keys = [word.key for word in before], [word.key for word in after]
    persons = {known.persons[key] for key in keys[0] if key in known.persons}
    tally = _Tally()
    matcher = difflib.SequenceMatcher(None, *keys, autojunk=False)
    for tag, first, last, begin, end in matcher.get_opcodes():
        if tag == "equal":
            continue
        lost, came = list(before[first:last]), list(after[begin:end])
        unit = lost[:1] if first and before[first - 1].kind is Kind.NUMBER else []
        _look_at_gap(lost, came, _Speaking(known, persons), tally)
        if any(word is left for word in unit for left in _weighty(lost, known)):
            tally.refused.append(Reason.NUMBER)  # how many of what
        if last == len(before) and len(_weighty(lost, known)) - len(came) > DROPPED_AT_END:
            tally.refused.append(Reason.DROPPED)
    if tally.refused:
        return min(tally.refused, key=list(Reason).index)  # the gravest
    count = len(before)
    if tally.dropped > max(1, DROPPED_SHARE * count):
        return Reason.DROPPED
    if tally.changed > max(1, CHANGED_SHARE * count) or tally.added > max(2, ADDED_SHARE * count):
        return Reason.REWRITTEN
    return None


@dataclass(frozen=True, slots=True)
class _Speaking:
    """What a gap is looked at with: the language, and who was spoken of."""

    known: Lexicon
    persons: set[str]


def _look_at_gap(lost: list[Word], came: list[Word], now: _Speaking, tally: _Tally) -> None:
    """Explain every word that came in by one that was lost; what is left was added or dropped."""
    apart = all(word.kind in (Kind.PLAIN, Kind.NAME) for word in (*lost, *came))
    if apart and "".join(w.key for w in lost) == "".join(w.key for w in came):
        return  # written together or apart
    came = [word for word in came if not _taken(word, lost, now.known)]
    for word in (*lost, *came):
        if word.kind is not Kind.PLAIN and not (word in came and word.kind is Kind.NAME):
            tally.refused.append(_BY_KIND[word.kind])
    for word in came:
        explained = _explain(word, lost, now)
        if isinstance(explained, Reason):
            tally.refused.append(explained)
        elif explained:
            tally.added += 1
        else:
            tally.changed += 1
    weighty = _weighty(lost, now.known)
    tally.dropped += len(weighty)
    if any(word.initial for word in weighty):
        tally.refused.append(Reason.NAME)  # as far as can be told
    if len(weighty) > DROPPED_AT_ONCE:
        tally.refused.append(Reason.DROPPED)


def _taken(word: Word, lost: list[Word], known: Lexicon) -> bool:
    """Take the word out of ``lost`` that sounds the same or has another ending, if there is one."""
    for other in lost:
        same = word.key in known.alike.get(other.key, ()) or likeness.plural(word.key, other.key)
        plain = word.kind in (Kind.PLAIN, Kind.NAME) and other.kind is Kind.PLAIN
        if same or (plain and likeness.inflected(word.key, other.key)):
            lost.remove(other)
            return True
    return False


def _explain(word: Word, lost: list[Word], now: _Speaking) -> Reason | bool:
    """Return why a word must not come in; else whether it is small and was merely added."""
    person = now.known.persons.get(word.key)
    if person is not None and person not in now.persons:
        return Reason.PERSON
    if person is not None or word.key in now.known.glue:
        return True
    fitting = _fitting(word.key, lost)
    if not fitting:
        return Reason.INVENTED
    del lost[fitting[0] : fitting[1]]
    return False


def _fitting(key: str, lost: Sequence[Word]) -> tuple[int, int] | None:
    """Find one lost word, or two side by side, that look like this one."""
    for length in (1, 2, 3):
        for first in range(len(lost) - length + 1):
            part = lost[first : first + length]
            plain = all(w.kind is Kind.PLAIN and not w.initial for w in part)
            if plain and likeness.alike(key, "".join(w.key for w in part)):
                return first, first + length
    return None


def _weighty(lost: Sequence[Word], known: Lexicon) -> list[Word]:
    return [w for w in lost if w.key not in known.glue and w.key not in known.persons]
