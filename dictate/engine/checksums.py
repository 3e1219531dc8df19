"""What the files of a model should be: written beside them when they come, compared when asked.

A download keeps what the hub said of each file, an import what arrived. A snapshot in the Hugging
Face cache needs no such list: there each file is a link to one that is named by its checksum.
"""

from __future__ import annotations

import hashlib
import json
import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from dictate.errors import ModelDamaged

log = logging.getLogger(__name__)

RECORD_FILE = "checksums.json"
BLOCK_BYTES = 1024 * 1024
_SHA256 = re.compile(r"[0-9a-f]{64}")
_GIT_SHA1 = re.compile(r"[0-9a-f]{40}")


@dataclass(frozen=True, slots=True)
class FileRecord:
    """What one file should be."""

    name: str
    size_bytes: int
    digest: str
    """SHA-256 of the content, or git's SHA-1 of the blob; hexadecimal."""
    is_git_blob: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """What the files of a model should be, and where they came from."""

    files: tuple[FileRecord, ...]
    source: str = ""
    """The repository, or what was imported."""
    commit: str = ""


def digest_of(path: Path, *, is_git_blob: bool, on_block: Callable[[int], None]) -> str:
    """Return the checksum of a file; ``on_block`` hears of every block and may raise."""
    digest = hashlib.sha1(usedforsecurity=False) if is_git_blob else hashlib.sha256()
    if is_git_blob:
        digest.update(b"blob %d\0" % path.stat().st_size)
    with path.open("rb") as content:
        while block := content.read(BLOCK_BYTES):
            on_block(len(block))
            digest.update(block)
    return digest.hexdigest()


def write_record(folder: Path, record: Record) -> None:
    """Write the list beside the files. Raises OSError."""
    text = json.dumps(asdict(record), indent=1)
    (folder / RECORD_FILE).write_text(text + "\n", "utf-8")


def read_record(folder: Path) -> Record | None:
    """Return what the files of this folder should be, None when nobody said."""
    try:
        said = json.loads((folder / RECORD_FILE).read_bytes())
        files = tuple(_file_record(file) for file in said["files"])
        return Record(files, str(said.get("source", "")), str(said.get("commit", "")))
    except FileNotFoundError:
        return _of_snapshot(folder)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as exc:
        log.warning("%s is damaged and not used: %s", RECORD_FILE, type(exc).__name__)
        return None


def verify(folder: Path, record: Record, on_block: Callable[[int], None], next_step: str) -> None:
    """Compare every file with its record. Raises ModelDamaged, naming the first wrong one."""
    for file in record.files:
        path = folder / file.name
        try:
            size_bytes = path.stat().st_size
            wrong = (
                f"it has {size_bytes} bytes instead of {file.size_bytes}"
                if size_bytes != file.size_bytes
                else "its checksum is wrong"
                if digest_of(path, is_git_blob=file.is_git_blob, on_block=on_block) != file.digest
                else ""
            )
        except OSError as exc:
            wrong = exc.strerror or "it cannot be read"
        if wrong:
            raise ModelDamaged(f"{path} is damaged: {wrong}.", next_step)


def _file_record(said: dict[str, object]) -> FileRecord:
    name, size = str(said["name"]), said["size_bytes"]
    if Path(name).name != name or not isinstance(size, int):
        raise ValueError("not a plain file")
    return FileRecord(name, size, str(said["digest"]), bool(said.get("is_git_blob", False)))


def _of_snapshot(folder: Path) -> Record | None:
    files = tuple(_linked_blobs(folder))
    if not files:
        return None
    repo = folder.parent.parent.name.removeprefix("models--").replace("--", "/", 1)
    return Record(files, repo, folder.name)


def _linked_blobs(folder: Path) -> Iterator[FileRecord]:
    if folder.parent.name != "snapshots":
        return
    for path in sorted(folder.iterdir()):
        blob = path.resolve()
        if not path.is_symlink() or not blob.is_file() or blob.parent.name != "blobs":
            continue
        if _SHA256.fullmatch(blob.name) or _GIT_SHA1.fullmatch(blob.name):
            size_bytes = blob.stat().st_size
            yield FileRecord(path.name, size_bytes, blob.name, bool(_GIT_SHA1.fullmatch(blob.name)))
