"""``dictate remote`` and ``dictate compare``, as they are called."""

from __future__ import annotations

import json
import shutil
import sys
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from dictate import host
from dictate.cli import app
from dictate.cli.check import Status
from dictate.cli.remote_checks import check_server
from dictate.engine.remote import place
from dictate.settings.choices import RemoteWhen
from dictate.settings.schema import RemoteSettings
from tests.fakes.speech_server import SAID, VERBOSE, SpeechServer, speech_server

Invoke = Callable[..., Result]
MAIL = host.resource_path("samples", "mail_en.wav")
NOTE = host.resource_path("samples", "note_en.wav")


@pytest.fixture
def speech() -> Iterator[SpeechServer]:
    with speech_server() as speech:
        yield speech


@pytest.fixture
def invoke(speech: SpeechServer, tmp_path: Path) -> Invoke:
    def run(*words: str, when: str = "always", typed: str = "") -> Result:
        file = tmp_path / "settings.toml"
        file.write_text(f'[remote]\nwhen = "{when}"\nendpoint = "{speech.url}"\n')
        return CliRunner().invoke(app, ["--config", str(file), *words], input=typed)

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


def test_check_tells_what_the_server_heard(invoke: Invoke, speech: SpeechServer) -> None:
    result = invoke("remote", "check")
    assert result.exit_code == 0, result.output
    for told in (speech.url, "Speech stays here", "faster-whisper-small", SAID, "kokoro", "(en)"):
        assert told in result.stdout
    assert len(speech.asked) == 2
    assert "turns it on" not in result.stdout
    assert "turns it on" in invoke("remote", "check", when="never").stdout


def test_check_for_other_programs(invoke: Invoke, speech: SpeechServer) -> None:
    speech.models = None
    record = json.loads(invoke("remote", "check", "--json").stdout)
    assert (record["heard"], record["language"], record["times"]) == (SAID, "en", True)
    assert record["models"] is None and record["leaves_this_machine"] is False


def test_a_server_that_refuses_is_one_line(invoke: Invoke, speech: SpeechServer) -> None:
    speech.answer = lambda handler: handler.document(500, {})
    result = invoke("remote", "check")
    assert result.exit_code == 1
    assert "answered with an error (500)" in result.stderr
    assert "Traceback" not in result.output


def test_a_key_is_kept_for_its_host_and_used(
    invoke: Invoke, speech: SpeechServer, kept: dict[tuple[str, str], str], tmp_path: Path
) -> None:
    speech.wanted_key = "sk-1"
    assert "dictate remote key" in invoke("remote", "check").stderr
    stored = invoke("remote", "key", typed="sk-1\n")
    assert stored.exit_code == 0
    assert "sk-1" not in stored.output, "it is not shown"
    assert kept == {(place.KEYS.service, speech.host): "sk-1"}
    assert invoke("remote", "check").exit_code == 0
    assert "sk-1" not in "".join(p.read_text("utf-8") for p in tmp_path.rglob("*.toml"))
    assert "deleted" in invoke("remote", "key", "--forget").stdout


# -- compare -------------------------------------------------------------------------------------


def _copied(tmp_path: Path, *files: Path, text: bool = True) -> list[Path]:
    folder = tmp_path / "recordings"
    folder.mkdir(exist_ok=True)
    for file in files:
        shutil.copy(file, folder)
        if text:
            shutil.copy(file.with_suffix(".txt"), folder)
    return [folder / file.name for file in files]


def test_a_model_and_the_server_stand_side_by_side(
    invoke: Invoke, speech: SpeechServer, tmp_path: Path
) -> None:
    said = MAIL.with_suffix(".txt").read_text("utf-8").strip()
    speech.answer = lambda h: h.document(200, {"text": said.replace("Carol", "Karl")})
    (mail,) = _copied(tmp_path, MAIL)
    result = invoke("compare", str(mail), "--engines", "builtin,remote", "--json")
    assert result.exit_code == 0, result.output
    record = json.loads(result.stdout)
    here, there = record["engines"]
    assert (here["engine"], here["wer"], here["load_ms"] > 0) == ("builtin", 0.0, True)
    assert (there["engine"], there["load_ms"]) == ("remote", 0.0)
    assert 0 < there["cer"] < there["wer"] < 0.5
    assert there["latency_ms"] > 0
    (sound,) = record["recordings"]
    assert sound["said"] == said
    assert [row["remote"] for row in sound["differences"]] == ["Karl"]
    assert all(row["said"] == row["builtin"] == "Carol" for row in sound["differences"])


