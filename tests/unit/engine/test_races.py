"""Under "auto" the device that decodes fastest is found out once, and remembered."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from dictate.domain import ModelChoice, Samples
from dictate.engine.facts import ResolvedModel
from dictate.engine.ladder import Rung
from dictate.engine.model_format import Format, OnnxKind
from dictate.engine.onnx_asr_backend import OnnxAsrBackend
from dictate.engine.races import Races
from tests.fakes.onnx_model import write_transducer

BOTH = frozenset({"cpu", "directml"})


@dataclass
class Silent:
    """Hears nothing."""

    text: str = ""
    timestamps: list[float] | None = None
    tokens: list[str] | None = None
    logprobs: list[float] | None = None


@dataclass
class Workshop:
    """Opens models whose decodes take a scripted time."""

    races: Races
    takes_s: dict[str, float]
    broken: dict[str, Exception] = field(default_factory=dict)
    opened: list[str] = field(default_factory=list)
    now_s: float = 0.0

    def open(self, model: ResolvedModel, kind: OnnxKind, rung: Rung) -> Recogniser:
        self.opened.append(rung.device)
        if rung.device in self.broken:
            raise self.broken[rung.device]
        return Recogniser(self, rung.device)

    def load(self, folder: Path, device: str = "auto") -> str:
        self.opened.clear()
        model = ResolvedModel("tiny", folder, stored_as=Format.ONNX)
        backend = OnnxAsrBackend(self.open, lambda: BOTH, self.races, lambda: self.now_s)
        return backend.load(model, ModelChoice("tiny", device)).device


@dataclass
class Recogniser:
    """Takes its time."""

    workshop: Workshop
    device: str

    def recognize(self, waveform: Samples, **options: str) -> Silent:
        self.workshop.now_s += self.workshop.takes_s[self.device]
        return Silent()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "devices.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_transducer(tmp_path / "tiny")


@pytest.mark.parametrize(("directml_s", "winner"), [(0.2, "directml"), (0.6, "cpu")])
def test_the_fastest_is_used_and_compared_once_only(
    file: Path, folder: Path, directml_s: float, winner: str
) -> None:
    times = {"directml": directml_s, "cpu": 0.4}
    first = Workshop(Races(file), times)
    assert first.load(folder) == winner
    assert first.opened == ["directml", "cpu", winner]
    second = Workshop(Races(file), times)
    assert second.load(folder) == winner and second.opened == [winner]
    (race,) = Races(file).all()
    assert race.told == f"directml {directml_s * 1000:.0f} ms, cpu 400 ms"


def test_a_device_that_cannot_be_loaded_on_settles_nothing(file: Path, folder: Path) -> None:
    full = MemoryError()
    workshop = Workshop(Races(file), {"cpu": 0.4}, {"directml": full})
    assert workshop.load(folder) == "cpu"
    assert Races(file).all() == ()


def test_a_winner_that_fails_later_gives_way(file: Path, folder: Path) -> None:
    Workshop(Races(file), {"directml": 0.1, "cpu": 0.4}).load(folder)
    later = Workshop(Races(file), {"cpu": 0.4}, {"directml": MemoryError()})
    assert later.load(folder) == "cpu" and later.opened == ["directml", "cpu"]


def test_a_device_that_is_named_is_not_compared(file: Path, folder: Path) -> None:
    workshop = Workshop(Races(file), {"directml": 0.9, "cpu": 0.4})
    assert workshop.load(folder, "directml") == "directml"
    assert workshop.load(folder, "cpu") == "cpu"
    assert Races(file).all() == ()


def test_another_model_another_version_or_damage_is_another_race(file: Path, folder: Path) -> None:
    model = ResolvedModel("tiny", folder)
    races = Races(file, "1")
    assert races.put(model, {"cuda": 10.0, "cpu": 20.0}) == "cuda"
    assert races.winner(model, ["cpu", "cuda"]) == "cuda"
    assert races.winner(model, ["cpu", "directml"]) is None
    assert races.winner(ResolvedModel("other", folder), ["cpu", "cuda"]) is None
    assert Races(file, "2").winner(model, ["cpu", "cuda"]) is None
    assert Races().winner(model, ["cpu", "cuda"]) is None
    assert (races.forget("other"), races.forget("tiny"), races.forget()) == (0, 1, 0)
    races.put(model, {"cpu": 20.0})
    file.write_text('{"entries": [{"model": "tiny"}]}', "utf-8")
    assert races.all() == ()
