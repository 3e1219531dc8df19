"""The models: a catalogue to filter, one to choose, and what can be done with it.

The window only shows and asks; ``models_desk`` does. It never waits for a disk or a network.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dictate.assembly.models import Fit, Row
from dictate.engine.holding import HeldModel
from dictate.gui import icons, language_names, models_filter, wording
from dictate.gui.models_filter import Filter
from dictate.gui.quiet_label import QuietLabel
from dictate.gui.translation import translate

SIZE_PX = (820, 560)
WIDTHS_PX = (210, 75, 80, 115, 90, 90)
NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
SORTED_BY = Qt.ItemDataRole.UserRole
LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "uk", "ru", "tr", "zh", "ja", "ko")


class _Item(QTreeWidgetItem):
    """A line that sorts numbers as numbers."""

    def __lt__(self, other: QTreeWidgetItem) -> bool:
        tree = self.treeWidget()
        column = tree.sortColumn() if tree is not None else 0
        mine, others = self.data(column, SORTED_BY), other.data(column, SORTED_BY)
        return bool(mine < others)


class ModelsWindow(QWidget):
    """Not modal: dictation goes on while it is open."""

    download_wanted = Signal(str)
    cancel_wanted = Signal()
    use_wanted = Signal(str)
    verify_wanted = Signal(str)
    remove_wanted = Signal(str)
    import_wanted = Signal(object)
    """A Path."""
    unload_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()
        self._used = ""
        self._is_busy = False
        self.setWindowTitle(translate("Models", "Models of Dictate"))
        self.setWindowIcon(icons.program_icon())
        self.resize(*SIZE_PX)
        self._make_filters()
        self._make_table()
        self._make_deeds()
        self._lay_out()
        self._choose()
        for keys, do in (
            (QKeySequence(QKeySequence.StandardKey.Find), self.search.setFocus),
            (QKeySequence(Qt.Key.Key_Escape), self.close),
        ):
            QShortcut(keys, self).activated.connect(do)

    # -- what is shown ---------------------------------------------------------------------------

    def show_rows(self, rows: tuple[Row, ...], used: str) -> None:
        """List these; ``used`` is the name of the model in use."""
        chosen = self.chosen
        self._rows, self._used = rows, used
        self.table.setSortingEnabled(False)
        self.table.clear()
        for row in rows:
            self.table.addTopLevelItem(self._item(row))
        self.table.setSortingEnabled(True)
        self._narrow()
        self.choose(chosen.name if chosen else used)

    def show_held(self, held: tuple[HeldModel, ...]) -> None:
        """Tell what is loaded."""
        lines = [wording.held_line(model) for model in held]
        self.held.setText("\n".join(lines) or translate("Models", "No model is loaded."))
        self.unload.setEnabled(bool(held))

    def show_progress(self, words: str, share: float | None) -> None:
        """Show how far something is; ``share`` None: nobody knows."""
        self._is_busy = True
        self.bar.setRange(0, 0 if share is None else 1000)
        if share is not None:
            self.bar.setValue(round(share * 1000))
        self.doing.setText(words)
        self.work.show()
        self._show_chosen()

    def end_progress(self) -> None:
        """Nothing is under way any more."""
        self._is_busy = False
        self.work.hide()
        self._show_chosen()

    def tell(self, words: str) -> None:
        """Say what was done or went wrong, at the foot."""
        self.said.setText(words)

    @property
    def chosen(self) -> Row | None:
        """The model of the chosen line."""
        item = self.table.currentItem()
        name = item.text(0) if item is not None and not item.isHidden() else ""
        return next((row for row in self._rows if row.name == name), None)

    @property
    def shown(self) -> list[str]:
        """The names that the filters let pass, as they stand."""
        items = (self.table.topLevelItem(n) for n in range(self.table.topLevelItemCount()))
        return [item.text(0) for item in items if item is not None and not item.isHidden()]

    def choose(self, name: str) -> None:
        """Go to the line of a model, or to the first."""
        items = [self.table.topLevelItem(n) for n in range(self.table.topLevelItemCount())]
        seen = [item for item in items if item is not None and not item.isHidden()]
        found = next((item for item in seen if item.text(0) == name), seen[0] if seen else None)
        self.table.setCurrentItem(found)  # type: ignore[arg-type]  # None: no line
        self._show_chosen()

    # -- parts -----------------------------------------------------------------------------------

    def _make_filters(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("Models", "Search"))
        self.search.setAccessibleName(translate("Models", "Search the models"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(lambda _: self._choose())
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
        self.here = QCheckBox(translate("Models", "On this &machine"))
        self.fitting = QCheckBox(translate("Models", "&Fits its memory"))
        for box in (self.here, self.fitting):
            box.toggled.connect(lambda _: self._choose())

    def _list(self, name: str, choices: tuple[tuple[str, object], ...]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        for words, value in choices:
            box.addItem(words, value)
        box.currentIndexChanged.connect(lambda _: self._choose())
        return box

    def _make_table(self) -> None:
        self.table = QTreeWidget()
        self.table.setAccessibleName(translate("Models", "Models"))
        self.table.setHeaderLabels(
            [
                translate("Models", "Name"),
                translate("Models", "Size"),
                translate("Models", "Memory"),
                translate("Models", "Languages"),
                translate("Models", "Speed"),
                translate("Models", "Accuracy"),
                translate("Models", "Here"),
            ]
        )
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setAlternatingRowColors(True)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setAllColumnsShowFocus(True)
        for column, width_px in enumerate(WIDTHS_PX):
            self.table.setColumnWidth(column, width_px)
        self.table.sortByColumn(6, Qt.SortOrder.DescendingOrder)
        self.table.currentItemChanged.connect(lambda *_: self._show_chosen())

    def _make_deeds(self) -> None:
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setMinimumHeight(2 * self.about.fontMetrics().lineSpacing())
        self.use = self._button(translate("Models", "&Use now"), self.use_wanted)
        self.get = self._button(translate("Models", "&Download"), self.download_wanted)
        self.verify = self._button(translate("Models", "&Verify"), self.verify_wanted)
        self.remove = self._button(translate("Models", "&Remove…"), self.remove_wanted)
        self.bring_folder = _plain(translate("Models", "&Import folder…"), self._ask_folder)
        self.bring_archive = _plain(translate("Models", "Import &archive…"), self._ask_archive)
        self.doing = QLabel()
        self.bar = QProgressBar()
        self.bar.setAccessibleName(translate("Models", "Progress"))
        self.bar.setTextVisible(False)
        self.stop = _plain(translate("Models", "Cance&l"), self.cancel_wanted.emit)
        self.held = QuietLabel()
        self.unload = _plain(translate("Models", "Unload &now"), self.unload_wanted.emit)
        self.unload.setToolTip(
            translate("Models", "Gives the memory back; the next recording loads the model again.")
        )
        self.said = QuietLabel()
        self.said.setAccessibleName(translate("Models", "What was done"))
        self.shut = _plain(translate("Models", "&Close"), self.close)

    def _button(self, words: str, wanted: object) -> QPushButton:
        def ask() -> None:
            row = self.chosen
            if row is not None:
                wanted.emit(row.name)  # type: ignore[attr-defined]  # bound signals have no type

        return _plain(words, ask)

    def _lay_out(self) -> None:
        filters = _line(
            self.search, self.language, self.size_limit, self.speed, self.here, self.fitting
        )
        deeds = _line(self.use, self.get, self.verify, self.remove, None)
        deeds.addWidget(self.bring_folder)
        deeds.addWidget(self.bring_archive)
        self.work = QWidget()
        work = QHBoxLayout(self.work)
        work.setContentsMargins(0, 0, 0, 0)
        work.addWidget(self.doing)
        work.addWidget(self.bar, 1)
        work.addWidget(self.stop)
        self.work.hide()
        memory = QHBoxLayout()
        memory.addWidget(self.held, 1)
        memory.addWidget(self.unload, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.addWidget(self.said, 1)
        foot.addWidget(self.shut, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.addLayout(filters)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.about)
        layout.addLayout(deeds)
        layout.addWidget(self.work)
        layout.addLayout(memory)
        layout.addLayout(foot)

    # -- lines -----------------------------------------------------------------------------------

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

    def _wanted(self) -> Filter:
        return Filter(
            self.search.text().strip(),
            str(self.language.currentData() or ""),
            int(self.size_limit.currentData() or 0),
            int(self.speed.currentData() or 0),
            self.here.isChecked(),
            self.fitting.isChecked(),
        )

    def _narrow(self) -> None:
        wanted = self._wanted()
        admitted = {row.name for row in self._rows if wanted.admits(row)}
        for number in range(self.table.topLevelItemCount()):
            item = self.table.topLevelItem(number)
            if item is not None:
                item.setHidden(item.text(0) not in admitted)

    def _choose(self) -> None:
        chosen = self.chosen
        self._narrow()
        self.choose(chosen.name if chosen else self._used)

    @Slot()
    def _show_chosen(self) -> None:
        row = self.chosen
        is_used = row is not None and row.name == self._used
        if row is None:
            self.about.setText(translate("Models", "No model is like that."))
        else:
            self.about.setText(models_filter.details(row, is_used=is_used))
        is_here, is_free = bool(row and row.is_here), not self._is_busy
        self.use.setEnabled(is_here and not is_used and not (row and row.obstacle))
        self.get.setEnabled(row is not None and not is_here and is_free)
        go_on, fetch = translate("Models", "Continue &download"), translate("Models", "&Download")
        self.get.setText(go_on if row and row.unfinished_mb else fetch)
        self.verify.setEnabled(is_here and is_free)
        self.remove.setEnabled(bool(row and row.is_removable) and is_free and not is_used)
        self.bring_folder.setEnabled(is_free)
        self.bring_archive.setEnabled(is_free)

    # -- files -----------------------------------------------------------------------------------

    def _ask_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, translate("Models", "Import a model"))
        if name:
            self.import_wanted.emit(Path(name))

    def _ask_archive(self) -> None:
        kinds = translate("Models", "Archives") + " (*.zip *.tar *.tar.gz *.tgz *.tar.xz *.tar.bz2)"
        name, _ = QFileDialog.getOpenFileName(
            self, translate("Models", "Import a model"), "", kinds
        )
        if name:
            self.import_wanted.emit(Path(name))


def _line(*widgets: QWidget | None) -> QHBoxLayout:
    line = QHBoxLayout()
    for widget in widgets:
        if widget is None:
            line.addStretch(1)
        else:
            line.addWidget(widget, 1 if isinstance(widget, QLineEdit) else 0)
    return line


def _plain(words: str, do: Callable[[], object]) -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked: do())
    return button
