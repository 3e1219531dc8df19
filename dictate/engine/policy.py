"""Decides, purely, which decoded segments are what the user said and which are inventions.

Whisper answers noise with a sentence. What gives it away: a high no-speech probability together
with a low log probability, a text that compresses too well, or the same words over and over.
"""

from __future__ import annotations

from collections.abc import Iterable

from dictate.domain import Segment, Verdict
from dictate.engine.facts import ModelFacts

LOOP_TIMES = 5
"""So often in a row the same words mean a loop."""
LOOP_MAX_WORDS = 8
LOOP_SHARE = 0.6
"""The loop must be most of the text: a chorus inside a longer dictation is kept."""
LOOP_MIN_WORDS = 10
"""Somebody who says "no, no, no, no, no" is taken at their word."""


def judge(segments: Iterable[Segment], facts: ModelFacts) -> tuple[tuple[Segment, ...], Verdict]:
    """Return the segments worth keeping, and what became of speech that was decoded."""
    kept = tuple(part for part in segments if part.text.strip() and is_trusted(part, facts))
    return kept, Verdict.TEXT if kept else Verdict.NOT_UNDERSTOOD


def is_trusted(segment: Segment, facts: ModelFacts) -> bool:
    """Tell whether the model's own measures speak for this segment."""
    silent = segment.no_speech_prob > facts.no_speech_threshold
    unsure = segment.avg_logprob < facts.log_prob_threshold
    doubted = (silent or unsure) if facts.no_speech_alone else (silent and unsure)
    repetitive = segment.compression_ratio > facts.compression_ratio_threshold
    return not (doubted or repetitive or is_loop(segment.text))


def is_loop(text: str) -> bool:
    """Tell whether most of the text is one short run of words again and again."""
    words = text.lower().split()
    if len(words) < LOOP_MIN_WORDS:
        return False
    longest = max(_longest_run(words, size) for size in range(1, LOOP_MAX_WORDS + 1))
    return longest >= LOOP_SHARE * len(words)


def _longest_run(words: list[str], size: int) -> int:
    """Return how many words the longest repetition of ``size`` words covers, 0 for a short one."""
    best = matched = 0
    for index in range(size, len(words)):
        matched = matched + 1 if words[index] == words[index - size] else 0
        covered = matched + size
        if covered >= LOOP_TIMES * size:
            best = max(best, covered)
    return best
