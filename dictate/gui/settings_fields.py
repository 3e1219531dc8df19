"""What a plain setting is edited with: a switch, a choice, a text, a path, a command.

Each field speaks of values as the settings file holds them. ``edited`` comes with every key, so
that a value can be judged as one types; ``chosen`` comes when the user is done with it.
"""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dictate.gui import settings_catalogue as catalogue
from dictate.gui.settings_catalogue import Item
from dictate.gui.translation import translate
from dictate.settings import salvage


class SettingField(QWidget):
    """Edits one setting."""

    edited = Signal(object)
    """A value is being typed."""
    chosen = Signal(object)
    """This is what the user wants."""
    complained = Signal(str)
    """Something beside the value did not work: a sentence."""
    is_wide = False
    """Whether it needs the whole width."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self.item = item

    def show_value(self, value: object) -> None:
        """Show what is in force."""
        raise NotImplementedError

    def objection(self, value: object) -> str:
        """Return in a sentence what is wrong with a value, if anything."""
        return catalogue.objection(self.item, value)

    def settle(self) -> None:
        """Take what is still being typed as done: the window closes."""

    def _hold(self, *widgets: QWidget) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            layout.addWidget(widget)
        self.setFocusProxy(widgets[0])
        self._name(widgets[0])

    def _name(self, widget: QWidget) -> None:
        widget.setAccessibleName(self.item.label)
        widget.setAccessibleDescription(self.item.doc)


class SwitchField(SettingField):
    """On or off."""

    def __init__(self, item: Item) -> None:
        super().__init__(item)
        self.box = QCheckBox()
        self.box.clicked.connect(self._choose)
        self.box.toggled.connect(self._say)
        self._hold(self.box)
        self._say(False)

    def show_value(self, value: object) -> None:
        """Tick it or not."""
        self.box.setChecked(value is True)

    def _choose(self, on: bool) -> None:
        self.chosen.emit(on)

    def _say(self, on: bool) -> None:
        self.box.setText(translate("Settings", "On") if on else translate("Settings", "Off"))


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
    """One of a few values."""

    def __init__(self, item: Item) -> None:
        super().__init__(item)
        self.box = CalmBox()
        for value, text in item.choices:
            self.box.addItem(text, value)
        self.box.activated.connect(lambda index: self.chosen.emit(self.box.itemData(index)))
        self._hold(self.box)

    def show_value(self, value: object) -> None:
        """Select it."""
        self.box.setCurrentIndex(self.box.findData(str(value)))


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


class TextField(SettingField):
    """A text on one line."""

    def __init__(self, item: Item) -> None:
        super().__init__(item)
        self.line = QLineEdit()
        self._shown = ""
        self.line.textEdited.connect(lambda text: self.edited.emit(self._read(text)))
        self.line.editingFinished.connect(self.settle)
        self._hold(self.line)

    def show_value(self, value: object) -> None:
        """Show a text."""
        self._shown = self._write(value)
        self.line.setText(self._shown)

    def settle(self) -> None:
        """Take what stands there, if it is new."""
        if self.line.text() != self._shown:
            self._shown = self.line.text()
            self.chosen.emit(self._read(self._shown))

    def _read(self, text: str) -> object:
        return text

    def _write(self, value: object) -> str:
        return str(value)


class PathField(TextField):
    """A file, typed or looked for."""

    def __init__(self, item: Item) -> None:
        super().__init__(item)
        self.browse = QPushButton(translate("Settings", "Browse…"))
        self.browse.clicked.connect(self._look)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.browse)

    def _look(self) -> None:
        start = str(Path(self.line.text()).expanduser()) if self.line.text() else str(Path.home())
        options = QFileDialog.Option.DontConfirmOverwrite  # it is appended to
        name, _ = QFileDialog.getSaveFileName(self, self.item.label, start, options=options)
        if name:
            self.line.setText(name)
            self.settle()


class CommandField(TextField):
    """A program and its options, written as in a shell."""

    def objection(self, value: object) -> str:
        """Tell about quotes that are not closed."""
        if value is None:
            return translate("Settings", "A quotation mark is not closed.")
        return super().objection(value)

    def _read(self, text: str) -> object:
        lexer = shlex.shlex(text, posix=True, punctuation_chars=False)
        lexer.whitespace_split, lexer.commenters = True, ""
        if sys.platform == "win32":
            lexer.escape = ""  # a backslash is part of a path there
        try:
            return tuple(lexer)
        except ValueError:
            return None

    def _write(self, value: object) -> str:
        return shlex.join(value) if isinstance(value, tuple) else ""


class OpaqueField(SettingField):
    """What no field here can edit: it is shown as the file holds it, and left to the file."""

    is_wide = True
    file_wanted = Signal()

    def __init__(self, item: Item) -> None:
        super().__init__(item)
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.edit = QPushButton(translate("Settings", "Edit in the file…"))
        self.edit.clicked.connect(lambda _checked: self.file_wanted.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text)
        layout.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.edit)
        self._name(self.edit)

    def show_value(self, value: object) -> None:
        """Show it as the file holds it."""
        how = self.item.in_file
        lines = how.lines(value, self.item.name) if how else [salvage.in_toml(value)]
        self.text.setText("\n".join(lines).strip() or translate("Settings", "None yet."))
