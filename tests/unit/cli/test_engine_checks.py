"""What doctor says about the engine of a model."""

from __future__ import annotations

from pathlib import Path

import pytest

from dictate.cli.check import Status
from dictate.cli.engine_checks import check_families, families_check
from dictate.engine.facts import ResolvedModel
from dictate.engine.family import Family, Here
from dictate.engine.model_format import Format
from dictate.settings.schema import EngineSettings
from tests.fakes.onnx_model import write_attention, write_transducer

WHISPER = ResolvedModel("base", Path("base"))
ALL, BARE = frozenset(Family), frozenset({Family.FASTER_WHISPER})


def onnx(folder: Path) -> ResolvedModel:
    return ResolvedModel(folder.name, folder, stored_as=Format.ONNX)


@pytest.mark.parametrize(
    ("device", "here", "told", "step"),
    [
        ("auto", Here(False, BARE), "by faster-whisper", ""),
        ("auto", Here(True, ALL), "by mlx-whisper", ""),
        ("auto", Here(True, BARE), "mlx-whisper would use the graphics cores", "pip install"),
        ("cpu", Here(True, BARE), "by faster-whisper", ""),
    ],
)
def test_which_engine_a_whisper_model_has(device: str, here: Here, told: str, step: str) -> None:
    check = families_check(EngineSettings(device=device), WHISPER, here)
    assert check.status is Status.OK and told in check.detail
    assert step in check.next_step and bool(step) == bool(check.next_step)


def test_a_missing_package_is_a_failure_with_the_command(tmp_path: Path) -> None:
    model = onnx(write_transducer(tmp_path / "parakeet"))
    check = families_check(EngineSettings(), model, Here(False, BARE))
    assert check.status is Status.FAILURE and "onnx-asr" in check.detail
    assert check.next_step.endswith("pip install onnx-asr")


def test_a_vocabulary_that_is_not_shown_to_the_model_is_told(tmp_path: Path) -> None:
    model = onnx(write_transducer(tmp_path / "parakeet"))
    plain = families_check(EngineSettings(), model, Here(False, ALL))
    assert plain.status is Status.OK and plain.detail == "parakeet is recognised by onnx-asr"
    check = families_check(EngineSettings(vocabulary=("Dictate",)), model, Here(False, ALL))
    assert (
        check.status is Status.OK and "engine.vocabulary is used in the text only" in check.detail
    )


@pytest.mark.parametrize(
    ("settings", "status"),
    [
        (EngineSettings(), Status.WARNING),
        (EngineSettings(language="de"), Status.OK),
        (EngineSettings(languages=("de", "en")), Status.OK),
    ],
)
def test_canary_has_to_be_told_the_language(
    tmp_path: Path, settings: EngineSettings, status: Status
) -> None:
    model = onnx(write_attention(tmp_path / "canary"))
    check = families_check(settings, model, Here(False, ALL))
    assert check.status is status
    assert ("English is expected" in check.detail) == (status is Status.WARNING)


def test_a_model_that_is_not_here_has_a_check_of_its_own() -> None:
    assert check_families(EngineSettings(model="canary-1b-v2")) == []
    (check,) = check_families(EngineSettings(model="builtin", device="cpu"))
    assert check.detail == "builtin is recognised by faster-whisper"
