"""One group of settings in the window: title, what it is about, its rows."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dictate.gui import settings_catalogue as catalogue
from dictate.gui.quiet_label import QuietLabel
from dictate.gui.settings_catalogue import Group, Item
from dictate.gui.settings_editors import make_field
from dictate.gui.settings_row import SettingRow
from dictate.gui.settings_sources import Sources
from dictate.gui.translation import translate
from dictate.settings import salvage
from dictate.settings.schema import Settings


class Section(QWidget):
    """The rows of one group."""

    chosen = Signal(str, object)
    reset_wanted = Signal(object)
    """A tuple of keys."""

    def __init__(self, group: Group, sources: Sources) -> None:
        super().__init__()
        self.group = group
        title = QLabel(group.title)
        font = title.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.25)
        title.setFont(font)
        self.reset = QPushButton(translate("Settings", "Reset group"))
        self.reset.setAccessibleDescription(group.title)
        self.reset.clicked.connect(
            lambda _checked: self.reset_wanted.emit(tuple(item.name for item in group.items))
        )
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.reset)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 16)
        layout.setSpacing(2)
        layout.addLayout(head)
        if group.doc:
            layout.addWidget(QuietLabel(group.doc))
        self.rows: dict[str, SettingRow] = {}
        self._lines: list[tuple[QFrame, SettingRow]] = []
        for item in group.items:
            self._add(item, sources, layout)

    def show_settings(self, settings: Settings) -> None:
        """Show what is in force."""
        for name, row in self.rows.items():
            row.field.show_settings(settings)
            row.show_value(salvage.value_of(settings, name))
        self.reset.setEnabled(not all(row.is_default for row in self.rows.values()))

    def narrow(self, query: str) -> int:
        """Show only the rows that a search finds; return how many."""
        found = 0
        for line, row in self._lines:
            is_found = catalogue.matches(row.item, self.group, query)
            row.setVisible(is_found)
            line.setVisible(is_found)
            found += is_found
        return found

    def _add(self, item: Item, sources: Sources, layout: QVBoxLayout) -> None:
        row = SettingRow(make_field(item, sources))
        row.chosen.connect(self.chosen)
        row.reset_wanted.connect(lambda name: self.reset_wanted.emit((name,)))
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Plain)
        line.setEnabled(False)
        line.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout.addWidget(line)
        layout.addWidget(row)
        self.rows[item.name] = row
        self._lines.append((line, row))
