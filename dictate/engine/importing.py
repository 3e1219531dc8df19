"""Brings a model from a folder or archive into the folder of downloads, where there is no network.

Only the files a model consists of are copied, under their own names, each with a bound on its size.
They gather beside their place and get it after the checks of a download: checksums where the
package brings some, whole files, and a load in the engine's own way.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import posixpath
import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from dictate.engine import (
    catalogue,
    checksums,
    hub_cache,
    integrity,
    model_format,
    packages,
    placing,
)
from dictate.engine.facts import ResolvedModel, read_facts
from dictate.engine.packages import Member, Members
from dictate.engine.progress import Progress
from dictate.errors import EngineOutOfMemory, ModelDamaged, ModelError

log = logging.getLogger(__name__)

MOST_WEIGHTS_BYTES = 8_000_000_000
MOST_FILE_BYTES = 64_000_000
"""Of any file but the weights; the largest tokenizers take 5 MB."""
_NAME = re.compile(r"[A-Za-z0-9][\w.-]*(/[A-Za-z0-9][\w.-]*)?", re.ASCII)
_RESERVED = ("auto", "builtin")
_ENDINGS = re.compile(r"\.(zip|tar|tgz|tbz2|txz|tar\.(gz|bz2|xz))$", re.IGNORECASE)
_OTHER_ENGINES = (".gguf", ".ggml", ".pt")
_AGAIN = "Copy the model again from where it came from."


@dataclass(frozen=True, slots=True)
class Order:
    """What to import, as what, and how to go about it."""

    source: Path
    name: str = ""
    """Empty derives it from the source."""
    replace: bool = False
    """Take the place of a model of the same name."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of it."""

    name: str
    path: Path
    too_large: bool = False
    """It is whole, and loading it here failed for want of memory."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an import asks of the machine and tells the user."""

    load: Callable[[ResolvedModel], object]
    """Loads the model and lets it go; raises what the engine raises."""
    on_progress: Callable[[Progress], None] = lambda _: None
    free_bytes: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free


def import_model(order: Order, around: Surroundings) -> Imported:
    """Copy a model in and return where it lies. Raises ModelError; nothing is left then."""
    source = order.source.expanduser()
    if not source.exists():
        raise ModelError(f"There is no {source}.", "Name an existing folder or archive.")
    if source.suffix.lower() == ".onnx":
        raise ModelDamaged(f"{source} is a part of a model.", "Name the folder it lies in.")
    if source.suffix.lower() in _OTHER_ENGINES:
        raise ModelDamaged(
            f"{source} is made for another program.",
            "Import a model in CTranslate2 format: a folder with model.bin.",
        )
    source = _snapshot_in(source)
    name = _name(order, source)
    place = placing.place_of(catalogue.ModelEntry(name, name, 0).folder_name)
    with (
        placing.disk_trouble_told(place.parent, "import"),
        placing.reserved(place, name),
        _gathering(place) as gathering,
    ):
        _check_free(place, name, order)
        record = _copied(source, gathering, name, around)
        too_large = _checked(source, gathering, name, around)
        checksums.write_record(gathering, record)
        placing.put_in_place(gathering, place)
    log.info("imported %s, %d files", name, len(record.files))
    return Imported(name, place.resolve(), too_large)


def _snapshot_in(source: Path) -> Path:
    """A repository's folder in a Hugging Face cache stands for its newest snapshot."""
    return (hub_cache.newest_snapshot(source) or source) if source.is_dir() else source


def _name(order: Order, source: Path) -> str:
    wanted = order.name.strip() or _derived(source)
    for entry in catalogue.CATALOGUE:
        known = (entry.name, *entry.aliases, entry.repo.lower())
        if wanted.lower() in known or (
            not order.name and wanted.lower() == entry.repo.lower().partition("/")[2]
        ):
            return entry.name
    if not _NAME.fullmatch(wanted) or wanted.lower() in _RESERVED:
        raise ModelError(
            f'A model cannot be called "{wanted}".',
            "Choose a name of letters, digits, dots and dashes: --name NAME",
        )
    return wanted


def _derived(source: Path) -> str:
    if source.parent.name == "snapshots":
        return source.parent.parent.name.removeprefix("models--").replace("--", "/", 1)
    plain = _ENDINGS.sub("", source.resolve().name) if source.is_file() else source.resolve().name
    plain = re.sub(r"[^\w.-]+", "-", plain, flags=re.ASCII).strip(".-")
    return plain.removeprefix("models--").replace("--", "/", 1)


def _check_free(place: Path, name: str, order: Order) -> None:
    if place.exists() and not order.replace:
        other = shlex.join(["dictate", "models", "import", str(order.source)])
        raise ModelError(f"There is a model {name} already.", f"{other} --replace, or --name OTHER")


