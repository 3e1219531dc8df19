"""Makes sure there is a settings file to open: all settings with their meaning above them."""

from __future__ import annotations

from pathlib import Path

from dictate.errors import SettingsUnreadable
from dictate.settings import atomic_file, manual, store
from dictate.settings.schema import Settings


def ensure(path: Path, settings: Settings) -> Path:
    """Write the file if there is none. Raises SettingsUnreadable when that cannot be done."""
    text = store.to_toml(settings, manual.texts())
    try:
        if not path.exists():
            atomic_file.write(path, text)
    except (OSError, UnicodeError) as exc:
        raise SettingsUnreadable(
            f"The settings file {path} cannot be written ({atomic_file.reason(exc)}).",
            "Make its folder writable, or name another file with --config.",
        ) from exc
    return path
