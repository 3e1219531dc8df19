"""What a plain setting is edited with: a switch, a text, a path, a command.

Each field speaks of values as the settings file holds them. ``edited`` comes with every key, so
that a value can be judged as one types; ``chosen`` comes when the user is done with it.
"""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dictate.gui import settings_catalogue as catalogue
from dictate.gui.outlined import OutlinedCheckBox
from dictate.gui.settings_catalogue import Item
from dictate.gui.translation import translate
from dictate.settings import salvage
from dictate.settings.schema import Settings


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

    def show_settings(self, settings: Settings) -> None:
        """Hear of all settings in force; most fields need their own only."""

    def objection(self, value: object) -> str:
        """Return in a sentence what is wrong with a value, if anything."""
        return catalogue.objection(self.item, value)

    def in_words(self, value: object) -> str:
        """Return a value as the file holds it, or as the field shows it where that is clearer."""
        return salvage.in_toml(value)

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
        self.box = OutlinedCheckBox()
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
