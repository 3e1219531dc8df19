"""Recordings that were cut off are told from whole ones."""

from __future__ import annotations

import struct
import wave
from pathlib import Path

import numpy as np
import pytest

from dictate.audio.completeness import is_cut_off, is_riff_cut_off
from dictate.audio.file_source import read_audio
from dictate.domain import SAMPLE_RATE_HZ

SECONDS = 3


@pytest.fixture
def wav(tmp_path: Path) -> Path:
    path = tmp_path / "tone.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, SAMPLE_RATE_HZ, 0, "NONE", ""))
        file.writeframes(np.zeros(SECONDS * SAMPLE_RATE_HZ, np.int16).tobytes())
    return path


def encoded(wav: Path, suffix: str, codec: str) -> Path:
    import av

    path = wav.with_suffix(suffix)
    with av.open(str(wav)) as source, av.open(str(path), "w") as target:
        stream = target.add_stream(codec, rate=SAMPLE_RATE_HZ)
        for frame in source.decode(audio=0):
            frame.pts = None
            target.mux(stream.encode(frame))
        target.mux(stream.encode(None))
    return path


def cut(path: Path) -> Path:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * 6 // 10])
    return path


def decoded_s(path: Path) -> float:
    return len(read_audio(path)) / SAMPLE_RATE_HZ


def test_a_whole_wav_is_whole(wav: Path) -> None:
    assert not is_cut_off(wav, decoded_s(wav))


def test_a_wav_that_was_cut_off_is_told(wav: Path) -> None:
    assert is_cut_off(cut(wav), decoded_s(wav))


@pytest.mark.parametrize("size", [0, 0xFFFFFFFF, 0x7FFFFFFF])
def test_a_wav_written_into_a_pipe_is_whole(size: int) -> None:
    assert not is_riff_cut_off(b"RIFF" + struct.pack("<I", size) + b"WAVE", 96_044)


def test_a_flac_is_judged_by_its_duration(wav: Path) -> None:
    flac = encoded(wav, ".flac", "flac")
    assert not is_cut_off(flac, decoded_s(flac))
    assert is_cut_off(flac, SECONDS / 2)


def test_a_file_that_says_nothing_is_taken_as_whole(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"no audio")
    assert not is_cut_off(path, 0.0)
    assert not is_cut_off(tmp_path / "none", 0.0)
