"""Recordings with known texts: ``manifest.tsv``, or ``NAME.txt`` beside ``NAME.wav``."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from dictate.errors import DictateError

MANIFEST = "manifest.tsv"


@dataclass(frozen=True, slots=True)
class Reference:
    """A recording and what is said in it."""

    path: Path
    text: str


def references(folder: Path) -> tuple[Reference, ...]:
    """Return the recordings of a folder that have a text. Raises DictateError when there are none.

    A manifest is a table with tabs between its columns, their names in the first line: ``file`` and
    ``text``, and ``set`` for the folder below this one a file lies in.
    """
    if not folder.is_dir():
        raise DictateError(f"There is no folder {folder}.", "Name a folder of recordings.")
    manifest = folder / MANIFEST
    found = listed(manifest) if manifest.is_file() else _beside_each_other(folder)
    if not found:
        raise DictateError(
            f"There is no recording with a known text in {folder}.",
            f"Put NAME.txt beside NAME.wav, or a {MANIFEST} with the columns file and text.",
        )
    return found


def listed(manifest: Path) -> tuple[Reference, ...]:
    """Return the recordings a manifest lists with a text. Raises DictateError."""
    if manifest.exists() and not (manifest.is_file() or manifest.is_dir()):
        raise DictateError(f"{manifest} is no regular file.", "Name a table of recordings.")
    try:
        with manifest.open(encoding="utf-8", newline="") as file:
            table = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            if not {"file", "text"} <= set(table.fieldnames or ()):
                raise DictateError(
                    f"{manifest} has no columns file and text.",
                    "Put their names in its first line, with tabs between.",
                )
            rows = list(table)
    except OSError as error:
        raise DictateError(
            f"{manifest} cannot be read ({error.strerror}).", "Name a table of recordings."
        ) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise DictateError(
            f"{manifest} cannot be read ({type(error).__name__}).", "Save it as UTF-8 text."
        ) from error
    entries = [
        Reference(manifest.parent / (row.get("set") or "") / row["file"], row["text"].strip())
        for row in rows
        if row["file"] and row["text"]
    ]
    # What is no speech is listed without a text; a file that is not there is told when it is read.
    return tuple(entry for entry in entries if entry.text)


def _beside_each_other(folder: Path) -> tuple[Reference, ...]:
    found = []
    for text in sorted(folder.glob("*.txt")):
        sounds = [path for path in sorted(folder.glob(f"{text.stem}.*")) if path != text]
        if sounds and text.is_file():
            found.append(Reference(sounds[0], text.read_text("utf-8", errors="replace").strip()))
    return tuple(entry for entry in found if entry.text)
