"""The catalogue names repositories that exist: those the recogniser's own table has."""

from __future__ import annotations

import pytest
from faster_whisper.utils import _MODELS
from onnx_asr.resolver import model_repos

from dictate.engine.catalogue import CATALOGUE, ModelEntry
from dictate.engine.model_format import Format

WHISPER = [entry for entry in CATALOGUE if entry.format is Format.CTRANSLATE2]
ONNX = [entry for entry in CATALOGUE if entry.format is Format.ONNX]


@pytest.mark.parametrize("entry", ONNX, ids=lambda entry: entry.name)
def test_the_repositories_are_those_onnx_asr_knows(entry: ModelEntry) -> None:
    plain = entry.name.removesuffix(f"-{entry.precision}")
    assert model_repos[f"nemo-{plain}"] == entry.repo


@pytest.mark.parametrize("entry", WHISPER, ids=lambda entry: entry.name)
def test_the_repositories_are_those_faster_whisper_knows(entry: ModelEntry) -> None:
    assert {_MODELS[name] for name in (entry.name, *entry.aliases)} == {entry.repo}
