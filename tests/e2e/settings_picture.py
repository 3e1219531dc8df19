"""Paints the settings window into a file; a program of its own, run on a virtual screen.

python -m tests.e2e.settings_picture FILE
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from dictate.gui.settings_sources import Listening, Sources
from dictate.gui.settings_window import SettingsWindow
from dictate.settings.schema import Settings

SIZE_PX = (820, 560)
MICROPHONES = ("Desk microphone", "Headset")


def main(file: Path) -> None:
    """Show the group of the microphone and write it."""
    app = QApplication([])
    window = SettingsWindow(
        Sources(lambda: (), lambda: MICROPHONES, _listen, lambda: None, lambda _: False)
    )
    window.resize(*SIZE_PX)
    window.show_settings(Settings())
    window.show_microphones(MICROPHONES)
    window.show_group("audio")
    window.list.setFocus()
    window.show()
    while not window.is_complete:
        app.processEvents()
    window.grab().save(str(file))


def _listen(*_: object) -> Listening:
    raise AssertionError("nobody looks at the level")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
