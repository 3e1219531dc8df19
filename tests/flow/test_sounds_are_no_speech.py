"""The program's own sounds, heard by the microphone, are not taken for speech and hide none."""

from __future__ import annotations

import numpy as np
import pytest

from dictate.audio.file_source import read_audio
from dictate.domain import FRAME_SAMPLES, SAMPLE_RATE_HZ, Samples
from dictate.gui.sounds import PEAK, Sound, wave
from dictate.host import resource_path
from dictate.vad.segmenter import SegmenterOptions, find_speech
from dictate.vad.silero import SileroDetector

ROOM = 0.002
"""The noise of a quiet room."""


def room(length_s: float) -> Samples:
    noise = np.random.default_rng(1).normal(0, ROOM, round(length_s * SAMPLE_RATE_HZ))
    return noise.astype(np.float32)


@pytest.mark.parametrize("sound", Sound)
@pytest.mark.parametrize("loudness", [0.01, PEAK, 0.3, 0.9])
def test_a_sound_is_never_taken_for_speech(sound: Sound, loudness: float) -> None:
    heard = room(2.0)
    tone = wave(sound, SAMPLE_RATE_HZ) * (loudness / PEAK)
    heard[4000 : 4000 + len(tone)] += tone
    heard[20000 : 20000 + len(tone)] += tone
    assert find_speech(heard, SileroDetector(), SegmenterOptions()) == ()


def test_speech_after_the_start_sound_is_found_as_without_it() -> None:
    speech = read_audio(resource_path("samples", "mail_en.wav"))
    alone = np.concatenate([room(0.5), speech])
    with_sound = alone.copy()
    tone = wave(Sound.START, SAMPLE_RATE_HZ)
    with_sound[: len(tone)] += tone
    (without,), (found,) = (
        find_speech(samples, SileroDetector(), SegmenterOptions())
        for samples in (alone, with_sound)
    )
    assert found.end_sample == without.end_sample
    # The detector may notice speech a frame or two later: far less than the pre-roll of a span.
    assert abs(found.start_sample - without.start_sample) <= 2 * FRAME_SAMPLES
