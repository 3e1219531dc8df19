"""How far a recognised text is from what was said: word and character error rates.

Case, punctuation and runs of spaces do not count: references seldom have them as Whisper does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_NO_WORD = re.compile(r"[^\w'’]+|_+")


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Error rates over some texts; both can exceed 1 when much was invented."""

    texts: int
    words: int
    """That were said."""
    word_error_rate: float
    character_error_rate: float


def accuracy(pairs: Iterable[tuple[str, str]]) -> Accuracy | None:
    """Compare (said, recognised) texts; None when nothing was said in any of them."""
    import jiwer

    plain = [(normalised(said), normalised(heard)) for said, heard in pairs]
    plain = [(said, heard) for said, heard in plain if said]
    if not plain:
        return None
    said, heard = [list(texts) for texts in zip(*plain, strict=True)]
    return Accuracy(
        texts=len(said),
        words=sum(len(text.split()) for text in said),
        word_error_rate=float(jiwer.wer(said, heard)),
        character_error_rate=float(jiwer.cer(said, heard)),
    )


def normalised(text: str) -> str:
    """Return a text in small letters, its words with one space between them."""
    return " ".join(_NO_WORD.sub(" ", text.casefold().replace("’", "'")).split())
