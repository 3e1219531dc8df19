"""The line of filters above the table of models."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from dictate.gui import language_names, wording
from dictate.gui.models_filter import Filter
from dictate.gui.outlined import OutlinedCheckBox
from dictate.gui.translation import translate

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "uk", "ru", "tr", "zh", "ja", "ko")


class ModelsFilterBar(QWidget):
    """Words, language, size, speed, and two boxes."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("Models", "Search"))
        self.search.setAccessibleName(translate("Models", "Search the models"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self.changed.emit())
        every = translate("Models", "Any language")
        names = sorted((language_names.native_name(code), code) for code in LANGUAGES)
        self.language = self._list(translate("Models", "Language"), ((every, ""), *names))
        sizes = [(f"≤ {wording.size(mb)}", mb) for mb in (200, 500, 1000, 2000)]
        self.size_limit = self._list(
            translate("Models", "Size"), ((translate("Models", "Any size"), 0), *sizes)
        )
        speeds = (
            (translate("Models", "Any speed"), 0),
            (translate("Models", "Medium or faster"), 3),
            (translate("Models", "Fast or faster"), 4),
        )
        self.speed = self._list(translate("Models", "Speed"), speeds)
        self.here = OutlinedCheckBox(translate("Models", "On this &machine"))
        self.fitting = OutlinedCheckBox(translate("Models", "&Fits its memory"))
        for box in (self.here, self.fitting):
            box.toggled.connect(lambda _: self.changed.emit())
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.search, 1)
        for field in (self.language, self.size_limit, self.speed, self.here, self.fitting):
            line.addWidget(field)

    @property
    def wanted(self) -> Filter:
        """What is looked for now."""
        return Filter(
            self.search.text().strip(),
            str(self.language.currentData() or ""),
            int(self.size_limit.currentData() or 0),
            int(self.speed.currentData() or 0),
            self.here.isChecked(),
            self.fitting.isChecked(),
        )

    def _list(self, name: str, choices: tuple[tuple[str, object], ...]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        for words, value in choices:
            box.addItem(words, value)
        box.currentIndexChanged.connect(lambda _: self.changed.emit())
        return box
