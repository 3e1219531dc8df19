"""Where the entry for the log-in lies: a file on Linux and macOS, the registry on Windows.

The registry has not been written by its authors on a real Windows; what goes there is tested.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from dictate.autostart import entry
from dictate.errors import AutostartFailed

_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
_RUN_NAME = "Dictate"


class Place(Protocol):
    """Holds one entry. Every method raises AutostartFailed."""

    def read(self) -> str | None:
        """Return what is there, None when nothing is."""

    def write(self, text: str) -> None:
        """Put an entry there."""

    def remove(self) -> None:
        """Take it away, if there is one."""


class EntryFile:
    """Implements ``Place`` with a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> str | None:
        """Return the file's text."""
        try:
            return self.path.read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return None
        except OSError as error:
            raise _failed(self.path, error) from error

    def write(self, text: str) -> None:
        """Replace the file in one step."""
        scratch = self.path.with_name(f".{self.path.name}.new")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            scratch.write_text(text, encoding="utf-8")
            scratch.replace(self.path)
        except OSError as error:
            scratch.unlink(missing_ok=True)
            raise _failed(self.path, error) from error

    def remove(self) -> None:
        """Delete the file."""
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            raise _failed(self.path, error) from error


def _failed(path: Path, error: OSError) -> AutostartFailed:
    return AutostartFailed(
        f"{path} cannot be changed ({error.strerror or error}).",
        "Make it writable, or use the autostart settings of your desktop.",
    )


class RunKey:
    """Implements ``Place`` with a value under the Run key of the user."""

    def read(self) -> str | None:
        """Return the command line there."""
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:  # type: ignore[attr-defined,unused-ignore]
                return str(winreg.QueryValueEx(key, _RUN_NAME)[0])  # type: ignore[attr-defined,unused-ignore]
        except FileNotFoundError:
            return None
        except OSError as error:
            raise _no_registry(error) from error

    def write(self, text: str) -> None:
        """Set the command line."""
        import winreg

        try:
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:  # type: ignore[attr-defined,unused-ignore]
                winreg.SetValueEx(key, _RUN_NAME, 0, winreg.REG_SZ, text)  # type: ignore[attr-defined,unused-ignore]
        except OSError as error:
            raise _no_registry(error) from error

    def remove(self) -> None:
        """Delete the value."""
        import winreg

        access = winreg.KEY_SET_VALUE  # type: ignore[attr-defined,unused-ignore]
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY, 0, access) as key:  # type: ignore[attr-defined,unused-ignore]
                winreg.DeleteValue(key, _RUN_NAME)  # type: ignore[attr-defined,unused-ignore]
        except FileNotFoundError:
            return
        except OSError as error:
            raise _no_registry(error) from error


def _no_registry(error: OSError) -> AutostartFailed:
    return AutostartFailed(
        f"The registry cannot be changed ({error.strerror or error}).",
        "Put a shortcut to Dictate into the folder that `shell:startup` opens.",
    )


def usual_place(
    platform: str = sys.platform, environ: Mapping[str, str] = os.environ, home: Path | None = None
) -> Place:
    """Return where this system looks for what to start."""
    home = home or Path.home()
    if platform == "win32":
        return RunKey()
    if platform == "darwin":
        return EntryFile(home / "Library" / "LaunchAgents" / f"{entry.LABEL}.plist")
    named = environ.get("XDG_CONFIG_HOME", "")
    config = Path(named) if named.startswith("/") else home / ".config"
    return EntryFile(config / "autostart" / "dictate.desktop")
