"""What a user's corrections teach: which words were put in the place of which, and how often.

Two texts are aligned by words; what differs is a pair of short phrases. A pair that comes back, or
that sounds like a name, is worth a suggestion: a term for the vocabulary where the new words are
only spelt unusually, a replacement where something else was heard again and again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

LONGEST_WORDS = 4
"""A longer change is another sentence, not another word."""
SEEN_TWICE = 2
ALIKE = 0.55
"""From this share of common letters on a word was misheard; below it the user meant another one."""

_WORD = re.compile(r"[\w'’\-.@+#]*\w[\w+#]*")


class Lesson(StrEnum):
    """Where a suggestion goes in the settings."""

    VOCABULARY = "vocabulary"
    REPLACEMENT = "replacement"


@dataclass(frozen=True, slots=True)
class Change:
    """Words as they were written, and what the user made of them."""

    wrong: str
    right: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to take into the settings."""

    lesson: Lesson
    wrong: str
    right: str
    times: int
    """So often it was corrected."""


def changes(written: str, corrected: str) -> list[Change]:
    """Return which words were replaced; what was only added or left out teaches nothing."""
    before, after = _WORD.findall(written), _WORD.findall(corrected)
    matcher = SequenceMatcher(
        None, [w.casefold() for w in before], [w.casefold() for w in after], autojunk=False
    )
    found = []
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "replace":
            found += _split(before[i1:i2], after[j1:j2])
        elif kind == "equal":
            found += [
                Change(old, new)
                for place, (old, new) in enumerate(zip(before[i1:i2], after[j1:j2], strict=True))
                if old != new and not _only_begins(i1 + place, j1 + place, old, new)
            ]
    return found


def suggestions(
    corrections: Iterable[tuple[str, str]],
    vocabulary: Sequence[str] = (),
    replacements: Mapping[str, str] | None = None,
) -> list[Suggestion]:
    """Return what to take over from (written, corrected) texts, the most frequent first.

    What ``vocabulary`` and ``replacements`` have already is left out.
    """
    counted: Counter[Change] = Counter()
    for written, corrected in corrections:
        counted.update(changes(written, corrected))
    known_terms = {term.casefold() for term in vocabulary}
    known_phrases = {phrase.casefold() for phrase in replacements or {}}
    found = []
    for change, times in counted.most_common():
        lesson = _lesson(change, times)
        if lesson is Lesson.VOCABULARY and change.right.casefold() in known_terms:
            # The engine was told and mishears it all the same.
            lesson = Lesson.REPLACEMENT if times >= SEEN_TWICE else None
        if lesson is Lesson.REPLACEMENT and change.wrong.casefold() in known_phrases:
            lesson = None
        if lesson is not None:
            found.append(Suggestion(lesson, change.wrong, change.right, times))
    return found


def _lesson(change: Change, times: int) -> Lesson | None:
    if not any(letter.isalpha() for letter in change.right):
        return None  # numbers differ from text to text
    if _is_term(change.right) and _is_alike(change.wrong, change.right):
        return Lesson.VOCABULARY
    return Lesson.REPLACEMENT if times >= SEEN_TWICE else None


def _is_term(words: str) -> bool:
    """Tell whether words are written as names are: capitals, digits or signs among the letters."""
    return any(letter.isupper() or letter.isdigit() or letter in "@+#" for letter in words)


def _is_alike(wrong: str, right: str) -> bool:
    old, new = ("".join(words.casefold().split()) for words in (wrong, right))
    return SequenceMatcher(None, old, new, autojunk=False).ratio() >= ALIKE


def _only_begins(i: int, j: int, old: str, new: str) -> bool:
    """Tell whether the case differs because a sentence begins; of the first word that is so."""
    return 0 in (i, j) and old[1:] == new[1:]


def _split(before: list[str], after: list[str]) -> list[Change]:
    """Return a change, word by word where as many words stand for as many that are alike."""
    if len(before) == len(after) and all(map(_is_alike, before, after)):
        return [Change(old, new) for old, new in zip(before, after, strict=True)]
    if max(len(before), len(after)) > LONGEST_WORDS:
        return []
    return [Change(" ".join(before), " ".join(after))]
