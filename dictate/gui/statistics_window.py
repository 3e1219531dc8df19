"""Where the time of the last takes went, how much was said and how well it was heard.

The window shows; ``statistics_desk`` looks. Its charts come a moment after it, because what draws
them takes longer to load than a window may take to open.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from dictate.assembly.statistics import PARTS, Statistics
from dictate.assembly.usage import Usage
from dictate.engine.holding import HeldModel
from dictate.gui import front, icons, wording
from dictate.gui.statistics_words import COLOURS, level_words, lines, part_name
from dictate.gui.translation import translate
from dictate.store.history_entry import Entry

if TYPE_CHECKING:
    from dictate.gui.statistics_charts import DelayChart, PartsChart

SIZE_PX = (640, 600)


class StatisticsWindow(QWidget):
    """Not modal: dictation goes on while it is open."""

    def __init__(self) -> None:
        super().__init__()
        self._last: Sequence[Entry] = ()
        self.charts: tuple[PartsChart | DelayChart, ...] = ()
        """Those that ``add_chart`` has made."""
        self.setWindowTitle(translate("Statistics", "Statistics of Dictate"))
        self.setWindowIcon(icons.program_icon())
        front.give_size(self, *SIZE_PX)
        self._names = (
            translate("Statistics", "Where the time between release and text went, the last takes"),
            translate("Statistics", "From the release to the text, the last takes"),
        )
        self.rooms = (QWidget(), QWidget())
        """Where the charts are, or what is said in place of them."""
        self.levels, self.numbers, self.machine = QLabel(), QLabel(), QLabel()
        self.shut = QPushButton(translate("Statistics", "C&lose"))
        self.shut.clicked.connect(lambda _: self.close())
        self._arrange()
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)

    def add_chart(self) -> bool:
        """Make the next chart, once what draws it is loaded; False when all are there."""
        from dictate.gui.statistics_charts import DelayChart, PartsChart

        place = len(self.charts)
        if place == len(self.rooms):
            return False
        chart = (PartsChart, DelayChart)[place](self._names[place])
        self.charts = (*self.charts, chart)
        _fill(self.rooms[place], chart.widget)
        chart.dress(self.palette())
        chart.show_entries(self._last)
        return True

    def tell_no_charts(self, reason: str) -> None:
        """Say why there are none; the numbers do without."""
        words = translate("Statistics", "The charts cannot be drawn here ({reason}).")
        _fill(self.rooms[0], QLabel(words.format(reason=reason)))

    def show_takes(self, last: Sequence[Entry], found: Statistics) -> None:
        """Show the last takes, the oldest first, and the numbers of all."""
        self._last = last
        self.pictures.setVisible(bool(last))  # axes without a take would only puzzle
        for chart in self.charts:
            chart.show_entries(last)
        self.levels.setText(level_words(last))
        self.numbers.setText("\n".join(lines(found)))

    def show_machine(self, usage: Usage, held: Sequence[HeldModel]) -> None:
        """Show what the program takes now."""
        models = [wording.held_line(model) for model in held]
        self.machine.setText("\n".join((wording.usage_line(usage), *models)))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Give the charts the new colours when the desktop turns dark or light."""
        if event.type() is QEvent.Type.PaletteChange:
            for chart in self.charts:
                chart.dress(self.palette())
        super().changeEvent(event)

    def _arrange(self) -> None:
        self.pictures = QWidget()
        pictures = QVBoxLayout(self.pictures)
        pictures.setContentsMargins(0, 0, 0, 0)
        for name, room in zip(self._names, self.rooms, strict=True):
            pictures.addWidget(QLabel(name))
            pictures.addWidget(room, 1)
            if room is self.rooms[0]:
                pictures.addLayout(_legend())
        pictures.addWidget(self.levels)
        whole = QVBoxLayout(self)
        whole.addWidget(self.pictures, 1)
        for label in (self.numbers, self.machine):
            label.setWordWrap(True)
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            whole.addWidget(label)
        whole.addStretch(0)
        whole.addWidget(self.shut, 0, Qt.AlignmentFlag.AlignRight)


def _fill(room: QWidget, widget: QWidget) -> None:
    inside = QVBoxLayout(room)
    inside.setContentsMargins(0, 0, 0, 0)
    inside.addWidget(widget)


def _legend() -> QHBoxLayout:
    row = QHBoxLayout()
    for part in PARTS:
        mark = QLabel(f'<span style="color:{COLOURS[part]}">■</span> {part_name(part)}')
        row.addWidget(mark)
    row.addStretch(1)
    return row
