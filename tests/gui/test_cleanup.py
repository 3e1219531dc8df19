"""What tray, menu and other programs see of clean-up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dictate.control.patience import outcome
from dictate.domain import (
    Phase,
    TakeId,
)
from dictate.events import (
    CleanupProgressed,
    Event,
    PhaseChanged,
)
from dictate.gui import menu_model, wording
from dictate.gui.facts import Facts, after
from dictate.gui.menu_lines import Action, Entry, Part, Submenu, Verb
from dictate.gui.remote import Remote, Target, status
from dictate.settings.choices import (
    LlmWhen,
)
from dictate.settings.schema import (
    HookSettings,
    LlmSettings,
    Settings,
)
from tests.gui.events import finished, ready
from tests.gui.scripted_program import ScriptedProgram

AWAY = LlmSettings(LlmWhen.ALWAYS, "http://192.168.0.7:8080/v1")
HERE = LlmSettings(LlmWhen.ALWAYS, "ollama")


def _with(llm: LlmSettings) -> Facts:
    return after(Facts(settings=Settings(llm=llm)), ready())


def _menu(facts: Facts) -> list[Entry]:
    return [line for line in menu_model.build(facts) if isinstance(line, Entry)]


def _of_last_text(facts: Facts) -> list[Entry]:
    parts = [line for line in menu_model.build(facts) if isinstance(line, Submenu)]
    (last,) = [part for part in parts if part.part is Part.LAST]
    return [line for line in last.entries if isinstance(line, Entry)]


def _target(settings: Settings) -> Target:
    def ignore(_event: Event) -> None:
        pass

    program = ScriptedProgram(ignore, settings)
    return Target(program, Path("settings.toml"), lambda: None, lambda: None)


@pytest.mark.parametrize(
    ("llm", "told"), [(AWAY, True), (HERE, False), (replace(AWAY, when=LlmWhen.NEVER), False)]
)
def test_texts_that_leave_this_machine_are_told_everywhere(llm: LlmSettings, told: bool) -> None:
    facts = _with(llm)
    assert ("leave this machine" in wording.tooltip(facts)) is told
    assert any("leave this machine" in entry.text for entry in _menu(facts)) is told
    cleanup = status(_target(Settings(llm=llm)))["cleanup"]
    assert isinstance(cleanup, dict)
    assert bool(cleanup["leaves_this_machine"]) is told


def test_status_names_no_command_and_no_endpoint_that_is_not_asked() -> None:
    settings = Settings(hook=HookSettings(("secret-program",)))
    facts = status(_target(settings))
    assert facts["cleanup"] == {
        "when": "never",
        "endpoint": None,
        "leaves_this_machine": None,
        "command": True,
    }
    assert "secret-program" not in str(facts)


def test_progress_is_shown_until_the_text_is_there_and_can_be_cancelled() -> None:
    facts = after(_with(HERE), PhaseChanged(Phase.DELIVERING, TakeId(1)))
    assert wording.status_line(facts) == "Writing the text…"
    cleaning = after(facts, CleanupProgressed(TakeId(1), 0.4))
    assert wording.status_line(cleaning) == "Cleaning up the text… 40%"
    assert any(entry.action == Action(Verb.CANCEL) for entry in _menu(cleaning))
    assert not any(entry.action == Action(Verb.CANCEL) for entry in _menu(facts))
    done = after(cleaning, finished("Hello."))
    assert wording.status_line(done) == "Writing the text…"


def test_the_text_as_it_was_said_can_be_copied() -> None:
    event = finished("Hello.")
    before = _of_last_text(after(_with(HERE), event))
    assert not any(e.action == Action(Verb.COPY_RAW) for e in before)
    changed = replace(event, report=replace(event.report, raw_text="um hello"))
    facts = after(_with(HERE), changed)
    entry = next(e for e in _of_last_text(facts) if e.action == Action(Verb.COPY_RAW))
    assert entry.hint == "um hello"


def test_the_raw_text_is_asked_for_from_outside() -> None:
    target = _target(Settings())
    remote = Remote()
    remote.attach(target)
    assert outcome(remote.handle("raw"), "raw", 0) == {"done": "raw"}
    assert outcome(remote.handle("raw copy"), "raw", 0) == {"done": "raw"}
    assert target.program.calls == ["deliver raw", "copy raw"]  # type: ignore[attr-defined]
