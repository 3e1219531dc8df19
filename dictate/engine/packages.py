"""Looks into what a model is brought in, a folder or an archive, without unpacking anything.

An archive is a stranger's: one that names a place outside itself, links there, or holds more than a
model can is refused as a whole, before a byte of it is written. Members are read as streams, in the
order in which they lie, under names this program chooses.
"""

from __future__ import annotations

import contextlib
import gzip
import lzma
import os
import posixpath
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, NoReturn, TypeAlias

from dictate.errors import ModelDamaged

MOST_MEMBERS = 10_000
MOST_BYTES = 16_000_000_000
"""Of everything in a package; the largest Whisper takes 6.2 GB in float32."""
LONGEST_LINK_BYTES = 4096
_BROKEN = (
    gzip.BadGzipFile,
    zipfile.BadZipFile,
    tarfile.TarError,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    NotImplementedError,  # a way of compressing that zipfile does not know
)
_AGAIN = "Copy it again from where it came from."
_SUSPICIOUS = "Do not trust it; get the model from another place."


@dataclass(frozen=True, slots=True)
class Member:
    """One file of a package."""

    size_bytes: int
    position: int
    """Where it lies; reading in this order reads a compressed archive once."""
    open: Callable[[], IO[bytes]]


Members: TypeAlias = Mapping[str, Member]
"""By path inside the package, with slashes."""


@contextlib.contextmanager
def opened(path: Path) -> Iterator[Members]:
    """Open a folder, zip or tar archive. Raises ModelDamaged with what is wrong with it."""
    with contextlib.ExitStack() as stack, _damage_told(path):
        with readable(path):
            members = _members(path, stack)
        yield members


@contextlib.contextmanager
def readable(path: Path) -> Iterator[None]:
    """Turn a failure to read a package into a message; put around nothing that writes."""
    try:
        yield
    except gzip.BadGzipFile:
        raise
    except OSError as exc:
        raise ModelDamaged(
            f"{path} cannot be read: {exc.strerror or type(exc).__name__}.",
            "Check that you may read it and that its disk is well.",
        ) from exc


def _members(path: Path, stack: contextlib.ExitStack) -> dict[str, Member]:
    if path.is_dir():
        return _in_folder(path)
    # Reading a pipe waits for ever, and xz takes zeros for padding to the last of many gigabytes.
    if not path.is_file() or _begins_with_zeros(path):
        raise _no_package(path)
    if zipfile.is_zipfile(path):
        return _in_zip(stack.enter_context(zipfile.ZipFile(path)), path)
    if tarfile.is_tarfile(path):
        return _in_tar(stack.enter_context(tarfile.open(path)), path)
    raise _no_package(path)


def _begins_with_zeros(path: Path) -> bool:
    with path.open("rb") as file:
        return not any(file.read(tarfile.BLOCKSIZE))


def _no_package(path: Path) -> ModelDamaged:
    return ModelDamaged(
        f"{path} is neither a model folder nor a whole archive (zip, tar, tar.gz).",
        "Name the folder that holds model.bin, or an archive of it.",
    )


@contextlib.contextmanager
def _damage_told(path: Path) -> Iterator[None]:
    try:
        yield
    except _BROKEN as exc:
        raise ModelDamaged(f"{path} is damaged or cut off.", _AGAIN) from exc


def _in_folder(folder: Path) -> dict[str, Member]:
    root = _snapshot_root(folder).resolve()
    members: dict[str, Member] = {}
    for found in _files_below(folder):
        name = found.relative_to(folder).as_posix()
        try:
            target = found.resolve()
        except (OSError, RuntimeError):  # a link that leads to itself, told so up to Python 3.12
            continue
        if not target.is_relative_to(root):
            _refuse(folder, f"{name} is a link that points outside")
        if target.is_file():
            members[name] = _on_disk(target, len(members))
    return members


def _files_below(folder: Path) -> Iterator[Path]:
    seen = 0
    for current, _folders, names in os.walk(folder):
        for name in sorted(names):
            seen += 1
            if seen > MOST_MEMBERS:
                _refuse_size(folder)
            yield Path(current) / name


