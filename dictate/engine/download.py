"""Fetches a model into the folder of downloads; the only code of the program that uses the network.

Files gather in a hidden folder beside the place where the model will lie and keep their checksum
in their name, so a later try goes on where this one stopped. Only when everything is there and its
checksums are right does the folder get its name.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import logging
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from dictate import host
from dictate.engine import catalogue, integrity, storage
from dictate.engine.hub_client import HubClient, HubFile, HubListing, Interrupted
from dictate.errors import (
    DownloadCancelled,
    DownloadFailed,
    ModelDamaged,
    ModelError,
    ModelNotCached,
)

log = logging.getLogger(__name__)

T = TypeVar("T")

WANTED_FILES = (
    integrity.WEIGHTS_FILE,
    "config.json",
    "tokenizer.json",
    *integrity.VOCABULARY_FILES,
    integrity.PREPROCESSOR_FILE,
    "dictate.json",
)
RETRY_WAITS_S = (1.0, 2.0, 4.0, 8.0)
"""Waits between tries that brought nothing new; a try that did starts over."""
SPARE_BYTES = 50 * 1024 * 1024
PROGRESS_INTERVAL_S = 0.1
HASH_BLOCK_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a download is, all its files together."""

    done_bytes: int
    total_bytes: int

    @property
    def share(self) -> float:
        """0 to 1."""
        return self.done_bytes / self.total_bytes if self.total_bytes else 1.0


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a download asks of the machine, for tests to set."""

    wait: Callable[[float], None] = time.sleep
    free_bytes: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free


def download(
    name: str,
    on_progress: Callable[[Progress], None],
    cancelled: Callable[[], bool],
    surroundings: Surroundings | None = None,
) -> Path:
    """Fetch a model by catalogue name or repository id and return its folder.

    A model that is whole on this machine is not fetched again. Raises ModelUnknown,
    DownloadFailed, DownloadCancelled.
    """
    entry = catalogue.find(name)
    with contextlib.suppress(ModelNotCached, ModelDamaged):
        return storage.resolve(entry.name).path
    folder = host.models_folder()
    hub = HubClient(folder / entry.folder_name)
    task = _Download(hub, on_progress, cancelled, surroundings or Surroundings())
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _locked(folder / f".{entry.folder_name}.lock", entry.name):
            return task.run(entry, folder)
    except ModelError:
        raise
    except OSError as exc:
        raise _disk_failure(exc, folder) from exc
    finally:
        hub.close()


class _Download:
    """One run."""

    def __init__(
        self,
        hub: HubClient,
        on_progress: Callable[[Progress], None],
        cancelled: Callable[[], bool],
        surroundings: Surroundings,
    ) -> None:
        self._on_progress = on_progress
        self._cancelled = cancelled
        self._surroundings = surroundings
        self._hub = hub
        self._done_bytes = 0
        self._total_bytes = 0
        self._told_at_s = 0.0

    def run(self, entry: catalogue.ModelEntry, folder: Path) -> Path:
        listing = self._retried(lambda: self._hub.listing(entry.repo), lambda: 0)
        files = _wanted(listing)
        gathering = folder / f".{entry.folder_name}.part"
        gathering.mkdir(exist_ok=True)
        parts = {file: gathering / f"{file.name}.{file.digest[:16]}.part" for file in files}
        for stale in set(gathering.iterdir()) - set(parts.values()):
            stale.unlink()
        self._total_bytes = sum(file.size_bytes for file in files)
        self._done_bytes = sum(_size(part) for part in parts.values())
        self._check_space(folder, entry)
        for file, part in parts.items():
            self._fetch(listing, file, part)
        self._tell(at_once=True)
        for file, part in parts.items():
            self._verify(file, part)
        for file, part in parts.items():
            part.rename(gathering / file.name)
        _check_gathered(gathering)
        _put_in_place(gathering, folder / entry.folder_name)
        log.info("downloaded %s, %d bytes", entry.name, self._total_bytes)
        return (folder / entry.folder_name).resolve()

    def _fetch(self, listing: HubListing, file: HubFile, part: Path) -> None:
        if _size(part) > file.size_bytes:
            self._forget(part)
        if file.size_bytes == 0:
            part.touch()
        if _size(part) < file.size_bytes:
            self._retried(lambda: self._fetch_rest(listing, file, part), lambda: _size(part))

    def _fetch_rest(self, listing: HubListing, file: HubFile, part: Path) -> None:
        with self._hub.content(listing, file, _size(part)) as content:
            if content.starts_at != _size(part):
                self._forget(part)
            with part.open("ab") as out:
                for chunk in content.chunks:
                    self._check_cancelled()
                    out.write(chunk)
                    self._done_bytes += len(chunk)
                    self._tell()
        if _size(part) < file.size_bytes:
            raise Interrupted("The download was cut off.", "Start it again to go on.")

    def _retried(self, attempt: Callable[[], T], arrived_bytes: Callable[[], int]) -> T:
        """Try until it works; give up after a row of tries that brought nothing."""
        waits_s = list(RETRY_WAITS_S)
        while True:
            self._check_cancelled()
            before = arrived_bytes()
            try:
                return attempt()
            except Interrupted as exc:
                if arrived_bytes() > before:
                    waits_s = list(RETRY_WAITS_S)
                if not waits_s:
                    raise
                log.info("download interrupted, trying again: %s", exc.message)
                self._surroundings.wait(waits_s.pop(0))

    def _verify(self, file: HubFile, part: Path) -> None:
        """Compare with the hub's checksum; what is wrong is thrown away."""
        if not file.digest:
            return
        digest = hashlib.sha1(usedforsecurity=False) if file.is_git_blob else hashlib.sha256()
        if file.is_git_blob:
            digest.update(b"blob %d\0" % _size(part))
        with part.open("rb") as content:
            while block := content.read(HASH_BLOCK_BYTES):
                self._check_cancelled()
                digest.update(block)
        if digest.hexdigest() != file.digest:
            self._forget(part)
            raise DownloadFailed(
                f"{file.name} arrived damaged: its checksum is wrong.", "Start the download again."
            )

    def _forget(self, part: Path) -> None:
        self._done_bytes -= _size(part)
        part.unlink(missing_ok=True)

    def _check_space(self, folder: Path, entry: catalogue.ModelEntry) -> None:
        missing = self._total_bytes - self._done_bytes
        free = self._surroundings.free_bytes(folder)
        if free < missing + SPARE_BYTES:
            raise DownloadFailed(
                f"The model {entry.name} needs {_megabytes(missing + SPARE_BYTES)} more, "
                f"{folder} has {_megabytes(free)} free.",
                "Free some space, or set DICTATE_MODELS to a folder on another disk.",
            )

    def _check_cancelled(self) -> None:
        if self._cancelled():
            raise DownloadCancelled(
                "The download was stopped.", "Start it again to go on where it stopped."
            )

    def _tell(self, *, at_once: bool = False) -> None:
        now_s = time.monotonic()
        if at_once or now_s - self._told_at_s >= PROGRESS_INTERVAL_S:
            self._told_at_s = now_s
            self._on_progress(Progress(self._done_bytes, self._total_bytes))


