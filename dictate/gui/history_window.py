"""What was dictated: found as one types, read, corrected, used again, taken away.

The window only shows and asks; ``history_desk`` does. It never waits for a disk.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from dictate.gui import front, icons
from dictate.gui.history_export_dialog import HistoryExportDialog
from dictate.gui.history_rows import HistoryRows
from dictate.gui.history_words import facts, row
from dictate.gui.quiet_label import QuietLabel
from dictate.gui.translation import translate
from dictate.gui.waveform import Waveform
from dictate.store.history_entry import Entry
from dictate.text.corrections import Suggestion

SIZE_PX = (860, 560)
APART_PX = 16
"""Between what takes everything away and what only closes."""
NUMBER = Qt.ItemDataRole.UserRole


class HistoryWindow(QWidget):
    """Not modal: dictation goes on while it is open."""

    search_wanted = Signal(str)
    entry_wanted = Signal(int)
    """Its line was chosen."""
    copy_wanted = Signal(str)
    insert_wanted = Signal(str)
    correct_wanted = Signal(int, str)
    play_wanted = Signal(int)
    hear_wanted = Signal(int, str)
    """Once more, with the model of this name."""
    delete_wanted = Signal(int)
    clear_wanted = Signal()
    export_wanted = Signal(str)
    """The path of a file."""
    accept_wanted = Signal(object)
    """A Suggestion."""
    refuse_wanted = Signal(object)
    """A Suggestion that is not to be made again."""
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._entries: dict[int, Entry] = {}
        self._is_playing = False
        self._suggestion: Suggestion | None = None
        self.setWindowTitle(translate("History", "History of Dictate"))
        self.setWindowIcon(icons.program_icon())
        front.give_size(self, *SIZE_PX)
        self._make_list()
        self._make_detail()
        self._arrange()
        for keys, do in (
            (QKeySequence(QKeySequence.StandardKey.Find), self.search.setFocus),
            (QKeySequence(Qt.Key.Key_Escape), self.close),
        ):
            QShortcut(keys, self).activated.connect(do)
        self._show_chosen()

    # -- what is shown ---------------------------------------------------------------------------

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """List these; the chosen one stays chosen where it is among them."""
        before, draft = self.chosen, self.text.toPlainText()
        self._entries = {entry.id: entry for entry in entries}
        self.list.blockSignals(True)
        self.list.clear()
        for entry in entries:
            item = QListWidgetItem(row(entry))
            item.setData(NUMBER, entry.id)
            self.list.addItem(item)
        rows = [number for number, e in enumerate(entries) if before and e.id == before.id]
        self.list.setCurrentRow(rows[0] if rows else 0)
        self.list.blockSignals(False)
        is_searched = bool(self.search.text().strip())
        nothing = translate("History", "No text has these words.")
        empty = translate("History", "What you dictate will be listed here.")
        self.empty.setText("" if entries else nothing if is_searched else empty)
        self.empty.setVisible(not entries)
        self._show_chosen()
        if before is not None and self.chosen == before:
            self.text.setPlainText(draft)  # a correction that is being written stays

    def show_outline(self, number: int, points: Sequence[float]) -> None:
        """Show the sound of an entry, if that is still the chosen one."""
        if self.chosen is not None and self.chosen.id == number:
            self.waveform.show_outline(points)
            self.waveform.setVisible(bool(points))
            for widget in (self.play, self.models, self.again):
                widget.setVisible(bool(points) or (widget is self.play and self._is_playing))

    def show_playing(self, *, is_playing: bool) -> None:
        """Offer to end what is heard, or to hear the chosen one."""
        self._is_playing = is_playing
        play, stop = translate("History", "&Play"), translate("History", "Sto&p")
        self.play.setText(stop if is_playing else play)
        if not is_playing and not self.waveform.points:
            self.play.hide()

    def show_models(self, names: Sequence[str]) -> None:
        """Offer these for hearing it again."""
        if names != [self.models.itemText(n) for n in range(self.models.count())]:
            self.models.clear()
            self.models.addItems(list(names))

    def show_heard(self, number: int, text: str) -> None:
        """Put what another model heard where a correction is written; saving it is a choice."""
        if self.chosen is not None and self.chosen.id == number:
            self.text.setPlainText(text)

    def show_suggestion(self, suggestion: Suggestion | None) -> None:
        """Offer the first thing the corrections suggest."""
        self._suggestion = suggestion
        self.offer.setVisible(suggestion is not None)
        if suggestion is not None:
            words = translate("History", "From now on write “{right}” for “{wrong}”?")
            self.offered.setText(words.format(right=suggestion.right, wrong=suggestion.wrong))

    def tell(self, words: str) -> None:
        """Say what was done or went wrong, at the foot."""
        self.said.setText(words)

    @property
    def chosen(self) -> Entry | None:
        """The entry of the chosen line."""
        item = self.list.currentItem()
        return self._entries.get(int(item.data(NUMBER))) if item is not None else None

    # -- parts -----------------------------------------------------------------------------------

    def _make_list(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("History", "Search"))
        self.search.setAccessibleName(translate("History", "Search the history"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self.search_wanted)
        self.list = QListWidget()
        self.list.setAccessibleName(translate("History", "Dictated texts"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setAlternatingRowColors(True)
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(HistoryRows(self.list))
        self.list.currentRowChanged.connect(lambda _: self._show_chosen())
        self.empty = QuietLabel()

    def _make_detail(self) -> None:
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(translate("History", "The text; correct it here"))
        self.text.setTabChangesFocus(True)
        self.text.textChanged.connect(self._show_deeds)
        self.heard = QuietLabel()
        self.facts = QuietLabel()
        for label in (self.heard, self.facts):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.waveform = Waveform()
        self.copy = self._deed(
            translate("History", "&Copy"), lambda e: self.copy_wanted.emit(self.text.toPlainText())
        )
        self.insert = self._deed(
            translate("History", "&Insert again"),
            lambda e: self.insert_wanted.emit(self.text.toPlainText()),
        )
        self.save = self._deed(
            translate("History", "&Save the correction"),
            lambda e: self.correct_wanted.emit(e.id, self.text.toPlainText()),
        )
        self.play = self._deed(translate("History", "&Play"), lambda e: self.play_wanted.emit(e.id))
        self.again = self._deed(
            translate("History", "&Recognise again with"),
            lambda e: self.hear_wanted.emit(e.id, self.models.currentText()),
        )
        self.models = QComboBox()
        self.models.setAccessibleName(translate("History", "The model that recognises it again"))
        self.delete = self._deed(
            translate("History", "&Delete"), lambda e: self.delete_wanted.emit(e.id)
        )
        self.export = QPushButton(translate("History", "&Export…"))
        self.export.clicked.connect(self._ask_for_file)
        self.clear = QPushButton(translate("History", "Delete &all…"))
        self.clear.clicked.connect(lambda _: self.clear_wanted.emit())
        self.shut = QPushButton(translate("History", "C&lose"))
        self.shut.clicked.connect(lambda _: self.close())
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.offer = QWidget()
        self.offered = QLabel()
        self.offered.setWordWrap(True)
        self.accept = QPushButton(translate("History", "&Yes, do"))
        self.accept.clicked.connect(lambda _: self.accept_wanted.emit(self._suggestion))
        self.refuse = QPushButton(translate("History", "&No"))
        self.refuse.clicked.connect(lambda _: self.refuse_wanted.emit(self._suggestion))
        row = QHBoxLayout(self.offer)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.offered, 1)
        row.addWidget(self.accept)
        row.addWidget(self.refuse)
        self.offer.hide()

    def _deed(self, words: str, do: Callable[[Entry], None]) -> QPushButton:
        button = QPushButton(words)

        def act() -> None:
            if self.chosen is not None:
                do(self.chosen)

        button.clicked.connect(lambda _: act())
        return button

    def _arrange(self) -> None:
        left, right = QWidget(), QWidget()
        found = QVBoxLayout(left)
        found.setContentsMargins(0, 0, 0, 0)
        found.addWidget(self.search)
        found.addWidget(self.empty)
        found.addWidget(self.list, 1)
        detail = QVBoxLayout(right)
        detail.setContentsMargins(0, 0, 0, 0)
        detail.addWidget(self.text, 1)
        detail.addWidget(self.heard)
        detail.addWidget(self.waveform)
        detail.addWidget(self.facts)
        detail.addLayout(_row(self.copy, self.insert, self.save))
        detail.addLayout(_row(self.play, self.delete, self.again, self.models))
        split = QSplitter()
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([SIZE_PX[0] * 2 // 5, SIZE_PX[0] * 3 // 5])
        whole = QVBoxLayout(self)
        whole.addWidget(split, 1)
        whole.addWidget(self.offer)
        foot = QHBoxLayout()
        foot.addWidget(self.said, 1)
        foot.addWidget(self.export)
        foot.addWidget(self.clear)
        foot.addSpacing(APART_PX)
        foot.addWidget(self.shut)
        whole.addLayout(foot)

    # -- inside ----------------------------------------------------------------------------------

    def _show_chosen(self) -> None:
        entry = self.chosen
        self.text.setPlainText(entry.text if entry else "")
        self.text.setReadOnly(entry is None)
        heard = entry.raw_text if entry and entry.raw_text != entry.text else ""
        self.heard.setText(translate("History", "Heard: {text}").format(text=heard))
        self.heard.setVisible(bool(heard))
        self.facts.setText(facts(entry) if entry else "")
        self.waveform.hide()
        self.waveform.show_outline(())
        self.play.setVisible(self._is_playing)
        for widget in (self.models, self.again):
            widget.hide()
        self._show_deeds()
        if entry is not None and entry.sound:
            self.entry_wanted.emit(entry.id)

    def _show_deeds(self) -> None:
        entry, text = self.chosen, self.text.toPlainText()
        for button in (self.copy, self.insert, self.delete):
            button.setEnabled(entry is not None)
        self.save.setEnabled(entry is not None and bool(text.strip()) and text != entry.text)
        self.export.setEnabled(bool(self._entries))
        self.clear.setEnabled(bool(self._entries) or bool(self.search.text().strip()))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that nobody looks any more."""
        super().closeEvent(event)
        self.closed.emit()

    def _ask_for_file(self) -> None:
        dialog = HistoryExportDialog(self)
        dialog.fileSelected.connect(self.export_wanted)
        dialog.open()


def _row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
