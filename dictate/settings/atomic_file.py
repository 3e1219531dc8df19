"""Writes a text file in one step: a crash or a full disk leaves the old one whole."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
from pathlib import Path


def write(target: Path, text: str) -> None:
    """Replace a file, or make it, readable by its owner only.

    One that is write-protected stays as it is, and so does a device or pipe. Raises OSError,
    UnicodeError for half a character.
    """
    data = text.encode("utf-8")
    _refuse_irreplaceable(target)
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # mkstemp makes the file readable by its owner only.
    number, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    scratch = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        scratch.replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            scratch.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def reason(error: Exception) -> str:
    """Return in a few words why a file could not be written."""
    if isinstance(error, UnicodeError):
        return "it would hold half a character"
    return str(getattr(error, "strerror", None) or error)


def _refuse_irreplaceable(target: Path) -> None:
    """Whoever took the right to write away did not mean that a new file takes its place.

    Nor does who names a device: root may put a file where ``/dev/null`` was.
    """
    try:
        mode = target.stat().st_mode
    except OSError:
        return  # there is none, or writing will tell
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise OSError(errno.EINVAL, "it is no regular file", str(target))
    if not mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise PermissionError(errno.EACCES, "it is write-protected", str(target))


def _sync_folder(folder: Path) -> None:
    # Windows opens no folders; there the rename is on its own.
    with contextlib.suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
