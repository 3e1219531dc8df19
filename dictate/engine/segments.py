"""Segments of shared memory in which sound crosses to another process.

They are named after the process that makes them, so that whoever ends it by force can remove what
it still held; otherwise they would lie in memory until the whole program ends.
"""

from __future__ import annotations

import contextlib
import errno
import logging
import os
from collections.abc import Iterator
from multiprocessing import shared_memory

import numpy as np

from dictate.domain import Samples
from dictate.errors import DecodeFailed

log = logging.getLogger(__name__)

PREFIX = "dictate-"
SLOTS = 8
"""A process lends one for each model it decodes with at a time; more names are never tried."""


@contextlib.contextmanager
def lent(samples: Samples) -> Iterator[str]:
    """Lend samples to another process, by the name of what they lie in. Raises DecodeFailed."""
    size = max(1, samples.nbytes)
    try:
        block = _made(size)
    except OSError as exc:
        raise _no_room(exc) from exc
    try:
        _claim(block, size)
        np.ndarray(len(samples), np.float32, block.buf)[:] = samples
        yield block.name
    finally:
        block.close()
        with contextlib.suppress(FileNotFoundError):  # somebody cleared the folder
            block.unlink()


def remove_those_of(pid: int) -> None:
    """Remove what a process that was ended by force has left behind."""
    for slot in range(SLOTS):
        # Too early for its size, it is empty and cannot be opened.
        with contextlib.suppress(OSError, ValueError):
            block = shared_memory.SharedMemory(_name(pid, slot))
            block.close()
            block.unlink()


def _name(pid: int, slot: int) -> str:
    return f"{PREFIX}{pid}-{slot}"


def _made(size: int) -> shared_memory.SharedMemory:
    for slot in range(SLOTS):
        with contextlib.suppress(FileExistsError):  # lent, or of a process long gone
            return shared_memory.SharedMemory(_name(os.getpid(), slot), create=True, size=size)
    return shared_memory.SharedMemory(create=True, size=size)


def _claim(block: shared_memory.SharedMemory, size: int) -> None:
    """Have memory behind a segment: writing where none is left would end the whole program."""
    allocate = getattr(os, "posix_fallocate", None)
    descriptor = getattr(block, "_fd", -1)  # Python offers no other way to it
    if allocate is None or descriptor < 0:
        return
    try:
        allocate(descriptor, 0, size)
    except OSError as exc:
        if exc.errno in (errno.ENOSPC, errno.ENOMEM):
            raise _no_room(exc) from exc


def _no_room(exc: OSError) -> DecodeFailed:
    log.error("shared memory: %s", exc.strerror or type(exc).__name__)
    return DecodeFailed(
        "There is no shared memory left to hand the sound to the recogniser.",
        "End programs that fill it; `df -h /dev/shm` shows how full it is.",
    )
