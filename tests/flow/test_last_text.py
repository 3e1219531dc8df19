"""The last text once more, out again, and the other way, through the real output thread."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from dictate.assembly.last_text import LastText
from dictate.domain import DecodeOptions, ModelChoice, TakeReport, Written
from dictate.errors import OutputError
from dictate.events import NoticeRaised, TakeFinished
from dictate.output.field_watch import FieldWatch
from dictate.output.outlets import Outlets
from dictate.output.placing import Place, PlacingSink
from dictate.session.wiring import Wiring, Wirings
from dictate.text.caret import fitted
from tests.desktop.screen import wait_until
from tests.fakes.bench import Bench, running
from tests.fakes.paper_field import PaperField, TypingSink


@dataclass
class Desk:
    """A session whose window is a field of paper."""

    bench: Bench
    field: PaperField
    last: LastText
    takes: int = 0

    def dictate(self, text: str) -> TakeReport:
        source = self.bench.press()
        self.bench.say(source)
        self.bench.release(source)
        self.takes += 1
        self.bench.engine.wait_for_jobs(self.takes)
        self.bench.engine.answer(text)
        report = self.bench.await_event(TakeFinished).report
        if report.text:
            self.last.follow(report)
        return report

    def shows(self, text: str) -> None:
        wait_until(lambda: self.field.text == text, f"{text!r}, not {self.field.text!r}")


@contextmanager
def a_desk(before: str = "", raw: str = "") -> Iterator[Desk]:
    field = PaperField(before)
    fields = FieldWatch(lambda: field)
    with contextlib.closing(fields), running() as bench:
        place = Place(Outlets(keyboard=field), fields, lambda _: None)
        sink = PlacingSink(TypingSink(field), place, fitted)

        def write(said: object) -> Written:
            text = str(getattr(said, "text", ""))
            return Written("", text, undo=True) if text == "Undo that." else Written(text, raw)

        wiring = Wiring(
            ModelChoice(), DecodeOptions(language="en"), lambda t, _: t, sink, None, write, sink
        )
        bench.coordinator.rewire(Wirings(wiring))
        yield Desk(bench, field, LastText(bench.coordinator, lambda: wiring))


def test_swapping_writes_what_was_heard_and_back() -> None:
    with a_desk("Well, ", raw="um so it is") as desk:
        desk.dictate("So it is.")
        desk.shows("Well, so it is.")
        desk.last.swap()
        desk.shows("Well, um so it is")
        desk.last.swap()
        desk.shows("Well, so it is.")


def test_undo_said_alone_takes_the_text_before_out_again() -> None:
    with a_desk("Before.") as desk:
        desk.dictate("Wrong words.")
        desk.shows("Before. Wrong words.")
        assert desk.dictate("Undo that.").text == ""
        desk.shows("Before.")


def test_undo_once_more_is_refused_and_told() -> None:
    with a_desk() as desk:
        desk.dictate("Wrong words.")
        desk.last.take_back()
        desk.shows("")
        desk.last.take_back()
        assert "no text" in desk.bench.await_event(NoticeRaised).notice.message


def test_inserting_again_continues_what_is_there() -> None:
    with a_desk() as desk:
        desk.dictate("Hello.")
        desk.last.insert()
        desk.shows("Hello. Hello.")


def test_a_text_of_the_history_continues_what_is_there_and_can_be_taken_back() -> None:
    with a_desk("Before.") as desk:
        desk.last.insert_text("An older text.")
        desk.shows("Before. An older text.")
        desk.last.take_back()
        desk.shows("Before.")


def test_a_swap_that_cannot_take_back_writes_nothing() -> None:
    with a_desk(raw="as heard") as desk:
        desk.dictate("As made.")
        desk.shows("As made.")
        desk.field.text = "As made. And changed: As m"
        desk.field.may_be_cut = False
        desk.last.swap()
        assert desk.bench.await_event(NoticeRaised).notice.next_step
        assert desk.field.text == "As made. And changed: As m"


def test_there_must_be_a_text_and_another_way_to_write_it() -> None:
    with a_desk() as desk:
        with pytest.raises(OutputError):
            desk.last.insert()
        with pytest.raises(OutputError):
            desk.last.swap()
        desk.dictate("Hello.")
        with pytest.raises(OutputError, match="as it was heard"):
            desk.last.swap()


def test_while_one_speaks_nothing_is_done() -> None:
    with a_desk(raw="hello") as desk:
        desk.dictate("Hello.")
        source = desk.bench.press()
        desk.bench.say(source)
        for act in (desk.last.insert, desk.last.swap, desk.last.take_back):
            with pytest.raises(OutputError, match="running"):
                act()
        desk.bench.release(source)
