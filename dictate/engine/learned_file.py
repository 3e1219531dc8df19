"""A small JSON file of what the program learned about this machine: never needed, never in the way.

A file that is damaged counts as empty, with a line in the log; one that cannot be written is left.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import tempfile
from pathlib import Path
from typing import Any, TypeAlias

log = logging.getLogger(__name__)

Entry: TypeAlias = dict[str, Any]

MOST_BYTES = 1_000_000
"""A hundred times what there is to know; anything larger is not ours."""


def read_entries(path: Path) -> list[Entry]:
    """Return the entries of a file, none when there is none or it cannot be used."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise ValueError("too long")
        entries = json.loads(content)["entries"]
        return [entry for entry in entries if isinstance(entry, dict)]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as exc:
        log.warning("%s is damaged and not used: %s", path.name, type(exc).__name__)
        return []


def write_entries(path: Path, entries: list[Entry]) -> bool:
    """Replace the file as a whole, or leave it as it is; tell whether it worked."""
    fresh = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, fresh = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".new")
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump({"entries": entries}, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, path)  # noqa: PTH105 - atomic, also where the target exists
    except OSError as exc:
        log.warning("%s was not written: %s", path.name, exc.strerror or type(exc).__name__)
        if fresh:
            with contextlib.suppress(OSError):
                Path(fresh).unlink(missing_ok=True)
        return False
    return True
