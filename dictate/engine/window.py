"""How much sound the encoder is shown, and whether what came back can be right. Pure.

Whisper was trained on windows of 30 s, and encoding them is most of the work for a short take. A
window as long as the take plus a margin gives the same words for a third of the time, with a floor:
handy-computer/transcribe.cpp PR 149 measured 10 s and a margin of 2 s without loss, while windows
that are too small make stock models repeat themselves (ggml-org/whisper.cpp issue 1951). What looks
like that is decoded again with the whole window.
"""

from __future__ import annotations

import math
import zlib

SHORTEST_WINDOW_S = 10.0
MARGIN_S = 2.0
FULL_WINDOW_S = 30.0

FRAMES_PER_S = 100
"""Mel frames, one each 10 ms; the encoder halves them."""

TOKENS_PER_S = 12.0
"""Twice what a fast speaker says in the languages with the longest spellings in tokens."""
SPARE_TOKENS = 16
NGRAM_WORDS = 3
NGRAM_TIMES = 3


def window_frames(length_s: float) -> int:
    """Return how many mel frames to encode for a take of this length; even, at most 3,000."""
    window_s = min(FULL_WINDOW_S, max(SHORTEST_WINDOW_S, length_s + MARGIN_S))
    return 2 * math.ceil(window_s * FRAMES_PER_S / 2)


def token_limit(length_s: float) -> int:
    """Return how many tokens nobody can have said in this time: where a loop is cut off."""
    return SPARE_TOKENS + math.ceil(TOKENS_PER_S * length_s)


def compression_ratio(text: str) -> float:
    """Return how well a text compresses, as Whisper measures it: loops compress very well."""
    raw = text.encode()
    return len(raw) / len(zlib.compress(raw)) if raw else 0.0


def repeats_itself(text: str) -> bool:
    """Tell whether the same three words come three times in a row, the short window's failure."""
    words = text.lower().split()
    size, times = NGRAM_WORDS, NGRAM_TIMES
    for start in range(len(words) - size * times + 1):
        run = words[start : start + size]
        if all(words[start + k * size : start + (k + 1) * size] == run for k in range(1, times)):
            return True
    return False
