"""The last texts in the menu."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from dictate.assembly.past import Past
from dictate.domain import TakeId, TakeReport, Timings, Transcript, Verdict
from dictate.events import TakeFinished
from dictate.gui import menu_model, survey
from dictate.gui.facts import Facts, after, with_recent
from dictate.gui.menu_lines import Action, Entry, Part, Submenu, Verb
from dictate.settings.choices import KeepHistory
from dictate.settings.schema import HistorySettings, Settings
from dictate.store.history import History
from dictate.store.history_entry import Entry as StoredText
from tests.gui.conftest import Bench


def finished(text: str) -> TakeFinished:
    transcript = Transcript(text, Verdict.TEXT)
    return TakeFinished(TakeReport(TakeId(1), text, Verdict.TEXT, transcript, 1.0, Timings()))


def offered(facts: Facts, part: Part = Part.RECENT) -> list[str]:
    for line in menu_model.build(facts):
        if isinstance(line, Submenu) and line.part is part:
            actions = [entry.action for entry in line.entries if isinstance(entry, Entry)]
            return [action.argument for action in actions if action is not None]
    return []


def test_the_last_five_are_offered_once_each_the_newest_first() -> None:
    facts = Facts()
    for text in ("0", "1", "2", "3", "4", "5", "2", ""):
        facts = after(facts, finished(text))
    assert offered(facts) == ["2", "5", "4", "3", "1"]
    assert offered(facts, Part.AGAIN) == ["2", "5", "4", "3", "1"]


def test_one_is_in_the_menu_already() -> None:
    assert not offered(after(Facts(), finished("one")))


def test_without_a_history_none_is_kept() -> None:
    off = replace(Settings(), history=HistorySettings(keep=KeepHistory.OFF))
    facts = replace(Facts(), recent=("a", "b"), settings=off)
    assert not offered(after(facts, finished("c")))


def test_choosing_one_copies_it(bench: Bench) -> None:
    bench.desk.perform(Action(Verb.COPY_TEXT, "a & b"))
    assert QApplication.clipboard().text() == "a & b"


def test_choosing_one_to_insert_inserts_it(bench: Bench) -> None:
    bench.desk.perform(Action(Verb.INSERT_TEXT, "a & b"))
    assert "insert a & b" in bench.program.calls


def test_after_a_start_they_come_from_the_history(
    bench: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    with closing(History(tmp_path / "history")) as history:
        for n, text in enumerate(("one", "two", "one")):
            history.add(StoredText(text, float(n)))
    bench.desk.open()
    qtbot.waitUntil(lambda: offered(bench.desk.facts) == ["one", "two"])
    assert offered(bench.desk.facts, Part.AGAIN) == ["one", "two"]
    assert [action.text() for action in _recent_menu(bench).actions()] == ["one", "two"]


def test_what_was_deleted_is_gone_when_the_menu_opens(
    bench: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    with closing(History(tmp_path / "history")) as history:
        history.add(StoredText("secret", 1.0))
        history.add(StoredText("other", 2.0))
        bench.desk.open()
        qtbot.waitUntil(lambda: len(offered(bench.desk.facts)) == 2)
        history.delete(1)
    bench.menu.opened.emit()
    qtbot.waitUntil(lambda: offered(bench.desk.facts) == ["other"])
    bench.menu.closed.emit()


def test_a_history_that_is_not_wanted_offers_nothing_and_is_not_begun(
    bench: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    past = Past(lambda: tmp_path / "history")
    assert survey.recent_texts(past) == ()
    assert not (tmp_path / "history").exists()
    with closing(History(tmp_path / "history")) as history:
        history.add(StoredText("from before", 1.0))
    off = HistorySettings(keep=KeepHistory.OFF)
    bench.program.settings = replace(bench.program.settings, history=off)
    bench.desk.open()
    qtbot.waitUntil(lambda: bool(bench.desk.facts.models))
    assert not offered(bench.desk.facts)


def test_a_history_that_cannot_be_read_keeps_what_was_said(tmp_path: Path) -> None:
    (tmp_path / "history.sqlite").mkdir()
    assert survey.recent_texts(Past(lambda: tmp_path)) is None
    facts = replace(Facts(), recent=("a", "b"))
    assert with_recent(facts, facts.recent).recent == ("a", "b")


def _recent_menu(bench: Bench) -> QMenu:
    titles = {action.text(): action.menu() for action in bench.menu.menu.actions()}
    menu = titles["Copy a rece&nt text"]
    assert isinstance(menu, QMenu)
    return menu
