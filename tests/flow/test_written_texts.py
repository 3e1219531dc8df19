"""What the text stage makes of a take, through the real threads of a session."""

from __future__ import annotations

import pytest

from dictate.assembly import stages
from dictate.domain import (
    Notice,
    Segment,
    Severity,
    Transcript,
    Verdict,
    Written,
)
from dictate.events import (
    NoticeRaised,
    TakeFinished,
)
from tests.fakes.bench import Bench, running

NOTICE = Notice(Severity.INFO, "Something about this text.")


def _dictate(bench: Bench, text: str) -> None:
    source = bench.press()
    bench.say(source)
    bench.release(source)
    bench.engine.wait_for_jobs(1)
    bench.engine.answer(text)


def test_the_written_text_is_delivered_and_the_raw_one_reported() -> None:
    def write(said: object) -> Written:
        return Written("final", "raw", (NOTICE,))

    with running(write=write) as bench:
        _dictate(bench, "hello")
        assert bench.text() == "final"
        report = bench.await_event(TakeFinished).report
        assert bench.await_event(NoticeRaised).notice == NOTICE
    assert (report.text, report.raw_text, report.verdict) == ("final", "raw", Verdict.TEXT)


def test_nothing_is_delivered_of_noise() -> None:
    with running(write=lambda _: Written("", "Thank you.", declined=True)) as bench:
        _dictate(bench, "Thank you.")
        report = bench.await_event(TakeFinished).report
        assert bench.sink.texts.empty()
    assert (report.verdict, report.delivery) == (Verdict.NOT_UNDERSTOOD, None)


@pytest.mark.parametrize(
    ("start_s", "end_s", "speech_s"),
    [
        (1.0, 2.0, 0.1),  # quiet on both sides
        (0.0, 0.9, 0.45),  # spoken at once
        (1.0, 5.0, 3.55),  # until the key came up
        (0.0, 5.0, 5.0),
        (1.0, 1.5, 0.0),
    ],
)
def test_the_quiet_around_the_voice_is_no_speech(
    start_s: float, end_s: float, speech_s: float
) -> None:
    said = Transcript(
        "Thank you.",
        Verdict.TEXT,
        duration_s=5.0,
        segments=(Segment(start_s, end_s, "Thank you."),),
    )
    assert stages.heard(said).speech_s == pytest.approx(speech_s)


def test_without_segments_nothing_is_too_short() -> None:
    assert stages.heard(Transcript("Thank you.", Verdict.TEXT)).speech_s == float("inf")
