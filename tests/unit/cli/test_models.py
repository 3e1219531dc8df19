"""Which models there are, and what is said about those that are not here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Invoke


def test_the_list_holds_the_built_in_model_and_those_to_download(invoke: Invoke) -> None:
    result = invoke("models", "list", "--json")
    assert result.exit_code == 0
    records = {record["name"]: record for record in json.loads(result.stdout)}
    builtin, base = records["builtin"], records["base"]
    assert builtin["cached"] and builtin["used"] and builtin["demonstration"]
    assert Path(builtin["path"]).is_dir()
    assert not base["cached"] and not base["used"]
    assert (base["path"], base["size_mb"] > 100) == (None, True)
    assert records["tiny.en"]["languages"] == "English"


def test_the_list_for_people(invoke: Invoke) -> None:
    lines = invoke("models", "list").stdout.splitlines()
    assert lines[0].split("\t")[1:3] == ["Name", "Size"]
    assert lines[1].startswith("*\tbuiltin\t")
    assert any(line.split("\t")[1:] == ["base", "148 MB", "many", "to download"] for line in lines)


def test_the_list_shows_a_wrong_model_of_the_settings(invoke: Invoke, tmp_path: Path) -> None:
    file = tmp_path / "s.toml"
    file.write_text('[engine]\nmodel = "bass"\n')
    result = invoke("--config", file, "models", "list")
    assert result.exit_code == 0
    assert "bass" in result.stderr and "base" in result.stderr


@pytest.mark.parametrize("command", ["path", "download"])
def test_an_unknown_name_is_told_with_the_nearest(invoke: Invoke, command: str) -> None:
    result = invoke("models", command, "largev3")
    assert result.exit_code == 1
    assert result.stderr.startswith('dictate: There is no model "largev3". Did you mean large-v3')
    assert result.stderr.count("\n") == 1


def test_the_path_of_a_model_that_is_not_here_names_the_download(invoke: Invoke) -> None:
    result = invoke("models", "path", "base")
    assert result.exit_code == 1
    assert "dictate models download base" in result.stderr


def test_the_path_of_the_built_in_model(invoke: Invoke) -> None:
    assert (Path(invoke("models", "path").stdout.strip()) / "model.bin").is_file()
