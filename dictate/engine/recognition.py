"""Takes one job through a loaded backend: windows, decoding, judgement, one transcript."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from dictate.domain import (
    SAMPLE_RATE_HZ,
    Job,
    ModelInfo,
    Segment,
    Span,
    Transcript,
    Verdict,
)
from dictate.engine.backend import Backend, Decoded
from dictate.engine.facts import ModelFacts
from dictate.engine.policy import judge
from dictate.engine.windows import plan_windows

SURE_OF_LANGUAGE = 0.5
"""From this probability on the language of a window holds for the rest of the take."""


def nothing_heard(job: Job) -> Transcript:
    """Return the answer to a take without speech; nothing needs to be decoded or loaded for it."""
    return Transcript(
        "", Verdict.NO_SPEECH, duration_s=len(job.samples) / SAMPLE_RATE_HZ, model=None
    )


def recognise(job: Job, backend: Backend, info: ModelInfo, facts: ModelFacts) -> Transcript:
    """Decode the speech of a take window by window and keep what can be trusted.

    Segments have times from the take's first sample and the model's raw texts.
    """
    kept: list[Segment] = []
    first: Decoded | None = None
    retries = 0
    options = job.options
    gap_samples = round(facts.join_gap_s * SAMPLE_RATE_HZ)
    for window in plan_windows(job.spans, len(job.samples), max_gap_samples=gap_samples):
        samples = job.samples[window.start_sample : window.end_sample]
        decoded = backend.decode(samples, options)
        retries += decoded.full_window_again
        trusted, _ = judge(decoded.segments, facts)
        kept += [_shifted(segment, window) for segment in trusted]
        if trusted and first is None:
            first = decoded
            if decoded.language_probability >= SURE_OF_LANGUAGE:
                options = replace(options, language=options.language or decoded.language)
    return Transcript(
        text=joined(segment.text for segment in kept),
        verdict=Verdict.TEXT if kept else Verdict.NOT_UNDERSTOOD,
        language=first.language if first else job.options.language or "",
        language_probability=first.language_probability if first else 0.0,
        duration_s=len(job.samples) / SAMPLE_RATE_HZ,
        segments=tuple(kept),
        model=info,
        full_window_retries=retries,
    )


def joined(texts: Iterable[str]) -> str:
    """Return raw texts as one, stripped at its ends.

    Whisper's texts bring their own space in front where the language has spaces; only where two
    would run into each other one is put between.
    """
    whole = ""
    for text in texts:
        glued = bool(whole and text) and not (whole[-1].isspace() or text[0].isspace())
        whole += f" {text}" if glued and not (_is_wide(whole[-1]) or _is_wide(text[0])) else text
    return whole.strip()


def _is_wide(character: str) -> bool:
    """Chinese and Japanese characters, written without spaces."""
    return unicodedata.east_asian_width(character) in ("W", "F")


def _shifted(segment: Segment, window: Span) -> Segment:
    by_s = window.start_s
    return replace(
        segment,
        start_s=segment.start_s + by_s,
        end_s=segment.end_s + by_s,
        words=tuple(
            replace(word, start_s=word.start_s + by_s, end_s=word.end_s + by_s)
            for word in segment.words
        ),
    )
