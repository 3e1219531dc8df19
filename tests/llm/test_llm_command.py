"""``dictate llm check`` and ``dictate llm key``, as they are called."""

from __future__ import annotations

import json
import sys
import types
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dictate.cleanup import endpoint, keys
from dictate.cli import app, llm
from tests.fakes.chat_server import ChatServer, chat_server

Invoke = Callable[..., Result]
CLEAN = "Hello there, the meeting is at 15 and it is not in Paris."


@pytest.fixture
def chat() -> Iterator[ChatServer]:
    with chat_server(answer=lambda handler: handler.stream(CLEAN)) as chat:
        yield chat


@pytest.fixture
def invoke(chat: ChatServer, tmp_path: Path) -> Invoke:
    def run(*words: str, when: str = "always", endpoint: str = "", typed: str = "") -> Result:
        file = tmp_path / "settings.toml"
        file.write_text(f'[llm]\nwhen = "{when}"\nendpoint = "{endpoint or chat.url}"\n')
        return CliRunner().invoke(app, ["--config", str(file), "llm", *words], input=typed)

    return run


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], str]:
    """A keyring in memory in the place of the desktop's."""
    kept: dict[tuple[str, str], str] = {}
    ring = types.ModuleType("keyring")
    ring.get_password = lambda service, host: kept.get((service, host))  # type: ignore[attr-defined]
    ring.set_password = lambda service, host, key: kept.update({(service, host): key})  # type: ignore[attr-defined]
    ring.delete_password = lambda service, host: kept.pop((service, host))  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", ring)
    return kept


def test_check_tells_what_came_of_the_sample(invoke: Invoke, chat: ChatServer) -> None:
    result = invoke("check")
    assert result.exit_code == 0, result.output
    for told in (chat.url, "Texts stay here", "tidy:1b", CLEAN, "of 5000"):
        assert told in result.stdout
    assert llm.SAMPLE in chat.bodies[0]["messages"][-1]["content"]


def test_check_works_while_clean_up_is_off_and_says_so(invoke: Invoke) -> None:
    assert "Clean-up is off" in invoke("check", when="never").stdout


def test_check_for_other_programs(invoke: Invoke) -> None:
    record = json.loads(invoke("check", "--json").stdout)
    assert record["cleaned"] == CLEAN
    assert record["leaves_this_machine"] is False
    assert record["models"] == ["nomic-embed-text", "tidy:1b"]


def test_check_says_what_the_guard_refused(invoke: Invoke, chat: ChatServer) -> None:
    chat.answer = lambda handler: handler.stream(CLEAN.replace("15", "16"))
    result = invoke("check")
    assert result.exit_code == 0
    assert "not used" in result.stdout
    assert "a number was changed" in result.stdout


def test_check_names_the_server_that_does_answer(
    invoke: Invoke, chat: ChatServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(endpoint.NAMED, "ollama", "http://127.0.0.1:1/v1")
    monkeypatch.setitem(endpoint.NAMED, "llama.cpp", chat.url)
    result = invoke("check", endpoint="http://127.0.0.1:1/v1")
    assert result.exit_code == 1
    assert "No language model answers at 127.0.0.1:1." in result.stderr
    assert 'endpoint = "llama.cpp"' in result.stderr


def test_a_key_is_kept_for_its_host_and_used(
    invoke: Invoke, chat: ChatServer, kept: dict[tuple[str, str], str], tmp_path: Path
) -> None:
    chat.wanted_key = "sk-1"
    assert invoke("check").exit_code == 1
    stored = invoke("key", typed="sk-1\n")
    assert stored.exit_code == 0
    assert "sk-1" not in stored.output, "it is not shown"
    assert kept == {(keys.SERVICE, chat.host): "sk-1"}
    assert invoke("check").exit_code == 0
    assert "sk-1" not in "".join(p.read_text("utf-8") for p in tmp_path.rglob("*.toml"))
    assert keys.find("api.example.com", 1.0) == "", "it goes to no other host"
    assert "deleted" in invoke("key", "--forget").stdout
    assert "no key" in invoke("key", "--forget").stdout
    assert invoke("check").exit_code == 1


def test_what_cannot_be_a_key_is_refused(invoke: Invoke, kept: dict[tuple[str, str], str]) -> None:
    result = invoke("key", typed="two words\n")
    assert result.exit_code == 1
    assert "cannot be a key" in result.stderr
    assert kept == {}


def test_without_a_keyring_the_variable_serves(
    invoke: Invoke, chat: ChatServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    ring = types.ModuleType("keyring")

    def refuse(*_: str) -> str:
        raise RuntimeError("no keyring")

    ring.get_password = ring.set_password = ring.delete_password = refuse  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", ring)
    chat.wanted_key = "sk-2"
    result = invoke("key", typed="sk-2\n")
    assert result.exit_code == 1
    assert keys.VARIABLE in result.stderr
    assert "sk-2" not in result.output
    monkeypatch.setenv(keys.VARIABLE, "sk-2")
    assert invoke("check").exit_code == 0


def test_without_a_key_nothing_is_asked_in_the_dark(
    invoke: Invoke, kept: dict[tuple[str, str], str]
) -> None:
    result = invoke("key", typed="")
    assert (result.exit_code, result.stdout, kept) == (1, "", {})
    assert "pipe it in" in result.stderr
    assert "Warning" not in result.stderr
