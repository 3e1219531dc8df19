"""The rendered menu: updated in place, also while it is open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from dictate.assembly.usage import Usage
from dictate.gui import menu_model
from dictate.gui.facts import Facts
from dictate.gui.menu import MenuView
from dictate.gui.menu_lines import Action, Entry, Line, Part, Separator, Submenu, Verb
from dictate.settings.profiles import Profile
from tests.gui.events import report


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[MenuView]:
    view = MenuView()
    qtbot.addWidget(view.menu)
    yield view
    view.menu.hide()


def plain(text: str) -> str:
    return QAction(text).toolTip()


def rendered(menu: QMenu) -> list[object]:
    """What the menu shows, in the shape of the model."""
    lines: list[object] = []
    for action in menu.actions():
        below = action.menu()
        if action.isSeparator():
            lines.append(Separator())
        elif isinstance(below, QMenu):
            lines.append((below.title(), rendered(below)))
        else:
            checked = action.isChecked() if action.isCheckable() else None
            # Without a hint Qt answers with the text itself, less its mnemonic and dots.
            hint = action.toolTip() if action.toolTip() != plain(action.text()) else ""
            lines.append((action.text(), action.isEnabled(), checked, hint))
    return lines


def expected(lines: tuple[Line, ...]) -> list[object]:
    shown: list[object] = []
    for line in lines:
        match line:
            case Separator():
                shown.append(line)
            case Submenu(_, text, below):
                shown.append((text, expected(below)))
            case Entry(text, action, checked, hint):
                shown.append((text, action is not None, checked, hint))
    return shown


def test_the_whole_menu_is_rendered(view: MenuView, facts: Facts) -> None:
    lines = menu_model.build(replace(facts, last=report("Hi"), usage=Usage(1.0, 2.0)))
    view.show_lines(lines)
    assert rendered(view.menu) == expected(lines)


WORDS = st.sampled_from(["one", "two", "three"])
ENTRIES = st.builds(
    Entry,
    WORDS,
    st.sampled_from([None, Action(Verb.QUIT)]),
    st.sampled_from([None, False]),
    st.sampled_from(["", "hint"]),
)
INNER = st.lists(ENTRIES | st.just(Separator()), max_size=4).map(tuple)
MENUS = st.lists(
    ENTRIES | st.just(Separator()) | st.builds(Submenu, st.sampled_from(Part), WORDS, INNER),
    max_size=6,
).map(tuple)


@given(st.lists(MENUS, min_size=2, max_size=4))
def test_from_any_menu_to_any_other(qapp: QApplication, steps: list[tuple[Line, ...]]) -> None:
    view = MenuView()
    for lines in steps:
        view.show_lines(lines)
        assert rendered(view.menu) == expected(lines)


def test_an_open_menu_stays_open_while_it_changes(
    view: MenuView, facts: Facts, qtbot: QtBot
) -> None:
    view.show_lines(menu_model.build(facts))
    view.menu.popup(view.menu.pos())
    qtbot.waitUntil(view.menu.isVisible)
    first = view.menu.actions()[0]
    view.show_lines(menu_model.build(replace(facts, last=report("Hi"), usage=Usage(5.0, 1.0))))
    QApplication.processEvents()
    assert view.menu.isVisible()
    assert view.menu.actions()[0] is first


def test_choosing_tells_the_action(view: MenuView, qtbot: QtBot) -> None:
    view.show_lines((Entry("&Quit", Action(Verb.QUIT)), Entry("Nothing")))
    with qtbot.waitSignal(view.chosen) as chosen:
        view.menu.actions()[0].trigger()
    assert chosen.args == [Action(Verb.QUIT)]
    with qtbot.assertNotEmitted(view.chosen):
        view.menu.actions()[1].trigger()


def test_a_line_that_changed_its_meaning_does_the_new_thing(view: MenuView, qtbot: QtBot) -> None:
    view.show_lines((Entry("Model", Action(Verb.USE_MODEL, "a"), checked=False),))
    view.show_lines((Entry("Model", Action(Verb.USE_MODEL, "b"), checked=False),))
    with qtbot.waitSignal(view.chosen) as chosen:
        view.menu.actions()[0].trigger()
    assert chosen.args == [Action(Verb.USE_MODEL, "b")]


def test_submenus_say_which_one_opens(view: MenuView, facts: Facts, qtbot: QtBot) -> None:
    settings = replace(facts.settings, profiles={"mail": Profile()})
    view.show_lines(
        menu_model.build(replace(facts, settings=settings, recent=("a", "b"), last=report()))
    )
    opened: list[Part] = []
    view.part_opened.connect(opened.append)
    for action in view.menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            below.aboutToShow.emit()
    assert opened == list(Part)
