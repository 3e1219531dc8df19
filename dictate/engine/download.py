"""Fetches a model into the folder of downloads; the only code of the program that uses the network.

Files gather in a hidden folder beside the place where the model will lie and keep their checksum
in their name, so a later try goes on where this one stopped. Only when everything is there and its
checksums are right does the folder get its name.
"""

from __future__ import annotations

import contextlib
import logging
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from dictate.engine import catalogue, checksums, integrity, model_format, placing, storage
from dictate.engine.hub_client import (
    Content,
    HubClient,
    HubFile,
    HubListing,
    Interrupted,
    RangeRefused,
)
from dictate.engine.progress import Progress
from dictate.errors import (
    DownloadCancelled,
    DownloadFailed,
    ModelDamaged,
    ModelError,
    ModelNotCached,
)

__all__ = ["Progress", "Surroundings", "download"]

log = logging.getLogger(__name__)

T = TypeVar("T")

RETRY_WAITS_S = (1.0, 2.0, 4.0, 8.0)
"""Waits between tries that brought nothing new; a try that did starts over."""
LONGEST_WAIT_S = 60.0
"""A hub that asks for more than this is not waited for."""
PROGRESS_INTERVAL_S = 0.1
CANCEL_INTERVAL_S = 0.2
"""So soon a wish to stop is seen, also while nothing arrives."""


def _wait(seconds: float, given_up: Callable[[], bool]) -> None:
    ends_at_s = time.monotonic() + seconds
    while not given_up() and (left_s := ends_at_s - time.monotonic()) > 0:
        time.sleep(min(CANCEL_INTERVAL_S, left_s))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a download asks of the machine, for tests to set."""

    wait: Callable[[float, Callable[[], bool]], None] = _wait
    """Rests so many seconds, less when the wish to stop comes."""
    free_bytes: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free


def download(
    name: str,
    on_progress: Callable[[Progress], None],
    cancelled: Callable[[], bool],
    surroundings: Surroundings | None = None,
    *,
    again: bool = False,
) -> Path:
    """Fetch a model by catalogue name or repository id and return its folder.

    A model that is whole on this machine is fetched only when it is wanted ``again``. Raises
    ModelUnknown, DownloadFailed, DownloadCancelled.
    """
    if name.strip().lower() == storage.BUILTIN:
        raise ModelError(
            "The built-in model is a part of the program.",
            "`dictate models list` shows those that can be downloaded.",
        )
    entry = catalogue.find(name)
    with contextlib.suppress(ModelNotCached, ModelDamaged):
        if not again:
            return storage.resolve(entry.name).path
    place = placing.place_of(entry.folder_name)
    hub = HubClient()
    task = _Download(hub, on_progress, cancelled, surroundings or Surroundings())
    with (
        contextlib.closing(hub),
        placing.disk_trouble_told(place.parent, "download"),
        placing.reserved(place, entry.name),
    ):
        return task.run(entry, place)


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

    def run(self, entry: catalogue.ModelEntry, place: Path) -> Path:
        listing = self._retried(lambda: self._hub.listing(entry.repo), lambda: 0)
        files = _wanted(listing, entry)
        gathering = placing.gathering_of(place)
        gathering.mkdir(exist_ok=True)
        parts = {file: gathering / f"{file.name}.{file.digest[:16]}.part" for file in files}
        for stale in set(gathering.iterdir()) - set(parts.values()):
            shutil.rmtree(stale) if stale.is_dir() else stale.unlink()
        self._total_bytes = sum(file.size_bytes for file in files)
        self._done_bytes = sum(_size(part) for part in parts.values())
        free_bytes = self._surroundings.free_bytes(place.parent)
        missing_bytes = self._total_bytes - self._done_bytes
        placing.check_space(place.parent, missing_bytes, free_bytes, entry.name)
        for file, part in parts.items():
            self._fetch(listing, file, part)
        self._tell(at_once=True)
        for file, part in parts.items():
            self._verify(file, part)
        for file, part in parts.items():
            part.rename(gathering / file.name)
        checksums.write_record(gathering, _record(listing, files))
        _check_gathered(gathering)
        placing.put_in_place(gathering, place)
        log.info("downloaded %s, %d bytes", entry.name, self._total_bytes)
        return place.resolve()

    def _fetch(self, listing: HubListing, file: HubFile, part: Path) -> None:
        if _size(part) > file.size_bytes:
            self._forget(part)
        if file.size_bytes == 0:
            part.touch()
        if _size(part) < file.size_bytes:
            self._retried(lambda: self._fetch_rest(listing, file, part), lambda: _size(part))

    def _fetch_rest(self, listing: HubListing, file: HubFile, part: Path) -> None:
        try:
            with self._hub.content(listing, file, _size(part)) as content:
                if content.starts_at != _size(part):
                    self._forget(part)
                with self._cut_when_cancelled(content):
                    self._write(content, file, part)
        except RangeRefused:
            self._forget(part)  # what came before does not belong to this file
            raise
        if _size(part) < file.size_bytes:
            raise Interrupted("The download was cut off.", "Start it again to go on.")

    def _write(self, content: Content, file: HubFile, part: Path) -> None:
        room_bytes = file.size_bytes - _size(part)
        with part.open("ab") as out:
            for chunk in content.chunks:
                self._check_cancelled()
                room_bytes -= len(chunk)
                if room_bytes < 0:
                    break
                out.write(chunk)
                self._done_bytes += len(chunk)
                self._tell()
        if room_bytes < 0:
            self._forget(part)
            raise DownloadFailed(
                f"The hub sent more of {file.name} than there is.", "Start the download again."
            )

    @contextlib.contextmanager
    def _cut_when_cancelled(self, content: Content) -> Iterator[None]:
        """Close the connection at the wish to stop, so that nobody waits for bytes that stall."""
        done = threading.Event()

        def watch() -> None:
            while not done.wait(CANCEL_INTERVAL_S):
                if self._cancelled():
                    content.cut()
                    return

        watcher = threading.Thread(target=watch, name="dictate-download-watch", daemon=True)
        watcher.start()
        try:
            yield
        finally:
            done.set()
            watcher.join()

    def _retried(self, attempt: Callable[[], T], arrived_bytes: Callable[[], int]) -> T:
        """Try until it works; give up after a row of tries that brought nothing."""
        waits_s = list(RETRY_WAITS_S)
        while True:
            self._check_cancelled()
            before = arrived_bytes()
            try:
                return attempt()
            except Interrupted as exc:
                self._check_cancelled()
                if arrived_bytes() > before:
                    waits_s = list(RETRY_WAITS_S)
                if not waits_s or exc.wait_s > LONGEST_WAIT_S:
                    raise
                log.info("download interrupted, trying again: %s", exc.message)
                self._surroundings.wait(max(waits_s.pop(0), exc.wait_s), self._cancelled)

    def _verify(self, file: HubFile, part: Path) -> None:
        """Compare with the hub's checksum; what is wrong is thrown away."""
        if not file.digest:
            return
        digest = checksums.digest_of(
            part, is_git_blob=file.is_git_blob, on_block=lambda _: self._check_cancelled()
        )
        if digest != file.digest:
            self._forget(part)
            raise DownloadFailed(
                f"{file.name} arrived damaged: its checksum is wrong.", "Start the download again."
            )

    def _forget(self, part: Path) -> None:
        self._done_bytes -= _size(part)
        part.unlink(missing_ok=True)

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


