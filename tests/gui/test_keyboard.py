"""Every window can be used without a mouse and without eyes.

What takes the keyboard has a name that a screen reader says, Tab reaches all of it, and Escape ends
the window.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QMenu, QWidget
from pytestqt.qtbot import QtBot

from dictate.assembly.files import Row, State
from dictate.domain import Notice, Severity
from dictate.gui import settings_catalogue as catalogue
from dictate.gui.about import AboutBox
from dictate.gui.facts import Facts
from dictate.gui.files_window import FilesWindow
from dictate.gui.history_window import HistoryWindow
from dictate.gui.hotkey_dialog import HotkeyDialog
from dictate.gui.menu_lines import Action, Verb
from dictate.gui.models_window import ModelsWindow
from dictate.gui.notices import Tip
from dictate.gui.settings_sources import Sources
from dictate.gui.settings_window import SettingsWindow
from dictate.gui.statistics_window import StatisticsWindow
from dictate.gui.welcome_window import WelcomeWindow
from dictate.gui.window import Window
from dictate.settings import store
from dictate.settings.profiles import Profile
from dictate.settings.schema import Settings
from dictate.store.history_entry import Entry
from tests.gui.test_welcome import Room

NOTICE = Notice(Severity.ERROR, "The text was not made.", "Try it again.")


def sources() -> Sources:
    """Return a machine without microphones, models and keys."""
    return Sources(lambda: (), lambda: (), Room().senses().listen, lambda: None, bool, lambda: None)


def settings_window() -> QWidget:
    """Return it with every group built, a profile, and another hotkey."""
    window = SettingsWindow(sources())
    settings = store.replace_whole(Settings(), "profiles", {"mail": Profile(private=True)})
    window.show_settings(settings)
    for group in window.groups:
        window.section(group.name)
    return window


def history_window() -> QWidget:
    """Return it with a text that has a sound."""
    window = HistoryWindow()
    window.show_entries([Entry("We meet.", 1_767_268_800.0, "we meet", id=1, sound="1.wav")])
    window.show_models(("base",))
    window.show_outline(1, (0.1, 0.5))
    return window


def files_window() -> QWidget:
    """Return it with a file in work."""
    window = FilesWindow()
    window.show_rows((Row(1, Path("memo.wav"), State.WORKING, 0.4, 60.0),))
    return window


def hotkey_dialog() -> QWidget:
    """Return the recorder of the hotkey."""
    window = SettingsWindow(sources())
    item = window.row("hotkey.binding").item
    return HotkeyDialog(item, Settings().hotkey, sources())


def small_window() -> QWidget:
    """Return it with a notice that offers something."""
    window = Window(QMenu())
    window.show_facts(Facts())
    window.card.show_tip(Tip(NOTICE, Action(Verb.RETRY), "Try again"))
    return window


def first_steps() -> QWidget:
    """Return them at their beginning."""
    window = WelcomeWindow()
    window.turn(0)
    return window


WINDOWS: dict[str, Callable[[], QWidget]] = {
    "window": small_window,
    "settings": settings_window,
    "models": ModelsWindow,
    "history": history_window,
    "statistics": StatisticsWindow,
    "files": files_window,
    "first steps": first_steps,
    "about": AboutBox,
    "hotkey": hotkey_dialog,
}


def reachable(window: QWidget) -> Iterator[QWidget]:
    """Return all that takes the keyboard, shown now or not; not what Qt has inside of it."""
    for widget in (window, *window.findChildren(QWidget)):
        around = widget.parentWidget()
        is_inner = isinstance(around, (QComboBox, QAbstractSpinBox)) or (
            around is not None and isinstance(around.parentWidget(), QComboBox)
        )
        takes = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes and widget.focusProxy() is None and not is_inner:
            yield widget


def name_of(widget: QWidget) -> str:
    """Return what a screen reader says."""
    seen = QAccessible.queryAccessibleInterface(widget)
    return seen.text(QAccessible.Text.Name) if seen is not None else ""


def missed_by_tab(window: QWidget) -> list[str]:
    """Press Tab again and again; return what is shown and never had the keyboard."""
    wanted = [w for w in reachable(window) if w.isVisible() and w.isEnabled()]
    seen: set[QWidget] = set()
    for _ in range(3 * len(wanted) + 3):
        at = QApplication.focusWidget()
        if at is None:
            break
        seen.add(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
    return [f"{type(w).__name__} {name_of(w)}" for w in wanted if w not in seen]


@pytest.mark.parametrize("name", WINDOWS)
def test_what_takes_the_keyboard_has_a_name(name: str, qtbot: QtBot) -> None:
    window = WINDOWS[name]()
    qtbot.addWidget(window)
    nameless = [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in reachable(window)
        if not name_of(widget)
    ]
    assert not nameless


@pytest.mark.parametrize("name", sorted(set(WINDOWS) - {"hotkey"}))  # which keeps every key
def test_tab_reaches_all_that_is_shown(name: str, qtbot: QtBot) -> None:
    window = WINDOWS[name]()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    assert not missed_by_tab(window)


@pytest.mark.parametrize("group", [group.name for group in catalogue.groups()])
def test_tab_reaches_all_of_a_group_of_the_settings_and_goes_on(group: str, qtbot: QtBot) -> None:
    window = settings_window()
    assert isinstance(window, SettingsWindow)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    qtbot.waitUntil(lambda: window.is_complete)
    window.show_group(group)
    assert not missed_by_tab(window)


@pytest.mark.parametrize("name", sorted(set(WINDOWS) - {"window", "hotkey"}))
def test_escape_ends_a_window(name: str, qtbot: QtBot) -> None:
    window = WINDOWS[name]()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape)
    assert not window.isVisible()
