"""Takes the pictures of the documents: the real program on a virtual desk, after a real dictation.

python -m tests.e2e.pictures FOLDER
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.e2e.desktop import Desk

SIZE = (960, 640)
TITLE = "Notes"
SAMPLES = ("meeting_en", "reminder_en")


def main(folder: Path) -> None:
    """Write the pictures into a folder."""
    with (
        tempfile.TemporaryDirectory() as scratch,
        Desk(Path(scratch), size=SIZE, title=TITLE) as desk,
    ):
        screen = desk.screen
        screen.run(sys.executable, "-m", "tests.e2e.settings_picture", str(folder / "settings.png"))
        screen.run("xsetroot", "-solid", "#41606f")
        screen.xdotool("windowmove", desk.editor.window, "40", "40")
        screen.xdotool("windowsize", desk.editor.window, "620", "260")
        desk.start()
        for sample in SAMPLES:
            desk.dictate(sample)
            desk.typed()
            desk.press("Return")
        desk.open_menu()
        screen.run("sleep", "2.5")  # the menu measures the processor meanwhile
        screen.screenshot(folder / "dictate.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
