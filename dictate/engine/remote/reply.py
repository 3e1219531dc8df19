"""Reads what a server heard out of its answer: pure, and suspicious of every field."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dictate.domain import Segment, Word
from dictate.engine.remote.languages import code_of
from dictate.errors import ReplyUnusable

MOST_BYTES = 8 * 1024 * 1024
"""Five minutes of speech with the times of all words are far below that."""

CHECK = "Check [remote] endpoint in the settings; `dictate remote check` tries it."


@dataclass(frozen=True, slots=True)
class Heard:
    """What a server made of a clip; times count from its first sample."""

    text: str
    language: str = ""
    """A code; empty when the server did not say."""
    segments: tuple[Segment, ...] = ()
    """Empty when the server gave no times."""


def read(content: bytes) -> Heard:
    """Return what an answer says. Raises ReplyUnusable."""
    try:
        document = json.loads(content)
    except (ValueError, RecursionError) as error:
        # The content may be words of the user: neither it nor the error's text goes anywhere.
        raise unusable() from error
    if not isinstance(document, Mapping) or not isinstance(document.get("text"), str):
        raise unusable()
    language = document.get("language")
    return Heard(
        document["text"].strip(),
        code_of(language) if isinstance(language, str) else "",
        _segments(document),
    )


def unusable() -> ReplyUnusable:
    """Return the error for an answer that is none."""
    return ReplyUnusable("The server's answer is not one of a speech recogniser.", CHECK)


def _segments(document: Mapping[str, object]) -> tuple[Segment, ...]:
    words = _words(document.get("words"))
    found = [_segment(part, words) for part in _objects(document.get("segments"))]
    whole = [segment for segment in found if segment is not None]
    if len(whole) == len(found) and whole:
        return tuple(whole)
    text = str(document["text"])
    if not text.strip() or not words:
        return ()
    return (Segment(words[0].start_s, words[-1].end_s, text, words=words),)


def _segment(part: Mapping[str, object], words: tuple[Word, ...]) -> Segment | None:
    start_s, end_s, text = _number(part, "start"), _number(part, "end"), part.get("text")
    if start_s is None or end_s is None or end_s < start_s or not isinstance(text, str):
        return None
    own = _words(part.get("words"))
    if not own:
        own = tuple(w for w in words if start_s <= (w.start_s + w.end_s) / 2 < end_s)
    return Segment(
        start_s,
        end_s,
        text,
        _number(part, "avg_logprob") or 0.0,
        _number(part, "no_speech_prob") or 0.0,
        _number(part, "compression_ratio") or 1.0,
        own,
    )


def _words(value: object) -> tuple[Word, ...]:
    words: list[Word] = []
    for part in _objects(value):
        start_s, end_s, text = _number(part, "start"), _number(part, "end"), part.get("word")
        if start_s is None or end_s is None or end_s < start_s or not isinstance(text, str):
            return ()
        spaced = text if text[:1].isspace() else f" {text}"
        words.append(Word(start_s, end_s, spaced, _number(part, "probability") or 0.0))
    return tuple(words)


def _objects(value: object) -> Iterable[Mapping[str, object]]:
    parts = value if isinstance(value, list) else []
    return [part if isinstance(part, Mapping) else {} for part in parts]


def _number(part: Mapping[str, object], name: str) -> float | None:
    value = part.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        return float(value) if math.isfinite(value) else None
    except OverflowError:
        return None
