"""The real voice model on sound the project ships or makes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from dictate.audio.file_source import read_audio
from dictate.domain import FRAME_SAMPLES, SAMPLE_RATE_HZ, Samples
from dictate.errors import ModelDamaged
from dictate.host import resource_path
from dictate.vad.segmenter import find_speech
from dictate.vad.silero import REFRESH_FRAMES, SileroDetector


@pytest.fixture(scope="module")
def detector() -> SileroDetector:
    return SileroDetector()


@pytest.fixture(scope="module")
def spoken() -> Samples:
    return read_audio(resource_path("samples", "mail_en.wav"))


def white(seconds: float, level: float, seed: int = 0) -> Samples:
    noise = np.random.default_rng(seed).normal(0, level, round(seconds * SAMPLE_RATE_HZ))
    return noise.astype(np.float32)


def frame_by_frame(detector: SileroDetector, samples: Samples) -> list[float]:
    detector.reset()
    count = len(samples) // FRAME_SAMPLES
    return [
        detector.probability(samples[i * FRAME_SAMPLES : (i + 1) * FRAME_SAMPLES])
        for i in range(count)
    ]


def test_speech_is_found_where_it_is(detector: SileroDetector, spoken: Samples) -> None:
    pause = np.zeros(2 * SAMPLE_RATE_HZ, np.float32)
    spans = find_speech(np.concatenate((pause, spoken, pause)), detector)
    assert spans
    assert 1.0 < spans[0].start_s < 2.5
    assert 2 + len(spoken) / SAMPLE_RATE_HZ - 1 < spans[-1].end_s
    assert spans[-1].end_s < 2 + len(spoken) / SAMPLE_RATE_HZ + 0.8


@pytest.mark.parametrize(
    "samples",
    [np.zeros(5 * SAMPLE_RATE_HZ, np.float32), white(5, 0.001), white(5, 0.1)],
    ids=["silence", "hiss", "noise"],
)
def test_no_speech_is_found_where_there_is_none(detector: SileroDetector, samples: Samples) -> None:
    assert find_speech(samples, detector) == ()


def test_a_whole_recording_is_judged_as_frame_by_frame(
    detector: SileroDetector, spoken: Samples
) -> None:
    pause = white(1.1 * REFRESH_FRAMES * 0.032, 0.01)
    samples = np.concatenate((pause, spoken, pause))
    samples = samples[: len(samples) // FRAME_SAMPLES * FRAME_SAMPLES]
    one_by_one = frame_by_frame(detector, samples)
    assert np.allclose(detector.probabilities(samples), one_by_one, atol=1e-5)


def test_a_take_does_not_depend_on_the_one_before(
    detector: SileroDetector, spoken: Samples
) -> None:
    first = frame_by_frame(detector, spoken)
    frame_by_frame(detector, white(2, 0.3))
    assert frame_by_frame(detector, spoken) == first


def test_speech_is_heard_after_a_minute_of_noise(detector: SileroDetector, spoken: Samples) -> None:
    """Without its refresh the model hears less and less of it."""
    level = float(np.std(spoken)) / 2
    noise = white(60, level)
    noise = noise[: len(noise) // FRAME_SAMPLES * FRAME_SAMPLES]
    noisy = spoken + white(len(spoken) / SAMPLE_RATE_HZ, level, seed=1)[: len(spoken)]
    at_once = detector.probabilities(noisy)
    afterwards = detector.probabilities(np.concatenate((noise, noisy)))
    late = afterwards[len(noise) // FRAME_SAMPLES :]
    assert late.mean() > 0.9 * at_once.mean()


def test_frames_of_another_length_are_refused(detector: SileroDetector) -> None:
    with pytest.raises(ValueError):
        detector.probability(np.zeros(100, np.float32))


def test_a_damaged_model_is_one_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "silero_vad.onnx"
    path.write_bytes(b"no model")
    with pytest.raises(ModelDamaged) as error:
        SileroDetector(path)
    assert "silero_vad.onnx" in error.value.message
    assert error.value.next_step
