"""A newer version is a line in the menu, and told once: after a take, never in one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from dictate.domain import Phase, TakeId
from dictate.events import PhaseChanged, UpdateSeen
from dictate.gui.facts import Facts, after
from dictate.gui.menu_lines import Action, Entry, Verb
from dictate.gui.menu_model import build
from dictate.gui.notices import tips_for
from tests.gui.conftest import Bench
from tests.gui.events import phase

PAGE = "https://example.org/dictate/9.1.0"
NEWS = UpdateSeen("9.1.0", PAGE, "Hears better.", is_news=True)
KNOWN = replace(NEWS, is_news=False)
OPEN = Action(Verb.OPEN_PAGE, PAGE)
IDLE = PhaseChanged(Phase.IDLE, None)


def line(facts: Facts) -> Entry | None:
    entries = (entry for entry in build(facts) if isinstance(entry, Entry))
    return next((e for e in entries if e.action and e.action.verb is Verb.OPEN_PAGE), None)


def told(facts: Facts, *events: object) -> tuple[Facts, list[str]]:
    """Return what is shown after these events, and the notices in between."""
    notices: list[str] = []
    for event in events:
        before, facts = facts, after(facts, event)  # type: ignore[arg-type]  # each is one
        notices += [tip.notice.message for tip in tips_for(event, before, facts)]  # type: ignore[arg-type]
    return facts, notices


def test_the_menu_has_no_such_line_by_itself(facts: Facts) -> None:
    assert line(facts) is None


@pytest.mark.parametrize("event", [NEWS, KNOWN])
def test_a_newer_version_is_a_line_in_the_menu(facts: Facts, event: UpdateSeen) -> None:
    entry = line(after(facts, event))
    assert entry is not None
    assert entry.text.replace("&", "") == "Version 9.1.0 is available…"
    assert (entry.action, entry.hint) == (OPEN, "Hears better.")


def test_the_line_goes_with_the_version(facts: Facts) -> None:
    assert line(after(after(facts, NEWS), UpdateSeen())) is None


def test_news_are_told_at_once_while_idle_and_what_is_known_is_not(facts: Facts) -> None:
    shown, notices = told(facts, NEWS, phase(Phase.RECORDING), IDLE, KNOWN)
    assert notices == ["Version 9.1.0 of Dictate is available."]
    assert line(shown) is not None
    assert told(facts, KNOWN, phase(Phase.RECORDING), IDLE)[1] == []


@pytest.mark.parametrize("within", [p for p in Phase if p is not Phase.IDLE])
def test_in_a_take_news_wait_for_its_end(facts: Facts, within: Phase) -> None:
    shown, notices = told(facts, phase(within), NEWS, phase(Phase.DELIVERING), KNOWN)
    assert notices == [] and line(shown) is not None
    shown, notices = told(shown, IDLE, phase(Phase.RECORDING), IDLE)
    assert notices == ["Version 9.1.0 of Dictate is available."]


def test_news_that_are_none_any_more_are_not_told(facts: Facts) -> None:
    assert told(facts, phase(Phase.RECORDING), NEWS, UpdateSeen(), IDLE)[1] == []


@pytest.mark.parametrize("event", [UpdateSeen(problem="No."), replace(KNOWN, problem="No.")])
def test_a_failure_is_told_to_nobody(facts: Facts, event: UpdateSeen) -> None:
    shown, notices = told(facts, event, phase(Phase.RECORDING), IDLE)
    assert notices == [] and shown.problem is None and shown.face is facts.face


def test_menu_and_notice_open_the_page(bench: Bench, qtbot: QtBot) -> None:
    bench.desk.open()
    bench.program.say(PhaseChanged(Phase.RECORDING, TakeId(1)))
    bench.program.say(NEWS)
    qtbot.waitUntil(lambda: line(bench.desk.facts) is not None)
    assert bench.tray.told == []
    bench.program.say(IDLE)
    qtbot.waitUntil(lambda: bool(bench.tray.told))
    (tip,) = bench.tray.told
    assert tip.action == OPEN and "Open its page" in tip.notice.next_step
    action = next(a for a in bench.menu.menu.actions() if "9.1.0" in a.text())
    action.trigger()
    bench.tray.chosen.emit(tip.action)
    assert bench.opened == [PAGE, PAGE]


def test_about_tells_of_a_newer_version_and_of_a_failure(bench: Bench, qtbot: QtBot) -> None:
    def shown() -> str:
        bench.desk.perform(Action(Verb.ABOUT))
        box = bench.desk.about_box
        assert box is not None
        box.close()
        return box.informativeText()

    bench.desk.open()
    assert "Looking for" not in shown() and "available" not in shown()
    bench.desk.on_event(replace(NEWS, problem="No update feed answers at example.org."))
    assert "Version 9.1.0 is available" in shown() and "Hears better." in shown()
    assert "failed: No update feed answers at example.org." in shown()
    bench.desk.on_event(UpdateSeen())
    assert "9.1.0" not in shown()
