"""Files that become texts: a queue to drop recordings on, and what has come of each.

The window only shows and asks; ``files_desk`` does.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dictate.assembly.files import Row, State
from dictate.gui import front, icons
from dictate.gui.core_sentences import told_line
from dictate.gui.file_drops import FileDrops
from dictate.gui.quiet_label import QuietLabel
from dictate.gui.translation import translate
from dictate.text.exports import Form

SIZE_PX = (720, 520)
BAR_PX = 120
KINDS = "*.wav *.flac *.mp3 *.m4a *.ogg *.opus *.webm *.mp4 *.mkv *.mov *.avi *.aac *.wma"


class FilesWindow(QWidget):
    """Not modal: dictation goes on while it is open."""

    add_wanted = Signal(object)
    """A tuple of Paths."""
    cancel_wanted = Signal(object)
    forget_wanted = Signal(object)
    """A tuple of numbers."""
    save_wanted = Signal(object, object)
    """A tuple of pairs, Row and Path of the text, and a Form."""
    copy_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()
        self._shown_text = 0
        self.setWindowTitle(translate("Files", "Transcribe files with Dictate"))
        self.setWindowIcon(icons.program_icon())
        front.give_size(self, *SIZE_PX)
        self.drops = FileDrops(self)
        self.drops.dropped.connect(self.add_wanted)
        self._make_parts()
        self._lay_out()
        self.show_rows(())
        for keys, do in (
            (QKeySequence(QKeySequence.StandardKey.Open), self._ask_for_files),
            (QKeySequence(Qt.Key.Key_Escape), self.close),
        ):
            QShortcut(keys, self).activated.connect(do)

    # -- what is shown ---------------------------------------------------------------------------

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show the queue; lines that stay keep their place and their choice."""
        self._rows = rows
        while self.table.topLevelItemCount() > len(rows):
            self.table.takeTopLevelItem(self.table.topLevelItemCount() - 1)
        for place, row in enumerate(rows):
            item = self.table.topLevelItem(place)
            if item is None:
                item = QTreeWidgetItem()
                self.table.addTopLevelItem(item)
                bar = QProgressBar()
                bar.setAccessibleName(translate("Files", "Progress"))
                self.table.setItemWidget(item, 1, bar)
            self._fill(item, row)
        if self.table.currentItem() is None and rows:
            self.table.setCurrentItem(self.table.topLevelItem(0))  # type: ignore[arg-type]  # it is
        self.hint.setVisible(not rows)
        self._show_chosen()

    def tell(self, words: str) -> None:
        """Say what was done or went wrong, at the foot."""
        self.said.setText(words)

    @property
    def chosen(self) -> tuple[Row, ...]:
        """The chosen lines."""
        places = (self.table.indexOfTopLevelItem(item) for item in self.table.selectedItems())
        return tuple(self._rows[place] for place in sorted(places) if 0 <= place < len(self._rows))

    # -- parts -----------------------------------------------------------------------------------

    def _make_parts(self) -> None:
        self.hint = QuietLabel(
            translate("Files", "Drop recordings or videos here. They never leave this machine.")
        )
        self.table = QTreeWidget()
        self.table.setAccessibleName(translate("Files", "Files"))
        self.table.setHeaderLabels(
            [
                translate("Files", "File"),
                translate("Files", "Progress"),
                translate("Files", "What has come of it"),
            ]
        )
        self.table.setRootIsDecorated(False)
        self.table.setAlternatingRowColors(True)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = self.table.header()
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.table.setColumnWidth(0, 220)
        self.table.setColumnWidth(1, BAR_PX)
        self.table.itemSelectionChanged.connect(self._show_chosen)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(translate("Files", "Text of the chosen file"))
        self.text.setTabChangesFocus(True)
        self.add = _button(translate("Files", "&Add files…"), self._ask_for_files)
        self.cancel = _button(translate("Files", "&Cancel"), self._cancel)
        self.forget = _button(translate("Files", "&Remove from the list"), self._forget)
        self.form = QComboBox()
        self.form.setAccessibleName(translate("Files", "Format of saved texts"))
        for form in Form:
            self.form.addItem(form.value, form)
        self.save = _button(translate("Files", "&Save as…"), self._ask_where_to_save)
        self.copy = _button(
            translate("Files", "C&opy text"), lambda: self.copy_wanted.emit(self.text.toPlainText())
        )
        self.said = QuietLabel()
        self.said.setAccessibleName(translate("Files", "What was done"))
        self.shut = _button(translate("Files", "C&lose"), self.close)

    def _lay_out(self) -> None:
        deeds, ways, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for button in (self.add, self.cancel, self.forget):
            deeds.addWidget(button)
        deeds.addStretch(1)
        ways.addWidget(self.copy)
        ways.addStretch(1)
        form = QLabel(translate("Files", "For&mat:"))
        form.setBuddy(self.form)
        for widget in (form, self.form, self.save):
            ways.addWidget(widget)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.shut)
        layout = QVBoxLayout(self)
        layout.addWidget(self.hint)
        layout.addWidget(self.table, 3)
        layout.addLayout(deeds)
        layout.addWidget(self.text, 2)
        layout.addLayout(ways)
        layout.addLayout(foot)

    def _fill(self, item: QTreeWidgetItem, row: Row) -> None:
        item.setText(0, row.path.name)
        item.setToolTip(0, str(row.path))
        item.setText(2, outcome(row))
        item.setToolTip(2, outcome(row))
        bar = self.table.itemWidget(item, 1)
        if isinstance(bar, QProgressBar):
            is_vague = row.state is State.WORKING and not row.share
            bar.setRange(0, 0 if is_vague else 100)
            if row.state in (State.FAILED, State.CANCELLED):
                bar.reset()  # also takes the number away
            elif not is_vague:
                bar.setValue(round(row.share * 100))

    @Slot()
    def _show_chosen(self) -> None:
        chosen = self.chosen
        one = chosen[0] if len(chosen) == 1 else None
        text = one.written.text if one is not None and one.written is not None else ""
        if text != self.text.toPlainText():
            self.text.setPlainText(text)
        usual = translate("Files", "The text of the chosen file will be here.")
        self.text.setPlaceholderText(outcome(one) if one is not None and one.is_over else usual)
        self.copy.setEnabled(bool(text))
        self.save.setEnabled(any(row.written for row in chosen))
        self.cancel.setEnabled(any(not row.is_over for row in chosen))
        self.forget.setEnabled(any(row.is_over for row in chosen))

    # -- asking ----------------------------------------------------------------------------------

    def _ask_for_files(self) -> None:
        kinds = (
            f"{translate('Files', 'Recordings and videos')} ({KINDS});;"
            f"{translate('Files', 'All files')} (*)"
        )
        names, _ = QFileDialog.getOpenFileNames(self, translate("Files", "Add files"), "", kinds)
        if names:
            self.add_wanted.emit(tuple(Path(name) for name in names))

    def _cancel(self) -> None:
        self.cancel_wanted.emit(tuple(row.number for row in self.chosen if not row.is_over))

    def _forget(self) -> None:
        self.forget_wanted.emit(tuple(row.number for row in self.chosen if row.is_over))

    def _ask_where_to_save(self) -> None:
        rows = [row for row in self.chosen if row.written is not None]
        form = Form(self.form.currentData())
        if len(rows) == 1:
            usual = str(rows[0].path.with_suffix(f".{form.value}"))
            name, _ = QFileDialog.getSaveFileName(self, translate("Files", "Save the text"), usual)
            if name:
                self.save_wanted.emit(((rows[0], Path(name)),), form)
            return
        name = QFileDialog.getExistingDirectory(self, translate("Files", "Save the texts in"))
        if name:
            self.save_wanted.emit(places(rows, Path(name), form), form)


