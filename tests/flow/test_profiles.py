"""Profiles through the real session: which one a take has, and that it keeps it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dictate.clearance import Answer
from dictate.domain import DecodeOptions, Job, ModelChoice, Phase, TakeId
from dictate.events import PhaseChanged, ProfileChosen, RecordingKept, TakeFinished
from dictate.session.commands import Cancel, LetGo, Start, Toggle
from dictate.session.wiring import Wiring, Wirings
from dictate.store.journal import DiskJournal
from dictate.store.shelf import Shelf
from tests.fakes.bench import PATIENCE_S, Bench, running
from tests.fakes.capture import LOUD, SILENT
from tests.fakes.delivery import NotebookSink

ENGLISH, GERMAN = DecodeOptions("en"), DecodeOptions("de")


class Windows:
    """Answers which profile the window has, when the test says so."""

    def __init__(self) -> None:
        self.asked: list[tuple[TakeId, Callable[[str], None]]] = []
        self.at_once: str | None = None

    def __call__(self, take: TakeId, chosen: Callable[[str], None]) -> None:
        self.asked.append((take, chosen))
        if self.at_once is not None:
            chosen(self.at_once)


@pytest.fixture
def windows() -> Windows:
    return Windows()


@pytest.fixture
def german() -> NotebookSink:
    return NotebookSink()


@pytest.fixture
def bench(windows: Windows, german: NotebookSink) -> Iterator[Bench]:
    with running() as bench:
        bench.coordinator.rewire(wirings(bench.sink, german, windows))
        yield bench


def wirings(sink: NotebookSink, german: NotebookSink, windows: Windows) -> Wirings:
    plain = Wiring(ModelChoice("base"), ENGLISH, lambda text, _: text.strip(), sink)
    other = replace(
        plain,
        choice=ModelChoice("small"),
        options=GERMAN,
        make_text=lambda text, _: text.upper(),
        sink=german,
    )
    return Wirings(plain, {"german": other}, windows)


def dictate(bench: Bench, command: Start, text: str = "hallo", number: int = 1) -> Job:
    """Begin, speak, stop, and let the engine answer."""
    bench.coordinator.post(command)
    source = bench.audio.opened.get(timeout=PATIENCE_S)
    bench.say(source)
    bench.release(source)
    return answer(bench, text, number)


def answer(bench: Bench, text: str, number: int = 1) -> Job:
    """Let the engine answer the job of this number, once it has it."""
    bench.engine.wait_for_jobs(number)
    bench.engine.answer(text)
    return bench.engine.jobs[number - 1]


def test_the_profile_of_the_hotkey_counts(
    bench: Bench, windows: Windows, german: NotebookSink
) -> None:
    job = dictate(bench, Start(time.monotonic(), profile="german"))
    assert job.options == GERMAN
    assert job.choice == ModelChoice("small")
    assert german.texts.get(timeout=PATIENCE_S) == "HALLO"
    assert bench.await_event(TakeFinished).report.profile == "german"
    assert windows.asked == []
    assert german.aimed is not None


def test_the_window_of_the_press_chooses_otherwise(
    bench: Bench, windows: Windows, german: NotebookSink
) -> None:
    windows.at_once = "german"
    job = dictate(bench, Start(time.monotonic()))
    assert job.options == GERMAN
    assert german.texts.get(timeout=PATIENCE_S) == "HALLO"
    assert bench.await_event(ProfileChosen).profile == "german"


def test_a_window_without_a_profile_leaves_it_as_it_is(bench: Bench, windows: Windows) -> None:
    windows.at_once = ""
    assert dictate(bench, Start(time.monotonic())).options == ENGLISH
    assert bench.text() == "hallo"
    assert bench.await_event(TakeFinished).report.profile == ""


def test_an_answer_after_the_take_is_decoded_changes_nothing(
    bench: Bench, windows: Windows
) -> None:
    assert dictate(bench, Start(time.monotonic())).options == ENGLISH
    windows.asked[0][1]("german")
    assert bench.text() == "hallo"
    assert bench.await_event(TakeFinished).report.profile == ""


def test_a_profile_that_nobody_knows_is_none(bench: Bench) -> None:
    assert dictate(bench, Start(time.monotonic(), profile="gone")).options == ENGLISH
    assert bench.text() == "hallo"


def test_a_take_keeps_its_wiring_when_settings_change_meanwhile(
    bench: Bench, windows: Windows, german: NotebookSink
) -> None:
    bench.coordinator.post(Start(time.monotonic(), profile="german"))
    source = bench.audio.opened.get(timeout=PATIENCE_S)
    bench.say(source)
    later = NotebookSink()
    bench.coordinator.rewire(wirings(later, later, windows))
    bench.release(source)
    answer(bench, "hallo")
    assert german.texts.get(timeout=PATIENCE_S) == "HALLO"
    bench.await_idle()
    dictate(bench, Start(time.monotonic(), profile="german"), "neu", 2)
    assert later.texts.get(timeout=PATIENCE_S) == "NEU"


def test_two_takes_in_a_row_have_each_its_own(bench: Bench, german: NotebookSink) -> None:
    now_s = time.monotonic()
    bench.coordinator.post(Start(now_s, profile="german"))
    first = bench.audio.opened.get(timeout=PATIENCE_S)
    bench.say(first)
    bench.release(first)
    bench.coordinator.post(Start(now_s))
    second = bench.audio.opened.get(timeout=PATIENCE_S)
    bench.say(second)
    bench.release(second)
    bench.engine.wait_for_jobs(2)
    assert answer(bench, "eins").options == GERMAN
    assert answer(bench, "two", 2).options == ENGLISH
    assert german.texts.get(timeout=PATIENCE_S) == "EINS"
    assert bench.text() == "two"


def test_the_phase_tells_the_profile(bench: Bench) -> None:
    bench.coordinator.post(Start(time.monotonic(), profile="german"))
    opening = bench.await_event(PhaseChanged)
    assert (opening.phase, opening.profile) == (Phase.OPENING, "german")
    source = bench.audio.opened.get(timeout=PATIENCE_S)
    bench.say(source)
    recording = bench.await_event(PhaseChanged)
    assert (recording.phase, recording.profile) == (Phase.RECORDING, "german")


def test_silence_ends_a_take_without_hands(bench: Bench) -> None:
    bench.coordinator.post(Toggle(time.monotonic(), patience_s=1.0))
    source = bench.audio.opened.get(timeout=PATIENCE_S)
    bench.feed(source, *[SILENT] * 60, *[LOUD] * 20)  # two seconds before the first word are fine
    source.run_on(SILENT)
    answer(bench, "hello")
    assert bench.text() == "hello"
    spoken_s = bench.await_event(TakeFinished).report.duration_s
    assert 80 * 0.032 + 0.9 < spoken_s < 80 * 0.032 + 2.0


def test_nothing_said_ends_it_too(bench: Bench) -> None:
    bench.coordinator.post(Toggle(time.monotonic(), patience_s=1.0))
    bench.audio.opened.get(timeout=PATIENCE_S).run_on(SILENT)
    report = bench.await_event(TakeFinished).report
    assert report.text == ""
    assert 7.9 < report.duration_s < 8.2


def test_a_text_that_waited_for_a_key_comes_once_that_was_only_tapped(bench: Bench) -> None:
    dictate_first = Start(time.monotonic(), held=True)
    bench.coordinator.post(dictate_first)
    first = bench.audio.opened.get(timeout=PATIENCE_S)
    bench.say(first)
    bench.release(first)
    bench.coordinator.post(Start(time.monotonic(), held=True))
    second = bench.audio.opened.get(timeout=PATIENCE_S)
    answer(bench, "first")
    bench.say(second)
    assert bench.sink.texts.empty()
    bench.coordinator.post(LetGo(time.monotonic()))
    assert bench.text() == "first"
    bench.release(second)
    answer(bench, "second", 2)
    assert bench.text() == "second"


@pytest.mark.parametrize("by", ["hotkey", "window"])
@pytest.mark.parametrize("end", ["delivered", "cancelled"])
def test_nothing_of_a_take_with_a_private_profile_is_kept(
    tmp_path: Path, windows: Windows, by: str, end: str
) -> None:
    with running(lambda publish: DiskJournal(Shelf(tmp_path), publish)) as bench:
        made = wirings(bench.sink, NotebookSink(), windows)
        secret = replace(made.plain, private=True, stays_here=True)
        bench.coordinator.rewire(replace(made, profiles={"secret": secret}))
        windows.at_once = "secret"
        bench.post(Start(time.monotonic(), profile="secret" if by == "hotkey" else ""))
        source = bench.audio.opened.get(timeout=PATIENCE_S)
        bench.say(source)
        if end == "cancelled":
            bench.post(Cancel(time.monotonic()))
        else:
            bench.release(source)
            bench.engine.wait_for_jobs(1)
            assert bench.engine.jobs[0].clearance is not None
            assert bench.engine.jobs[0].clearance.answer is Answer.REFUSED
            bench.engine.answer("hidden")
            assert bench.text() == "hidden"
            report = bench.await_event(TakeFinished).report
            assert (report.private, report.text, report.transcript.text) == (True, "", "")
        bench.await_idle()
        assert not [e for e in bench.heard() if isinstance(e, RecordingKept) and e.fate]
    assert not list(tmp_path.rglob("*.wav"))
