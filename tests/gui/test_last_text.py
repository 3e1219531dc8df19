"""The last text on the desktop: the menu's lines, the notice's click, commands from outside."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dictate.control.patience import outcome
from dictate.domain import Notice, Severity
from dictate.errors import INSERT_AGAIN
from dictate.events import NoticeRaised
from dictate.gui import menu_model
from dictate.gui.facts import Facts, after
from dictate.gui.menu_lines import Action, Entry, Part, Submenu, Verb
from dictate.gui.notices import tips_for
from dictate.gui.remote import Remote, Target
from dictate.settings.schema import Settings
from tests.gui.conftest import Bench
from tests.gui.events import finished
from tests.gui.scripted_program import ScriptedProgram

REWRITING = (Verb.INSERT_AGAIN, Verb.TAKE_BACK, Verb.SWAP)


def _offered(facts: Facts) -> list[Verb]:
    parts = [part for part in menu_model.build(facts) if isinstance(part, Submenu)]
    found = next((part.entries for part in parts if part.part is Part.LAST), ())
    lines = [line for line in found if isinstance(line, Entry)]
    verbs = [line.action.verb for line in lines if line.action is not None]
    return [verb for verb in verbs if verb in REWRITING]


def test_the_menu_offers_what_can_be_done() -> None:
    facts = Facts(Settings())
    assert _offered(facts) == []
    event = finished("Hello.")
    assert _offered(after(facts, event)) == [Verb.INSERT_AGAIN, Verb.TAKE_BACK]
    changed = replace(event, report=replace(event.report, raw_text="um hello"))
    assert _offered(after(facts, changed)) == list(REWRITING)


def test_a_text_that_was_not_inserted_is_a_click_away() -> None:
    facts = Facts(Settings())
    raised = NoticeRaised(Notice(Severity.WARNING, "It was not inserted.", INSERT_AGAIN))
    (tip,) = tips_for(raised, facts, facts)
    assert tip.action == Action(Verb.INSERT_AGAIN)
    assert "Click here: Insert it again" in tip.notice.next_step


@pytest.mark.parametrize(
    ("command", "called"),
    [("again", "insert again"), ("undo", "take back"), ("swap", "swap"), ("raw", "deliver raw")],
)
def test_commands_from_outside(command: str, called: str) -> None:
    program = ScriptedProgram(lambda _event: None)
    remote = Remote()
    remote.attach(Target(program, Path("settings.toml"), lambda: None, lambda: None))
    assert outcome(remote.handle(command), command, 0) == {"done": command}
    assert program.calls == [called]


@pytest.mark.parametrize(
    ("verb", "called"),
    zip(REWRITING, ("insert again", "take back", "swap"), strict=True),
)
def test_choosing_it_does_it_and_changes_no_setting(bench: Bench, verb: Verb, called: str) -> None:
    bench.desk.perform(Action(verb))
    assert bench.program.calls == [called]
