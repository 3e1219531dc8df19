"""A text that is gone over before it is delivered, through the real threads of a session."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dictate.cancellation import Cancellation
from dictate.cleanup.chat_client import ChatClient
from dictate.cleanup.endpoint import parse
from dictate.cleanup.llm_cleaner import LlmCleaner
from dictate.cleanup.text_finisher import TextFinisher
from dictate.domain import (
    Draft,
    Fate,
    Finished,
)
from dictate.errors import CleanupCancelled, OutputError
from dictate.events import (
    CleanupProgressed,
    NoticeRaised,
    RecordingKept,
    TakeCancelled,
    TakeFinished,
)
from dictate.session.commands import Cancel
from dictate.settings.choices import (
    LlmWhen,
)
from dictate.settings.schema import (
    HookSettings,
    LlmSettings,
)
from dictate.store.journal import DiskJournal
from dictate.store.shelf import Shelf
from tests.fakes.bench import PATIENCE_S, Bench, running
from tests.fakes.chat_server import ChatServer, chat_server


class WaitingFinisher:
    """Is at work until it is told to go on or that the take was taken back."""

    def __init__(self) -> None:
        self.begun, self.go_on = threading.Event(), threading.Event()

    def finish(
        self, draft: Draft, cancellation: Cancellation, on_progress: Callable[[float], None]
    ) -> Finished:
        on_progress(0.5)
        self.begun.set()
        with cancellation.waking(self.go_on.set):
            assert self.go_on.wait(PATIENCE_S)
        if cancellation.is_set:
            raise CleanupCancelled("Stopped.")
        return Finished(draft.text.upper())


class BrokenFinisher:
    """Has a bug."""

    def finish(
        self, draft: Draft, cancellation: Cancellation, on_progress: Callable[[float], None]
    ) -> Finished:
        raise ZeroDivisionError


def _dictate(bench: Bench, text: str) -> None:
    source = bench.press()
    bench.say(source)
    bench.release(source)
    bench.engine.wait_for_jobs(1)
    bench.engine.answer(text)


def _finisher(chat: ChatServer, *, wanted: bool = True, timeout_s: float = 5.0) -> TextFinisher:
    settings = LlmSettings(LlmWhen.ALWAYS, chat.url, timeout_s=timeout_s)
    cleaner = LlmCleaner(settings, ChatClient(parse(chat.url)), lambda host, within_s: "")
    return TextFinisher(cleaner, lambda draft: wanted, HookSettings())


def test_the_cleaned_text_is_delivered_and_the_raw_one_kept() -> None:
    finisher = WaitingFinisher()
    finisher.go_on.set()
    with running(finisher=finisher) as bench:
        _dictate(bench, "hello")
        assert bench.text() == "HELLO"
        assert bench.await_event(CleanupProgressed).share == 0.5
        report = bench.await_event(TakeFinished).report
    assert (report.text, report.raw_text) == ("HELLO", "hello")
    assert report.timings.cleanup_ms > 0


def test_cancel_while_a_text_is_cleaned_takes_it_back(tmp_path: Path) -> None:
    finisher = WaitingFinisher()

    def journal(publish: object) -> DiskJournal:
        return DiskJournal(Shelf(tmp_path), publish)  # type: ignore[arg-type]

    with running(journal, finisher=finisher) as bench:
        _dictate(bench, "hello")
        assert finisher.begun.wait(PATIENCE_S)
        bench.post(Cancel(time.monotonic()))
        bench.await_event(TakeCancelled)
        assert bench.await_event(RecordingKept).fate is Fate.CANCELLED, "it can be brought back"
        assert bench.sink.texts.empty()
        bench.await_idle()


def test_ending_the_program_waits_for_no_clean_up() -> None:
    finisher = WaitingFinisher()
    with running(finisher=finisher) as bench:
        _dictate(bench, "hello")
        assert finisher.begun.wait(PATIENCE_S)
    assert finisher.go_on.is_set(), "it was stopped, not waited for"


def test_a_bug_in_clean_up_costs_nothing_of_the_text() -> None:
    with running(finisher=BrokenFinisher()) as bench:
        _dictate(bench, "hello")
        assert bench.text() == "hello"


def test_a_text_can_be_delivered_again() -> None:
    with running() as bench:
        bench.coordinator.deliver_again("as it was said")
        assert bench.text() == "as it was said"
        bench.sink.error = OutputError("The window is gone.")
        bench.coordinator.deliver_again("once more")
        assert bench.await_event(NoticeRaised).notice.message == "The window is gone."
        bench.sink.error = None
        bench.coordinator.deliver_again("and again")
        assert bench.text() == "and again"


def test_a_language_model_cleans_what_was_said() -> None:
    with (
        chat_server(answer=lambda handler: handler.stream("Hello there.")) as chat,
        running(finisher=_finisher(chat)) as bench,
    ):
        _dictate(bench, "um hello hello there")
        assert bench.text() == "Hello there."


def test_it_is_left_alone_where_the_settings_say_so() -> None:
    with chat_server() as chat, running(finisher=_finisher(chat, wanted=False)) as bench:
        _dictate(bench, "um hello there")
        assert bench.text() == "um hello there"
        assert chat.bodies == []


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (lambda handler: handler.stream("The answer is 42."), "was not used"),
        (lambda handler: handler.trickle(), "took longer"),
        (lambda handler: handler.hang_up(), "cut off"),
        (lambda handler: handler.document(500, {}), "500"),
    ],
)
def test_whatever_goes_wrong_the_text_arrives_and_it_is_told(
    answer: Callable[[object], None], told: str
) -> None:
    with (
        chat_server(answer=answer) as chat,
        running(finisher=_finisher(chat, timeout_s=0.5)) as bench,
    ):
        _dictate(bench, "hello there")
        assert bench.text() == "hello there"
        assert told in bench.await_event(NoticeRaised).notice.message
        assert bench.await_event(TakeFinished).report.raw_text == ""


def test_a_command_has_the_last_word() -> None:
    shout = (sys.executable, "-c", "print(input().upper())")
    finisher = TextFinisher(None, lambda draft: True, HookSettings(shout))
    with running(finisher=finisher) as bench:
        _dictate(bench, "hello there")
        assert bench.text() == "HELLO THERE"
        assert bench.await_event(TakeFinished).report.raw_text == "hello there"


def test_a_command_that_fails_keeps_the_text_and_is_told() -> None:
    finisher = TextFinisher(None, lambda draft: True, HookSettings(("/no/such/program",)))
    with running(finisher=finisher) as bench:
        _dictate(bench, "hello there")
        assert bench.text() == "hello there"
        assert "did not start" in bench.await_event(NoticeRaised).notice.message