def test_the_table_shows_errors_and_differences(
    invoke: Invoke, speech: SpeechServer, tmp_path: Path
) -> None:
    files = _copied(tmp_path, MAIL, NOTE)
    speech.answer = lambda h: h.document(200, VERBOSE)
    result = invoke("compare", str(files[0].parent), "--engines", "remote, builtin")
    assert result.exit_code == 0, result.output
    assert "engine\twords wrong" in result.stdout
    assert "said\tremote\tbuiltin" in result.stdout


@pytest.mark.parametrize("kind", ["text", "manifest"])
def test_the_reference_may_lie_elsewhere(invoke: Invoke, tmp_path: Path, kind: str) -> None:
    (mail,) = _copied(tmp_path, MAIL, text=False)
    said = MAIL.with_suffix(".txt").read_text("utf-8").strip()
    reference = tmp_path / ("said.txt" if kind == "text" else "manifest.tsv")
    reference.write_text(said if kind == "text" else f"file\ttext\nmail_en.wav\t{said}\n", "utf-8")
    asked = ("compare", str(mail), "--engines", "builtin", "--json")
    assert json.loads(invoke(*asked).stdout)["engines"][0]["wer"] is None
    with_reference = invoke(*asked, "--reference", str(reference))
    assert json.loads(with_reference.stdout)["engines"][0]["wer"] == 0.0


def test_what_fails_leaves_the_others(invoke: Invoke, speech: SpeechServer, tmp_path: Path) -> None:
    (mail,) = _copied(tmp_path, MAIL)
    broken = mail.with_name("broken.wav")
    broken.write_bytes(b"RIFF")
    speech.answer = lambda handler: handler.document(500, {})
    asked: tuple[Any, ...] = ("compare", str(mail), str(broken), "--engines", "nope,builtin,remote")
    result = invoke(*asked, "--json")
    assert result.exit_code == 1
    record = json.loads(result.stdout)
    assert [e["engine"] for e in record["engines"]] == ["builtin", "remote"]
    assert [e["failures"] for e in record["engines"]] == [1, 2]
    assert "error" in record["recordings"][1]["heard"]["builtin"]
    assert 'no model "nope"' in result.stderr
    assert invoke(*asked).exit_code == 1
    assert "Traceback" not in invoke(*asked).output


def test_wrong_usage_is_told(invoke: Invoke, tmp_path: Path) -> None:
    files = [str(path) for path in _copied(tmp_path, MAIL, NOTE)]
    assert invoke("compare", *files, "--engines", " , ").exit_code == 2
    text = str(MAIL.with_suffix(".txt"))
    assert invoke("compare", *files, "--engines", "builtin", "--reference", text).exit_code == 2
    assert invoke("compare", str(tmp_path), "--engines", "builtin").exit_code == 1


# -- doctor --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answer", "status", "told"),
    [
        (lambda h: h.document(200, VERBOSE), Status.OK, "Systran/faster-whisper-small at"),
        (lambda h: h.document(500, {}), Status.WARNING, "error (500)"),
    ],
)
def test_the_doctor_tries_a_server_that_is_used(
    speech: SpeechServer, answer: Callable[[Any], None], status: Status, told: str
) -> None:
    speech.answer = answer
    (check,) = check_server(RemoteSettings(RemoteWhen.ALWAYS, speech.url))
    assert check.status is status
    assert told in check.detail
    asked = len(speech.asked)
    assert check_server(RemoteSettings(endpoint=speech.url)) == []
    assert len(speech.asked) == asked, "one that is not used is left alone"
