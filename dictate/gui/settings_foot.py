"""The foot of the settings window: what is done with all settings at once, and what was done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dictate.gui.quiet_label import QuietLabel
from dictate.gui.translation import translate


class SettingsFoot(QWidget):
    """Asks where to; who made the window does it."""

    import_wanted = Signal(object)
    export_wanted = Signal(object)
    """A Path."""
    file_wanted = Signal()
    reset_wanted = Signal()
    close_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.bring = _button(translate("Settings", "&Import…"), self._ask_what_to_import)
        self.give = _button(translate("Settings", "&Export…"), self._ask_where_to_export)
        self.file = _button(translate("Settings", "Open &file"), self.file_wanted.emit)
        self.reset_all = _button(translate("Settings", "Reset a&ll…"), self.reset_wanted.emit)
        self.shut = _button(translate("Settings", "&Close"), self.close_wanted.emit)
        self.said = QuietLabel()
        self.said.hide()
        row = QHBoxLayout()
        for button in (self.bring, self.give, self.file, self.reset_all):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.shut)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.said)
        whole.addLayout(row)

    def tell(self, words: str) -> None:
        """Say what was done."""
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def _ask_what_to_import(self) -> None:
        title = translate("Settings", "Import settings")
        name, _ = QFileDialog.getOpenFileName(self, title, "", "TOML (*.toml)")
        if name:
            self.import_wanted.emit(Path(name))

    def _ask_where_to_export(self) -> None:
        title = translate("Settings", "Export settings")
        name, _ = QFileDialog.getSaveFileName(self, title, "dictate-settings.toml", "TOML (*.toml)")
        if name:
            self.export_wanted.emit(Path(name))


def _button(text: str, do: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.clicked.connect(lambda _checked: do())
    return button
