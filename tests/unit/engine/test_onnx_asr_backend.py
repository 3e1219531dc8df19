"""Models for onnx-asr through the real library, on tiny models with NeMo's graphs."""

from __future__ import annotations

import wave
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnx
import onnx_asr
import pytest

from dictate.domain import SAMPLE_RATE_HZ, DecodeOptions, ModelChoice, Samples, Task
from dictate.engine import onnx_providers
from dictate.engine.backend import Decoded
from dictate.engine.facts import ModelFacts, ResolvedModel
from dictate.engine.ladder import Rung
from dictate.engine.model_format import ONNX_KINDS, Format, OnnxKind
from dictate.engine.onnx_asr_backend import (
    OnnxAsrBackend,
    Recogniser,
    open_recogniser,
    spoken_language,
)
from dictate.engine.probing import DeviceTrials
from dictate.errors import DecodeFailed, DeviceUnavailable, EngineOutOfMemory, ModelDamaged
from tests.fakes.onnx_model import SAYS, write_attention, write_ctc, write_transducer

TDT, RNNT, CTC, AED = ONNX_KINDS
EXACT = DecodeOptions(timestamps=True, word_times=True)


def sound(*parts: tuple[float, float]) -> Samples:
    """Return noise, so loud for so many seconds each."""
    random = np.random.default_rng(1)
    pieces = [random.normal(0, loud, round(s * SAMPLE_RATE_HZ)) for loud, s in parts]
    return np.concatenate(pieces).astype(np.float32)


SPOKEN = sound((0.0005, 1.0), (0.1, 0.5), (0.0005, 1.0), (0.1, 0.5), (0.0005, 0.5))
"""Loud from 1.0 to 1.5 s and from 2.5 to 3.0 s."""


def resolved(folder: Path, *languages: str) -> ResolvedModel:
    return ResolvedModel("tiny", folder, ModelFacts(languages=languages), stored_as=Format.ONNX)


def loaded(folder: Path, *languages: str) -> OnnxAsrBackend:
    backend = OnnxAsrBackend()
    backend.load(resolved(folder, *languages), ModelChoice())
    return backend


def text(decoded: Decoded) -> str:
    return "".join(segment.text for segment in decoded.segments)


def test_a_transducer_says_its_words_where_they_were_heard(tmp_path: Path) -> None:
    decoded = loaded(write_transducer(tmp_path / "m")).decode(SPOKEN, EXACT)
    assert [part.text for part in decoded.segments] == ["the report.", " is here"]
    words = [word for part in decoded.segments for word in part.words]
    assert [word.text for word in words] == ["the", " report.", " is", " here"]
    assert words[0].start_s == pytest.approx(1.0, abs=0.1)
    assert all(1.0 <= word.start_s < word.end_s <= 1.6 for word in words)
    assert all(word.probability > 0.99 for word in words)


@pytest.mark.parametrize(
    ("write", "kind"), [(write_transducer, TDT), (write_ctc, CTC), (write_attention, AED)]
)
def test_it_hears_what_the_library_hears_in_the_same_file(
    tmp_path: Path, write: Callable[[Path], Path], kind: OnnxKind
) -> None:
    folder = write(tmp_path / "m")
    recording = tmp_path / "spoken.wav"
    whole = np.round(SPOKEN * 32767).astype(np.int16)
    with wave.open(str(recording), "wb") as file:
        file.setparams((1, 2, SAMPLE_RATE_HZ, 0, "NONE", ""))
        file.writeframes(whole.tobytes())
    theirs = onnx_asr.load_model(kind.name, folder, quantization="int8").with_timestamps()
    expected = theirs.recognize(recording)
    ours = loaded(folder).decode(whole.astype(np.float32) / np.float32(32768), EXACT)
    assert text(ours) == expected.text != ""
    if expected.timestamps:
        first = ours.segments[0].words[0].start_s
        assert first == pytest.approx(expected.timestamps[0])


