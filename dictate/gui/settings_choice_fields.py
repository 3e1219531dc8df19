"""What is chosen from a list: one of a few values, or what one types."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QVBoxLayout

from dictate.gui.quiet_label import QuietLabel
from dictate.gui.settings_catalogue import Item
from dictate.gui.settings_fields import SettingField
from dictate.gui.translation import translate
from dictate.settings.schema import Settings


class CalmBox(QComboBox):
    """A list that opens; the wheel scrolls the page unless the list has the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class ChoiceField(SettingField):
    """One of a few values; what it does stands below where a word cannot say it."""

    def __init__(self, item: Item) -> None:
        super().__init__(item)
        self.box = CalmBox()
        self.hint = QuietLabel()
        if not item.hints:
            self.hint.hide()
        self.offer(item.choices)
        self.box.activated.connect(lambda index: self.chosen.emit(self.box.itemData(index)))
        self.box.currentIndexChanged.connect(lambda _: self._explain())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.box)
        column.addWidget(self.hint)
        self.setFocusProxy(self.box)
        self._name(self.box)

    def offer(self, choices: tuple[tuple[str, str], ...]) -> None:
        """Offer these values by these names."""
        self.box.clear()
        for value, text in choices:
            self.box.addItem(text, value)
            hint = self.item.hints.get(value, "")
            self.box.setItemData(self.box.count() - 1, hint, Qt.ItemDataRole.ToolTipRole)

    def show_value(self, value: object) -> None:
        """Select it."""
        self.box.setCurrentIndex(self.box.findData(str(value)))
        self._explain()

    def _explain(self) -> None:
        hint = self.item.hints.get(str(self.box.currentData()), "")
        self.hint.setText(hint)
        if hint:
            self.box.setAccessibleDescription(hint)


class ProfileChoiceField(ChoiceField):
    """The name of a profile, or that of the window."""

    def __init__(self, item: Item) -> None:
        super().__init__(item)
        self._value = ""
        self._names: tuple[str, ...] = ()
        self._fill()

    def show_settings(self, settings: Settings) -> None:
        """Offer the profiles there are."""
        if self._names != tuple(settings.profiles):
            self._names = tuple(settings.profiles)
            self._fill()

    def show_value(self, value: object) -> None:
        """Select it, also when there is none of that name."""
        self._value = str(value)
        self._fill()

    def _fill(self) -> None:
        names = self._names
        if self._value and self._value not in names:
            names = (*names, self._value)
        that = translate("Settings", "That of the window")
        self.offer((("", that), *((name, name) for name in names)))
        super().show_value(self._value)


class OpenChoiceField(SettingField):
    """One of a few values, or what one types."""

    def __init__(self, item: Item) -> None:
        super().__init__(item)
        self.box = CalmBox()
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.show_choices(item.choices)
        self._shown = ""
        self.box.activated.connect(lambda _: self._choose())
        self._line.textEdited.connect(lambda _: self.edited.emit(self.value()))
        self._line.editingFinished.connect(self._choose)
        self._hold(self.box)
        self._name(self._line)

    @property
    def _line(self) -> QLineEdit:
        line = self.box.lineEdit()
        assert line is not None  # it is editable
        return line

    def show_choices(self, choices: tuple[tuple[str, str], ...]) -> None:
        """Offer these; what is shown stays."""
        text = self.box.currentText()
        self.box.clear()
        for value, label in choices:
            self.box.addItem(label, value)
        self.box.setEditText(text)

    def value(self) -> str:
        """Return the value of the label that stands there, else the text itself."""
        text = self.box.currentText().strip()
        found = self.box.findText(text, Qt.MatchFlag.MatchFixedString)
        return str(self.box.itemData(found)) if found >= 0 else text

    def show_value(self, value: object) -> None:
        """Show its name, or the value where it has none."""
        self._shown = str(value)
        found = self.box.findData(self._shown)
        if found >= 0:
            self.box.setCurrentIndex(found)
        else:
            self.box.setEditText(self._shown)

    def settle(self) -> None:
        """Take what stands there."""
        self._choose()

    def _choose(self) -> None:
        if self.value() != self._shown:
            self._shown = self.value()
            self.chosen.emit(self._shown)
