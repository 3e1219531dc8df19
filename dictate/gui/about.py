"""The box that says what the program is, its version, and where its files are."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

import dictate
from dictate import host
from dictate.events import UpdateSeen
from dictate.gui import core_sentences, icons, wording
from dictate.gui.facts import Facts
from dictate.gui.translation import translate


class AboutBox(QMessageBox):
    """Not modal: dictation goes on while it is open."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(translate("About", "About Dictate"))
        self.setWindowIcon(icons.program_icon())
        self.setIconPixmap(icons.program_icon().pixmap(64, 64))
        self.setStandardButtons(QMessageBox.StandardButton.Close)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setModal(False)

    def show_facts(self, facts: Facts, settings_path: Path) -> None:
        """Fill in what holds now."""
        self.setText(translate("About", "Dictate {version}").format(version=dictate.__version__))
        lines = [
            translate(
                "About",
                "Hold a key, speak, let go: the text is in your window.",
            ),
            *_place_lines(facts),
            "",
            wording.how_to_speak(facts),
        ]
        if facts.model_in_use is not None:
            lines.append(wording.model_line(facts.model_in_use))
        lines += [
            *_update_lines(facts.update),
            "",
            translate("About", "Settings: {path}").format(path=settings_path),
            translate("About", "Log: {path}").format(path=host.log_folder() / "dictate.log"),
            translate("About", "Check everything with: dictate doctor"),
        ]
        self.setInformativeText("\n".join(lines))


def _place_lines(facts: Facts) -> list[str]:
    """Return where the voice is recognised, and what leaves this machine."""
    stays = translate("About", "Your voice is recognised on this computer and never leaves it.")
    leaving = wording.leaving_lines(facts)
    return leaving if facts.speech_leaving else [stays, *leaving]


def _update_lines(update: UpdateSeen) -> list[str]:
    """Return what is known of a newer version; nothing where none was looked for."""
    lines = []
    if update.version:
        told = translate("About", "Version {version} is available; the menu opens its page.")
        lines += ["", told.format(version=update.version)]
        lines += [update.notes] if update.notes else []
    if update.problem:
        told = translate("About", "Looking for a newer version failed: {problem}")
        lines += ["", told.format(problem=core_sentences.told(update.problem))]
    return lines
