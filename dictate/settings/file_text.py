"""The text of a settings file: read and written whole, or told why not, with what to do then."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from dictate.errors import SettingsError, SettingsUnreadable
from dictate.settings import atomic_file

LARGEST_BYTES = 1_000_000
"""No settings file is that long; something else was named."""


def read(path: Path) -> str | None:
    """Return the text of the file, None when there is none. Raises SettingsUnreadable."""
    if path.is_fifo() or path.is_socket():  # who opens one may wait for ever
        raise SettingsUnreadable(
            f"The settings file {path} is no regular file.", "Name another with --config."
        )
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
        if len(data) > LARGEST_BYTES:
            raise SettingsUnreadable(
                f"{path} is too long to be a settings file.", "Name another with --config."
            )
        return data.decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise SettingsUnreadable(
            f"The settings file {path} is not UTF-8 text (line {line}).",
            "Save it as UTF-8; until then the defaults are used.",
        ) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SettingsUnreadable(
            f"The settings file {path} cannot be read ({reason}).",
            "Check its permissions or name another with --config; the defaults are used.",
        ) from error


def parse(text: str, path: Path) -> dict[str, Any]:
    """Return what a text holds. Raises SettingsUnreadable."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise not_toml(path, str(error)) from error
    except RecursionError as error:
        raise not_toml(path, "nested too deeply") from error


def not_toml(path: Path, detail: str) -> SettingsUnreadable:
    """Return the error for a parser's complaint, without its own words for the place."""
    place = re.search(r"\bat line (\d+)", detail) or re.search(r"\bline (\d+)", detail)
    where = f" in line {place[1]}" if place else " at its end" if "end of doc" in detail else ""
    what = re.sub(r"\s*\(?at (line .*|end of document\)?)$", "", detail).strip()
    return SettingsUnreadable(
        f"The settings file {path} is not TOML{where}: {what}.",
        "Mend it or move it away; until then the defaults are used.",
    )


def write(target: Path, text: str) -> None:
    """Replace the file in one step; a crash or a full disk leaves the old one whole.

    Raises SettingsError.
    """
    try:
        atomic_file.write(target, text)
    except (OSError, UnicodeError) as error:
        raise SettingsError(
            f"The settings file {target} cannot be written ({atomic_file.reason(error)}).",
            "Check its permissions and the free space; the change holds until you quit.",
        ) from error
