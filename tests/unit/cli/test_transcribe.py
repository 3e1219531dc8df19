"""``dictate transcribe``: what is refused before anything is read or loaded."""

from __future__ import annotations

from pathlib import Path

import pytest

from dictate.host import settings_path
from tests.unit.cli.conftest import Invoke


def test_a_translation_by_a_model_that_cannot_is_wrong_usage(invoke: Invoke) -> None:
    result = invoke("transcribe", "--task", "translate", "--model", "builtin", "none.wav")
    assert (result.exit_code, result.stdout) == (2, "")
    told = " ".join(result.stderr.replace("│", " ").split())
    assert "--task: The model builtin cannot translate" in told
    assert "dictate models download small" in told


def test_so_it_is_where_the_settings_ask_for_it(invoke: Invoke) -> None:
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text('[engine]\ntask = "translate"\n', "utf-8")
    result = invoke("transcribe", "none.wav")
    assert result.exit_code == 2
    assert "engine.task" in result.stderr


def test_a_variable_that_is_wrong_is_told_and_the_file_still_read(
    invoke: Invoke, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DICTATE_MODEL_CACHE_SIZE", "many")
    result = invoke("transcribe", tmp_path / "none.wav")
    assert result.exit_code == 1
    about, failure = result.stderr.splitlines()
    assert about.startswith("The environment variable DICTATE_MODEL_CACHE_SIZE")
    assert "does not exist" in failure
