"""Makes words and segments with times from the tokens of a transducer or CTC model. Pure.

Such a model gives each token the time of the frame it was heard in. A word lasts from its first
token to its last one and a frame more; a segment ends with a sentence or before a pause.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dictate.domain import Segment, Word

FRAME_S = 0.08
"""What one frame of these encoders stands for: 10 ms, eight of them at a time."""
PAUSE_S = 1.0
SENTENCE_ENDS = (".", "?", "!", "。", "？", "！", "…")


@dataclass(frozen=True, slots=True)
class Token:
    """One token with the time it was heard at."""

    text: str
    at_s: float
    logprob: float | None = None


def words(text: str, tokens: Iterable[Token], length_s: float) -> tuple[Word, ...]:
    """Return the words of ``text``, each with the times of the tokens its letters came from.

    Empty when the tokens do not spell the text.
    """
    letters = [(letter, token) for token in tokens for letter in token.text if letter.strip()]
    spoken = text.split()
    if "".join(spoken) != "".join(letter for letter, _ in letters):
        return ()
    found: list[Word] = []
    at = 0
    for number, spelt in enumerate(spoken):
        heard = [token for _, token in letters[at : at + len(spelt)]]
        at += len(spelt)
        start_s = min(heard[0].at_s, length_s)
        end_s = min(max(start_s, heard[-1].at_s + FRAME_S), length_s)
        found.append(Word(start_s, end_s, f" {spelt}" if number else spelt, _probability(heard)))
    return tuple(found)


def segments(spoken: Sequence[Word], plain: Segment) -> tuple[Segment, ...]:
    """Cut one segment at the ends of sentences and before pauses; the words say where."""
    parts: list[list[Word]] = []
    for word in spoken:
        last = parts[-1][-1] if parts else None
        ends = last is not None and (
            last.text.endswith(SENTENCE_ENDS) or word.start_s - last.end_s >= PAUSE_S
        )
        if last is None or ends:
            parts.append([])
        parts[-1].append(word)
    return tuple(
        Segment(
            start_s=part[0].start_s,
            end_s=part[-1].end_s,
            text="".join(word.text for word in part),
            avg_logprob=plain.avg_logprob,
            compression_ratio=plain.compression_ratio,
            words=tuple(part),
        )
        for part in parts
    )


def average_logprob(tokens: Sequence[Token]) -> float:
    """Return the mean log probability; 0 where the model gives none, or none that can be one."""
    known = [token.logprob for token in tokens if token.logprob is not None]
    if not known or max(known) > 0 or not all(map(math.isfinite, known)):
        return 0.0
    return sum(known) / len(known)


def _probability(heard: Sequence[Token]) -> float:
    distinct = list({id(token): token for token in heard}.values())
    if any(token.logprob is None for token in distinct):
        return 0.0
    return min(1.0, math.exp(average_logprob(distinct)))
