from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMenu, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from dictate.domain import Notice, Phase, Severity
from dictate.gui.facts import Facts, after
from dictate.gui.menu_model import Action, Verb
from dictate.gui.notices import Tip
from dictate.gui.tray import Tray
from tests.gui.events import phase, ready

DOWNLOAD = Action(Verb.DOWNLOAD_MODEL, "base")
OFFER = Tip(Notice(Severity.INFO, "A small model."), DOWNLOAD, "Download")
LATER = Tip(Notice(Severity.INFO, "By the way."))
ERROR = Tip(Notice(Severity.ERROR, "It broke.", "Mend it."))


@pytest.fixture
def tray(qtbot: QtBot) -> Iterator[Tray]:
    menu = QMenu()
    qtbot.addWidget(menu)
    tray = Tray(menu)
    yield tray
    tray.vanish()


def clicked(tray: Tray) -> list[object]:
    chosen: list[object] = []
    tray.chosen.connect(chosen.append)
    tray.icon.messageClicked.emit()
    return chosen


def test_a_click_does_what_the_notice_shown_offers(tray: Tray) -> None:
    tray.tell(OFFER)
    tray.tell(LATER)  # waits until the first could be read
    assert clicked(tray) == [DOWNLOAD]
    tray.show_next()
    assert clicked(tray) == []


def test_an_error_goes_before_what_waits(tray: Tray) -> None:
    tray.tell(LATER)
    tray.tell(OFFER)
    tray.tell(ERROR)
    tray.show_next()
    assert clicked(tray) == []  # the error, which offers nothing
    tray.show_next()
    assert clicked(tray) == [DOWNLOAD]
    tray.show_next()  # nothing waits any more
    assert clicked(tray) == []


def test_the_middle_button_toggles_and_the_left_one_opens_the_menu(
    tray: Tray, qtbot: QtBot
) -> None:
    chosen: list[object] = []
    tray.chosen.connect(chosen.append)
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.MiddleClick)
    assert chosen == [Action(Verb.TOGGLE)]
    menu = tray.icon.contextMenu()
    menu.addAction("one")
    tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert menu.isVisible()
    menu.hide()


def test_icon_and_tooltip_are_of_the_state(tray: Tray, facts: Facts) -> None:
    seen: set[int] = set()
    for value in Phase:
        shown = after(after(facts, ready()), phase(value))
        tray.show_facts(shown)
        seen.add(tray.icon.icon().cacheKey())
        assert tray.icon.toolTip().startswith("Dictate: ")
    assert len(seen) == len(Phase)
