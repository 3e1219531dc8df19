"""Two small charts, painted here: where the time of takes went, and how it changed.

A plotting library would cost the program tens of megabytes for two pictures of a few rectangles.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from dictate.assembly.statistics import PARTS, percentile
from dictate.gui.translation import translate
from dictate.store.history_entry import Entry

SHOWN = 40
MARGIN_PX = 4
COLOURS = dict(
    zip(
        PARTS,
        ("#4e79a7", "#9c755f", "#edc948", "#e15759", "#59a14f", "#b07aa1", "#76b7b2"),
        strict=True,
    )
)


def part_name(part: str) -> str:
    """Return what a part of a take is called."""
    return {
        "tail_ms": translate("Statistics", "last sound"),
        "load_ms": translate("Statistics", "loading"),
        "queue_ms": translate("Statistics", "waiting"),
        "decode_ms": translate("Statistics", "recognition"),
        "text_ms": translate("Statistics", "text"),
        "cleanup_ms": translate("Statistics", "clean-up"),
        "output_ms": translate("Statistics", "output"),
        "vad_ms": translate("Statistics", "voice detection, while speaking"),
    }[part]


class _Chart(QWidget):
    """Takes, oldest first, from left to right; the highest value fills the height."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.entries: Sequence[Entry] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show the last of these."""
        self.entries = entries[-SHOWN:]
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a wide strip."""
        return QSize(520, 130)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint ground, scale and takes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Base))
        most = self.most_ms()
        if most > 0:
            self.paint_takes(painter, most)
            painter.setPen(self.palette().color(QPalette.ColorRole.Text))
            corner = self.rect().adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX)
            painter.drawText(corner, Qt.AlignmentFlag.AlignTop, f"{most:.0f} ms")
        painter.end()

    def most_ms(self) -> float:
        """Return what fills the height."""
        raise NotImplementedError

    def paint_takes(self, painter: QPainter, most: float) -> None:
        """Paint all takes."""
        raise NotImplementedError

    def _y(self, ms: float, most: float) -> float:
        room = self.height() - self.fontMetrics().height() - 2 * MARGIN_PX  # below the scale
        return self.height() - ms / most * room


class PartsChart(_Chart):
    """A stacked bar for each take."""

    def most_ms(self) -> float:
        """Return the highest stack."""
        return max((sum(_parts(e)) for e in self.entries), default=0.0)

    def paint_takes(self, painter: QPainter, most: float) -> None:
        """Paint the bars."""
        width = self.width() / SHOWN
        for place, entry in enumerate(self.entries):
            below_ms = 0.0
            for part, ms in zip(PARTS, _parts(entry), strict=True):
                low, high = self._y(below_ms, most), self._y(below_ms + ms, most)
                bar = QRectF(place * width + 1, high, width - 2, low - high)
                painter.fillRect(bar, QColor(COLOURS[part]))
                below_ms += ms


class DelayChart(_Chart):
    """Release to text as a line, with median and p95."""

    def most_ms(self) -> float:
        """Return the longest delay."""
        return max(self._delays(), default=0.0)

    def paint_takes(self, painter: QPainter, most: float) -> None:
        """Paint the line and the two levels."""
        delays = self._delays()
        step = self.width() / SHOWN
        points = [QPointF((n + 0.5) * step, self._y(ms, most)) for n, ms in enumerate(delays)]
        colour = self.palette().color(QPalette.ColorRole.Highlight)
        painter.setPen(QPen(colour, 2))
        painter.drawPolyline(QPolygonF(points))
        painter.setBrush(colour)
        for point in points:
            painter.drawEllipse(point, 2, 2)
        grey = self.palette().color(QPalette.ColorRole.Text)
        for share, style in ((0.5, Qt.PenStyle.DashLine), (0.95, Qt.PenStyle.DotLine)):
            y = self._y(percentile(delays, share), most)
            painter.setPen(QPen(grey, 1, style))
            painter.drawLine(QLineF(0, y, self.width(), y))

    def _delays(self) -> list[float]:
        return [e.timings.release_to_text_ms for e in self.entries]


def _parts(entry: Entry) -> list[float]:
    return [max(0.0, getattr(entry.timings, part)) for part in PARTS]
