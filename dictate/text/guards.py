"""Whole texts that nobody said: what Whisper writes for noise, loops, the echo of its prompt. Pure.

Everybody may dictate "thank you": a text is only dropped where there was too little speech for it.
"""

from __future__ import annotations

from collections.abc import Sequence

from dictate.text.language import Language, plain

CREDITS_UP_TO_S = 4.0
"""With more speech even the credits of a film were really said."""
EVERYDAY_UP_TO_S = 0.25
"""Nobody says two syllables in less."""
SHORTEST_UP_TO_S = 0.13
"""A hasty "bye", "ja" or "oh" lasts 0.16 s at least, a click of a key 0.1 s at most: measured with
espeak-ng at 300 words a minute through the detector."""
SHORTEST_CHARACTERS = 4
FASTEST_CHARACTERS_PER_S = 25.0
"""Auctioneers stay below this."""

LONGEST_UNIT_WORDS = 12


def is_imagined(text: str, language: Language, speech_s: float) -> bool:
    """Tell whether a text is one that Whisper writes for noise, and there was hardly speech."""
    said = plain(text)
    if said in language.credits:
        return speech_s <= CREDITS_UP_TO_S
    is_short = len(said) <= SHORTEST_CHARACTERS
    return said in language.everyday and speech_s <= (
        SHORTEST_UP_TO_S if is_short else EVERYDAY_UP_TO_S
    )


def is_echo(text: str, vocabulary: Sequence[str], speech_s: float) -> bool:
    """Tell whether a text is the list of terms the model was shown, said faster than one can."""
    rest, found = plain(text), 0
    for term in map(plain, vocabulary):
        if term and (rest == term or rest.startswith(f"{term} ")):
            rest, found = rest[len(term) :].lstrip(), found + 1
    return not rest and found >= 3 and len(text) > speech_s * FASTEST_CHARACTERS_PER_S


def compress_loops(text: str) -> str:
    """Write what a decoder repeats without end once: a clause 3 times, a word 6 times in a row."""
    words = text.split(" ")
    keys = [plain(word) for word in words]
    kept: list[str] = []
    at = 0
    while at < len(words):
        unit, times = _loop_at(keys, at)
        # The last round has the mark that ends the sentence.
        kept += words[at + unit * (times - 1) : at + unit * times]
        at += unit * times
    return " ".join(kept)


def _loop_at(keys: Sequence[str], at: int) -> tuple[int, int]:
    """Return the length of the unit that is repeated from here, and how often; (1, 1) for none."""
    first = keys[at]
    for unit in range(1, min(LONGEST_UNIT_WORDS, (len(keys) - at) // 3) + 1):
        if keys[at + unit] != first:
            continue
        wanted = 6 if unit == 1 else 4 if unit == 2 else 3
        pattern, times = keys[at : at + unit], 1
        while keys[at + unit * times : at + unit * (times + 1)] == pattern:
            times += 1
        counts = any(key and not key.isdigit() for key in pattern)
        if times >= wanted and counts:
            return unit, times
    return 1, 1
