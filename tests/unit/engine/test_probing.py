"""A device whose driver crashes is left alone, in this run and the next."""

from __future__ import annotations

import functools
import os
import signal
from pathlib import Path

import pytest

from dictate.domain import DecodeOptions, ModelChoice, ModelInfo, Samples
from dictate.engine.backend import Decoded
from dictate.engine.child_backend import ChildBackend
from dictate.engine.crashes import ANY_MODEL, Combination, Crashes
from dictate.engine.facts import ResolvedModel
from dictate.engine.probing import SECOND_TRIAL, DeviceTrials
from dictate.errors import EngineDied

MODEL = ResolvedModel("m", Path("m"))


class CrashingDriver:
    """Tries a card that ends the process, then would load."""

    def __init__(self, crashes_file: Path) -> None:
        self._trials = DeviceTrials(Crashes(crashes_file))

    def load(self, resolved: ResolvedModel, choice: ModelChoice) -> ModelInfo:
        has_card = self._trials.passes("cuda", _die)
        return ModelInfo("m", Path("m"), "cuda" if has_card else "cpu", "int8")

    def decode(self, samples: Samples, options: DecodeOptions) -> Decoded:
        return Decoded()

    def interrupt(self) -> None:
        pass

    def unload(self) -> None:
        pass


def _die() -> bool:
    os.kill(os.getpid(), signal.SIGSEGV)
    return True


def test_after_two_deaths_the_device_is_not_tried_again(tmp_path: Path) -> None:
    file = tmp_path / "crashes.json"
    backend = ChildBackend(functools.partial(CrashingDriver, file))
    for _ in range(2):
        with pytest.raises(EngineDied):
            backend.load(MODEL, ModelChoice())
    assert backend.load(MODEL, ModelChoice()).device == "cpu"
    backend.unload()
    (crash,) = [c for c in Crashes(file).all() if c.compute_type == SECOND_TRIAL]
    assert (crash.model, crash.device) == (ANY_MODEL, "cuda")


def test_a_device_that_answers_leaves_nothing_behind(tmp_path: Path) -> None:
    crashes = Crashes(tmp_path / "crashes.json")
    trials = DeviceTrials(crashes)
    assert trials.passes("cuda", lambda: True)
    assert not trials.passes("cuda", lambda: False)
    assert crashes.all() == ()


def test_what_a_library_throws_means_no(tmp_path: Path) -> None:
    def broken() -> bool:
        raise RuntimeError("CUDA failed with error unknown error")

    crashes = Crashes(tmp_path / "crashes.json")
    assert not DeviceTrials(crashes).passes("cuda", broken)
    assert DeviceTrials(crashes).passes("cuda", lambda: True)
    assert crashes.all() == ()


def test_one_death_alone_is_forgiven(tmp_path: Path) -> None:
    file = tmp_path / "crashes.json"
    with pytest.raises(EngineDied):
        ChildBackend(functools.partial(CrashingDriver, file)).load(MODEL, ModelChoice())
    assert DeviceTrials(Crashes(file)).passes("cuda", lambda: True)
    assert Crashes(file).all() == ()


@pytest.mark.parametrize("model", ["base", None])
def test_who_chooses_anew_has_the_device_tried_anew(tmp_path: Path, model: str | None) -> None:
    crashes = Crashes(tmp_path / "crashes.json")
    crashes.add(Combination(ANY_MODEL, "cuda", SECOND_TRIAL))
    trials = DeviceTrials(crashes)
    assert not trials.passes("cuda", lambda: True)
    assert crashes.forget(model) == 1
    assert trials.passes("cuda", lambda: True)
