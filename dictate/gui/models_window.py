"""The models: a catalogue to filter, one to choose, and what can be done with it.

The window only shows and asks; ``models_desk`` does. It never waits for a disk or a network.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dictate.assembly.models import Row
from dictate.engine.holding import HeldModel
from dictate.gui import front, icons, models_filter, wording
from dictate.gui.models_filter_bar import ModelsFilterBar
from dictate.gui.models_table import ModelsTable
from dictate.gui.quiet_label import QuietLabel
from dictate.gui.translation import translate

SIZE_PX = (820, 560)


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
        self._used = ""
        self._is_busy = False
        self.setWindowTitle(translate("Models", "Models of Dictate"))
        self.setWindowIcon(icons.program_icon())
        front.give_size(self, *SIZE_PX)
        self.filters, self.table = ModelsFilterBar(), ModelsTable()
        self.filters.changed.connect(self._narrow)
        self.table.currentItemChanged.connect(lambda *_: self._show_chosen())
        self._make_deeds()
        self._lay_out()
        self._show_chosen()
        for keys, do in (
            (QKeySequence(QKeySequence.StandardKey.Find), self.filters.search.setFocus),
            (QKeySequence(Qt.Key.Key_Escape), self.close),
        ):
            QShortcut(keys, self).activated.connect(do)

    # -- what is shown ---------------------------------------------------------------------------

    def show_rows(self, rows: tuple[Row, ...], used: str) -> None:
        """List these; ``used`` is the name of the model in use."""
        self._used = used
        self.table.show_rows(rows, used, self.filters.wanted)
        self._show_chosen()

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

    # -- parts -----------------------------------------------------------------------------------

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
            row = self.table.chosen
            if row is not None:
                wanted.emit(row.name)  # type: ignore[attr-defined]  # bound signals have no type

        return _plain(words, ask)

    def _lay_out(self) -> None:
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
        layout.addWidget(self.filters)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.about)
        layout.addLayout(deeds)
        layout.addWidget(self.work)
        layout.addLayout(memory)
        layout.addLayout(foot)

    # -- what can be done ------------------------------------------------------------------------

    @Slot()
    def _narrow(self) -> None:
        self.table.narrow(self.filters.wanted)
        self._show_chosen()

    @Slot()
    def _show_chosen(self) -> None:
        row = self.table.chosen
        is_used = row is not None and row.name == self._used
        if row is None:
            self.about.setText(translate("Models", "No model matches these filters."))
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
            line.addWidget(widget)
    return line


def _plain(words: str, do: Callable[[], object]) -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _checked: do())
    return button
