"""Each rival hears in scripted weights what faster-whisper hears, from the file of its own format.

They are no dependencies: DICTATE_RIVALS_PYTHON names the Python of a virtual environment that has
some of them.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from benchmarks import models, scripted_weights
from benchmarks.results import Job
from benchmarks.rivals import RIVALS, Plan, Rival, find, measure
from benchmarks.scripted_weights import Shape

PYTHON = os.environ.get("DICTATE_RIVALS_PYTHON", "")
SHAPES = {
    "mini": Shape(width=64, layers=2, heads=2),
    "mini-v3": Shape(64, 2, 2, decoder_layers=1, mel_bands=128, cantonese=True),
}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not PYTHON, reason="DICTATE_RIVALS_PYTHON names no Python with rivals"),
]


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("rival", RIVALS, ids=lambda rival: rival.name)
def test_a_rival_says_the_script(
    rival: Rival, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models, "cache_folder", lambda: tmp_path)
    monkeypatch.setitem(scripted_weights.SHAPES, name, SHAPES[name])
    places, missing = find((rival,), [PYTHON])
    if missing:
        pytest.skip(missing[0])
    for compute_type in rival.compute_types:
        jobs = (Job(3, 300, 1), Job(60, 300, 1))
        plan = Plan(places[0], models.find(name), compute_type, jobs)
        assert [row.takes for row in measure(plan).rows] == [1, 1]
