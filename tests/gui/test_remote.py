from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

import dictate
from dictate.control.channel import COMMANDS
from dictate.control.patience import outcome
from dictate.domain import (
    Fate,
    Notice,
    Severity,
)
from dictate.errors import ControlError
from dictate.events import (
    Event,
    RecordingKept,
)
from dictate.gui.remote import Remote, Target
from tests.gui.events import finished, ready
from tests.gui.scripted_program import ScriptedProgram

SECRET = "words nobody else should read"


@pytest.fixture
def log() -> list[str]:
    return []


@pytest.fixture
def program() -> ScriptedProgram:
    def ignore(_event: Event) -> None:
        pass

    return ScriptedProgram(ignore)


@pytest.fixture
def remote(program: ScriptedProgram, log: list[str]) -> Remote:
    remote = Remote()
    show, quit_ = (lambda: log.append("show")), (lambda: log.append("quit"))
    remote.attach(Target(program, Path("settings.toml"), show, quit_))
    return remote


def asked(remote: Remote, command: str) -> dict[str, object]:
    """Return what the caller is told."""
    return outcome(remote.handle(command), command.partition(" ")[0], patience_s=0)


def test_commands_reach_the_program(
    remote: Remote, program: ScriptedProgram, log: list[str]
) -> None:
    for command in ("start", "stop", "cancel", "toggle", "show", "quit"):
        assert asked(remote, command) == {"done": command}
    assert program.calls == ["begin", "end", "cancel", "begin"]
    assert log == ["show", "quit"]


def test_retry_reaches_the_program_when_there_is_something_to_retry(
    remote: Remote, program: ScriptedProgram
) -> None:
    with pytest.raises(ControlError, match="no recording"):
        asked(remote, "retry")
    program.say(RecordingKept(Fate.FAILED))
    assert asked(remote, "status")["kept_recording"] == "failed"
    asked(remote, "retry")
    assert asked(remote, "retry small") == {"done": "retry"}
    assert program.calls == ["retry", "retry small"]


def test_the_last_text_is_given_to_who_asks_for_it(
    remote: Remote, program: ScriptedProgram
) -> None:
    with pytest.raises(ControlError, match="no text yet"):
        asked(remote, "last")
    program.say(finished("Größe."))
    assert asked(remote, "last") == {"text": "Größe."}


def test_every_command_of_the_channel_is_known(remote: Remote, program: ScriptedProgram) -> None:
    program.say(RecordingKept(Fate.CANCELLED))
    program.say(finished("Hello."))
    for command in COMMANDS:
        asked(remote, command)


def test_before_the_program_is_there_commands_are_refused() -> None:
    with pytest.raises(ControlError, match="starting"):
        asked(Remote(), "toggle")


def test_a_second_start_while_the_first_is_starting_shows_it(
    program: ScriptedProgram, log: list[str]
) -> None:
    remote = Remote()
    assert asked(remote, "show") == {"done": "show"}
    assert log == []
    remote.attach(
        Target(program, Path("s.toml"), lambda: log.append("show"), lambda: log.append("quit"))
    )
    assert log == ["show"]


def test_an_unknown_command_is_refused(remote: Remote) -> None:
    with pytest.raises(ControlError):
        asked(remote, "dance")


def test_status_tells_everything_but_the_text(remote: Remote, program: ScriptedProgram) -> None:
    program.say(ready())
    program.say(finished(SECRET))
    facts = asked(remote, "status")
    assert SECRET not in json.dumps(facts)
    assert facts["phase"] == "idle"
    assert facts["engine"] == {
        "state": "ready",
        "detail": "",
        "model": "base",
        "demonstration": False,
        "device": "cpu",
        "compute_type": "int8",
    }
    assert facts["last"] == {
        "server": None,
        "latency_ms": 342.4,
        "duration_s": 2.5,
        "characters": len(SECRET),
        "profile": None,
    }
    assert facts["hotkey"] == {
        "binding": "ctrl_r",
        "chosen_by_the_desktop": None,
        "mode": "hold",
        "others": [],
        "paused": False,
        "problem": None,
    }
    assert facts["version"] == dictate.__version__
    assert facts["pid"] == os.getpid()
    assert facts["settings_file"] == "settings.toml"


def test_status_names_problems(remote: Remote, program: ScriptedProgram) -> None:
    program.hotkey_problem = Notice(Severity.WARNING, "No keys.", "Do this.")
    hotkey = asked(remote, "status")["hotkey"]
    assert isinstance(hotkey, dict)
    assert hotkey["problem"] == "No keys."
