"""The models of this machine and of the catalogue as one list, and what can be done with each.

The desktop's door to catalogue, downloads, checks, imports and removal. Reading and doing may wait
for a disk: not for the GUI thread. ``fetching`` and ``problem`` are read at once.
"""

from __future__ import annotations

import math
import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import psutil

from dictate.assembly.downloads import Downloads, Fetching
from dictate.domain import ModelChoice, Notice
from dictate.engine import (
    catalogue,
    checksums,
    family,
    importing,
    placing,
    removal,
    storage,
)
from dictate.engine.child_backend import ChildBackend
from dictate.engine.facts import ResolvedModel
from dictate.engine.holding import HeldModel
from dictate.engine.model_format import Format
from dictate.engine.progress import Progress
from dictate.errors import DictateError, DownloadCancelled, ModelError
from dictate.settings.schema import Settings

MEGABYTE = 1_000_000
SPARE_MB = 500
"""What should stay free for everything else."""


class Fit(StrEnum):
    """Whether a model goes into the memory of this machine."""

    FITS = "fits"
    TIGHT = "tight"
    """Only when other programs are closed."""
    TOO_LARGE = "too_large"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Row:
    """One model. 0 is: not known."""

    name: str
    size_mb: int
    memory_mb: int = 0
    """In the precision that takes least."""
    languages: int = 0
    codes: tuple[str, ...] = ()
    speed: int = 0
    accuracy: int = 0
    parameters_m: int = 0
    is_whisper: bool = True
    fit: Fit = Fit.UNKNOWN
    is_here: bool = False
    is_demonstration: bool = False
    is_removable: bool = False
    """It lies in the folder of downloads, or a part of it does."""
    unfinished_mb: int = 0
    obstacle: str = ""
    """What must be done before it can be used, if so."""


@dataclass(frozen=True, slots=True)
class Ways:
    """What the list asks of the running program."""

    settings: Callable[[], Settings]
    use: Callable[[str], None]
    held: Callable[[], tuple[HeldModel, ...]]
    unload: Callable[[], None]


class ModelShelf:
    """Any thread may call it."""

    def __init__(self, downloads: Downloads, ways: Ways) -> None:
        self._downloads = downloads
        self._ways = ways

    # -- facts -----------------------------------------------------------------------------------

    @property
    def fetching(self) -> Fetching | None:
        """The download under way."""
        return self._downloads.fetching

    @property
    def problem(self) -> Notice | None:
        """Why the last download failed."""
        return self._downloads.problem

    def rows(self) -> tuple[Row, ...]:
        """Return what is here, then what can be fetched. Looks at the disk."""
        here = {model.name: model for model in storage.cached_models()}
        known = {entry.name: entry for entry in catalogue.CATALOGUE}
        memory = psutil.virtual_memory()
        free_mb, total_mb = memory.available // MEGABYTE, memory.total // MEGABYTE
        installed = family.installed_families()
        names = (*here, *(name for name in known if name not in here))
        return tuple(
            _row(name, here.get(name), known.get(name), (free_mb, total_mb), installed)
            for name in names
        )

    def held(self) -> tuple[HeldModel, ...]:
        """Return the loaded models with the memory they hold now."""
        return self._ways.held()

    def is_used(self, name: str) -> bool:
        """Tell whether takes are recognised with this model. Looks at the disk.

        "auto" means what is loaded: a better model that has come since is not yet in use.
        """
        wanted = self._ways.settings().engine.model
        held = self.held()
        if wanted == storage.AUTO and held:
            return held[-1].name == name
        try:
            return name == wanted or storage.resolve(wanted).name == name
        except DictateError:
            return False

    # -- deeds -----------------------------------------------------------------------------------

    def download(self, name: str, *, use: bool = False) -> None:
        """Begin to fetch a model; it goes on by itself. Raises ModelError."""
        catalogue.find(name)
        if not self._downloads.start(name, use=use):
            raise ModelError(
                "Another model is being downloaded.", "Wait for it, or cancel it first."
            )

    def cancel(self) -> None:
        """Give the download up; what came of it is kept for the next try."""
        self._downloads.cancel()

    def use(self, name: str) -> None:
        """Take a model from the next recording on. Raises ModelError."""
        storage.resolve(name)
        self._ways.use(name)

    def unload(self) -> None:
        """Give the memory of all loaded models back; the next recording loads again."""
        self._ways.unload()

    def remove(self, name: str) -> int:
        """Delete a model and what is left of its download; return the MB freed."""
        found = removal.find(name)
        if found.place.is_dir() and self.is_used(found.name):
            raise ModelError(f"The model {found.name} is in use.", "Use another one first.")
        removal.remove(found)
        return round(found.size_bytes / MEGABYTE)

    def verify(
        self, name: str, on_progress: Callable[[Progress], None], stop: threading.Event
    ) -> bool:
        """Check files and checksums; False where none are known. Raises ModelDamaged."""
        resolved = storage.resolve(name)
        record = checksums.read_record(resolved.path)
        if record is None:
            return False
        total_bytes = sum(file.size_bytes for file in record.files)
        done_bytes = 0

        def count(block_bytes: int) -> None:
            nonlocal done_bytes
            _check(stop)
            done_bytes += block_bytes
            on_progress(Progress(done_bytes, total_bytes))

        checksums.verify(resolved.path, record, count, "Remove it and get it again.")
        return True

    def bring(
        self, source: Path, on_progress: Callable[[Progress], None], stop: threading.Event
    ) -> importing.Imported:
        """Import a folder or archive. Raises ModelError; nothing is left then."""

        def show(progress: Progress) -> None:
            _check(stop)
            on_progress(progress)

        return importing.import_model(importing.Order(source), importing.Surroundings(_load, show))


