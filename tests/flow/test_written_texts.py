"""What the text stage makes of a take, through the real threads of a session."""

from __future__ import annotations

from dictate.domain import Notice, NoticeRaised, Severity, TakeFinished, Verdict, Written
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
