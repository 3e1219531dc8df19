"""Takes a downloaded model away, with what an interrupted download of it left.

What other programs put into the Hugging Face cache is theirs, and so is a folder the user named:
neither is touched.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from dictate.engine import catalogue, hub_cache, placing, storage
from dictate.errors import ModelError, ModelNotCached


@dataclass(frozen=True, slots=True)
class Leftovers:
    """What of a model lies in the folder of downloads."""

    name: str
    place: Path
    folders: tuple[Path, ...]
    size_bytes: int


def find(name: str) -> Leftovers:
    """Return what would be removed. Raises ModelError, ModelNotCached, ModelUnknown."""
    if name.strip() == storage.BUILTIN:
        raise ModelError("The built-in model is a part of the program.", "It takes a few MB only.")
    own = placing.place_of(name.strip())
    entry = (
        catalogue.ModelEntry(name.strip(), name.strip(), 0)
        if catalogue.is_plain_name(name.strip()) and own.is_dir()
        else catalogue.find(name)
    )
    place = placing.place_of(entry.folder_name)
    folders = tuple(path for path in (place, *placing.hidden_beside(place)) if path.is_dir())
    if folders:
        return Leftovers(entry.name, place, folders, sum(map(_size_bytes, folders)))
    if hub_cache.find_snapshot(entry.repo) is not None:
        raise ModelError(
            f"The model {entry.name} lies in the Hugging Face cache, which other programs use too.",
            f"Remove it there: hf cache rm model/{entry.repo}",
        )
    raise ModelNotCached(
        f"The model {entry.name} is not on this machine.", "`dictate models list` shows which are."
    )


def remove(found: Leftovers) -> None:
    """Delete it; its name goes first, so nobody finds half of it. Raises ModelError."""
    with (
        placing.disk_trouble_told(found.place.parent, "removal"),
        placing.reserved(found.place, found.name),
    ):
        doomed = placing.doomed_of(found.place)
        if found.place.exists():
            shutil.rmtree(doomed, ignore_errors=True)
            found.place.rename(doomed)
        for folder in placing.hidden_beside(found.place):
            if folder.is_dir():
                shutil.rmtree(folder)


def _size_bytes(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
