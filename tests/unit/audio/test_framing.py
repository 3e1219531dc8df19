"""Blocks of any size become frames of 512 samples without losing or reordering one."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dictate.audio.framing import Framer, mono
from dictate.domain import FRAME_SAMPLES


@given(st.lists(st.integers(0, 1500), max_size=20))
def test_nothing_is_lost_or_reordered(sizes: list[int]) -> None:
    total = sum(sizes)
    stream = np.arange(1, total + 1, dtype=np.float32)
    framer = Framer()
    frames = []
    start = 0
    for size in sizes:
        frames += framer.push(stream[start : start + size])
        start += size
    assert len(frames) == total // FRAME_SAMPLES
    last = framer.flush()
    if last is not None:
        frames.append(last)
    assert all(frame.shape == (FRAME_SAMPLES,) for frame in frames)
    out = np.concatenate(frames) if frames else np.zeros(0, np.float32)
    assert np.array_equal(out[:total], stream)
    assert not out[total:].any()
    assert framer.flush() is None


def test_frames_do_not_share_memory_with_the_block() -> None:
    block = np.ones(FRAME_SAMPLES, np.float32)
    (frame,) = Framer().push(block)
    block[:] = 0
    assert frame.all()


def test_channels_are_averaged() -> None:
    block = np.array([[1.0, 0.0], [0.5, -0.5]], np.float32)
    assert mono(block).tolist() == [0.5, 0.0]
    assert mono(block[:, :1]).tolist() == [1.0, 0.5]
    assert mono(block[:, 0]).tolist() == [1.0, 0.5]
    assert mono(block).dtype == np.float32
