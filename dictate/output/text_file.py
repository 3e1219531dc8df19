"""Appends texts to a file, a line each."""

from __future__ import annotations

import os
from pathlib import Path

from dictate.errors import TextFileFailed


def append(path: str, text: str) -> None:
    """Append a text and a line end, and have it on the disk. Raises TextFileFailed."""
    if not path:
        raise TextFileFailed("No file is set to append to.", 'Set [output] file = "~/notes.txt".')
    file = Path(path).expanduser()
    try:
        with file.open("a", encoding="utf-8", errors="replace", newline="\n") as out:
            out.write(text if text.endswith("\n") else f"{text}\n")
            out.flush()
            os.fsync(out.fileno())
    except OSError as exc:
        reason = exc.strerror or type(exc).__name__
        raise TextFileFailed(
            f"The text could not be appended to {file.name}: {reason}.",
            "Check [output] file in the settings.",
        ) from exc
