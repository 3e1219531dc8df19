"""The sound of one take on disk: a WAV file that grows and can be read whenever it is cut off.

Every frame goes to the system at once, so the death of the program loses none. About once a second
header and sound are forced to the disk, so a power cut loses about that much.
"""

from __future__ import annotations

import contextlib
import os
import struct
from collections.abc import Callable
from pathlib import Path
from typing import IO, TypeAlias

import numpy as np

from dictate.domain import SAMPLE_RATE_HZ, Samples

HEADER_BYTES = 44
SAMPLE_BYTES = 2
FULL_SCALE = 32768
SYNC_EVERY_SAMPLES = SAMPLE_RATE_HZ

Opener: TypeAlias = Callable[[Path], IO[bytes]]


def open_private(path: Path) -> IO[bytes]:
    """Make a file that only its owner can read."""
    binary = getattr(os, "O_BINARY", 0)  # Windows would translate line ends
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | binary, 0o600)
    return os.fdopen(descriptor, "wb")


class GrowingFile:
    """Appends the sound of a take. Every method may raise OSError."""

    def __init__(self, path: Path, opener: Opener = open_private) -> None:
        self._file = opener(path)
        self._samples = 0
        self._synced = 0
        try:
            self._file.write(header(0))
            self._file.flush()
        except OSError:
            self.abandon()
            raise

    @property
    def samples(self) -> int:
        """How many were added."""
        return self._samples

    def append(self, frame: Samples) -> None:
        """Add a frame."""
        self._file.write(as_pcm(frame))
        self._file.flush()
        self._samples += len(frame)
        if self._samples - self._synced >= SYNC_EVERY_SAMPLES:
            self.sync()

    def sync(self) -> None:
        """Force to the disk what there is, with a header that tells its length."""
        self._file.seek(0)
        self._file.write(header(self._samples))
        self._file.seek(0, os.SEEK_END)
        self._file.flush()
        os.fsync(self._file.fileno())
        self._synced = self._samples

    def close(self) -> None:
        """Finish the file."""
        try:
            self.sync()
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Let go of the file as it is."""
        with contextlib.suppress(OSError):  # what could not be written cannot be written now
            self._file.close()


def header(samples: int) -> bytes:
    """Return the header of a WAV file of this length: mono, 16 bits, 16 kHz."""
    data_bytes = samples * SAMPLE_BYTES
    return struct.pack(
        "<4sI4s4sIHHIIHH4sI",
        b"RIFF", HEADER_BYTES - 8 + data_bytes, b"WAVE",
        b"fmt ", 16, 1, 1, SAMPLE_RATE_HZ, SAMPLE_RATE_HZ * SAMPLE_BYTES, SAMPLE_BYTES, 16,
        b"data", data_bytes,
    )  # fmt: skip


def as_pcm(samples: Samples) -> bytes:
    """Return samples as 16-bit numbers."""
    scaled = np.clip(np.rint(samples * FULL_SCALE), -FULL_SCALE, FULL_SCALE - 1)
    return scaled.astype("<i2").tobytes()


def length_samples(path: Path) -> int:
    """Return how many whole samples a file holds; 0 when it cannot be looked at."""
    try:
        return max(0, path.stat().st_size - HEADER_BYTES) // SAMPLE_BYTES
    except OSError:
        return 0


def read_samples(path: Path) -> Samples:
    """Return all the sound a file holds, whatever its header says. Raises OSError."""
    data = path.read_bytes()[HEADER_BYTES:]
    whole = data[: len(data) // SAMPLE_BYTES * SAMPLE_BYTES]
    return np.frombuffer(whole, "<i2").astype(np.float32) / np.float32(FULL_SCALE)
