"""Vocabulary, replacements, snippets and patterns as tables that are edited in place.

The last row is always empty: typing there adds one. Delete takes the marked rows away, Alt with the
arrows moves one, as their order counts. A line break in a text is shown as ↵.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dictate.errors import DictateError
from dictate.gui import settings_rows
from dictate.gui.core_sentences import told_line
from dictate.gui.settings_catalogue import Item
from dictate.gui.settings_fields import SettingField
from dictate.gui.settings_rows import Row
from dictate.gui.translation import translate

BREAK = "↵"
VISIBLE_ROWS = 6


class OneLineEditor(QStyledItemDelegate):
    """Edits a cell on one line; Shift+Return puts a line break in."""

    def createEditor(  # noqa: N802 - Qt's name
        self,
        parent: QWidget,
        _option: QStyleOptionViewItem,
        _index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """Return a line."""
        return QLineEdit(parent)

    def initStyleOption(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Say in the row below the last where a new one is written."""
        super().initStyleOption(option, index)
        is_last = index.row() == index.model().rowCount() - 1
        if is_last and index.column() == 0 and not index.data():
            palette = QPalette(option.palette)
            grey = palette.color(QPalette.ColorRole.PlaceholderText)
            palette.setColor(QPalette.ColorRole.Text, grey)
            option.palette = palette
            option.text = translate("Settings", "New entry")
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take Shift+Return before the table does."""
        if (
            isinstance(watched, QLineEdit)
            and isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            watched.insert(BREAK)
            return True
        return super().eventFilter(watched, event)


class Grid(QTableWidget):
    """The rows; Tab leaves the table, as from any field."""

    def __init__(self, item: Item, visible_rows: int = VISIBLE_ROWS) -> None:
        super().__init__(0, len(item.columns))
        self.setHorizontalHeaderLabels(list(item.columns))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setVisible(len(item.columns) > 1)
        self.verticalHeader().setVisible(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAlternatingRowColors(True)
        self.setItemDelegate(OneLineEditor(self))
        self.setAccessibleName(item.label)
        self.setAccessibleDescription(item.doc)
        row_px = self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(row_px * visible_rows + self.horizontalHeader().sizeHint().height() + 4)

    def rows(self) -> list[Row]:
        """Return what stands there, the empty rows at the end apart."""
        found = [
            tuple(self._text(row, column) for column in range(self.columnCount()))
            for row in range(self.rowCount())
        ]
        while found and not any(cell.strip() for cell in found[-1]):
            found.pop()
        return found

    def show_rows(self, rows: list[Row]) -> None:
        """Show these, and an empty one."""
        self.blockSignals(True)
        self.setRowCount(0)
        self.setRowCount(len(rows) + 1)
        for number, row in enumerate([*rows, ("",) * self.columnCount()]):
            for column, text in enumerate(row):
                self.setItem(number, column, QTableWidgetItem(text.replace("\n", BREAK)))
        self.blockSignals(False)

    def marked(self) -> list[int]:
        """Return the numbers of the marked rows, or of the one with the cursor."""
        found = sorted({index.row() for index in self.selectedIndexes()})
        return found or ([self.currentRow()] if self.currentRow() >= 0 else [])

    def _text(self, row: int, column: int) -> str:
        cell = self.item(row, column)
        return "" if cell is None else cell.text().replace(BREAK, "\n")


def commit(grid: Grid) -> None:
    """Take the cell that is being edited as done."""
    for editor in grid.viewport().findChildren(QLineEdit):
        grid.commitData(editor)
        grid.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)


class TableField(SettingField):
    """A list or a table of texts."""

    is_wide = True

    def __init__(self, item: Item) -> None:
        super().__init__(item)
        self.grid = Grid(item)
        self._rows: list[Row] = []
        self.grid.itemChanged.connect(self._on_change)
        self.grid.installEventFilter(self)
        self.remove = self._button(translate("Settings", "Remove"), self.remove_marked)
        self.up = self._button(translate("Settings", "Up"), lambda: self.move_marked(-1))
        self.down = self._button(translate("Settings", "Down"), lambda: self.move_marked(1))
        self.bring = self._button(translate("Settings", "Import…"), self._ask_what_to_import)
        self.give = self._button(translate("Settings", "Export…"), self._ask_where_to_export)
        buttons = QHBoxLayout()
        for button in (self.remove, self.up, self.down):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.bring)
        buttons.addWidget(self.give)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.grid)
        layout.addLayout(buttons)
        self.setFocusProxy(self.grid)

    def show_value(self, value: object) -> None:
        """Show its rows."""
        self._rows = settings_rows.rows_of(value)
        self.grid.show_rows(self._rows)

    def objection(self, value: object) -> str:
        """Look at the rows: a value could not hold what is wrong with them."""
        wrong = settings_rows.objection(self.grid.rows(), self.item)
        return wrong or super().objection(value)

    def settle(self) -> None:
        """Take the cell that is being edited as done."""
        commit(self.grid)

    def add_file(self, path: Path) -> None:
        """Add the rows of a file."""
        try:
            added = settings_rows.read_file(path, self.item)
        except DictateError as error:
            self.complained.emit(told_line(error))
            return
        self._use(settings_rows.merged(self.grid.rows(), added))

    def write_file(self, path: Path) -> None:
        """Write the rows into a file."""
        try:
            settings_rows.write_file(path, self.grid.rows(), self.item)
        except DictateError as error:
            self.complained.emit(told_line(error))

    def remove_marked(self) -> None:
        """Take the marked rows away; the cursor stays where it was."""
        marked = self.grid.marked()
        rows = [row for number, row in enumerate(self.grid.rows()) if number not in marked]
        self._use(rows, marked[0] if marked else 0)

    def move_marked(self, by: int) -> None:
        """Move the row of the cursor up or down."""
        rows, at = self.grid.rows(), self.grid.currentRow()
        to = at + by
        if 0 <= at < len(rows) and 0 <= to < len(rows):
            rows.insert(to, rows.pop(at))
            self._use(rows, to)

    # -- inside ----------------------------------------------------------------------------------

    def _button(self, text: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setAccessibleDescription(self.item.label)
        button.clicked.connect(lambda _checked: do())
        return button

    def _use(self, rows: list[Row], cursor: int = -1) -> None:
        self.grid.show_rows(rows)
        if cursor >= 0:
            self.grid.setCurrentCell(min(cursor, len(rows)), 0)
        self._on_change()

    def _on_change(self) -> None:
        rows = self.grid.rows()
        if len(rows) == self.grid.rowCount():  # the empty row was written into
            self.grid.insertRow(len(rows))
        if rows == self._rows:
            self.edited.emit(settings_rows.value_of(rows, self.item.kind))
            return
        self._rows = rows
        self.chosen.emit(settings_rows.value_of(rows, self.item.kind))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take Delete and Alt with an arrow."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            if event.key() == Qt.Key.Key_Delete:
                self.remove_marked()
                return True
            if is_alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                self.move_marked(-1 if event.key() == Qt.Key.Key_Up else 1)
                return True
        return super().eventFilter(watched, event)

    def _ask_what_to_import(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.item.label, "", _filters())
        if name:
            self.add_file(Path(name))

    def _ask_where_to_export(self) -> None:
        proposed = f"{self.item.name.rpartition('.')[2]}.toml"
        name, _ = QFileDialog.getSaveFileName(self, self.item.label, proposed, _filters())
        if name:
            self.write_file(Path(name))


def _filters() -> str:
    return translate("Settings", "TOML (*.toml);;CSV (*.csv);;All files (*)")
