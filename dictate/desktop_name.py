"""Gives Dictate a name the desktop knows: a hidden desktop entry, written once.

A portal keeps what the user allowed under the name of a program, and takes that name only from a
program that has a desktop entry (Registry of xdg-desktop-portal; freedesktop.org's Desktop Entry
specification). An entry that is there already, ours or a package's, is left alone.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

APP_ID = "io.github.dictate.Dictate"

_PLAIN = re.compile(r"[\w./+-]+")
"""A path that needs no quotes in an Exec line."""


def ensure(environ: Mapping[str, str] | None = None, python: str = sys.executable) -> bool:
    """Write the entry where none is; tell whether there is one now."""
    found = os.environ if environ is None else environ
    home = Path(found.get("XDG_DATA_HOME") or Path(found.get("HOME", "/nowhere")) / ".local/share")
    shared = (found.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
    if any(_entry(folder).exists() for folder in (home, *map(Path, shared))):
        return True
    if not _PLAIN.fullmatch(python):
        return False
    path = _entry(home)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f"{path.name}.new")
        fresh.write_text(text(python), encoding="utf-8")
        fresh.replace(path)
    except OSError:
        return False
    return True


def text(python: str) -> str:
    """Return the entry; menus do not show it."""
    return (
        "[Desktop Entry]\n"
        "Type=Application\n"
        "Name=Dictate\n"
        f"Exec={python} -m dictate\n"
        "NoDisplay=true\n"
        "Terminal=false\n"
    )


def _entry(data: Path) -> Path:
    return data / "applications" / f"{APP_ID}.desktop"
