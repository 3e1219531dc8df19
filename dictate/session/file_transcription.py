"""Turns a whole recording into text: find speech, decode it stretch by stretch, make the text.

The same for the command line and for servers: what is needed comes in as ports. The recording is
decoded in batches of about a minute, so that a long one reports how far it is.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from dictate.domain import (
    SAMPLE_RATE_HZ,
    DecodeOptions,
    Job,
    ModelChoice,
    Samples,
    Segment,
    Span,
    TakeId,
    Timings,
    Transcript,
    Verdict,
)
from dictate.engine.recognition import joined
from dictate.ports import Engine, SpeechDetector
from dictate.vad.segmenter import SegmenterOptions, find_speech

BATCH_SPEECH_S = 56.0
"""Speech decoded between two reports: two full windows of Whisper."""

SURE_OF_LANGUAGE = 0.5
"""From this probability on, the language of one batch holds for the rest of the recording."""

OnProgress = Callable[[float, float], None]
"""Told how many seconds of how many are done, before each batch; never when one is enough."""


@dataclass(frozen=True, slots=True)
class Stages:
    """What a recording goes through."""

    detector: SpeechDetector
    segmenter: SegmenterOptions
    engine: Engine
    make_text: Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be recognised, with what."""

    choice: ModelChoice
    options: DecodeOptions


@dataclass(frozen=True, slots=True)
class FileTranscript:
    """What a recording gave. ``text`` and the segments' texts have been through ``make_text``."""

    text: str
    segments: tuple[Segment, ...]
    transcript: Transcript
    timings: Timings


def transcribe_samples(
    samples: Samples, stages: Stages, wish: Wish, on_progress: OnProgress | None = None
) -> FileTranscript:
    """Return the text of a recording. Blocks; raises EngineError or ModelError."""
    began_s = time.perf_counter()
    spans = find_speech(samples, stages.detector, stages.segmenter)
    vad_ms = _ms_since(began_s)
    total_s = len(samples) / SAMPLE_RATE_HZ
    options = replace(wish.options, timestamps=True)
    parts: list[Transcript] = []
    grouped = batches(spans)
    for number, batch in enumerate(grouped, start=1):
        if on_progress is not None and len(grouped) > 1:
            on_progress(batch[0].start_s, total_s)
        job = Job(TakeId(number), samples, batch, wish.choice, options)
        part = stages.engine.transcribe(job).result()
        parts.append(part)
        if part.language_probability >= SURE_OF_LANGUAGE and options.language is None:
            options = replace(options, language=part.language)
    whole = merged(parts, total_s)
    text_from_s = time.perf_counter()
    text = stages.make_text(whole.text, whole.language)
    segments = tuple(
        replace(s, text=stages.make_text(s.text, whole.language).strip()) for s in whole.segments
    )
    timings = Timings(
        vad_ms=vad_ms,
        load_ms=whole.load_ms,
        queue_ms=whole.queue_ms,
        decode_ms=whole.decode_ms,
        text_ms=_ms_since(text_from_s),
    )
    return FileTranscript(text, segments, whole, timings)


def batches(spans: Iterable[Span], speech_s: float = BATCH_SPEECH_S) -> list[tuple[Span, ...]]:
    """Group spans in order so that no group holds more speech than this, unless one span does."""
    groups: list[list[Span]] = []
    room = 0.0
    for span in spans:
        length_s = span.length_samples / SAMPLE_RATE_HZ
        if not groups or length_s > room:
            groups.append([])
            room = speech_s
        groups[-1].append(span)
        room -= length_s
    return [tuple(group) for group in groups]


def merged(parts: Sequence[Transcript], duration_s: float) -> Transcript:
    """Return the transcripts of the batches of one recording as one."""
    if not parts:
        return Transcript("", Verdict.NO_SPEECH, duration_s=duration_s)
    segments = tuple(segment for part in parts for segment in part.segments)
    told = next((part for part in parts if part.language), parts[0])
    understood = any(part.verdict is Verdict.TEXT for part in parts)
    return Transcript(
        text=joined(segment.text for segment in segments),
        verdict=Verdict.TEXT if understood else Verdict.NOT_UNDERSTOOD,
        language=told.language,
        language_probability=told.language_probability,
        duration_s=duration_s,
        segments=segments,
        model=next((part.model for part in reversed(parts) if part.model), None),
        load_ms=sum(part.load_ms for part in parts),
        queue_ms=sum(part.queue_ms for part in parts),
        decode_ms=sum(part.decode_ms for part in parts),
    )


def _ms_since(began_s: float) -> float:
    return (time.perf_counter() - began_s) * 1000
