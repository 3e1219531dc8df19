"""Tray or window, and what the window does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QCloseEvent, QEnterEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from dictate.domain import Notice, Severity
from dictate.gui.menu_lines import Action, Verb
from dictate.gui.notices import Tip
from dictate.gui.presence import LAST_LOOK, WINDOW_AFTER_LOOKS
from tests.gui.conftest import Bench
from tests.gui.events import finished

LOST = Notice(Severity.ERROR, "No microphone.", "Plug one in.")


def without_tray(bench: Bench) -> None:
    bench.has_tray[0] = False
    bench.presence.show_facts(bench.desk.facts)
    for _ in range(WINDOW_AFTER_LOOKS):
        bench.presence.look()


def test_a_desktop_with_a_tray_gets_the_icon_only(bench: Bench, qtbot: QtBot) -> None:
    bench.desk.open()
    assert bench.presence.is_in_tray
    assert bench.tray.icon.isVisible()
    assert not bench.window.isVisible()


def test_a_desktop_without_a_tray_gets_the_window(bench: Bench, qtbot: QtBot) -> None:
    without_tray(bench)
    assert bench.window.isVisible()
    assert not bench.presence.is_in_tray
    assert not bench.tray.icon.isVisible()


def test_the_window_waits_a_moment_for_the_tray(bench: Bench, qtbot: QtBot) -> None:
    bench.has_tray[0] = False
    bench.presence.look()
    assert not bench.window.isVisible()
    bench.has_tray[0] = True
    bench.presence.look()
    assert bench.presence.is_in_tray
    assert not bench.window.isVisible()


def test_a_panel_that_comes_late_takes_over(bench: Bench, qtbot: QtBot) -> None:
    without_tray(bench)
    bench.has_tray[0] = True
    bench.presence.look()
    assert bench.presence.is_in_tray
    assert not bench.window.isVisible()
    assert not bench.window.must_stay


def test_looking_for_a_tray_ends(bench: Bench, qtbot: QtBot) -> None:
    bench.has_tray[0] = False
    bench.presence.appear()
    assert bench.presence.is_looking
    for _ in range(LAST_LOOK):
        bench.presence.look()
    assert not bench.presence.is_looking


def test_notices_wait_until_something_can_be_seen(bench: Bench, qtbot: QtBot) -> None:
    bench.presence.tell(Tip(LOST))
    assert bench.tray.told == []
    bench.presence.appear()
    qtbot.waitUntil(lambda: bench.tray.notices == [LOST])


def test_in_the_window_a_notice_is_a_card(bench: Bench, qtbot: QtBot) -> None:
    without_tray(bench)
    card = bench.window.card
    assert not card.isVisible()
    bench.presence.tell(Tip(LOST))
    assert card.isVisible()
    assert (card.message.text(), card.step.text()) == ("No microphone.", "Plug one in.")
    assert not card.action.isVisible()
    assert card.accessibleName() == "No microphone. Plug one in."
    card.dismiss.click()
    assert not card.isVisible()


def test_the_card_offers_the_click(bench: Bench, qtbot: QtBot) -> None:
    without_tray(bench)
    download = Action(Verb.DOWNLOAD_MODEL, "base")
    bench.presence.tell(Tip(LOST, download, "Download base"))
    with qtbot.waitSignal(bench.window.chosen) as chosen:
        bench.window.card.action.click()
    assert chosen.args == [download]
    assert not bench.window.card.isVisible()


def test_the_window_appears_without_taking_the_focus(bench: Bench, qtbot: QtBot) -> None:
    without_tray(bench)
    assert bench.window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    bench.presence.open_window()
    assert not bench.window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert bench.window.isVisible()


def test_a_click_in_the_window_leaves_the_focus_elsewhere(bench: Bench, qtbot: QtBot) -> None:
    without_tray(bench)
    window = bench.window
    here = QPointF(5, 5)
    QApplication.sendEvent(window, QEnterEvent(here, here, here))
    flag = Qt.WindowType.WindowDoesNotAcceptFocus
    assert window.windowHandle().flags() & flag
    QApplication.sendEvent(window, QEvent(QEvent.Type.Leave))
    assert not window.windowHandle().flags() & flag


def test_the_big_button_asks_to_toggle(bench: Bench, qtbot: QtBot) -> None:
    without_tray(bench)
    bench.window.toggle.click()
    assert bench.program.calls == ["begin"]


def test_the_window_shows_the_last_text(bench: Bench, qtbot: QtBot) -> None:
    without_tray(bench)
    assert not bench.window.last.isVisible()
    bench.program.say(finished("Hello there."))
    qtbot.waitUntil(bench.window.last.isVisible)
    assert bench.window.text.text() == "Hello there."
    with qtbot.waitSignal(bench.window.chosen) as chosen:
        bench.window.copy.click()
    assert chosen.args == [Action(Verb.COPY_LAST)]


def test_markup_in_a_text_is_shown_as_it_is(bench: Bench, qtbot: QtBot) -> None:
    without_tray(bench)
    bench.program.say(finished("<b>bold</b>"))
    qtbot.waitUntil(bench.window.last.isVisible)
    assert bench.window.text.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize("must_stay", [True, False])
def test_closing_never_loses_a_program_without_a_tray(
    bench: Bench, qtbot: QtBot, must_stay: bool
) -> None:
    without_tray(bench)
    bench.window.must_stay = must_stay
    assert bench.window.close_by_user(QCloseEvent()) is not must_stay
    assert bench.window.isMinimized() is must_stay


def test_everything_in_the_window_is_reachable_and_named(bench: Bench, qtbot: QtBot) -> None:
    without_tray(bench)
    for button in bench.window.findChildren(QAbstractButton):
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus, button
        interface = QAccessible.queryAccessibleInterface(button)
        if button.isVisibleTo(bench.window):
            assert interface.text(QAccessible.Text.Name), button
    assert bench.window.meter.accessibleName()
    assert bench.window.text.accessibleName()


def test_vanish_takes_both_away(bench: Bench, qtbot: QtBot) -> None:
    bench.desk.open()
    bench.presence.open_window()
    bench.presence.vanish()
    assert not bench.window.isVisible()
    assert not bench.tray.icon.isVisible()
