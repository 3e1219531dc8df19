"""A bar that shows how loud the microphone is, brighter while it hears speech."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from dictate.events import (
    LevelMeasured,
)
from dictate.gui.translation import translate

QUIETEST_DBFS, LOUDEST_DBFS = -60.0, 0.0
SEGMENTS = 32
LOUD_FROM = 0.88
"""Share of the bar from which a voice is near clipping (about -7 dBFS)."""
FALL_PER_FRAME = 0.06
"""How far the bar falls at most from one level to the next, so that it does not flicker."""


def share_of(level_dbfs: float) -> float:
    """Return where a loudness lies on the bar, in 0..1."""
    share = (level_dbfs - QUIETEST_DBFS) / (LOUDEST_DBFS - QUIETEST_DBFS)
    return min(1.0, max(0.0, share))


class LevelMeter(QWidget):
    """The bar; ``show_level`` while recording, ``rest`` afterwards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("Window", "Microphone level"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._share = 0.0
        self._is_speech = False

    @property
    def share(self) -> float:
        """How much of the bar is lit, in 0..1."""
        return self._share

    def show_level(self, level: LevelMeasured) -> None:
        """Show one measurement."""
        self._share = max(share_of(level.peak_dbfs), self._share - FALL_PER_FRAME)
        self._is_speech = level.speech
        self.update()

    def rest(self) -> None:
        """Show nothing."""
        self._share, self._is_speech = 0.0, False
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return a low wide bar."""
        return QSize(240, 12)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the segments."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        pitch = self.width() / SEGMENTS
        lit = round(self._share * SEGMENTS)
        for index in range(SEGMENTS):
            painter.setBrush(self._colour(index, lit))
            area = QRectF(index * pitch + 1, 0, pitch - 2, self.height())
            painter.drawRoundedRect(area, 1.5, 1.5)
        painter.end()

    def _colour(self, index: int, lit: int) -> QColor:
        if index >= lit:
            colour = self.palette().color(QPalette.ColorRole.WindowText)
            colour.setAlphaF(0.12)
            return colour
        if index >= LOUD_FROM * SEGMENTS:
            return QColor("#e5352b")
        colour = self.palette().color(QPalette.ColorRole.Highlight)
        colour.setAlphaF(1.0 if self._is_speech else 0.45)
        return colour