def _wanted(listing: HubListing) -> tuple[HubFile, ...]:
    names = {file.name for file in listing.files}
    if integrity.is_transformers_checkpoint(names):
        raise DownloadFailed(
            f"{listing.repo} is a Transformers checkpoint, not a CTranslate2 model.",
            f"Convert it: {integrity.conversion_command(listing.repo)}",
        )
    missing = [name for name in integrity.NEEDED_FILES if name not in names]
    if missing:
        raise DownloadFailed(
            f"{listing.repo} is not a Whisper model in CTranslate2 format: no {missing[0]}.",
            "Choose a repository made for faster-whisper.",
        )
    return tuple(file for file in listing.files if file.name in WANTED_FILES)


def _check_gathered(gathering: Path) -> None:
    try:
        integrity.check(gathering, "Choose another model.")
    except ModelDamaged as exc:
        shutil.rmtree(gathering, ignore_errors=True)
        raise DownloadFailed(
            f"What the hub gave is not a usable model: {exc.message}", exc.next_step
        ) from exc


def _put_in_place(gathered: Path, target: Path) -> None:
    """Give the folder its name; a damaged one that has it makes room."""
    old = target.with_name(f".{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    gathered.rename(target)
    shutil.rmtree(old, ignore_errors=True)


@contextlib.contextmanager
def _locked(path: Path, name: str) -> Iterator[None]:
    """Let one program at a time fetch a model."""
    import filelock

    lock = filelock.FileLock(path, timeout=0)
    try:
        lock.acquire()
    except filelock.Timeout as exc:
        raise DownloadFailed(
            f"The model {name} is being downloaded by another window or program.",
            "Wait for it to finish.",
        ) from exc
    try:
        yield
    finally:
        lock.release()


def _disk_failure(exc: OSError, folder: Path) -> DownloadFailed:
    if exc.errno == errno.ENOSPC:
        return DownloadFailed(
            f"The disk of {folder} is full.", "Free some space and start the download again."
        )
    return DownloadFailed(
        f"{folder} cannot be written: {exc.strerror or type(exc).__name__}.",
        "Set DICTATE_MODELS to a folder you may write to.",
    )


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _megabytes(count: int) -> str:
    return f"{count / 1e6:.0f} MB"
