"""A whole recording through detector, engine and text, the engine being scripted."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictate.domain import (
    SAMPLE_RATE_HZ,
    DecodeOptions,
    ModelChoice,
    Segment,
    Span,
    Transcript,
    Verdict,
)
from dictate.errors import DecodeFailed
from dictate.session.file_transcription import (
    Stages,
    Wish,
    batches,
    merged,
    transcribe_samples,
)
from dictate.vad.segmenter import SegmenterOptions
from tests.fakes.capture import LoudnessDetector
from tests.fakes.engine import SCRIPTED_MODEL, ScriptedEngine

SECOND = SAMPLE_RATE_HZ
WISH = Wish(ModelChoice(), DecodeOptions())


def heard(text: str, start_s: float = 0.0, language: str = "en", sure: float = 1.0) -> Transcript:
    return Transcript(
        text.strip(),
        Verdict.TEXT,
        language=language,
        language_probability=sure,
        segments=(Segment(start_s, start_s + 1, text),),
        model=SCRIPTED_MODEL,
        load_ms=3.0,
        decode_ms=2.0,
    )


def stages(engine: ScriptedEngine) -> Stages:
    return Stages(LoudnessDetector(), SegmenterOptions(), engine, lambda text, _: text.upper())


def speech(*lengths_s: float) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """Loud stretches with two seconds of silence after each."""
    parts = []
    for length_s in lengths_s:
        parts.append(np.full(int(length_s * SECOND), 0.5, np.float32))
        parts.append(np.zeros(2 * SECOND, np.float32))
    return np.concatenate(parts)


def test_the_text_and_the_segments_go_through_the_pipeline() -> None:
    engine = ScriptedEngine(heard(" hello there"))
    found = transcribe_samples(speech(2), stages(engine), WISH)
    assert found.text == "HELLO THERE"
    assert [s.text for s in found.segments] == ["HELLO THERE"]
    assert found.transcript.duration_s == 4.0
    assert found.transcript.model is SCRIPTED_MODEL
    assert (found.timings.load_ms, found.timings.decode_ms) == (3.0, 2.0)
    assert found.timings.vad_ms > 0


def test_segment_times_are_asked_for() -> None:
    engine = ScriptedEngine(heard("x"))
    transcribe_samples(speech(1), stages(engine), WISH)
    assert engine.jobs[0].options.timestamps


def test_silence_is_not_decoded() -> None:
    engine = ScriptedEngine()
    found = transcribe_samples(np.zeros(3 * SECOND, np.float32), stages(engine), WISH)
    assert found.text == ""
    assert found.transcript.verdict is Verdict.NO_SPEECH
    assert found.transcript.duration_s == 3.0
    assert engine.jobs == []


def test_nothing_at_all_is_no_speech() -> None:
    found = transcribe_samples(np.zeros(0, np.float32), stages(ScriptedEngine()), WISH)
    assert found.transcript.verdict is Verdict.NO_SPEECH


def test_a_short_recording_is_one_job_without_a_report() -> None:
    engine = ScriptedEngine(heard("x"))
    reports: list[tuple[float, float]] = []
    transcribe_samples(speech(5, 5), stages(engine), WISH, lambda *done: reports.append(done))
    assert len(engine.jobs) == 1
    assert reports == []


def test_a_long_recording_is_decoded_in_batches_and_reports_before_each() -> None:
    engine = ScriptedEngine(heard(" one"), heard(" two", 60), heard(" three", 120))
    reports: list[tuple[float, float]] = []
    samples = speech(*[10] * 12)
    found = transcribe_samples(samples, stages(engine), WISH, lambda *done: reports.append(done))
    assert found.text == "ONE TWO THREE"
    assert [s.start_s for s in found.segments] == [0, 60, 120]
    assert [total for _, total in reports] == [144.0] * 3
    assert [done for done, _ in reports] == sorted(done for done, _ in reports)
    assert reports[0][0] < 1 < reports[1][0]


def test_a_sure_language_holds_for_the_rest() -> None:
    engine = ScriptedEngine(
        heard("eins", language="de", sure=0.4),
        heard("zwei", language="de", sure=0.9),
        heard("drei", language="de"),
    )
    found = transcribe_samples(speech(*[10] * 12), stages(engine), WISH)
    assert [job.options.language for job in engine.jobs] == [None, None, "de"]
    assert found.transcript.language == "de"


def test_the_wished_language_stays() -> None:
    engine = ScriptedEngine(heard("one", language="de"), heard("two"), heard("three"))
    wish = Wish(ModelChoice(), DecodeOptions(language="en"))
    transcribe_samples(speech(*[10] * 12), stages(engine), wish)
    assert [job.options.language for job in engine.jobs] == ["en"] * 3


def test_an_engine_that_fails_fails_the_recording() -> None:
    with pytest.raises(DecodeFailed):
        transcribe_samples(speech(1), stages(ScriptedEngine(DecodeFailed("no"))), WISH)


def test_a_declined_batch_does_not_hide_an_understood_one() -> None:
    declined = Transcript("", Verdict.NOT_UNDERSTOOD, model=SCRIPTED_MODEL)
    assert merged([declined, heard("word", language="de")], 9.0).verdict is Verdict.TEXT
    assert merged([declined, heard("word", language="de")], 9.0).language == "de"
    assert merged([declined, declined], 9.0).verdict is Verdict.NOT_UNDERSTOOD


@given(st.lists(st.integers(1, 40 * SECOND), max_size=30), st.floats(1, 100))
def test_batches_keep_every_span_in_order_and_stay_within_bounds(
    lengths: list[int], most_s: float
) -> None:
    spans, at = [], 0
    for length in lengths:
        spans.append(Span(at, at + length))
        at += length + SECOND
    grouped = batches(spans, most_s)
    assert [span for group in grouped for span in group] == spans
    for group in grouped:
        speech_s = sum(span.length_samples for span in group) / SECOND
        assert speech_s <= most_s * 1.0001 or len(group) == 1
