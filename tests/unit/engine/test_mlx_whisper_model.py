"""The network in MLX against CTranslate2 on the same folder; MLX computes on a processor here.

Runs where the extra ``mlx`` is installed; on Linux that is ``mlx-whisper`` and ``mlx[cpu]``.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("mlx_whisper", reason="the extra mlx is not installed")

from benchmarks.ctranslate2_folder import write_folder
from benchmarks.scripted_weights import SCRIPT, Scripted, Shape, State, scripted
from dictate import host
from dictate.domain import DecodeOptions, ModelChoice, Samples
from dictate.engine.child_backend import ChildBackend
from dictate.engine.facts import ResolvedModel
from dictate.engine.family import Family, Here
from dictate.engine.family_backend import FamilyBackend, backends
from dictate.engine.ladder import Rung
from dictate.engine.mlx_whisper_backend import MlxWhisperBackend
from dictate.engine.mlx_whisper_model import MlxWhisper
from dictate.engine.probing import DeviceTrials
from dictate.engine.whisper_model import language_probabilities, open_whisper
from dictate.errors import DeviceUnavailable

SHAPE = Shape(64, 2, 2)
SAYS = " " + " ".join(SCRIPT)
EXACT = DecodeOptions("en", timestamps=True, word_times=True)


def noise(seconds: float = 3.0) -> Samples:
    return np.random.default_rng(1).normal(0, 0.1, round(16_000 * seconds)).astype(np.float32)


@pytest.fixture(scope="module")
def says(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model that says one sentence."""
    folder = tmp_path_factory.mktemp("scripted") / "model"
    write_folder(folder, scripted(SHAPE))
    return folder


@pytest.fixture(scope="module")
def babbles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model with random weights everywhere, so that each of them counts."""
    plain: Scripted = scripted(SHAPE)
    random = np.random.default_rng(3)
    state: State = {
        name: (weight + random.normal(0, 0.08, weight.shape)).astype(np.float32)
        for name, weight in plain.state.items()
    }
    folder = tmp_path_factory.mktemp("random") / "model"
    write_folder(folder, replace(plain, state=state))
    return folder


def backend(folder: Path, precision: str) -> MlxWhisperBackend:
    made = MlxWhisperBackend(lambda model, p: MlxWhisper(model.path, p), lambda: True)
    made.load(ResolvedModel("m", folder), ModelChoice(compute_type=precision))
    return made


@pytest.mark.parametrize("precision", ["float16", "float32"])
@pytest.mark.parametrize("options", [DecodeOptions(), DecodeOptions("en"), EXACT])
def test_it_says_what_the_weights_say(says: Path, precision: str, options: DecodeOptions) -> None:
    decoded = backend(says, precision).decode(noise(), options)
    assert "".join(part.text for part in decoded.segments) == SAYS
    assert decoded.language == "en" and decoded.segments[0].avg_logprob > -0.01
    words = [word.text for part in decoded.segments for word in part.words]
    assert words == ([f" {word}" for word in SCRIPT] if options.word_times else [])


def test_the_encoder_computes_what_ctranslate2_computes(babbles: Path) -> None:
    theirs = open_whisper(ResolvedModel("m", babbles), Rung("cpu", "float32"))
    features = theirs.feature_extractor(np.pad(noise(), (0, 480_000 - 48_000)))[:, :3000]
    expected = np.asarray(theirs.encode(features))
    ours = np.array(MlxWhisper(babbles, "float32").encode(noise()))
    assert ours.shape == expected.shape and expected.std() > 0.1
    np.testing.assert_allclose(ours, expected, atol=2e-3)


def test_the_decoder_computes_what_ctranslate2_computes(babbles: Path) -> None:
    theirs = open_whisper(ResolvedModel("m", babbles), Rung("cpu", "float32"))
    whole = noise(30.0)  # what is shorter both fill up in their own way
    expected = dict(language_probabilities(theirs, whole))
    ours = dict(MlxWhisper(babbles, "float32").language_probabilities(whole))
    assert len(ours) == len(expected) == 99
    for code, probability in expected.items():
        assert ours[code] == pytest.approx(probability, rel=0.02, abs=1e-5)


@pytest.mark.parametrize("seconds", [0.3, 3.0, 29.0])
def test_language_and_text_share_one_encoding(says: Path, seconds: float) -> None:
    network = MlxWhisper(says)
    encoded: list[tuple[int, ...]] = []
    plain = network._model.encoder._encoder

    def counted(mel: object) -> object:
        encoded.append(np.array(mel).shape)
        return plain(mel)

    network._model.encoder._encoder = counted
    made = MlxWhisperBackend(lambda model, p: network, lambda: True)
    made.load(ResolvedModel("m", says), ModelChoice())
    encoded.clear()
    assert made.decode(noise(seconds), DecodeOptions()).language == "en"
    assert encoded == [(1, 3000, 80)]


def _on_mlx() -> FamilyBackend:
    """What runs on a Mac, but for Metal itself."""
    mlx = {Family.MLX_WHISPER: lambda: MlxWhisperBackend(computes=lambda: True)}
    makers = {**backends(DeviceTrials()), **mlx}
    return FamilyBackend(makers, lambda: Here(True, frozenset(Family)))


def test_it_works_in_the_engine_s_process_and_the_built_in_model_beside_it(says: Path) -> None:
    backend = ChildBackend(_on_mlx)
    try:
        info = backend.load(ResolvedModel("m", says), ModelChoice())
        assert (info.device, info.compute_type, info.notices) == ("metal", "float16", ())
        assert backend.decode(noise(), EXACT).segments[0].text == SAYS
        builtin = ResolvedModel("builtin", host.resource_path("models", "builtin"))
        info = backend.load(builtin, ModelChoice())
        assert (info.device, info.notices) == ("cpu", ())
        info = backend.load(builtin, ModelChoice(device="metal"))
        assert info.device == "cpu" and "vocabulary of its own" in info.notices[0].message
    finally:
        backend.unload()


def test_a_vocabulary_of_its_own_is_for_the_cpu() -> None:
    with pytest.raises(DeviceUnavailable, match="vocabulary of its own"):
        MlxWhisper(host.resource_path("models", "builtin"))
