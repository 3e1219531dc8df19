"""A take that fails, is cancelled or outlives its program comes back, through the real threads."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from dictate.domain import (
    Fate,
    Transcript,
    Verdict,
)
from dictate.errors import DecodeFailed
from dictate.events import (
    NoticeRaised,
    RecordingKept,
    TakeCancelled,
    TakeFinished,
)
from dictate.session.commands import Cancel, Retry
from dictate.store.journal import DiskJournal
from dictate.store.shelf import Shelf
from tests.fakes.bench import PATIENCE_S, Bench, running
from tests.fakes.capture import LOUD


def keeping(folder: Path) -> AbstractContextManager[Bench]:
    """Run a session that keeps its sound in ``folder``."""
    return running(lambda publish: DiskJournal(Shelf(folder), publish))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "takes"


@pytest.fixture
def bench(folder: Path) -> Iterator[Bench]:
    with keeping(folder) as bench:
        yield bench


def speak(bench: Bench) -> None:
    source = bench.press()
    bench.say(source)
    bench.release(source)
    assert source.closed.wait(PATIENCE_S)


def retry(bench: Bench) -> None:
    bench.post(Retry(time.monotonic()))


def test_a_failed_take_is_delivered_by_a_retry(bench: Bench, folder: Path) -> None:
    speak(bench)
    bench.engine.wait_for_jobs(1)
    first = bench.engine.jobs[0]
    bench.engine.answer(DecodeFailed("The engine broke.", "Try again."))
    assert bench.await_event(RecordingKept).fate is Fate.FAILED
    retry(bench)
    bench.engine.wait_for_jobs(2)
    again = bench.engine.jobs[1]
    assert len(again.samples) == len(first.samples), "untrimmed"
    assert again.spans == first.spans
    bench.engine.answer("Saved.")
    assert bench.text() == "Saved."
    assert bench.await_event(RecordingKept).fate is None
    bench.await_event(TakeFinished)


def test_a_retry_that_fails_can_be_retried(bench: Bench) -> None:
    speak(bench)
    for job in (1, 2):
        bench.engine.wait_for_jobs(job)
        bench.engine.answer(DecodeFailed("The engine broke.", "Try again."))
        while bench.await_event(RecordingKept).fate is not Fate.FAILED:
            pass
        retry(bench)
    bench.engine.wait_for_jobs(3)
    bench.engine.answer("Saved.")
    assert bench.text() == "Saved."


def test_a_cancelled_take_is_brought_back(bench: Bench) -> None:
    source = bench.press()
    bench.say(source)
    bench.post(Cancel(time.monotonic()))
    bench.await_event(TakeCancelled)
    source.stop()
    assert bench.await_event(RecordingKept).fate is Fate.CANCELLED
    retry(bench)
    bench.engine.wait_for_jobs(1)
    bench.engine.answer("Wanted after all.")
    assert bench.text() == "Wanted after all."


def test_what_one_model_declined_another_one_writes(bench: Bench) -> None:
    speak(bench)
    bench.engine.wait_for_jobs(1)
    bench.engine.answer(Transcript("", Verdict.NOT_UNDERSTOOD))
    assert bench.await_event(RecordingKept).fate is Fate.DECLINED
    bench.post(Retry(time.monotonic(), "small"))
    bench.engine.wait_for_jobs(2)
    assert [job.choice.model for job in bench.engine.jobs] == ["auto", "small"]
    bench.engine.answer("Understood now.")
    assert bench.text() == "Understood now."
    assert bench.await_event(RecordingKept).fate is None


def test_a_failure_says_how_to_try_again(bench: Bench) -> None:
    speak(bench)
    bench.engine.wait_for_jobs(1)
    bench.engine.answer(DecodeFailed("The engine broke.", "Choose another model."))
    next_step = bench.await_event(NoticeRaised).notice.next_step
    assert next_step.startswith("Choose another model.") and "dictate retry" in next_step


def test_without_a_recording_a_retry_says_so(bench: Bench) -> None:
    retry(bench)
    assert "no recording" in bench.await_event(NoticeRaised).notice.message
    bench.await_idle()


def test_what_was_being_decoded_when_it_ended_is_offered_next_time(folder: Path) -> None:
    with keeping(folder) as before:
        speak(before)
        before.engine.wait_for_jobs(1)
    with keeping(folder) as bench:
        assert "dictate retry" in bench.await_event(NoticeRaised).notice.next_step
        assert not bench.engine.jobs, "nothing happens by itself"
        retry(bench)
        bench.engine.wait_for_jobs(1)
        bench.engine.answer("From before.")
        assert bench.text() == "From before."
        bench.await_event(TakeFinished)
    assert list(folder.iterdir()) == []


def test_a_slip_of_the_finger_that_fails_is_not_said_to_be_kept(bench: Bench) -> None:
    source = bench.press()
    bench.feed(source, *[LOUD] * 2)  # less than any word
    bench.release(source)
    bench.engine.wait_for_jobs(1)
    bench.engine.answer(DecodeFailed("The engine broke.", "Choose another model."))
    assert bench.await_event(NoticeRaised).notice.next_step == "Choose another model."
    retry(bench)
    assert "no recording" in bench.await_event(NoticeRaised).notice.message
