"""Cuts a stream of blocks of any length into frames of 512 samples. Pure."""

from __future__ import annotations

import numpy as np

from dictate.domain import FRAME_SAMPLES, Samples

LARGEST = 1e6
"""Full scale is 1, and a converter may go somewhat beyond."""


class Framer:
    """Keeps what does not fill a frame until the next block comes."""

    def __init__(self) -> None:
        self._rest = np.zeros(0, np.float32)

    def push(self, block: Samples) -> list[Samples]:
        """Return the frames that are complete now; each owns its memory."""
        pending = np.concatenate((self._rest, block))
        whole = len(pending) - len(pending) % FRAME_SAMPLES
        self._rest = pending[whole:].copy()
        return [pending[i : i + FRAME_SAMPLES].copy() for i in range(0, whole, FRAME_SAMPLES)]

    def flush(self) -> Samples | None:
        """Return the last, incomplete frame padded with zeros; None when nothing is left."""
        if not len(self._rest):
            return None
        frame = np.zeros(FRAME_SAMPLES, np.float32)
        frame[: len(self._rest)] = self._rest
        self._rest = np.zeros(0, np.float32)
        return frame


def sound(block: Samples) -> Samples:
    """Return a block with silence where a broken driver left what is no number, or absurdly large.

    One such value would make all that the voice detector says afterwards no number either.
    """
    if np.all(np.abs(block) <= LARGEST):  # false for what is no number
        return block
    held: Samples = np.where(np.abs(block) <= LARGEST, block, np.float32(0))
    return held


def mono(block: Samples) -> Samples:
    """Return the average of the channels of an ``(n, channels)`` block, shape ``(n,)``."""
    if block.ndim == 1:
        return block
    if block.shape[1] == 1:
        return block[:, 0]
    average: Samples = block.mean(axis=1, dtype=np.float32)
    return average