def test_dictation_gets_one_plain_segment(tmp_path: Path) -> None:
    (only,) = loaded(write_transducer(tmp_path / "m")).decode(SPOKEN, DecodeOptions()).segments
    assert (only.text, only.start_s, only.end_s, only.words) == (SAYS, 0.0, 3.5, ())
    assert -0.01 < only.avg_logprob <= 0 and only.compression_ratio < 2


def test_a_loop_compresses_well_and_is_not_believed_later(tmp_path: Path) -> None:
    beats = sound(*([(0.1, 0.3), (0.0005, 0.3)] * 40))
    (only,) = loaded(write_ctc(tmp_path / "m")).decode(beats, DecodeOptions()).segments
    assert only.text.split() == ["a"] * 40 and only.compression_ratio > 2.4


def test_a_transducer_without_durations(tmp_path: Path) -> None:
    folder = write_transducer(tmp_path / "m", kind=RNNT.name)
    assert text(loaded(folder).decode(SPOKEN, EXACT)) == SAYS


def test_a_very_short_sound_is_recognised(tmp_path: Path) -> None:
    decoded = loaded(write_transducer(tmp_path / "m")).decode(SPOKEN[16_000:16_400], EXACT)
    assert all(part.end_s <= 0.025 for part in decoded.segments)


def test_weights_in_a_file_of_their_own(tmp_path: Path) -> None:
    folder = write_transducer(tmp_path / "m", ("float32",), external=True)
    backend = OnnxAsrBackend()
    info = backend.load(resolved(folder), ModelChoice())
    assert (info.device, info.compute_type) == ("cpu", "float32")
    assert text(backend.decode(SPOKEN, DecodeOptions())) == SAYS


def test_the_precision_of_the_settings_is_taken_where_it_is_stored(tmp_path: Path) -> None:
    folder = write_transducer(tmp_path / "m", ("int8", "float32"))
    for wanted, taken in (("auto", "int8"), ("float32", "float32"), ("float16", "int8")):
        info = OnnxAsrBackend().load(resolved(folder), ModelChoice(compute_type=wanted))
        assert info.compute_type == taken
        assert bool(info.notices) == (wanted == "float16")


@pytest.mark.parametrize(
    ("options", "heard"),
    [
        (DecodeOptions("de"), "hallo"),
        (DecodeOptions("en"), "hello"),
        (DecodeOptions(), "hello"),
        (DecodeOptions(languages=("de", "en")), "hallo"),
        (DecodeOptions("de", task=Task.TRANSLATE), "hello"),
        (DecodeOptions("ja"), "hello"),
    ],
)
def test_canary_is_told_the_language(tmp_path: Path, options: DecodeOptions, heard: str) -> None:
    backend = loaded(write_attention(tmp_path / "m"), "en", "de")
    assert text(backend.decode(SPOKEN, options)) == heard


@pytest.mark.parametrize(
    ("kind", "known", "options", "spoken"),
    [
        (TDT, ("en",), DecodeOptions(), ("en", 1.0)),
        (TDT, ("en", "de"), DecodeOptions(), ("", 0.0)),
        (TDT, ("en", "de"), DecodeOptions("de"), ("de", 1.0)),
        (TDT, ("en", "de"), DecodeOptions("ja"), ("", 0.0)),
        (TDT, ("en", "de"), DecodeOptions(languages=("de", "ja")), ("de", 1.0)),
        (TDT, (), DecodeOptions(), ("", 0.0)),
        (AED, ("fr", "de"), DecodeOptions(), ("fr", 0.0)),
        (AED, (), DecodeOptions(languages=("de", "fr")), ("de", 0.0)),
    ],
)
def test_which_language_is_spoken(
    kind: OnnxKind, known: tuple[str, ...], options: DecodeOptions, spoken: tuple[str, float]
) -> None:
    assert spoken_language(kind, known, options) == spoken


