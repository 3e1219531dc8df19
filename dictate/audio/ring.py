"""Keeps the last moment of sound in memory: fixed in size, old samples make room for new. Pure."""

from __future__ import annotations

import numpy as np

from dictate.domain import Samples


class Ring:
    """The newest ``length`` samples, of one channel or more; allocates once."""

    def __init__(self, length: int, channels: int = 1) -> None:
        self._kept = np.zeros((length, channels), np.float32)
        self._next = 0  # where the next sample goes
        self._filled = 0

    def __len__(self) -> int:
        return self._filled

    def push(self, block: Samples) -> None:
        """Copy a block of shape ``(n, channels)`` that follows on what came before."""
        length = len(self._kept)
        newest = block[-length:] if length else block[:0]
        first = newest[: length - self._next]
        self._kept[self._next : self._next + len(first)] = first
        rest = newest[len(first) :]
        self._kept[: len(rest)] = rest
        if length:
            self._next = (self._next + len(newest)) % length
        self._filled = min(length, self._filled + len(newest))

    def drain(self) -> Samples:
        """Return all that is kept, oldest first, and forget it; the caller owns the array."""
        begin = self._next - self._filled  # negative: it goes on from the end of the array
        before = self._kept[begin:] if begin < 0 else self._kept[:0]
        taken: Samples = np.concatenate((before, self._kept[max(0, begin) : self._next]))
        self.clear()
        return taken

    def clear(self) -> None:
        """Forget all that is kept; nothing of it stays in memory."""
        self._kept.fill(0)
        self._next = self._filled = 0