def _on_disk(path: Path, position: int) -> Member:
    return Member(path.stat().st_size, position, lambda: path.open("rb"))


def _snapshot_root(folder: Path) -> Path:
    """A snapshot of a Hugging Face cache is links to files two levels up."""
    is_snapshot = folder.parent.name == "snapshots"
    return folder.parent.parent if is_snapshot else folder


def _in_zip(archive: zipfile.ZipFile, path: Path) -> dict[str, Member]:
    infos = {_safe(info.filename, path): info for info in archive.infolist() if not info.is_dir()}
    _check_size(path, len(archive.infolist()), sum(info.file_size for info in infos.values()))
    members: dict[str, Member] = {}
    for name, info in infos.items():
        if info.flag_bits & 1:
            raise ModelDamaged(
                f"{path} is locked with a password.", "Unpack it and import the folder."
            )
        place = name
        if stat.S_ISLNK(info.external_attr >> 16):
            if info.file_size > LONGEST_LINK_BYTES:
                _refuse(path, f"{name} is no link as it claims")
            place = _link_target(name, archive.read(info).decode("utf-8", "replace"), path)
        if place in infos:
            members[name] = _in_archive(archive, infos[place])
    return members


def _in_archive(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Member:
    return Member(info.file_size, info.header_offset, lambda: archive.open(info))


def _in_tar(tar: tarfile.TarFile, path: Path) -> dict[str, Member]:
    infos: dict[str, tarfile.TarInfo] = {}
    total_bytes, count = 0, 0
    for info in tar:
        # Before the archive is read on: the next header lies behind what this one claims to hold.
        count, total_bytes = count + 1, total_bytes + max(0, info.size)
        _check_size(path, count, total_bytes)
        name = _safe(info.name, path)
        if info.isdev():
            _refuse(path, f"{name} is a device")
        if not info.isdir():
            infos[name] = info
    members: dict[str, Member] = {}
    for name, info in infos.items():
        target = infos.get(_tar_place(name, info, path))
        if target is not None and target.isreg():
            members[name] = _in_tape(tar, target)
    return members


def _tar_place(name: str, info: tarfile.TarInfo, path: Path) -> str:
    if info.issym():
        return _link_target(name, info.linkname, path)
    return _safe(info.linkname, path) if info.islnk() else name


def _in_tape(tar: tarfile.TarFile, info: tarfile.TarInfo) -> Member:
    def start() -> IO[bytes]:
        file = tar.extractfile(info)
        if file is None:
            raise tarfile.ReadError("not a file")
        return file

    return Member(info.size, info.offset_data, start)


def _safe(name: str, path: Path) -> str:
    """Return the plain path of a member; refuse those that lead out of the package."""
    plain = name.replace("\\", "/")
    parts = PurePosixPath(plain).parts
    if plain.startswith("/") or ".." in parts or (parts and ":" in parts[0]) or "\0" in plain:
        _refuse(path, f"{name!r} leads to a place outside")
    return posixpath.normpath(plain)


def _link_target(name: str, target: str, path: Path) -> str:
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(name), target.replace("\\", "/")))
    if joined.startswith(("/", "../")) or joined == ".." or ":" in joined.partition("/")[0]:
        _refuse(path, f"{name} is a link that points outside")
    return joined


def _check_size(path: Path, count: int, total_bytes: int) -> None:
    if count > MOST_MEMBERS or total_bytes > MOST_BYTES:
        _refuse_size(path)


def _refuse_size(path: Path) -> NoReturn:
    raise ModelDamaged(
        f"{path} holds more than a model: over {MOST_MEMBERS} files or "
        f"{MOST_BYTES // 1_000_000_000} GB.",
        "Name the folder that holds model.bin, or an archive of it alone.",
    )


def _refuse(path: Path, why: str) -> NoReturn:
    raise ModelDamaged(f"{path} is refused: {why}.", _SUSPICIOUS)
