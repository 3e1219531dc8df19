"""The catalogue names repositories that exist: those the recogniser's own table has."""

from __future__ import annotations

import pytest
from faster_whisper.utils import _MODELS

from dictate.engine.catalogue import CATALOGUE, ModelEntry


@pytest.mark.parametrize("entry", CATALOGUE, ids=lambda entry: entry.name)
def test_the_repositories_are_those_faster_whisper_knows(entry: ModelEntry) -> None:
    assert {_MODELS[name] for name in (entry.name, *entry.aliases)} == {entry.repo}
