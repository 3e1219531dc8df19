"""What was said, as a picture: one line a pixel, as high as the sound was loud there."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from PySide6.QtCore import QLineF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from dictate.domain import Samples
from dictate.gui.translation import translate

POINTS = 400


def outline(samples: Samples, points: int = POINTS) -> tuple[float, ...]:
    """Return the peak of each of ``points`` equal stretches, in 0..1 of the loudest."""
    if not len(samples):
        return ()
    edges = [len(samples) * n // points for n in range(points + 1)]
    peaks = [
        float(abs(samples[begin : max(end, begin + 1)]).max(initial=0.0))
        for begin, end in itertools.pairwise(edges)
    ]
    most = max(peaks)
    return tuple(peak / most for peak in peaks) if most else tuple(peaks)


class Waveform(QWidget):
    """Shows an outline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.points: Sequence[float] = ()
        self.setAccessibleName(translate("History", "How loud it was"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_outline(self, points: Sequence[float]) -> None:
        """Show these heights."""
        self.points = points
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a low wide strip."""
        return QSize(240, 36)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint a line for each height."""
        if not self.points:
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
        middle, step = self.height() / 2, self.width() / len(self.points)
        painter.drawLines(
            [
                QLineF(n * step, middle - high, n * step, middle + high)
                for n, point in enumerate(self.points)
                for high in (max(0.5, point * (middle - 1)),)
            ]
        )
        painter.end()