def fit(memory_mb: int, free_mb: float, total_mb: float) -> Fit:
    """Return whether so much memory is there, with some to spare for everything else."""
    if not memory_mb:
        return Fit.UNKNOWN
    if memory_mb + SPARE_MB <= free_mb:
        return Fit.FITS
    return Fit.TIGHT if memory_mb + SPARE_MB <= total_mb else Fit.TOO_LARGE


def _row(
    name: str,
    cached: storage.CachedModel | None,
    entry: catalogue.ModelEntry | None,
    memory_mb: tuple[float, float],
    installed: frozenset[family.Family],
) -> Row:
    size_mb = round(cached.size_bytes / MEGABYTE) if cached else 0
    known = entry or catalogue.ModelEntry(name, name, size_mb)
    least_mb = min(known.memory_mb.values(), default=0)
    stored_as = cached.stored_as if cached else known.format
    obstacle = ""
    if not family.usable(stored_as, installed):
        obstacle = family.install_step(family.Family.ONNX_ASR)
    place = placing.place_of(known.folder_name) if catalogue.is_plain_name(name) or entry else None
    unfinished_mb = math.ceil(storage.unfinished_bytes(name) / MEGABYTE) if not cached else 0
    return Row(
        name=name,
        size_mb=size_mb or known.size_mb,
        memory_mb=least_mb,
        languages=known.languages,
        codes=known.codes,
        speed=known.speed,
        accuracy=known.accuracy,
        parameters_m=known.parameters_m,
        is_whisper=stored_as is Format.CTRANSLATE2,
        fit=fit(least_mb, *memory_mb),
        is_here=cached is not None,
        is_demonstration=bool(cached and cached.demonstration),
        is_removable=bool(unfinished_mb) or _is_download(cached, place),
        unfinished_mb=unfinished_mb,
        obstacle=obstacle,
    )


def _is_download(cached: storage.CachedModel | None, place: Path | None) -> bool:
    if cached is None or cached.name == storage.BUILTIN:
        return False
    where = place or placing.place_of(cached.name.replace("/", "--"))
    return os.path.normcase(cached.path.parent) == os.path.normcase(where.parent)


def _check(stop: threading.Event) -> None:
    if stop.is_set():
        raise DownloadCancelled("It was stopped.", "Start it again when you like.")


def _load(resolved: ResolvedModel) -> None:
    """Load a model as the engine does, in a process of its own, and let it go."""
    backend = ChildBackend()
    try:
        backend.load(resolved, ModelChoice(model=resolved.name))
    finally:
        backend.unload()
