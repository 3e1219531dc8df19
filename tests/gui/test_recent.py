"""The last texts in the menu."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication

from dictate.domain import TakeId, TakeReport, Timings, Transcript, Verdict
from dictate.events import TakeFinished
from dictate.gui import menu_model
from dictate.gui.facts import Facts, after
from dictate.gui.menu_model import Action, Entry, Part, Submenu, Verb
from dictate.settings.choices import KeepHistory
from dictate.settings.schema import HistorySettings, Settings
from tests.gui.conftest import Bench


def finished(text: str) -> TakeFinished:
    transcript = Transcript(text, Verdict.TEXT)
    return TakeFinished(TakeReport(TakeId(1), text, Verdict.TEXT, transcript, 1.0, Timings()))


def offered(facts: Facts) -> list[str]:
    for line in menu_model.build(facts):
        if isinstance(line, Submenu) and line.part is Part.RECENT:
            actions = [entry.action for entry in line.entries if isinstance(entry, Entry)]
            return [action.argument for action in actions if action is not None]
    return []


def test_the_last_five_are_offered_once_each_the_newest_first() -> None:
    facts = Facts()
    for text in ("0", "1", "2", "3", "4", "5", "2", ""):
        facts = after(facts, finished(text))
    assert offered(facts) == ["2", "5", "4", "3", "1"]


def test_one_is_in_the_menu_already() -> None:
    assert not offered(after(Facts(), finished("one")))


def test_without_a_history_none_is_kept() -> None:
    off = replace(Settings(), history=HistorySettings(keep=KeepHistory.OFF))
    facts = replace(Facts(), recent=("a", "b"), settings=off)
    assert not offered(after(facts, finished("c")))


def test_choosing_one_copies_it(bench: Bench) -> None:
    bench.desk.perform(Action(Verb.COPY_TEXT, "a & b"))
    assert QApplication.clipboard().text() == "a & b"
