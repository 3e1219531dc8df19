"""The table of models: sorted by what a column means, and one line is always chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem

from dictate.assembly.models import Fit, Row
from dictate.gui import models_filter, wording
from dictate.gui.models_filter import Filter
from dictate.gui.translation import translate

WIDTHS_PX = (210, 75, 80, 115, 90, 90)
NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
SORTED_BY = Qt.ItemDataRole.UserRole


class _Item(QTreeWidgetItem):
    """A line that sorts numbers as numbers."""

    def __lt__(self, other: QTreeWidgetItem) -> bool:
        tree = self.treeWidget()
        column = tree.sortColumn() if tree is not None else 0
        mine, others = self.data(column, SORTED_BY), other.data(column, SORTED_BY)
        return bool(mine < others)


class ModelsTable(QTreeWidget):
    """Lists models, lets pass what a filter admits, and knows which line is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()
        self._used = ""
        self.setAccessibleName(translate("Models", "Models"))
        self.setHeaderLabels(
            [
                translate("Models", "Name"),
                translate("Models", "Size"),
                translate("Models", "Memory"),
                translate("Models", "Languages"),
                translate("Models", "Speed"),
                translate("Models", "Accuracy"),
                translate("Models", "State"),
            ]
        )
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAllColumnsShowFocus(True)
        for column, width_px in enumerate(WIDTHS_PX):
            self.setColumnWidth(column, width_px)
        self.sortByColumn(6, Qt.SortOrder.DescendingOrder)

    def show_rows(self, rows: tuple[Row, ...], used: str, wanted: Filter) -> None:
        """List these; ``used`` is the name of the model in use."""
        chosen = self.chosen
        self._rows, self._used = rows, used
        self.setSortingEnabled(False)
        self.clear()
        for row in rows:
            self.addTopLevelItem(self._item(row))
        self.setSortingEnabled(True)
        self._hide_others(wanted)
        self.choose(chosen.name if chosen else used)

    def narrow(self, wanted: Filter) -> None:
        """Show only what a filter admits; the chosen line stays so if it can."""
        chosen = self.chosen
        self._hide_others(wanted)
        self.choose(chosen.name if chosen else self._used)

    @property
    def chosen(self) -> Row | None:
        """The model of the chosen line."""
        item = self.currentItem()
        name = item.text(0) if item is not None and not item.isHidden() else ""
        return next((row for row in self._rows if row.name == name), None)

    @property
    def shown(self) -> list[str]:
        """The names that the filters let pass, as they stand."""
        items = (self.topLevelItem(n) for n in range(self.topLevelItemCount()))
        return [item.text(0) for item in items if item is not None and not item.isHidden()]

    def choose(self, name: str) -> None:
        """Go to the line of a model, or to the first."""
        items = [self.topLevelItem(n) for n in range(self.topLevelItemCount())]
        seen = [item for item in items if item is not None and not item.isHidden()]
        found = next((item for item in seen if item.text(0) == name), seen[0] if seen else None)
        self.setCurrentItem(found)  # type: ignore[arg-type]  # None: no line

    def _hide_others(self, wanted: Filter) -> None:
        admitted = {row.name for row in self._rows if wanted.admits(row)}
        for number in range(self.topLevelItemCount()):
            item = self.topLevelItem(number)
            if item is not None:
                item.setHidden(item.text(0) not in admitted)

    def _item(self, row: Row) -> QTreeWidgetItem:
        words = (
            row.name,
            wording.size(row.size_mb) if row.size_mb else "",
            models_filter.memory(row),
            models_filter.languages(row),
            models_filter.speed(row),
            models_filter.accuracy(row),
            models_filter.place(row),
        )
        where = (2 if row.name == self._used else 1) if row.is_here else 0
        values: tuple[str | float, ...] = (
            row.name,
            row.size_mb,
            row.memory_mb,
            row.languages,
            row.speed,
            row.accuracy,
            where + min(row.unfinished_mb, 1) / 2,
        )
        item = _Item(list(words))
        for column, value in enumerate(values):
            item.setData(column, SORTED_BY, value)
        for column in (1, 2, 3):
            item.setTextAlignment(column, NUMBER)
        if row.name == self._used:
            item.setText(6, translate("Models", "in use"))
            font = item.font(0)
            font.setBold(True)
            item.setFont(0, font)
        if row.fit is Fit.TOO_LARGE:
            item.setToolTip(2, models_filter.fit(row))
        return item
