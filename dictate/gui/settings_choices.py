"""What is chosen from a list that the machine gives: languages and models."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFileDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from dictate.gui import wording
from dictate.gui.facts import ModelRow
from dictate.gui.language_names import by_name, native_name
from dictate.gui.outlined import OutlinedTicks
from dictate.gui.settings_catalogue import Item
from dictate.gui.settings_choice_fields import OpenChoiceField
from dictate.gui.settings_fields import SettingField
from dictate.gui.translation import translate

AUTO = "auto"
LIST_HEIGHT_PX = 150


class LanguageField(OpenChoiceField):
    """One language, or finding out."""

    def __init__(self, item: Item) -> None:
        super().__init__(item)
        self.show_choices(((AUTO, translate("Settings", "Find out")), *by_name()))


class LanguagesField(SettingField):
    """Some of the languages; those chosen come first."""

    is_wide = True

    def __init__(self, item: Item) -> None:
        super().__init__(item)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(translate("Settings", "Find a language"))
        self.filter.setAccessibleName(translate("Settings", "Find a language"))
        self.filter.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setFixedHeight(LIST_HEIGHT_PX)
        self.list.setItemDelegate(OutlinedTicks(self.list))
        self._chosen: tuple[str, ...] = ()
        self._name(self.list)
        self.filter.textChanged.connect(self._narrow)
        self.list.itemChanged.connect(self._on_change)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.filter)
        layout.addWidget(self.list)
        self.setFocusProxy(self.filter)

    def show_value(self, value: object) -> None:
        """Tick the languages of a value and put them first."""
        self._chosen = tuple(str(code) for code in value) if isinstance(value, tuple) else ()
        others = [code for code, _ in by_name() if code not in self._chosen]
        self.list.blockSignals(True)
        self.list.clear()
        for code in (*self._chosen, *others):
            self.list.addItem(_ticked(code, on=code in self._chosen))
        self.list.blockSignals(False)
        self._narrow(self.filter.text())

    def _narrow(self, text: str) -> None:
        wanted = text.casefold().strip()
        for row in range(self.list.count()):
            line = self.list.item(row)
            line.setHidden(wanted not in line.text().casefold())

    def _on_change(self) -> None:
        lines = [self.list.item(row) for row in range(self.list.count())]
        ticked = [line for line in lines if line.checkState() is Qt.CheckState.Checked]
        codes = [str(line.data(Qt.ItemDataRole.UserRole)) for line in ticked]
        kept = [code for code in self._chosen if code in codes]
        self._chosen = (*kept, *(code for code in codes if code not in kept))
        self.chosen.emit(self._chosen)


def _ticked(code: str, *, on: bool) -> QListWidgetItem:
    line = QListWidgetItem(f"{native_name(code)} ({code})")
    line.setData(Qt.ItemDataRole.UserRole, code)
    line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    line.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
    return line


class ModelField(OpenChoiceField):
    """A model of this machine, or a folder with one."""

    def __init__(self, item: Item) -> None:
        super().__init__(item)
        self.folder = QPushButton(translate("Settings", "Folder…"))
        self.folder.clicked.connect(self._look)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.folder)
        self._automatic = (AUTO, translate("Settings", "Automatic"))
        self.show_choices((self._automatic,))

    def show_models(self, models: tuple[ModelRow, ...]) -> None:
        """Offer those that are here; the others are to be fetched first."""
        here = tuple((m.name, _model_label(m)) for m in models if m.is_cached)
        shown = self.value()
        self.show_choices((self._automatic, *here))
        self.show_value(shown)

    def _look(self) -> None:
        start = self.value() if Path(self.value()).is_absolute() else str(Path.home())
        name = QFileDialog.getExistingDirectory(self, self.item.label, start)
        if name:
            self.box.setEditText(name)
            self.settle()


def _model_label(model: ModelRow) -> str:
    if model.is_demonstration:
        return translate("Menu", "Built-in demonstration (small vocabulary)")
    return f"{model.name} ({wording.size(model.size_mb)})"
