"""What loaded models hold, on the machine and on its graphics cards."""

from __future__ import annotations

import os
import sys
import types
from pathlib import Path

import pytest

from dictate.domain import ModelInfo
from dictate.engine import gpu_memory
from dictate.engine.holding import Held, measured

BASE = ModelInfo("base", Path("base"), "cpu", "int8")
ON_CARD = ModelInfo("large", Path("large"), "cuda:1", "float16")


class Shelf:
    """Has these models loaded."""

    def __init__(self, *held: Held) -> None:
        self._held = held

    def held(self) -> tuple[Held, ...]:
        return self._held


class NVMLError(Exception):
    """As the library has it."""


def _library(monkeypatch: pytest.MonkeyPatch, **functions: object) -> types.ModuleType:
    """Put a library of one's own in the place of NVML's."""
    library = types.ModuleType("pynvml")
    process = types.SimpleNamespace
    cards = {
        0: [process(pid=os.getpid(), usedGpuMemory=1_000_000_000), process(pid=7, usedGpuMemory=5)],
        1: [
            process(pid=os.getpid(), usedGpuMemory=500_000_000),
            process(pid=8, usedGpuMemory=None),
        ],
    }
    usual = {
        "NVMLError": NVMLError,
        "nvmlInit": lambda: None,
        "nvmlShutdown": lambda: None,
        "nvmlDeviceGetCount": lambda: len(cards),
        "nvmlDeviceGetHandleByIndex": lambda index: index,
        "nvmlDeviceGetComputeRunningProcesses": lambda card: cards[card],
    }
    for name, function in {**usual, **functions}.items():
        setattr(library, name, function)
    monkeypatch.setitem(sys.modules, "pynvml", library)
    return library


def test_the_memory_of_its_process_is_measured() -> None:
    (model,) = measured(Shelf(Held(BASE, os.getpid())))
    assert (model.name, model.device, model.compute_type) == ("base", "cpu", "int8")
    assert model.memory_mb > 10
    assert model.gpu_memory_mb is None


def test_a_process_that_has_ended_holds_nothing() -> None:
    assert measured(Shelf(Held(BASE, 2**22 + 1))) == ()


def test_an_engine_without_models_holds_nothing() -> None:
    assert measured(object()) == ()


def test_the_memory_of_the_cards_is_added_up(monkeypatch: pytest.MonkeyPatch) -> None:
    _library(monkeypatch)
    (model,) = measured(Shelf(Held(ON_CARD, os.getpid())))
    assert model.gpu_memory_mb == 1500


def test_cards_are_not_asked_for_models_on_the_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked() -> None:
        raise AssertionError("a driver is woken for nothing")

    _library(monkeypatch, nvmlInit=asked)
    assert measured(Shelf(Held(BASE, os.getpid())))[0].gpu_memory_mb is None


def _refuse(*_: object) -> None:
    raise NVMLError


@pytest.mark.parametrize("broken", ["nvmlInit", "nvmlDeviceGetComputeRunningProcesses"])
def test_a_driver_that_says_nothing_is_no_obstacle(
    monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    _library(monkeypatch, **{broken: _refuse})
    assert gpu_memory.by_process_mb() == {}
    assert measured(Shelf(Held(ON_CARD, os.getpid())))[0].gpu_memory_mb is None


def test_without_the_package_nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pynvml", None)
    assert gpu_memory.by_process_mb() == {}
