"""Which engine family is picked for a model and a device."""

import pytest

from dictate.domain import ModelChoice
from dictate.engine.family import (
    Attempt,
    Family,
    Here,
    installed_families,
    pick,
    usable,
)
from dictate.engine.model_format import Format
from dictate.errors import PackageMissing

ALL = frozenset(Family)
WHISPER_ONLY = frozenset({Family.FASTER_WHISPER})
MAC, BARE_MAC = Here(True, ALL), Here(True, WHISPER_ONLY)
PC, BARE_PC = Here(False, ALL), Here(False, WHISPER_ONLY)


def attempts(device: str, here: Here, stored_as: Format = Format.CTRANSLATE2) -> list[str]:
    picked = pick(stored_as, ModelChoice("m", device), here)
    return [f"{attempt.family} on {attempt.choice.device}" for attempt in picked.attempts]


@pytest.mark.parametrize(
    ("device", "here", "families"),
    [
        ("auto", PC, ["faster-whisper on auto"]),
        ("cuda:1", PC, ["faster-whisper on cuda:1"]),
        ("cpu", MAC, ["faster-whisper on cpu"]),
        ("auto", MAC, ["mlx-whisper on metal", "faster-whisper on cpu"]),
        ("metal", MAC, ["mlx-whisper on metal", "faster-whisper on cpu"]),
        ("auto", BARE_MAC, ["faster-whisper on auto"]),
        ("metal", BARE_MAC, ["faster-whisper on cpu"]),
        ("metal", PC, ["faster-whisper on cpu"]),
    ],
)
def test_whisper_models(device: str, here: Here, families: list[str]) -> None:
    assert attempts(device, here) == families


@pytest.mark.parametrize("device", ["auto", "cpu", "cuda", "metal"])
@pytest.mark.parametrize("here", [PC, MAC])
def test_models_in_onnx_format_need_onnx_asr_whatever_the_device(device: str, here: Here) -> None:
    assert attempts(device, here, Format.ONNX) == [f"onnx-asr on {device}"]


def test_a_package_that_is_missing_is_told_with_the_command() -> None:
    with pytest.raises(PackageMissing) as caught:
        pick(Format.ONNX, ModelChoice("m"), BARE_PC)
    assert "onnx-asr, which is not installed" in caught.value.message
    assert caught.value.next_step.endswith("-m pip install onnx-asr")


@pytest.mark.parametrize(
    ("here", "told", "step"),
    [(BARE_MAC, "mlx-whisper", "pip install mlx-whisper"), (PC, "Apple silicon", "[engine]")],
)
def test_why_metal_is_not_used_is_told_where_it_was_asked_for(
    here: Here, told: str, step: str
) -> None:
    (notice,) = pick(Format.CTRANSLATE2, ModelChoice(device="metal"), here).notices
    assert told in notice.message and "on the CPU" in notice.message and step in notice.next_step
    assert not pick(Format.CTRANSLATE2, ModelChoice(device="auto"), here).notices


def test_a_vocabulary_of_its_own_stays_on_the_cpu_and_is_told_where_metal_was_asked_for() -> None:
    for device, told in (("auto", 0), ("metal", 1)):
        wish = ModelChoice("m", device)
        picked = pick(Format.CTRANSLATE2, wish, MAC, fits_metal=False)
        assert [attempt.family for attempt in picked.attempts] == [Family.FASTER_WHISPER]
        assert len(picked.notices) == told
    assert "vocabulary of its own" in picked.notices[0].message


def test_everything_else_of_the_wish_stays() -> None:
    wish = ModelChoice("m", "metal", "float32")
    first, last = pick(Format.CTRANSLATE2, wish, MAC).attempts
    assert first == Attempt(Family.MLX_WHISPER, wish)
    assert last.choice == ModelChoice("m", "cpu", "float32")


def test_only_models_that_some_package_reads_can_be_used() -> None:
    assert usable(Format.CTRANSLATE2, WHISPER_ONLY) and not usable(Format.ONNX, WHISPER_ONLY)
    assert usable(Format.ONNX, ALL)


def test_what_is_installed_here_is_seen_without_importing_it() -> None:
    assert Family.FASTER_WHISPER in installed_families()
