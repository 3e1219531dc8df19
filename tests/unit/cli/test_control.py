"""Commands to the running program, over the real channel."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from dictate.cli.control import lines
from dictate.control.channel import ControlServer
from dictate.errors import TypingFailed
from tests.fakes.model_folder import write_model
from tests.unit.cli.conftest import Invoke


@pytest.fixture
def seen(invoke: Invoke) -> Iterator[list[str]]:
    """The commands a running program gets."""
    commands: list[str] = []

    def handle(command: str) -> dict[str, object]:
        commands.append(command)
        if command == "start":
            raise TypingFailed("It cannot be done.", "Do something else.")
        if command == "last":
            return {"text": "First line.\nGröße 🙂"}
        return {"phase": "idle", "engine": {"state": "ready", "detail": ""}, "last": None}

    server = ControlServer(handle)
    server.start()
    yield commands
    server.close()


@pytest.mark.parametrize("command", ["toggle", "stop", "cancel", "quit"])
def test_a_command_reaches_the_program_and_says_nothing(
    invoke: Invoke, seen: list[str], command: str
) -> None:
    result = invoke(command)
    assert (result.exit_code, result.output) == (0, "")
    assert seen == [command]


@pytest.mark.parametrize(
    ("model", "sent"), [((), "retry"), (("--model", "builtin"), "retry builtin")]
)
def test_a_retry_may_name_a_model(
    invoke: Invoke, seen: list[str], model: tuple[str, ...], sent: str
) -> None:
    assert invoke("retry", *model).exit_code == 0
    assert seen == [sent]


def test_a_retry_names_a_folder_as_the_program_finds_it(
    invoke: Invoke, seen: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_model(tmp_path / "mine")
    monkeypatch.chdir(tmp_path)
    assert invoke("retry", "--model", "./mine").exit_code == 0
    assert seen == [f"retry {tmp_path / 'mine'}"]


def test_a_retry_with_a_model_that_is_not_here_is_refused(invoke: Invoke, seen: list[str]) -> None:
    result = invoke("retry", "--model", "small")
    assert result.exit_code == 1 and "dictate models download small" in result.stderr
    assert seen == []


def test_a_refusal_is_one_line(invoke: Invoke, seen: list[str]) -> None:
    result = invoke("start")
    assert result.exit_code == 1
    assert result.stderr == "dictate: It cannot be done. Do something else.\n"


def test_the_last_text_is_printed(invoke: Invoke, seen: list[str]) -> None:
    assert invoke("last").stdout == "First line.\nGröße 🙂\n"
    assert seen == ["last"]


def test_status_in_words_and_as_json(invoke: Invoke, seen: list[str]) -> None:
    assert invoke("status").stdout == "phase: idle\nengine state: ready\n"
    told = json.loads(invoke("status", "--json").stdout)
    assert told == {
        "running": True,
        "phase": "idle",
        "engine": {"state": "ready", "detail": ""},
        "last": None,
    }


@pytest.mark.parametrize("command", ["toggle", "start", "stop", "cancel", "last", "status", "quit"])
def test_without_a_program_the_next_step_is_told(invoke: Invoke, command: str) -> None:
    result = invoke(command)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr == "dictate: Dictate is not running. Start it with `dictate`.\n"


def test_status_as_json_says_when_there_is_no_program(invoke: Invoke) -> None:
    result = invoke("status", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout) == {"running": False}


def test_facts_become_lines() -> None:
    facts: dict[str, object] = {
        "last": {"latency_ms": 412.34, "duration_s": 2.04, "characters": 0},
        "output": "type",
        "hotkey": {"problem": None, "keys": ["ctrl", "d"], "on": True},
    }
    assert lines(facts) == [
        "last latency ms: 412",
        "last duration s: 2",
        "last characters: 0",
        "output: type",
        "hotkey keys: ctrl, d",
        "hotkey on: yes",
    ]
