from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QMenu, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from dictate.domain import (
    MicrophoneStatus,
    Notice,
    Phase,
    Severity,
)
from dictate.events import (
    MicrophoneChanged,
)
from dictate.gui.facts import Facts, after
from dictate.gui.menu_lines import Action, Verb
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


class PlacedIcon(QSystemTrayIcon):
    """An icon whose place the desktop tells."""

    def geometry(self) -> QRect:
        """Return where it is."""
        return QRect(100, 700, 24, 24)


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


@pytest.mark.parametrize(("at", "accepted"), [((110, 710), []), ((300, 640), [DOWNLOAD])])
def test_a_click_on_the_icon_itself_accepts_nothing(
    qtbot: QtBot, at: tuple[int, int], accepted: list[Action]
) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    tray = Tray(menu, icon=PlacedIcon(), pointer=lambda: QPoint(*at))
    tray.tell(OFFER)
    assert clicked(tray) == accepted
    tray.vanish()


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


def test_what_can_wait_is_shown_after_the_take_and_holds_up_nothing(
    tray: Tray, facts: Facts
) -> None:
    tray.tell(LATER)
    tray.tell(replace(OFFER, can_wait=True))
    tray.show_facts(replace(facts, phase=Phase.RECORDING))
    tray.show_next()
    assert clicked(tray) == []  # still the first one
    tray.tell(replace(OFFER, action=Action(Verb.RETRY)))
    tray.show_next()
    assert clicked(tray) == [Action(Verb.RETRY)]
    tray.show_facts(facts)
    tray.show_next()
    assert clicked(tray) == [DOWNLOAD]


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
        tray.show_facts(replace(shown, is_slow_to_open=value is Phase.OPENING))
        seen.add(tray.icon.icon().cacheKey())
        assert tray.icon.toolTip().startswith("Dictate: ")
    assert len(seen) == len(Phase)


def test_a_microphone_that_is_on_shows_in_icon_and_tooltip(tray: Tray, facts: Facts) -> None:
    quiet = after(facts, ready())
    tray.show_facts(quiet)
    unmarked = tray.icon.icon().cacheKey()
    tray.show_facts(after(quiet, MicrophoneChanged(MicrophoneStatus("Mic", listening=True))))
    assert tray.icon.icon().cacheKey() != unmarked
    assert "The microphone is on" in tray.icon.toolTip()
    tray.show_facts(after(quiet, MicrophoneChanged(MicrophoneStatus("Mic"))))
    assert tray.icon.icon().cacheKey() == unmarked
    assert "The microphone is on" not in tray.icon.toolTip()