@contextlib.contextmanager
def _gathering(place: Path) -> Iterator[Path]:
    folder = place.with_name(f".{place.name}.import")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _copied(source: Path, gathering: Path, name: str, around: Surroundings) -> checksums.Record:
    with packages.opened(source) as members:
        chosen = _chosen(source, members)
        total_bytes = sum(member.size_bytes for member in chosen.values())
        free_bytes = around.free_bytes(gathering)
        placing.check_space(gathering.parent, total_bytes, free_bytes, name)
        copier = _Copier(source, total_bytes, around.on_progress)
        in_order = sorted(chosen.items(), key=lambda item: item[1].position)
        for file, member in in_order:
            copier.copy(member, gathering / file)
    said = checksums.read_record(gathering)
    if said is not None:
        _translated(
            source, gathering, lambda: checksums.verify(gathering, said, lambda _: None, _AGAIN)
        )
        return said
    return checksums.Record(tuple(copier.records), source.name)


def _chosen(source: Path, members: Members) -> dict[str, Member]:
    """Return the files of the one model in there, by their plain names."""
    by_folder = _names_by_folder(members)
    folders = sorted(folder for folder, names in by_folder.items() if _is_model(names))
    if not folders:
        raise _no_model(source, members)
    if len(folders) > 1:
        raise ModelError(
            f"{source} holds {len(folders)} models.",
            ("" if source.is_dir() else "Unpack it. ")
            + f"Import them one by one, such as the one in {folders[0] or '.'}.",
        )
    wanted = (*_model_files(by_folder[folders[0]]), checksums.RECORD_FILE)
    chosen = {
        name: members[posixpath.join(folders[0], name)]
        for name in wanted
        if posixpath.join(folders[0], name) in members
    }
    for name, member in chosen.items():
        most = MOST_WEIGHTS_BYTES if model_format.is_weights(name) else MOST_FILE_BYTES
        if member.size_bytes > most:
            raise ModelDamaged(
                f"{name} in {source} is too large for a model ({member.size_bytes} bytes).", _AGAIN
            )
    return chosen


def _names_by_folder(members: Members) -> dict[str, set[str]]:
    by_folder: dict[str, set[str]] = {}
    for name in members:
        by_folder.setdefault(posixpath.dirname(name), set()).add(posixpath.basename(name))
    return by_folder


def _is_model(names: set[str]) -> bool:
    return integrity.WEIGHTS_FILE in names or bool(model_format.onnx_precisions(names))


def _model_files(names: set[str]) -> tuple[str, ...]:
    if model_format.of_names(names) is model_format.Format.ONNX:
        return model_format.onnx_files(names)
    return integrity.MODEL_FILES


def _no_model(source: Path, members: Members) -> ModelDamaged:
    names = {posixpath.basename(name) for name in members}
    if not integrity.is_transformers_checkpoint(names):
        return ModelDamaged(
            f"{source} holds no Whisper model in CTranslate2 format: no model.bin, "
            "and none for onnx-asr.",
            "Name the folder that holds model.bin or the .onnx files, or an archive of it.",
        )
    folder = source if source.is_dir() else source.with_name(_ENDINGS.sub("", source.name))
    return ModelDamaged(
        f"{source} is a Transformers checkpoint, not a CTranslate2 model.",
        ("" if source.is_dir() else "Unpack it. ") + integrity.conversion_step(folder, names),
    )


class _Copier:
    """Copies files and keeps their checksums."""

    def __init__(
        self, source: Path, total_bytes: int, on_progress: Callable[[Progress], None]
    ) -> None:
        self._source = source
        self.records: list[checksums.FileRecord] = []
        self._progress = Progress(0, total_bytes)
        self._on_progress = on_progress

    def copy(self, member: Member, target: Path) -> None:
        """Copy at most what the package said there is."""
        digest, left_bytes = hashlib.sha256(), member.size_bytes
        with self._opened(member) as content, target.open("wb") as out:
            while left_bytes and (block := self._block(content, left_bytes)):
                out.write(block)
                digest.update(block)
                left_bytes -= len(block)
                done_bytes = self._progress.done_bytes + len(block)
                self._progress = replace(self._progress, done_bytes=done_bytes)
                self._on_progress(self._progress)
        if left_bytes:
            raise ModelDamaged(f"{target.name} ends too early in there.", _AGAIN)
        if target.name != checksums.RECORD_FILE:
            size_bytes = member.size_bytes
            self.records.append(checksums.FileRecord(target.name, size_bytes, digest.hexdigest()))

    def _opened(self, member: Member) -> IO[bytes]:
        with packages.readable(self._source):
            return member.open()

    def _block(self, content: IO[bytes], left_bytes: int) -> bytes:
        with packages.readable(self._source):
            return content.read(min(checksums.BLOCK_BYTES, left_bytes))


def _checked(source: Path, gathering: Path, name: str, around: Surroundings) -> bool:
    """Raise ModelDamaged unless it is whole and loads; tell whether memory was too small."""

    def load() -> None:
        integrity.check(gathering, _AGAIN)
        stored_as = integrity.format_of(gathering)
        facts = read_facts(gathering)
        around.load(ResolvedModel(name, gathering.resolve(), facts, stored_as=stored_as))

    try:
        _translated(source, gathering, load)
    except EngineOutOfMemory:
        return True
    return False


def _translated(source: Path, gathering: Path, check: Callable[[], None]) -> None:
    """Speak of what the user named, not of the folder in between."""
    try:
        check()
    except ModelDamaged as exc:
        message = exc.message
        for path in (gathering.resolve(), gathering):
            message = message.replace(f"{path}", str(source))
        raise ModelDamaged(message, _AGAIN) from exc
