"""A recording on disk can be read wherever it was cut off."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dictate.domain import FRAME_SAMPLES
from dictate.store.growing_file import (
    HEADER_BYTES,
    SYNC_EVERY_SAMPLES,
    GrowingFile,
    as_pcm,
    header,
    length_samples,
    read_samples,
)

FRAME = np.linspace(-1.0, 1.0, FRAME_SAMPLES).astype(np.float32)


def frames(path: Path) -> int:
    with wave.open(str(path)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (16_000, 1, 2)
        return int(file.getnframes())


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "take.wav"
    file = GrowingFile(path)
    for _ in range(3):
        file.append(FRAME)
    file.close()
    samples = read_samples(path)
    assert samples.dtype == np.float32
    assert np.abs(samples - np.tile(FRAME, 3)).max() < 1e-4
    assert frames(path) == 3 * FRAME_SAMPLES == length_samples(path)


def test_every_frame_can_be_read_while_the_take_is_spoken(tmp_path: Path) -> None:
    path = tmp_path / "take.wav"
    file = GrowingFile(path)
    file.append(FRAME)
    assert len(read_samples(path)) == FRAME_SAMPLES, "before anything was synced or closed"
    file.abandon()


def test_the_header_follows_about_once_a_second(tmp_path: Path) -> None:
    path = tmp_path / "take.wav"
    file = GrowingFile(path)
    for _ in range(SYNC_EVERY_SAMPLES // FRAME_SAMPLES + 2):
        file.append(FRAME)
    assert frames(path) >= SYNC_EVERY_SAMPLES, "a player plays it, cut off as it is"
    file.abandon()


def test_loud_samples_do_not_wrap_around() -> None:
    loud = np.array([1.5, -1.5], np.float32)
    assert np.frombuffer(as_pcm(loud), "<i2").tolist() == [32767, -32768]


def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "take.wav"
    GrowingFile(path).close()
    assert path.stat().st_mode & 0o777 == 0o600


@given(cut=st.integers(0, HEADER_BYTES + 2 * FRAME_SAMPLES))
def test_a_file_torn_anywhere_gives_all_its_whole_samples(
    tmp_path_factory: object, cut: int
) -> None:
    data = header(0) + as_pcm(FRAME)
    path = tmp_path_factory.mktemp("torn") / "take.wav"  # type: ignore[attr-defined]
    path.write_bytes(data[:cut])
    expected = max(0, cut - HEADER_BYTES) // 2
    assert len(read_samples(path)) == expected == length_samples(path)
