"""One backend for every family: who gets a model, who takes over, and what is told."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from dictate.domain import DecodeOptions, ModelChoice
from dictate.engine.facts import ResolvedModel
from dictate.engine.family import Family, Here
from dictate.engine.family_backend import FamilyBackend, remembering
from dictate.engine.model_format import Format
from dictate.errors import (
    DecodeFailed,
    DeviceUnavailable,
    EngineOutOfMemory,
    ModelDamaged,
    PackageMissing,
)
from tests.fakes.backend import ScriptedBackend
from tests.fakes.onnx_model import SAYS, write_transducer

MAC = Here(True, frozenset(Family))
WHISPER = ResolvedModel("m", Path("m"))
ONNX = ResolvedModel("m", Path("m"), stored_as=Format.ONNX)
SECOND = np.zeros(16_000, np.float32)


class Families:
    """A scripted backend for each family."""

    def __init__(self, **trouble: Exception) -> None:
        self.backends = {
            family: ScriptedBackend(
                f" {family}", loads={"m": error} if (error := trouble.get(family.name)) else {}
            )
            for family in Family
        }
        makers = {family: (lambda b=b: b) for family, b in self.backends.items()}
        self.backend = FamilyBackend(makers, lambda: MAC)

    def heard(self) -> str:
        return self.backend.decode(SECOND, DecodeOptions()).segments[0].text.strip()


@pytest.mark.parametrize(
    ("model", "device", "family"),
    [
        (WHISPER, "cpu", Family.FASTER_WHISPER),
        (WHISPER, "metal", Family.MLX_WHISPER),
        (ONNX, "auto", Family.ONNX_ASR),
    ],
)
def test_each_model_goes_to_its_family(model: ResolvedModel, device: str, family: Family) -> None:
    families = Families()
    families.backend.load(model, ModelChoice("m", device))
    assert families.heard() == family
    assert [f for f, b in families.backends.items() if b.loaded] == [family]


@pytest.mark.parametrize(
    "trouble",
    [
        DeviceUnavailable("Metal cannot be used.", "Do."),
        EngineOutOfMemory("Too little memory.", "Do."),
        PackageMissing("The Python package mlx is missing.", "Do."),
    ],
)
def test_a_family_without_its_device_hands_over_and_that_is_told(trouble: Exception) -> None:
    families = Families(MLX_WHISPER=trouble)
    info = families.backend.load(WHISPER, ModelChoice("m"))
    assert families.heard() == Family.FASTER_WHISPER and info.device == "cpu"
    (notice,) = info.notices
    assert notice.message.startswith(str(trouble).removesuffix(" Do."))
    assert notice.message.endswith("on the CPU instead.") and notice.next_step == "Do."


def test_a_damaged_model_is_not_tried_elsewhere() -> None:
    families = Families(MLX_WHISPER=ModelDamaged("Broken.", "Get it."))
    with pytest.raises(ModelDamaged):
        families.backend.load(WHISPER, ModelChoice("m"))
    with pytest.raises(DecodeFailed):
        families.heard()


def test_another_model_puts_the_one_before_away() -> None:
    families = Families()
    families.backend.load(WHISPER, ModelChoice("m", "cpu"))
    families.backend.load(ONNX, ModelChoice("m"))
    assert families.backends[Family.FASTER_WHISPER].unloads == 1
    assert families.heard() == Family.ONNX_ASR
    families.backend.interrupt()
    families.backend.unload()
    assert families.backends[Family.ONNX_ASR].unloads == 1


def test_the_real_families_recognise(tmp_path: Path) -> None:
    backend = remembering(tmp_path / "crashes.json", tmp_path / "devices.json")
    folder = write_transducer(tmp_path / "tiny")
    info = backend.load(ResolvedModel("tiny", folder, stored_as=Format.ONNX), ModelChoice())
    assert (info.device, info.compute_type) == ("cpu", "int8")
    loud = np.random.default_rng(1).normal(0, 0.1, 16_000).astype(np.float32)
    assert backend.decode(loud, DecodeOptions()).segments[0].text == SAYS