def _wanted(listing: HubListing, entry: catalogue.ModelEntry) -> tuple[HubFile, ...]:
    names = {file.name for file in listing.files}
    if model_format.of_names(names) is model_format.Format.ONNX:
        return _wanted_onnx(listing, entry.precision)
    if integrity.is_transformers_checkpoint(names):
        raise DownloadFailed(
            f"{listing.repo} is a Transformers checkpoint, not a CTranslate2 model.",
            integrity.conversion_step(listing.repo, names),
        )
    missing = [name for name in integrity.NEEDED_FILES if name not in names]
    if missing:
        raise DownloadFailed(
            f"{listing.repo} is not a Whisper model in CTranslate2 format: no {missing[0]}.",
            "Choose a repository made for faster-whisper, or one for onnx-asr.",
        )
    return tuple(file for file in listing.files if file.name in integrity.MODEL_FILES)


def _wanted_onnx(listing: HubListing, precision: str) -> tuple[HubFile, ...]:
    """One precision is fetched: the one of the catalogue, else the smallest."""
    names = [file.name for file in listing.files]
    there = model_format.onnx_precisions(names)
    taken = [p for p in there if p == precision] or list(there[:1])
    needed = (model_format.CONFIG_FILE, model_format.VOCABULARY_FILE)
    missing = [name for name in needed if name not in names]
    if missing or not taken:
        lack = f"no {missing[0]}" if missing else "a part of its weights is not there"
        raise DownloadFailed(
            f"{listing.repo} is not a whole model for onnx-asr: {lack}.",
            "Choose another repository made for onnx-asr.",
        )
    wanted = model_format.onnx_files(names, taken)
    return tuple(file for file in listing.files if file.name in wanted)


def _check_gathered(gathering: Path) -> None:
    try:
        integrity.check(gathering, "Choose another model.")
    except ModelDamaged as exc:
        shutil.rmtree(gathering, ignore_errors=True)
        raise DownloadFailed(
            f"What the hub gave is not a usable model: {exc.message}", exc.next_step
        ) from exc


def _record(listing: HubListing, files: tuple[HubFile, ...]) -> checksums.Record:
    known = tuple(
        checksums.FileRecord(file.name, file.size_bytes, file.digest, file.is_git_blob)
        for file in files
        if file.digest
    )
    return checksums.Record(known, listing.repo, listing.commit)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
