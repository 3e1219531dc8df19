"""Puts models into the folder of downloads and takes them out; one program at a time for each.

A model gathers in a hidden folder beside its place and gets its name when it is whole, so nobody
ever finds half of one.
"""

from __future__ import annotations

import contextlib
import errno
import shutil
from collections.abc import Iterator
from pathlib import Path

from dictate import host
from dictate.errors import DownloadFailed, ModelError

SPARE_BYTES = 50 * 1024 * 1024
"""So much stays free on the disk."""


def place_of(folder_name: str) -> Path:
    """Return where the model of this folder name lies, or would."""
    return host.models_folder() / folder_name


def gathering_of(place: Path) -> Path:
    """Return the hidden folder in which a model gathers."""
    return place.with_name(f".{place.name}.part")


def doomed_of(place: Path) -> Path:
    """Return the hidden folder a model becomes while it is deleted."""
    return place.with_name(f".{place.name}.gone")


def hidden_beside(place: Path) -> tuple[Path, ...]:
    """Return the folders that may lie beside a model: half a download, an import, an old one."""
    kinds = ("part", "import", "old", "gone")
    return tuple(place.with_name(f".{place.name}.{kind}") for kind in kinds)


@contextlib.contextmanager
def reserved(place: Path, name: str) -> Iterator[None]:
    """Keep other programs from touching this model. Raises DownloadFailed when one does.

    No file of the lock is left. It goes while the lock is held, and filelock gives nobody a lock on
    a file that is gone.
    """
    import filelock

    place.parent.mkdir(parents=True, exist_ok=True)
    path = place.with_name(f".{place.name}.lock")
    lock = filelock.FileLock(path, timeout=0)
    try:
        lock.acquire()
    except filelock.Timeout as exc:
        raise DownloadFailed(
            f"The model {name} is being downloaded, imported or removed by another program.",
            "Wait for it to finish.",
        ) from exc
    try:
        _put_back(place)
        yield
    finally:
        with contextlib.suppress(OSError):  # Windows deletes none that is open; filelock does later
            path.unlink()
        lock.release()


def _put_back(place: Path) -> None:
    """Undo an exchange that a crash cut in two: the old one made room, the new one never came."""
    old = place.with_name(f".{place.name}.old")
    if old.is_dir() and not place.exists():
        old.rename(place)


def put_in_place(gathered: Path, place: Path) -> None:
    """Give the folder its name; one that has it makes room."""
    old = place.with_name(f".{place.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if place.exists():
        place.rename(old)
    gathered.rename(place)
    shutil.rmtree(old, ignore_errors=True)


def check_space(folder: Path, missing_bytes: int, free_bytes: int, name: str) -> None:
    """Raise DownloadFailed unless so many bytes fit with some to spare."""
    if free_bytes < missing_bytes + SPARE_BYTES:
        raise DownloadFailed(
            f"The model {name} needs {_megabytes(missing_bytes + SPARE_BYTES)} more, "
            f"{folder} has {_megabytes(free_bytes)} free.",
            "Free some space, or set DICTATE_MODELS to a folder on another disk.",
        )


@contextlib.contextmanager
def disk_trouble_told(folder: Path, again: str) -> Iterator[None]:
    """Turn what the disk refuses into a message; ``again`` says what to start again."""
    try:
        yield
    except ModelError:
        raise
    except OSError as exc:
        if exc.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
            raise DownloadFailed(
                f"The disk of {folder} is full.", f"Free some space and start the {again} again."
            ) from exc
        raise DownloadFailed(
            f"{folder} cannot be written: {exc.strerror or type(exc).__name__}.",
            "Set DICTATE_MODELS to a folder you may write to.",
        ) from exc


def _megabytes(count: int) -> str:
    return f"{count / 1e6:.0f} MB"
