"""Takes nobody means: too short, far too long, nothing but noise."""

from __future__ import annotations

import time
import tracemalloc

import numpy as np
import pytest

from dictate.audio.file_source import SamplesInput
from dictate.domain import (
    SAMPLE_RATE_HZ,
    Samples,
    Verdict,
)
from dictate.events import (
    NoticeRaised,
    TakeFinished,
)
from dictate.session.capture import Intake
from dictate.session.commands import Start
from dictate.settings.schema import AudioSettings
from dictate.vad.segmenter import SegmenterOptions
from dictate.vad.silero import SileroDetector
from tests.fakes.bench import Bench, running
from tests.fakes.capture import LOUD, SILENT
from tests.fakes.engine import ScriptedEngine

LONGEST_S = AudioSettings().max_take_s
PATIENCE_LONG_S = 60.0
SLACK_BYTES = 30_000_000
"""The measuring itself, 56,000 levels the test has been told, and what else runs."""


def test_a_take_of_a_tenth_of_a_second_is_served_like_any_other(bench: Bench) -> None:
    for _ in range(2):
        source = bench.press()
        bench.feed(source, SILENT, SILENT, SILENT)
        bench.release(source)
        assert bench.await_event(TakeFinished).report.verdict is Verdict.NO_SPEECH
    source = bench.press()
    bench.feed(source, *[LOUD] * 3)
    bench.release(source)
    bench.engine.wait_for_jobs(1)
    bench.engine.answer("Hm.")
    assert bench.text() == "Hm."


def talk(minutes: float) -> Samples:
    """Sentences of 7 s with a second between them, made fresh."""
    sentence = np.concatenate([*[LOUD] * 219, *[SILENT] * 31])
    return np.tile(sentence, int(minutes * 60 * SAMPLE_RATE_HZ / len(sentence)) + 1)


@pytest.mark.slow
def test_half_an_hour_ends_at_the_limit_within_bounded_time_and_memory() -> None:
    """At full speed, without the voice detector's own time."""
    audio = SamplesInput(talk(31), "somebody who talks", paced=False)
    engine = ScriptedEngine(*["A sentence."] * 500)
    with running(engine=engine) as bench:
        bench.listener.use(Intake(audio, SegmenterOptions(), LONGEST_S, decode_ahead=True))
        tracemalloc.start()
        began_s = time.monotonic()
        bench.post(Start(time.monotonic()))
        told = bench.await_event(NoticeRaised, PATIENCE_LONG_S).notice
        report = bench.await_event(TakeFinished).report
        took_s = time.monotonic() - began_s
        left_bytes, peak_bytes = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    assert bench.text().startswith("A sentence. A sentence.")
    assert told.message == "The recording was ended after 30 minutes."
    assert told.next_step == "What was said until then is written."
    assert report.duration_s == pytest.approx(LONGEST_S, abs=0.1)
    raw_bytes = int(LONGEST_S * SAMPLE_RATE_HZ * 4)
    kept_bytes = sum(job.samples.nbytes for job in engine.jobs[:-1])  # the fake forgets nothing
    assert peak_bytes < 2 * raw_bytes + kept_bytes + SLACK_BYTES, "frames, and what they become"
    assert left_bytes < raw_bytes + kept_bytes + SLACK_BYTES, "the recording, once"
    assert took_s < PATIENCE_LONG_S
    tail = engine.jobs[-1]
    assert sum(span.length_samples for span in tail.spans) < 20 * SAMPLE_RATE_HZ


def noise(seconds: float) -> Samples:
    rng = np.random.default_rng(7)
    return (rng.standard_normal(int(seconds * SAMPLE_RATE_HZ)) * 0.2).astype(np.float32)


@pytest.mark.parametrize("gain", [0.01, 0.3, 1.0])
def test_pure_noise_asks_the_engine_nothing_and_types_nothing(gain: float) -> None:
    sound = np.clip(noise(10) * np.float32(gain), -1, 1)
    with running(detector=SileroDetector) as bench:
        audio = SamplesInput(sound, "a fan", paced=False)
        bench.listener.use(Intake(audio, SegmenterOptions(), 60.0, decode_ahead=True))
        bench.post(Start(time.monotonic()))
        report = bench.await_event(TakeFinished, PATIENCE_LONG_S).report
    assert (report.verdict, report.text) == (Verdict.NO_SPEECH, "")
    assert bench.engine.jobs == []


@pytest.mark.parametrize(("limit_s", "told"), [(5.0, "5 seconds"), (80.0, "80 seconds")])
def test_the_limit_is_told_in_numbers_that_say_something(limit_s: float, told: str) -> None:
    audio = SamplesInput(talk(1.5), "somebody who talks", paced=False)
    with running(engine=ScriptedEngine(*["A sentence."] * 50)) as bench:
        bench.listener.use(Intake(audio, SegmenterOptions(), limit_s))
        bench.post(Start(time.monotonic()))
        notice = bench.await_event(NoticeRaised, PATIENCE_LONG_S).notice
        assert notice.message == f"The recording was ended after {told}."
        bench.await_event(TakeFinished)