def test_a_card_that_is_full_hands_over_to_the_cpu_and_that_is_told(tmp_path: Path) -> None:
    tried: list[Rung] = []

    def open_model(model: ResolvedModel, kind: OnnxKind, rung: Rung) -> Recogniser:
        tried.append(rung)
        if rung.device == "cuda":
            raise RuntimeError("CUDA failure 2: out of memory")
        return open_recogniser(model, kind, rung)

    backend = OnnxAsrBackend(open_model, lambda: frozenset({"cpu", "cuda"}))
    choice = ModelChoice(device="cuda")
    info = backend.load(resolved(write_transducer(tmp_path / "m")), choice)
    assert [rung.device for rung in tried] == ["cuda", "cpu"] and info.device == "cpu"
    (notice,) = info.notices
    assert "too little free memory" in notice.message and "on the CPU" in notice.message
    assert text(backend.decode(SPOKEN, DecodeOptions())) == SAYS


@pytest.mark.parametrize(
    ("trouble", "error"),
    [
        (RuntimeError("std::bad_alloc"), EngineOutOfMemory),
        (RuntimeError("CUDA failure 100: no CUDA-capable device"), DeviceUnavailable),
        (RuntimeError("[ONNXRuntimeError] : 7 : INVALID_PROTOBUF : Load"), ModelDamaged),
        (KeyError("outputs"), ModelDamaged),
    ],
)
def test_what_the_libraries_throw_is_translated(
    tmp_path: Path, trouble: Exception, error: type[Exception]
) -> None:
    def broken(model: ResolvedModel, kind: OnnxKind, rung: Rung) -> Recogniser:
        raise trouble

    with pytest.raises(error):
        OnnxAsrBackend(broken).load(resolved(write_transducer(tmp_path / "m")), ModelChoice())


def test_what_the_library_leaves_out_for_canary_is_not_said_to_be_used(tmp_path: Path) -> None:
    backend = OnnxAsrBackend(usable=lambda: frozenset({"cpu", "metal"}))
    model = resolved(write_attention(tmp_path / "m"))
    info = backend.load(model, ModelChoice(device="metal"))
    assert info.device == "cpu" and "Core ML" in info.notices[0].message


def test_the_cpu_is_used_without_looking_for_anything_else(tmp_path: Path) -> None:
    def must_not() -> frozenset[str]:
        raise AssertionError("a device was tried")

    backend = OnnxAsrBackend(usable=must_not)
    info = backend.load(resolved(write_transducer(tmp_path / "m")), ModelChoice(device="cpu"))
    assert info.device == "cpu"


def test_without_a_model_nothing_is_decoded(tmp_path: Path) -> None:
    backend = loaded(write_transducer(tmp_path / "m"))
    backend.unload()
    backend.interrupt()
    with pytest.raises(DecodeFailed):
        backend.decode(SPOKEN, DecodeOptions())


def test_the_network_is_never_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import huggingface_hub

    def unplugged(*args: object, **options: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(huggingface_hub, "hf_hub_download", unplugged)
    monkeypatch.setattr(huggingface_hub, "snapshot_download", unplugged)
    folder = write_transducer(tmp_path / "m")
    loaded(folder)
    (folder / "vocab.txt").unlink()
    with pytest.raises(ModelDamaged):
        loaded(folder)


def test_the_trial_multiplies_two_matrices() -> None:
    model = onnx.load_from_string(onnx_providers.MULTIPLICATION)
    onnx.checker.check_model(model)
    assert [node.op_type for node in model.graph.node] == ["MatMul"]


def test_a_provider_that_is_offered_and_does_not_compute_is_not_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import onnxruntime

    offered = ["CUDAExecutionProvider", "CoreMLExecutionProvider", "CPUExecutionProvider"]
    here = set(onnxruntime.get_available_providers())
    if here & {"CUDAExecutionProvider", "CoreMLExecutionProvider"}:
        pytest.skip("there is more than a processor")
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: offered)
    with pytest.warns(UserWarning, match="not in available provider names"):
        assert onnx_providers.usable_devices(DeviceTrials()) == {"cpu"}
