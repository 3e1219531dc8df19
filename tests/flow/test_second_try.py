"""A recording that is tried again is written as it would have been, also after a restart."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from dictate.clearance import Answer
from dictate.domain import DecodeOptions, Fate, Job, ModelChoice, TakeId
from dictate.errors import DecodeFailed
from dictate.events import NoticeRaised, ProfileChosen, RecordingKept, TakeCancelled, TakeFinished
from dictate.session.commands import Cancel, Profiled, Retry, Secret, Start
from dictate.session.wiring import Wiring, Wirings
from dictate.store.journal import DiskJournal
from dictate.store.shelf import Shelf
from tests.fakes.bench import PATIENCE_S, Bench, running
from tests.fakes.delivery import NotebookSink

GERMAN = DecodeOptions("de")
FIRST = TakeId(1)


@pytest.fixture
def german() -> NotebookSink:
    return NotebookSink()


@contextmanager
def program(folder: Path, german: NotebookSink, *, private: bool = False) -> Iterator[Bench]:
    """Run a session that keeps its sound in a folder, with the profile "german"."""
    with running(lambda publish: DiskJournal(Shelf(folder), publish)) as bench:
        plain = Wiring(ModelChoice(), DecodeOptions("en"), lambda t, _: t.strip(), bench.sink)
        profile = replace(plain, options=GERMAN, sink=german, private=private, stays_here=private)
        bench.coordinator.rewire(Wirings(plain, {"german": profile}))
        yield bench


def speak(bench: Bench, *, profile: str = "", by_window: str = "", secret: bool = False) -> None:
    bench.post(Start(time.monotonic(), profile=profile))
    source = bench.audio.opened.get(timeout=PATIENCE_S)
    if by_window:
        bench.post(Profiled(FIRST, by_window))
    if secret:
        bench.post(Secret(FIRST))
    bench.say(source)
    bench.release(source)
    assert source.closed.wait(PATIENCE_S)


def again(bench: Bench, number: int = 1) -> Job:
    bench.post(Retry(time.monotonic()))
    bench.engine.wait_for_jobs(number)
    return bench.engine.jobs[number - 1]


@pytest.mark.parametrize("by", ["hotkey", "window"])
def test_language_and_output_of_its_profile_after_a_crash(
    tmp_path: Path, german: NotebookSink, by: str
) -> None:
    with program(tmp_path, NotebookSink()) as before:
        if by == "hotkey":
            speak(before, profile="german")
        else:
            speak(before, by_window="german")
        before.engine.wait_for_jobs(1)
    with program(tmp_path, german) as bench:
        bench.await_event(NoticeRaised)
        assert again(bench).options == GERMAN
        assert bench.await_event(ProfileChosen).profile == "german"
        bench.engine.answer("Hallo.")
        assert german.texts.get(timeout=PATIENCE_S) == "Hallo."
        assert bench.await_event(TakeFinished).report.profile == "german"


def test_each_recording_has_the_profile_it_was_spoken_with(
    tmp_path: Path, german: NotebookSink
) -> None:
    with program(tmp_path, german) as bench:
        for number, profile in enumerate(("", "german"), 1):
            speak(bench, profile=profile)
            bench.engine.wait_for_jobs(number)
            bench.engine.answer(DecodeFailed("The engine broke.", "Try again."))
            bench.await_idle()
        assert again(bench, 3).options == GERMAN
        bench.engine.answer("Die zweite.")
        assert german.texts.get(timeout=PATIENCE_S) == "Die zweite."
        bench.await_event(TakeFinished)
        assert again(bench, 4).options == DecodeOptions("en")
        bench.engine.answer("The first.")
        assert bench.text() == "The first."


def test_a_profile_that_is_gone_by_now_is_none(tmp_path: Path) -> None:
    with program(tmp_path, NotebookSink()) as before:
        speak(before, profile="german")
        before.engine.wait_for_jobs(1)
    with running(lambda publish: DiskJournal(Shelf(tmp_path), publish)) as bench:
        assert again(bench).options == DecodeOptions()
        bench.engine.answer("Hello.")
        assert bench.text() == "Hello."


@pytest.mark.parametrize("now", ["the same", "not private", "gone"])
def test_a_private_take_stays_private_whatever_became_of_its_profile(
    tmp_path: Path, now: str
) -> None:
    with program(tmp_path, NotebookSink(), private=True) as before:
        speak(before, profile="german")
        before.engine.wait_for_jobs(1)
    with program(tmp_path, NotebookSink(), private=now == "the same") as bench:
        if now == "gone":
            wiring = Wiring(ModelChoice(), GERMAN, lambda t, _: t, bench.sink)
            bench.coordinator.rewire(Wirings(wiring))
        assert_private(bench)
    assert not list(tmp_path.rglob("*.wav"))


def test_a_profile_that_became_private_meanwhile_counts(tmp_path: Path) -> None:
    with program(tmp_path, NotebookSink()) as before:
        speak(before, profile="german")
        before.engine.wait_for_jobs(1)
    with program(tmp_path, NotebookSink(), private=True) as bench:
        assert_private(bench)


def test_what_was_spoken_into_a_password_field_stays_private(tmp_path: Path) -> None:
    with program(tmp_path, NotebookSink()) as before:
        speak(before, secret=True)
        before.engine.wait_for_jobs(1)
    with program(tmp_path, NotebookSink()) as bench:
        assert_private(bench)


def test_a_recording_whose_note_is_gone_is_private(tmp_path: Path) -> None:
    with program(tmp_path, NotebookSink()) as before:
        speak(before)
        before.engine.wait_for_jobs(1)
    for note in tmp_path.glob("*.json"):
        note.write_text("{torn")
    with program(tmp_path, NotebookSink()) as bench:
        assert_private(bench)


def test_a_take_cancelled_before_its_first_sound_leaves_nothing(
    tmp_path: Path, german: NotebookSink
) -> None:
    with program(tmp_path, german) as bench:
        bench.post(Start(time.monotonic(), profile="german"))
        source = bench.audio.opened.get(timeout=PATIENCE_S)
        bench.post(Cancel(time.monotonic()))
        bench.await_event(TakeCancelled)
        source.stop()
    assert not list(tmp_path.rglob("*.json"))


def assert_private(bench: Bench) -> None:
    """Fail unless a second try is for no speech server, and nothing of it is told or kept."""
    job = again(bench)
    assert job.clearance is not None and job.clearance.answer is Answer.REFUSED
    bench.engine.answer("Hidden.")
    report = bench.await_event(TakeFinished).report
    assert (report.private, report.text, report.transcript.text) == (True, "", "")
    bench.await_idle()
    kept = [e.fate for e in bench.heard() if isinstance(e, RecordingKept)]
    assert kept in ([Fate.FAILED, None], [])
