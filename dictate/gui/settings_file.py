"""Makes sure there is a settings file to open: all settings with their meaning above them."""

from __future__ import annotations

from pathlib import Path

from dictate.errors import SettingsUnreadable
from dictate.settings import manual, store
from dictate.settings.schema import Settings


def ensure(path: Path, settings: Settings) -> Path:
    """Write the file if there is none. Raises SettingsUnreadable when that cannot be done."""
    text = store.to_toml(settings, manual.texts())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
    except OSError as exc:
        raise SettingsUnreadable(
            f"The settings file {path} cannot be written ({exc.strerror or exc}).",
            "Make its folder writable, or name another file with --config.",
        ) from exc
    return path
