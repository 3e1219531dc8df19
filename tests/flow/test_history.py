"""The real program: what it publishes is in the history, and another model hears a sound again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dictate.assembly.program import Program, assemble
from dictate.errors import ModelError
from dictate.settings.schema import Settings
from dictate.store.growing_file import read_samples

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "meeting_en.wav"


@pytest.fixture
def program(empty_home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.delenv("DISPLAY", raising=False)
    file = empty_home / "settings.toml"
    made = assemble(Settings(), publish=lambda _: None, clipboard=None, settings_file=file)
    made.start()
    yield made
    made.close()


def test_a_model_hears_a_kept_recording_again(program: Program) -> None:
    heard = program.hear_again(read_samples(SAMPLE), "builtin")
    said = SAMPLE.with_suffix(".txt").read_text("utf-8")
    assert set(said.casefold().split()[:3]) & set(heard.casefold().split())


def test_a_model_that_is_not_there_is_told(program: Program) -> None:
    with pytest.raises(ModelError):
        program.hear_again(read_samples(SAMPLE), "no-such-model")
