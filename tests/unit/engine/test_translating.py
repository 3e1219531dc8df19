"""Which models are refused where a translation is wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from dictate.engine import storage
from dictate.engine.facts import ModelFacts, ResolvedModel
from dictate.engine.translating import can_translate, refusal
from tests.fakes.model_folder import write_hub_snapshot, write_model


@pytest.mark.parametrize(
    ("name", "can"),
    [
        ("base", True),
        ("large-v3", True),
        ("canary-1b-v2", True),
        ("someone/dutch", True),
        ("large-v3-turbo", False),
        ("turbo", False),
        ("mobiuslabsgmbh/faster-whisper-large-v3-turbo", False),
        ("parakeet-tdt-0.6b-v3", False),
    ],
)
def test_models_of_many_languages(name: str, can: bool) -> None:
    assert can_translate(name, (), demonstration=False) is can


def test_the_model_that_comes_with_the_program_cannot(empty_home: Path) -> None:
    told = refusal(storage.resolve(storage.BUILTIN))
    assert told is not None and "builtin" in told.message
    assert "dictate models download small" in told.next_step


@pytest.mark.parametrize(
    "repo", ["Systran/faster-whisper-base.en", "distil-whisper/distil-large-v3.5-ct2"]
)
def test_models_of_english_alone_cannot(
    repo: str, empty_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    write_hub_snapshot(tmp_path, repo)
    assert refusal(storage.resolve(repo)) is not None


def test_a_folder_that_says_nothing_is_believed_to(tmp_path: Path) -> None:
    assert refusal(storage.resolve(str(write_model(tmp_path / "mine")))) is None
    facts = ModelFacts(languages=("de", "en"))
    assert refusal(ResolvedModel("mine", tmp_path, facts)) is None
