"""What the session does with the place a text goes to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dictate.cancellation import Cancellation
from dictate.domain import Draft, Finished, TakeId, Verdict, Written
from dictate.errors import OutputError
from dictate.events import NoticeRaised, RecordingKept, TakeFinished
from dictate.ports import Publish
from dictate.store.journal import DiskJournal
from dictate.store.shelf import Shelf
from tests.fakes.bench import Bench, running


class ToldCaret:
    """Knows what a test tells it; remembers that it was asked to take a text back."""

    def __init__(self, *, secret: bool = False, error: OutputError | None = None) -> None:
        self.secret = secret
        self.error = error
        self.taken_back = 0

    def watch(self, take: TakeId, hides: Callable[[bool], None]) -> None:
        hides(self.secret)

    def is_secret(self, take: TakeId) -> bool:
        return self.secret

    def fitted(self, text: str, language: str) -> str:
        return f" {text.lower()}" if text else text

    def take_back(self) -> None:
        if self.error is not None:
            raise self.error
        self.taken_back += 1


class LoudFinisher:
    """Writes everything in capitals."""

    def finish(
        self, draft: Draft, cancellation: Cancellation, on_progress: Callable[[float], None]
    ) -> Finished:
        return Finished(draft.text.upper())


def _dictate(bench: Bench, text: str) -> None:
    source = bench.press()
    bench.say(source)
    bench.release(source)
    bench.engine.wait_for_jobs(1)
    bench.engine.answer(text)


def test_the_text_is_fitted_and_reported_as_it_stands_alone() -> None:
    with running(caret=ToldCaret()) as bench:
        _dictate(bench, "Hello there.")
        assert bench.text() == " hello there."
        report = bench.await_event(TakeFinished).report
    assert (report.text, report.raw_text, report.private) == ("Hello there.", "", False)


def test_nothing_of_a_take_for_a_password_field_is_kept_or_sent_on(tmp_path: Path) -> None:
    folder = tmp_path / "takes"

    def journal(publish: Publish) -> DiskJournal:
        return DiskJournal(Shelf(folder), publish)

    with running(journal, caret=ToldCaret(secret=True), finisher=LoudFinisher()) as bench:
        _dictate(bench, "Secret")
        assert bench.text() == "Secret"
        report = bench.await_event(TakeFinished).report
    assert report.private
    assert (report.text, report.raw_text, report.transcript.text) == ("", "", "")
    assert report.verdict is Verdict.TEXT
    assert not list(folder.rglob("*.wav"))


class ForgetfulCaret(ToldCaret):
    """Tells of a password field at the press, and of nothing when the text is there."""

    def is_secret(self, take: TakeId) -> bool:
        return False


def test_what_was_private_at_the_press_is_sent_to_nobody_later() -> None:
    caret = ForgetfulCaret(secret=True)
    with running(caret=caret, finisher=LoudFinisher()) as bench:
        source = bench.press()
        bench.say(source)
        bench.release(source)
        bench.engine.wait_for_jobs(1)
        bench.engine.answer("Secret")
        assert bench.text() == " secret", "not gone over"
        assert bench.await_event(TakeFinished).report.private


def test_a_take_for_a_password_field_that_is_taken_back_is_not_kept(tmp_path: Path) -> None:
    from dictate.session.commands import Cancel

    with running(
        lambda publish: DiskJournal(Shelf(tmp_path), publish), caret=ToldCaret(secret=True)
    ) as bench:
        source = bench.press()
        bench.say(source)
        bench.post(Cancel(0.0))
        bench.await_idle()
        kept = [e.fate for e in bench.heard() if isinstance(e, RecordingKept)]
    assert not any(kept)
    assert not list(tmp_path.rglob("*.wav"))


def test_scratch_that_alone_takes_the_last_text_back() -> None:
    caret = ToldCaret()
    with running(write=lambda _: Written("", "Scratch that.", undo=True), caret=caret) as bench:
        _dictate(bench, "Scratch that.")
        report = bench.await_event(TakeFinished).report
        assert bench.sink.texts.empty()
        assert not [e for e in bench.heard() if isinstance(e, NoticeRaised)]
    assert (caret.taken_back, report.text) == (1, "")


def test_where_it_cannot_be_taken_back_this_is_told() -> None:
    error = OutputError("The last text is in another window.")
    for caret in (ToldCaret(error=error), None):
        with running(write=lambda _: Written("", "Undo that.", undo=True), caret=caret) as bench:
            _dictate(bench, "Undo that.")
            assert bench.await_event(NoticeRaised).notice.message
