"""Whether the first steps are shown by themselves: once, at the first start in an empty home."""

from __future__ import annotations

import contextlib
from pathlib import Path

from dictate import host


def marker() -> Path:
    """Return the file that says that they were shown."""
    return host.state_folder() / "welcomed"


def is_due(settings_file: Path) -> bool:
    """Tell whether nobody has used the program here yet.

    Who names a settings file of their own, or has one, knows the program.
    """
    if settings_file != host.default_settings_path() or settings_file.exists():
        return False
    return not marker().exists()


def note() -> None:
    """Remember that they were shown; where that cannot be written they come once more."""
    with contextlib.suppress(OSError):
        marker().parent.mkdir(parents=True, exist_ok=True)
        marker().touch()
