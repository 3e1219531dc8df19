"""Two charts, drawn by pyqtgraph: where the time of the last takes went, and how it changed.

pyqtgraph takes 0.13 s to import and 23 MB of memory for good, so nothing else imports it, and this
module is imported only once somebody looks at the statistics, in a thread, while their window is
open already.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import pyqtgraph
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from dictate.assembly.statistics import PARTS, percentile, waited_ms
from dictate.gui.quiet_label import quiet_colour
from dictate.gui.statistics_words import COLOURS
from dictate.store.history_entry import Entry

BAR_WIDTH = 0.8
FEWEST_PLACES = 10
"""So much room there is at least, or a single take would be a bar as wide as the window."""
TICKS = 4
"""Days below the takes."""
DAY_PX = 80
"""So far a day may stand out beside its chart."""
LEVELS = {0.5: Qt.PenStyle.DashLine, 0.95: Qt.PenStyle.DotLine}


class _Chart:
    """Takes, the oldest first, from left to right; milliseconds upwards."""

    def __init__(self, name: str) -> None:
        plot = pyqtgraph.PlotWidget()
        self.widget: QWidget = plot
        self.plot = plot.getPlotItem()
        plot.setAccessibleName(name)
        plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it is looked at only
        plot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        plot.setMinimumHeight(90)
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.showGrid(y=True, alpha=0.2)
        self.plot.setLabel("left", "ms")
        self.plot.getAxis("left").enableAutoSIPrefix(False)
        self.plot.getAxis("bottom").setStyle(hideOverlappingLabels=DAY_PX)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these."""
        self.plot.setXRange(-0.5, max(len(entries), FEWEST_PLACES) - 0.5, padding=0)
        self.plot.getAxis("bottom").setTicks([days(entries)])

    def dress(self, palette: QPalette) -> None:
        """Take the desktop's colours."""
        self.widget.setBackground(palette.color(QPalette.ColorRole.Base))  # type: ignore[attr-defined]
        for side in ("left", "bottom"):
            axis = self.plot.getAxis(side)
            axis.setPen(quiet_colour(palette))
            axis.setTextPen(palette.color(QPalette.ColorRole.Text))


class PartsChart(_Chart):
    """A stacked bar for each take."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.bars = {
            part: pyqtgraph.BarGraphItem(
                x0=[], y0=[], height=[], width=BAR_WIDTH, pen=None, brush=QColor(colour)
            )
            for part, colour in COLOURS.items()
        }
        for bars in self.bars.values():
            self.plot.addItem(bars)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show where the time of these went."""
        super().show_entries(entries)
        lefts = [place - BAR_WIDTH / 2 for place in range(len(entries))]
        below_ms = [0.0] * len(entries)
        waited = [waited_ms(entry.timings) for entry in entries]
        for part in PARTS:
            heights_ms = [parts[part] for parts in waited]
            self.bars[part].setOpts(x0=lefts, y0=below_ms, height=heights_ms)
            below_ms = [low + high for low, high in zip(below_ms, heights_ms, strict=True)]
        self.plot.setYRange(0, max(below_ms, default=0.0) or 1.0)


class DelayChart(_Chart):
    """Release to text as a line, with median and p95."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.line = pyqtgraph.PlotDataItem(symbol="o", symbolSize=5, antialias=True)
        self.plot.addItem(self.line)
        self.levels = [pyqtgraph.InfiniteLine(angle=0) for _ in LEVELS]
        for level in self.levels:
            self.plot.addItem(level)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show how long these took from the release to the text."""
        super().show_entries(entries)
        delays_ms = [entry.timings.release_to_text_ms for entry in entries]
        self.line.setData(list(range(len(delays_ms))), delays_ms)
        for line, share in zip(self.levels, LEVELS, strict=True):
            line.setVisible(bool(delays_ms))
            line.setValue(percentile(delays_ms, share))
        self.plot.setYRange(0, max(delays_ms, default=0.0) or 1.0)

    def dress(self, palette: QPalette) -> None:
        """Take the desktop's colours."""
        super().dress(palette)
        colour = palette.color(QPalette.ColorRole.Highlight)
        self.line.setPen(pyqtgraph.mkPen(colour, width=2))
        self.line.setSymbolBrush(colour)
        self.line.setSymbolPen(None)
        text = palette.color(QPalette.ColorRole.Text)
        for line, style in zip(self.levels, LEVELS.values(), strict=True):
            line.setPen(pyqtgraph.mkPen(text, width=1, style=style))


def days(entries: Sequence[Entry]) -> list[tuple[int, str]]:
    """Return places and dates to be written below takes: a few of those where a day begins."""
    found: list[tuple[int, datetime]] = []
    for place, entry in enumerate(entries):
        at = datetime.fromtimestamp(entry.at_s)
        if not found or at.date() != found[-1][1].date():
            found.append((place, at))
    step = -(-len(found) // TICKS) or 1
    locale = QLocale()
    return [
        (place, locale.toString(QDate(at.year, at.month, at.day), QLocale.FormatType.ShortFormat))
        for place, at in found[::step]
    ]
