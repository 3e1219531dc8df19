"""What the Metal family asks of its network and makes of the answer, without the library."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from dictate.domain import DecodeOptions, ModelChoice, Task, Word
from dictate.engine.facts import ModelFacts, ResolvedModel
from dictate.engine.mlx_whisper_backend import MlxWhisperBackend
from dictate.engine.mlx_whisper_model import Said
from dictate.errors import (
    DecodeFailed,
    DeviceUnavailable,
    EngineOutOfMemory,
    ModelDamaged,
    PackageMissing,
)
from tests.fakes.mlx_whisper import ScriptedMlx, said

MODEL = ResolvedModel("m", Path("m"))
SOUND = np.full(32_000, 0.1, np.float32)


def loaded(network: ScriptedMlx, facts: ModelFacts | None = None) -> MlxWhisperBackend:
    backend = MlxWhisperBackend(lambda _model, _precision: network, lambda: True)
    backend.load(ResolvedModel("m", Path("m"), facts or ModelFacts()), ModelChoice())
    network.asked.clear()
    network.detections = 0
    return backend


def network(*replies: Said, multilingual: bool = True) -> ScriptedMlx:
    return ScriptedMlx(said(" warm"), *replies, multilingual=multilingual)


@pytest.mark.parametrize(
    ("wanted", "taken"), [("auto", "float16"), ("int8", "float16"), ("float32", "float32")]
)
def test_loads_in_halves_unless_floats_are_wanted(wanted: str, taken: str) -> None:
    precisions: list[str] = []
    heard = network()

    def open_model(model: ResolvedModel, precision: str) -> ScriptedMlx:
        precisions.append(precision)
        return heard

    backend = MlxWhisperBackend(open_model, lambda: True)
    info = backend.load(MODEL, ModelChoice(compute_type=wanted))
    assert (info.device, info.compute_type, precisions) == ("metal", taken, [taken])
    assert heard.asked[0]["sample_len"] == 8  # the warm-up: a second of silence
    assert len(heard.sounds[0]) == 16_000


def test_the_options_of_a_take_reach_the_network() -> None:
    heard = network()
    loaded(heard).decode(SOUND, DecodeOptions("de", Task.TRANSLATE, timestamps=True))
    (asked,) = heard.asked
    assert (asked["language"], asked["task"], asked["without_timestamps"]) == (
        "de",
        "translate",
        False,
    )
    assert asked["condition_on_previous_text"] is False and asked["sample_len"] is None
    assert not heard.detections


def test_the_language_is_found_among_the_user_s() -> None:
    heard = network()
    decoded = loaded(heard).decode(SOUND, DecodeOptions(languages=("de", "nl")))
    assert decoded.language == "nl" and decoded.language_probability == pytest.approx(0.6)
    assert heard.asked[0]["language"] == "nl"


def test_a_model_of_english_only_is_asked_for_nothing_else() -> None:
    heard = network(multilingual=False)
    decoded = loaded(heard).decode(SOUND, DecodeOptions("de", Task.TRANSLATE))
    assert decoded.language == "en" and heard.asked[0]["task"] == "transcribe"


def test_words_come_with_times_inside_the_sound() -> None:
    words = [{"start": 0.5, "end": 9.0, "word": " hi", "probability": 0.75}]
    backend = loaded(network(said(" hi", end=30.0, words=words)))
    (part,) = backend.decode(SOUND, DecodeOptions("en", word_times=True)).segments
    assert part.end_s == 2.0 and part.words == (Word(0.5, 2.0, " hi", 0.75),)


def test_an_answer_that_repeats_the_vocabulary_is_decoded_without_it() -> None:
    heard = network(said(" Dictate, Anna, Parakeet"), said(" Good morning"))
    options = DecodeOptions("en", vocabulary=("Dictate", "Anna", "Parakeet"))
    decoded = loaded(heard).decode(SOUND, options)
    assert [asked["initial_prompt"] for asked in heard.asked] == ["Dictate, Anna, Parakeet", None]
    assert decoded.segments[0].text == " Good morning"


def test_a_model_that_takes_no_hints_is_shown_none() -> None:
    heard = network()
    options = DecodeOptions("en", vocabulary=("Dictate",))
    loaded(heard, ModelFacts(takes_hints=False)).decode(SOUND, options)
    assert heard.asked[0]["initial_prompt"] is None


@pytest.mark.parametrize("answers", [False, True])
def test_without_metal_nothing_is_loaded(answers: bool) -> None:
    def computes() -> bool:
        if answers:
            return False
        raise RuntimeError("[metal] no device")

    def must_not(model: ResolvedModel, precision: str) -> ScriptedMlx:
        raise AssertionError("a model was opened")

    with pytest.raises(DeviceUnavailable, match="Metal cannot be used"):
        MlxWhisperBackend(must_not, computes).load(MODEL, ModelChoice())


@pytest.mark.parametrize(
    ("trouble", "error"),
    [
        (ModuleNotFoundError("No module named 'mlx'", name="mlx.core"), PackageMissing),
        (RuntimeError("[malloc] failed to allocate 900 bytes"), EngineOutOfMemory),
        (KeyError("encoder/conv1/weight"), ModelDamaged),
        (DeviceUnavailable("This model has a vocabulary of its own."), DeviceUnavailable),
    ],
)
def test_why_a_model_does_not_load_is_told(trouble: Exception, error: type[Exception]) -> None:
    def broken(model: ResolvedModel, precision: str) -> ScriptedMlx:
        raise trouble

    with pytest.raises(error):
        MlxWhisperBackend(broken, lambda: True).load(MODEL, ModelChoice())


def test_without_a_model_nothing_is_decoded() -> None:
    backend = loaded(network())
    backend.unload()
    backend.interrupt()
    with pytest.raises(DecodeFailed):
        backend.decode(SOUND, DecodeOptions())