def places(rows: list[Row], folder: Path, form: Form) -> tuple[tuple[Row, Path], ...]:
    """Return where the texts of several files go; nothing that is there is overwritten."""
    taken: set[Path] = set()
    found = []
    for row in rows:
        place, number = folder / f"{row.path.stem}.{form.value}", 1
        while place in taken or place.exists():
            number += 1
            place = folder / f"{row.path.stem} ({number}).{form.value}"
        taken.add(place)
        found.append((row, place))
    return tuple(found)


def outcome(row: Row) -> str:
    """Return in words how it stands with a file."""
    match row.state:
        case State.WAITING:
            return translate("Files", "waits")
        case State.WORKING:
            return translate("Files", "in work") if row.left_s is None else left(row.left_s)
        case State.CANCELLED:
            return translate("Files", "cancelled")
        case State.FAILED if row.problem is not None:
            return told_line(row.problem)
        case _:
            has_text = row.written is not None and bool(row.written.text)
            return translate("Files", "done") if has_text else translate("Files", "no speech found")


def left(seconds: float) -> str:
    """Return how long it takes yet, in words."""
    if seconds < 60:
        return translate("Files", "less than a minute left")
    return translate("Files", "about {minutes} min left").format(minutes=round(seconds / 60))


def _button(words: str, do: Callable[[], object]) -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked: do())
    return button
