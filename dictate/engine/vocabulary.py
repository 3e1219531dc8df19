"""Names and terms the user gave, as a hint to the decoder, and what gives away its misuse. Pure.

Whisper takes the hint for what was said before, and spells alike. On sound without words it may
answer with the hint itself; such an answer is not believed until it comes without the hint too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

MOST_TOKENS = 100
"""Of Whisper's 448 text positions; a long hint slows decoding and draws the text towards itself."""

ECHO_WORDS = 3
ECHO_SHARE = 0.6
"""An answer is an echo when a run of the hint's words, in its order, is most of it."""

_WORD = re.compile(r"\w+")


def hint(terms: Sequence[str], count_tokens: Callable[[str], int]) -> str:
    """Return as many terms as fit, the first ones first, as one line; empty for none."""
    line = ""
    for term in terms:
        longer = f"{line}, {term.strip()}" if line else term.strip()
        if count_tokens(longer) > MOST_TOKENS:
            break
        line = longer
    return line


def echoes(text: str, said_before: str) -> bool:
    """Tell whether ``text`` is mostly what the model was shown as a hint."""
    heard, shown = _words(text), _words(said_before)
    if not heard or not shown:
        return False
    run = _longest_common_run(heard, shown)
    return run >= min(ECHO_WORDS, len(shown)) and run >= ECHO_SHARE * len(heard)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _longest_common_run(one: list[str], other: list[str]) -> int:
    best, ends = 0, [0] * (len(other) + 1)
    for word in one:
        ends = [0, *(ends[at] + 1 if word == other[at] else 0 for at in range(len(other)))]
        best = max(best, *ends)
    return best
