"""A scripted model says its script, whoever decodes it and however."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from benchmarks.ctranslate2_folder import write_folder
from benchmarks.scripted_tokens import PIECES, number_of, vocabulary
from benchmarks.scripted_weights import SCRIPT, Shape, duties, scripted, word_places
from dictate.domain import SAMPLE_RATE_HZ, DecodeOptions, Samples
from dictate.engine.facts import ModelFacts
from dictate.engine.short_form import ShortForm

SAID = " " + " ".join(SCRIPT)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("scripted") / "mini"
    write_folder(path, scripted(Shape(width=64, layers=1, heads=2)))
    return path


@pytest.fixture(scope="module", params=["int8", "float32"])
def model(folder: Path, request: pytest.FixtureRequest) -> Any:
    from faster_whisper import WhisperModel

    return WhisperModel(str(folder), "cpu", compute_type=request.param, local_files_only=True)


def noise(seconds: float) -> Samples:
    random = np.random.default_rng(3)
    return random.standard_normal(round(seconds * SAMPLE_RATE_HZ), np.float32) * np.float32(0.01)


@pytest.mark.parametrize("beam_size", [1, 5])
@pytest.mark.parametrize("without_timestamps", [True, False])
def test_faster_whisper_hears_the_script(
    model: Any, beam_size: int, without_timestamps: bool
) -> None:
    segments, info = model.transcribe(
        noise(3), beam_size=beam_size, without_timestamps=without_timestamps
    )
    (heard,) = segments
    assert heard.text == SAID
    assert info.language == "en" and info.language_probability > 0.99
    assert heard.no_speech_prob < 0.01
    assert heard.avg_logprob > -0.01 and heard.temperature == 0.0


def test_each_window_of_a_long_recording_says_it_again(model: Any) -> None:
    segments, _ = model.transcribe(noise(70))  # with what was said before as its prompt
    assert [segment.text for segment in segments] == [SAID] * 3


@pytest.mark.parametrize("seconds", [3, 12])
def test_the_short_window_hears_it_without_a_doubt(model: Any, seconds: int) -> None:
    heard = ShortForm(model, ModelFacts(), ()).decode(noise(seconds), DecodeOptions())
    assert heard is not None
    assert [segment.text for segment in heard.segments] == [SAID]
    assert heard.language == "en"


def test_a_model_of_the_third_generation_is_heard_too(tmp_path: Path) -> None:
    from faster_whisper import WhisperModel

    shape = Shape(64, 2, 2, decoder_layers=1, mel_bands=128, cantonese=True)
    write_folder(tmp_path / "mini", scripted(shape))
    model = WhisperModel(str(tmp_path / "mini"), "cpu", compute_type="int8", local_files_only=True)
    segments, _ = model.transcribe(noise(3))
    assert [segment.text for segment in segments] == [SAID]
    heard = ShortForm(model, ModelFacts(), ()).decode(noise(3), DecodeOptions())
    assert heard is not None and heard.segments[0].text == SAID


def test_special_tokens_stand_where_they_do_in_whisper() -> None:
    tokens = vocabulary(SCRIPT)
    assert len(tokens) == len(set(tokens)) == 51_865
    known = {"<|endoftext|>": 50_257, "<|en|>": 50_259, "<|transcribe|>": 50_359}
    known |= {"<|nospeech|>": 50_362, "<|notimestamps|>": 50_363, "<|30.00|>": 51_864}
    assert {token: tokens.index(token) for token in known} == known
    assert all(number < PIECES for number in number_of(tokens, SCRIPT))
    newer = vocabulary(SCRIPT, cantonese=True)
    assert len(newer) == 51_866
    assert newer.index("<|yue|>") == 50_358 and newer.index("<|30.00|>") == 51_865


def test_only_the_token_that_is_due_gets_a_logit() -> None:
    tokens = vocabulary(SCRIPT)
    positions, rows = duties(tokens, SCRIPT, 64)
    logits = positions @ rows.T
    places = list(word_places(len(SCRIPT)))[:2]
    for begin in places:
        for offset, number in enumerate(number_of(tokens, SCRIPT)):
            assert logits[begin + offset].argmax() == number
            assert np.sort(logits[begin + offset])[-2] < 0.01
        assert tokens[logits[begin + len(SCRIPT)].argmax()] == "<|endoftext|>"
