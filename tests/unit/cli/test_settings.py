"""Where the settings come from, what is said about mistakes, and when a command goes on."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Invoke


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "mine.toml"


def test_the_version(invoke: Invoke) -> None:
    result = invoke("--version")
    assert (result.exit_code, result.stdout) == (0, "dictate 0.1.0\n")


def test_the_default_path_lies_in_the_config_folder(invoke: Invoke, empty_home: Path) -> None:
    path = invoke("settings", "path").stdout.strip()
    assert path == str(empty_home / ".config" / "dictate" / "settings.toml")


def test_the_option_beats_the_environment(
    invoke: Invoke, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DICTATE_CONFIG", "/elsewhere/s.toml")
    assert invoke("settings", "path").stdout == "/elsewhere/s.toml\n"
    assert invoke("--config", file, "settings", "path").stdout == f"{file}\n"


def test_showing_gives_a_whole_settings_file(invoke: Invoke, file: Path) -> None:
    file.write_text('[engine]\nmodel = "base"\n')
    result = invoke("--config", file, "settings", "show")
    assert (result.exit_code, result.stderr) == (0, "")
    table = tomllib.loads(result.stdout)
    assert table["engine"]["model"] == "base"
    assert table["hotkey"]["mode"] == "hold"
    assert "# A name from `dictate models list`" in result.stdout


def test_showing_as_json_names_every_key(invoke: Invoke) -> None:
    told = json.loads(invoke("settings", "show", "--json").stdout)
    assert told["output.method"] == "auto"
    assert told["engine.beam_size"] == 5


def test_showing_as_json_has_profiles_and_further_hotkeys(invoke: Invoke, file: Path) -> None:
    file.write_text(
        '[profiles.mail]\nengine.language = "de"\n[[hotkey.bindings]]\nbinding = "f8"\n', "utf-8"
    )
    told = json.loads(invoke("--config", file, "settings", "show", "--json").stdout)
    assert told["profiles"]["mail"]["engine"]["language"] == "de"
    assert told["hotkey.bindings"][0]["binding"] == "f8"
    empty = json.loads(invoke("settings", "show", "--json").stdout)
    assert (empty["profiles"], empty["hotkey.bindings"]) == ({}, [])


def test_a_model_that_is_not_here_is_set_and_told(invoke: Invoke, file: Path) -> None:
    result = invoke("--config", file, "settings", "set", "engine.model", "base")
    assert result.exit_code == 0
    assert "dictate models download base" in result.stderr


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[engine]\nbeam_size = "x"\n', ("engine.beam_size", "1 to 20", "until then it is 5")),
        ('[engine]\nmodle = "x"\n', ("engine.modle", "Did you mean engine.model?")),
        ("[engine\n", ("not TOML in line 1", "defaults are used")),
        ("version = 9\n", ("newer Dictate", "Update")),
    ],
)
def test_each_mistake_is_one_line_and_showing_fails(
    invoke: Invoke, file: Path, text: str, words: tuple[str, ...]
) -> None:
    file.write_text(text)
    result = invoke("--config", file, "settings", "show")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    for word in (*words, str(file)):
        assert word in result.stderr
    tomllib.loads(result.stdout)  # the settings in force are shown all the same


def test_a_bad_key_does_not_keep_a_command_from_its_work(invoke: Invoke, file: Path) -> None:
    file.write_text('[engine]\nbeam_size = "x"\n')
    result = invoke("--config", file, "models", "list")
    assert result.exit_code == 0
    assert "builtin" in result.stdout
    assert "engine.beam_size" in result.stderr


def test_a_file_that_is_not_toml_stops_a_command(invoke: Invoke, file: Path) -> None:
    file.write_text("[engine\n")
    result = invoke("--config", file, "transcribe", "x.wav")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith(f"dictate: The settings file {file} is not TOML in line 1")
    assert result.stderr.count("\n") == 1


def test_a_named_file_that_is_not_there_is_told(invoke: Invoke, file: Path) -> None:
    result = invoke("--config", file, "models", "list")
    assert result.exit_code == 0
    assert f"There is no settings file {file} yet" in result.stderr


# -- changing one


@pytest.mark.parametrize(
    ("key", "value", "line"),
    [
        ("engine.model", "small", 'model = "small"'),
        ("engine.model", '"7"', 'model = "7"'),
        ("engine.beam_size", "3", "beam_size = 3"),
        ("engine.decode_ahead", "false", "decode_ahead = false"),
        ("engine.languages", '["en", "de"]', 'languages = ["en", "de"]'),
        ("hotkey.mode", "toggle", 'mode = "toggle"'),
        ("audio.keep_warm_s", "5", "keep_warm_s = 5.0"),
    ],
)
def test_setting_one_value_keeps_the_rest_of_the_file(
    invoke: Invoke, file: Path, key: str, value: str, line: str
) -> None:
    file.write_text('# mine\n[output]\nmethod = "copy"\n')
    result = invoke("--config", file, "settings", "set", key, value)
    assert result.exit_code == 0, result.stderr
    text = file.read_text("utf-8")
    assert line in text and "# mine" in text and 'method = "copy"' in text


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("engine.beam_size", "99", ("engine.beam_size", "1 to 20")),
        ("engine.beam_size", "many", ("engine.beam_size", "1 to 20")),
        ("engine.modle", "small", ("engine.modle", "Did you mean engine.model?")),
        ("hotkey.binding", "foo", ("foo",)),
        ("hotkey.undo", "ctrl+", ("ctrl+",)),
        ("text.patterns", '{"(" = "x"}', ("“(”", "Nothing is changed.")),
    ],
)
def test_a_value_that_does_not_fit_changes_nothing(
    invoke: Invoke, file: Path, key: str, value: str, words: tuple[str, ...]
) -> None:
    result = invoke("--config", file, "settings", "set", key, value)
    assert result.exit_code == 1
    assert all(word in result.stderr for word in words)
    assert not file.exists()


def test_a_setting_gets_its_default_back(invoke: Invoke, file: Path) -> None:
    invoke("--config", file, "settings", "set", "engine.beam_size", "3")
    assert invoke("--config", file, "settings", "reset", "engine.beam_size").exit_code == 0
    shown = json.loads(invoke("--config", file, "settings", "show", "--json").stdout)
    assert shown["engine.beam_size"] == 5
    assert invoke("--config", file, "settings", "reset", "engine.beam").exit_code == 1


def test_a_file_that_is_no_toml_is_not_written_over(invoke: Invoke, file: Path) -> None:
    file.write_text("[engine\n")
    assert invoke("--config", file, "settings", "set", "engine.model", "small").exit_code == 1
    assert file.read_text() == "[engine\n"


def test_autostart_is_turned_on_and_off_without_a_running_program(
    invoke: Invoke, empty_home: Path
) -> None:
    entry = empty_home / ".config" / "autostart" / "dictate.desktop"
    assert invoke("settings", "set", "system.autostart", "true").exit_code == 0
    assert entry.exists()
    assert invoke("settings", "reset", "system.autostart").exit_code == 0
    assert not entry.exists()


@pytest.mark.parametrize("command", [("set", "engine", "x"), ("reset", "engine")])
def test_a_group_is_no_setting_and_one_of_it_is_named(
    invoke: Invoke, command: tuple[str, ...]
) -> None:
    result = invoke("settings", *command)
    assert result.exit_code == 1
    assert result.stderr == "dictate: engine is a group of settings. Name one of it: engine.model\n"


@pytest.mark.parametrize("key", ["profiles", "hotkey.bindings"])
def test_what_is_more_than_a_value_is_changed_elsewhere(invoke: Invoke, key: str) -> None:
    result = invoke("settings", "set", key, "x")
    assert result.exit_code == 1
    assert "docs/settings.md" in result.stderr and "Did you mean" not in result.stderr


def test_a_wish_the_model_cannot_fulfil_is_told_when_it_is_set(invoke: Invoke, file: Path) -> None:
    result = invoke("--config", file, "settings", "set", "engine.task", "translate")
    assert result.exit_code == 0
    assert "builtin cannot translate" in result.stderr


def test_a_file_that_cannot_be_written_is_told_for_a_command(invoke: Invoke, file: Path) -> None:
    file.touch(mode=0o400)
    result = invoke("--config", file, "settings", "set", "text.numbers", "true")
    assert result.exit_code == 1
    assert "Nothing is changed." in result.stderr and "until you quit" not in result.stderr
