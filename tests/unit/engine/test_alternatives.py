"""What could recognise in place of the model of the settings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dictate.domain import ModelChoice, ModelInfo
from dictate.engine.alternatives import alternatives, knows
from dictate.engine.facts import ModelFacts, ResolvedModel
from dictate.engine.model_format import Format
from dictate.engine.pressure import PressureGauge
from dictate.errors import ModelDamaged

HERE = {
    "auto": ResolvedModel("small", Path("small")),
    "small": ResolvedModel("small", Path("small")),
    "base.en": ResolvedModel("base.en", Path("base.en"), ModelFacts(languages=("en",))),
    "base": ResolvedModel("base", Path("base")),
}
BELOW = ("base.en", "broken", "base")
INT8 = ModelInfo("small", Path("small"), "cpu", "int8")


def resolve(name: str) -> ResolvedModel:
    if name not in HERE:
        raise ModelDamaged("It is broken.")
    return HERE[name]


def found(
    wish: ModelChoice, loaded: ModelInfo = INT8, spoken: tuple[str, ...] = ()
) -> list[tuple[str, str, bool]]:
    listed = alternatives(wish, loaded, spoken, resolve, lambda model: BELOW)
    return [(a.choice.model, a.choice.compute_type, a.rung.saves_time) for a in listed]


def test_smaller_models_keep_device_and_precision() -> None:
    assert found(ModelChoice("auto", "cpu")) == [("auto", "auto", True), ("base", "auto", True)]


def test_files_that_settle_the_precision_offer_no_other() -> None:
    wide = ModelInfo("parakeet", Path("parakeet"), "cpu", "float32")
    onnx = ResolvedModel("parakeet", Path("parakeet"), stored_as=Format.ONNX)
    listed = alternatives(ModelChoice("parakeet"), wide, (), lambda _: onnx, lambda _: ())
    assert [a.choice for a in listed] == [ModelChoice("parakeet")]


def test_a_model_of_english_serves_who_speaks_english() -> None:
    names = [name for name, _, _ in found(ModelChoice("small"), spoken=("en",))]
    assert names == ["small", "base.en", "base"]
    assert "base.en" not in str(found(ModelChoice("small"), spoken=("en", "de")))


@pytest.mark.parametrize(
    ("device", "wide", "narrow"),
    [("cpu", "float32", "int8"), ("cuda:1", "float16", "int8_float16")],
)
def test_a_wide_precision_has_a_narrow_one_below_it(device: str, wide: str, narrow: str) -> None:
    loaded = replace(INT8, device=device, compute_type=wide)
    assert found(ModelChoice("small"), loaded)[1] == ("small", narrow, False), "chosen as fastest"
    pinned = ModelChoice("small", compute_type=wide)
    assert found(pinned, loaded)[1:] == [("small", narrow, True), ("base", wide, True)]


@pytest.mark.parametrize(
    ("languages", "spoken", "present", "good"),
    [
        ((), (), (), True),
        (("en",), (), (), False),
        (("en",), (), ("en",), True),
        (("en",), ("en",), (), True),
        (("en",), ("en", "de"), ("en",), False),
    ],
)
def test_a_model_must_know_what_is_spoken(
    languages: tuple[str, ...], spoken: tuple[str, ...], present: tuple[str, ...], good: bool
) -> None:
    assert knows(languages, spoken, present) is good


def test_the_gauge_tells_shares() -> None:
    gauge = PressureGauge()
    assert gauge().cpu_others == 0.0, "nothing is known at the first look"
    seen = gauge()
    assert 0.0 <= seen.cpu_others <= 1.0
    assert 0.0 < seen.memory_free < 1.0
