"""Turns starting at the log-in on and off, and keeps the entry true.

The setting says what is wished, the entry is what the system does. When the setting changes, the
entry follows. When the program starts, an entry that is missing is made and one that names an
older installation is renewed; one that the desktop's own settings switched off stays off.
"""

from __future__ import annotations

import sys
from pathlib import Path

from dictate import host
from dictate.autostart import entry
from dictate.autostart.place import Place, usual_place
from dictate.errors import AutostartFailed, DictateError


class Autostart:
    """The entry of this installation; every method raises AutostartFailed. Not for the GUI."""

    def __init__(
        self,
        settings_file: Path | None = None,
        place: Place | None = None,
        platform: str = sys.platform,
    ) -> None:
        self._place = place or usual_place(platform)
        named = settings_file is not None and settings_file != host.settings_path()
        command = entry.start_command(sys.executable, platform, str(settings_file) if named else "")
        self._wanted = _text(command, platform)
        self._platform = platform

    @property
    def is_on(self) -> bool:
        """Whether the system starts Dictate at the log-in."""
        present = self._place.read()
        return present is not None and not entry.is_switched_off(present)

    def turn(self, on: bool) -> None:
        """Do what the user just chose."""
        present = self._place.read()
        if not on:
            if present is not None and self._is_ours(present):
                self._place.remove()
        elif present is None or self._is_ours(present):
            if present != self._wanted:
                self._place.write(self._wanted)
        elif entry.is_switched_off(present):
            raise AutostartFailed(
                "The entry for the log-in is not Dictate's own and is switched off.",
                "Switch it on in the autostart settings of your desktop.",
            )

    def keep(self, on: bool) -> None:
        """Make the entry what the settings say, unless the desktop was told otherwise."""
        present = self._place.read()
        if not on or present == self._wanted:
            return
        if present is None or (self._is_ours(present) and not entry.is_switched_off(present)):
            self._place.write(self._wanted)

    def _is_ours(self, text: str) -> bool:
        return self._platform == "win32" or entry.is_ours(text)


def _text(command: tuple[str, ...], platform: str) -> str:
    if platform == "win32":
        return entry.run_value(command)
    if platform == "darwin":
        return entry.launch_agent(command)
    return entry.desktop_entry(command, _icon())


def _icon() -> Path | None:
    try:
        return host.resource_path("icons", "dictate.svg")
    except DictateError:
        return None
