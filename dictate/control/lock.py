"""A lock on a file, held for the life of a program: of two started at once, exactly one gets it.

The system lets go of it when the process ends, however it ends, so nothing is ever left locked.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from dictate.errors import ControlError


class Lock:
    """One lock on one file; the file stays when the lock is let go."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._number: int | None = None

    def acquire(self) -> bool:
        """Take the lock if it is free. Raises ControlError when the file cannot be made."""
        try:
            number = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise ControlError(
                f"The lock {self._path} cannot be made ({error.strerror}).",
                "Check that the folder can be written and the disk is not full.",
            ) from error
        if not _try_lock(number):
            os.close(number)
            return False
        self._number = number
        return True

    def release(self) -> None:
        """Let go of the lock, any number of times."""
        number, self._number = self._number, None
        if number is not None:
            with contextlib.suppress(OSError):
                os.close(number)


if sys.platform == "win32":
    import msvcrt

    def _try_lock(number: int) -> bool:
        try:
            msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(number: int) -> bool:
        # flock, not lockf: a lock of lockf goes as soon as any descriptor of the file is closed.
        try:
            fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
