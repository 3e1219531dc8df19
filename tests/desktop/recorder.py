"""The hotkey recorder as a program of its own: writes each chord it hears on a line.

python -m tests.desktop.recorder
"""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from dictate.gui import settings_catalogue
from dictate.gui.hotkey_dialog import HotkeyDialog
from dictate.gui.settings_sources import real_sources
from dictate.settings.schema import HotkeySettings

LOOK_EVERY_MS = 20


def main() -> None:
    """Record until it is ended."""
    app = QApplication([])
    item = settings_catalogue.groups()[0].items[0]
    sources = real_sources()
    dialog = HotkeyDialog(item, HotkeySettings(), sources)
    dialog.asked.connect(lambda chord: dialog.show_taken(sources.is_taken(chord)))
    dialog.show()
    was_recording = False

    def look() -> None:
        nonlocal was_recording
        if dialog.pad.is_recording and not was_recording and dialog.isActiveWindow():
            was_recording = True
            print("ready", flush=True)
        elif was_recording and not dialog.pad.is_recording:
            was_recording = False
            words = [dialog.pad.keys.text(), dialog.refusal.text(), dialog.warning.text()]
            print("|".join(words).replace("\n", " "), flush=True)
            dialog.record()

    timer = QTimer(interval=LOOK_EVERY_MS)
    timer.timeout.connect(look)
    timer.start()
    app.exec()


if __name__ == "__main__":
    main()
