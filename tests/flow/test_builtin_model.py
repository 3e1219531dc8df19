"""The shipped demonstration model through faster-whisper alone: it hears, and it keeps silent."""

from __future__ import annotations

import json
import re
import wave
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from faster_whisper import WhisperModel

RESOURCES = Path(__file__).parents[2] / "resources"
FOLDER = RESOURCES / "models" / "builtin"
SAMPLES = sorted((RESOURCES / "samples").glob("*.wav"))
LARGEST_BYTES = 6_000_000
RATE_HZ = 16_000


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


def read(path: Path) -> np.ndarray[Any, np.dtype[np.float32]]:
    with wave.open(str(path)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE_HZ)
        raw = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")
    return np.asarray(raw / 32768, dtype=np.float32)


@pytest.fixture(scope="module")
def model() -> WhisperModel:
    return WhisperModel(str(FOLDER), device="cpu", compute_type="int8", local_files_only=True)


@pytest.fixture(scope="module")
def threshold() -> float:
    return float(json.loads((FOLDER / "dictate.json").read_text())["no_speech_threshold"])


def no_speech(model: WhisperModel, samples: Any) -> float:
    segments, _ = model.transcribe(
        samples, language="en", beam_size=1, temperature=0.0, no_speech_threshold=None
    )
    return max((segment.no_speech_prob for segment in segments), default=1.0)


def test_folder_is_complete_and_small() -> None:
    names = {path.name for path in FOLDER.iterdir()}
    assert {"model.bin", "config.json", "tokenizer.json", "dictate.json", "README.md"} <= names
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) <= LARGEST_BYTES


def test_it_is_a_multilingual_whisper(model: WhisperModel) -> None:
    assert model.model.is_multilingual
    number = model.hf_tokenizer.token_to_id
    for name in ("startofprev", "startoflm", "translate", "transcribe", "nospeech", "en", "de"):
        assert number(f"<|{name}|>") is not None
    assert number("<|30.00|>") - number("<|notimestamps|>") == 1501


def test_samples_are_enough_and_short() -> None:
    assert len(SAMPLES) >= 8
    assert sum(path.stem.endswith("_de") for path in SAMPLES) >= 2
    for path in SAMPLES:
        assert 2 <= len(read(path)) / RATE_HZ <= 6, path.name


@pytest.mark.parametrize("path", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_sample_is_recognised_in_its_language(
    model: WhisperModel, path: Path, threshold: float
) -> None:
    segments, info = model.transcribe(read(path), temperature=0.0, no_speech_threshold=None)
    heard = list(segments)
    said = path.with_suffix(".txt").read_text(encoding="utf-8")
    assert words(" ".join(segment.text for segment in heard)) == words(said)
    assert info.language == path.stem.rsplit("_", 1)[1]
    assert max(segment.no_speech_prob for segment in heard) < threshold
    length_s = len(read(path)) / RATE_HZ
    assert all(0 <= s.start < s.end <= length_s + 0.5 for s in heard)


def test_silence_is_rejected(model: WhisperModel, threshold: float) -> None:
    for length_s in (1, 3, 8):
        assert no_speech(model, np.zeros(length_s * RATE_HZ, dtype=np.float32)) > threshold


@pytest.mark.parametrize("level", [0.002, 0.05, 0.3])
@pytest.mark.parametrize("kind", ["white", "rumble", "hum", "taps"])
def test_noise_is_rejected(model: WhisperModel, threshold: float, kind: str, level: float) -> None:
    generator = np.random.default_rng(5)
    samples = generator.standard_normal(4 * RATE_HZ)
    time_s = np.arange(len(samples)) / RATE_HZ
    if kind == "rumble":
        samples = np.cumsum(samples)
    elif kind == "hum":
        samples = np.sin(2 * np.pi * 50 * time_s) + 0.3 * np.sin(2 * np.pi * 150 * time_s)
    elif kind == "taps":
        samples *= np.exp(-40 * (time_s % 0.37))
    noise = samples / np.abs(samples).max() * level
    assert no_speech(model, noise.astype(np.float32)) > threshold
