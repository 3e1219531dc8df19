"""For which windows a profile is: patterns in columns, and a way to look at a window for them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dictate.gui import settings_profiles as doing
from dictate.gui.quiet_label import QuietLabel
from dictate.gui.settings_catalogue import Item
from dictate.gui.settings_tables import Grid, commit
from dictate.gui.translation import translate
from dictate.output.window import Window
from dictate.settings.profiles import Profile

ROWS = 3
COUNT_S = 3
SHOWN_CHARACTERS = 28


class WindowsPart(QWidget):
    """A column for each kind of pattern, and the button that looks at a window."""

    changed = Signal(object)
    """A Profile."""
    look_wanted = Signal()
    """At the window that has the keyboard now."""
    grown = Signal()
    """There is more to be reached by Tab."""

    def __init__(self, item: Item, *, can_look: bool) -> None:
        super().__init__()
        self._profile = Profile()
        self._left_s = 0
        label = translate("Settings", "Windows")
        doc = translate(
            "Settings",
            "It fits a window that has one of each column that is filled; * stands for anything.",
        )
        self.grid = Grid(replace(item, label=label, doc=doc), ROWS)
        self.grid.itemChanged.connect(self._on_change)
        self.grid.installEventFilter(self)
        self.pick = QPushButton(self._asking)
        self.pick.setAccessibleDescription(doc)
        self.pick.clicked.connect(lambda _checked: self._start_or_stop())
        self.seen = QuietLabel()
        self.seen.hide()
        self.blind = QuietLabel(
            translate(
                "Settings",
                "On this desktop windows choose no profile: hotkeys do, or "
                "`dictate toggle --profile NAME`.",
            )
        )
        (self.blind if can_look else self.pick).hide()
        self._offers = QVBoxLayout()
        self._offers.setSpacing(3)
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._count)
        buttons = QHBoxLayout()
        buttons.addWidget(self.pick)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (QuietLabel(doc), self.grid):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        layout.addWidget(self.blind)
        layout.addWidget(self.seen)
        layout.addLayout(self._offers)

    def show_profile(self, profile: Profile) -> None:
        """Show for which windows it is; what is being typed stays while that does not change."""
        if doing.with_rows(profile, self.grid.rows()) != profile:
            self.grid.show_rows(doing.rows_of(profile))
        elif self.grid.rowCount() == 0:
            self.grid.show_rows([])
        self._profile = profile

    def forget(self) -> None:
        """Another profile is shown: what was seen is none of its business."""
        self._clock.stop()
        self.pick.setText(self._asking)
        self._show_offers({})
        self.seen.hide()

    def settle(self) -> None:
        """Take the cell that is being edited as done."""
        commit(self.grid)

    def show_window(self, window: Window | None) -> None:
        """Offer what a window tells of itself."""
        self.forget()
        self.seen.show()
        found = {} if window is None or doing.is_own(window) else doing.patterns_for(window)
        if window is not None and doing.is_own(window):
            words = translate("Settings", "That was a window of Dictate: go to the other one.")
        elif not found:
            words = translate("Settings", "No window in front tells anything of itself.")
        else:
            words = translate("Settings", "That window; choose what it is to be told by:")
        self.seen.setText(words)
        self._show_offers(found)
        first = self._offers.itemAt(0)
        button = first.widget() if first is not None else None
        if button is not None and self.window().focusWidget() is self.pick:
            button.show()  # a layout would do so later
            button.setFocus()
        self.grown.emit()

    # -- inside ----------------------------------------------------------------------------------

    @property
    def _asking(self) -> str:
        return translate("Settings", "Look at a window…")

    def _start_or_stop(self) -> None:
        is_counting = self._clock.isActive()
        self.forget()
        if is_counting:
            return
        self._left_s = COUNT_S + 1
        self._count()
        self._clock.start()

    def _count(self) -> None:
        self._left_s -= 1
        if self._left_s > 0:
            words = translate("Settings", "Go to the window… {seconds}")
            self.pick.setText(words.format(seconds=self._left_s))
        else:
            self._clock.stop()
            self.look_wanted.emit()

    def _show_offers(self, found: dict[str, str]) -> None:
        while self._offers.count():
            taken = self._offers.takeAt(0)
            widget = taken.widget() if taken is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        columns = dict(zip(("window_class", "executable", "title"), self._columns(), strict=True))
        for match, pattern in found.items():
            shown = pattern if len(pattern) <= SHOWN_CHARACTERS else f"{pattern[:27]}…"
            button = QPushButton(f"{columns[match]}: {shown}".replace("&", "&&"))
            button.setToolTip(pattern)
            button.clicked.connect(
                lambda _checked, m=match, p=pattern: self._use(
                    doing.with_pattern(self._profile, m, p)
                )
            )
            self._offers.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _columns(self) -> list[str]:
        heads = (self.grid.horizontalHeaderItem(at) for at in range(self.grid.columnCount()))
        return [head.text() if head is not None else "" for head in heads]

    def _use(self, profile: Profile) -> None:
        if profile != self._profile:
            self.show_profile(profile)
            self.changed.emit(profile)

    def _on_change(self) -> None:
        rows = self.grid.rows()
        if len(rows) == self.grid.rowCount():  # the empty row was written into
            self.grid.insertRow(len(rows))
        profile = doing.with_rows(self._profile, rows)
        if profile != self._profile:
            self._profile = profile
            self.changed.emit(profile)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Empty the marked cell with Delete."""
        is_press = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if is_press and event.key() == Qt.Key.Key_Delete:  # type: ignore[attr-defined]  # see above
            for index in self.grid.selectedIndexes():
                cell = self.grid.item(index.row(), index.column())
                if cell is not None:
                    cell.setText("")
            return True
        return super().eventFilter(watched, event)
