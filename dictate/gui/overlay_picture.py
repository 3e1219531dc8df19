"""What of the overlay stands still between two frames of sound, painted anew only when it changes.

That is everything but the level: ground, sign, words, clock, arrow and cross.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QPixmap,
)

from dictate.gui import icons
from dictate.gui.overlay_layout import SIGN_PX, WIDEST_WORD_PX, Box, Layout, Run
from dictate.gui.overlay_state import View

RADIUS_PX = 18.0
BACKGROUND_OPACITY = 0.95
RIM_OPACITY = 0.22
TENTATIVE_OPACITY = 0.55
CROSS_ARM_PX = 4.0


@dataclass(frozen=True, slots=True)
class Scene:
    """What is to be seen, and where."""

    view: View
    label: str
    lines: tuple[tuple[Run, ...], ...]
    layout: Layout
    is_over_close: bool
    """The pointer is on the cross."""
    is_composed: bool
    """The desktop shows what is behind."""


class OverlayPicture:
    """Keeps the last picture."""

    def __init__(self) -> None:
        self._picture: QPixmap | None = None
        self._of: tuple[object, ...] = ()

    def forget(self) -> None:
        """Paint anew next time."""
        self._picture = None

    def of(self, scene: Scene, palette: QPalette, font: QFont, ratio: float) -> QPixmap:
        """Return the picture of a scene; ``ratio`` is that of the screen's pixels."""
        # Not opacity and level: they change with every frame.
        seen = (still_part(scene.view)[:-1], scene.label, scene.lines, scene.layout)
        key = (*seen, scene.is_over_close, scene.is_composed, ratio, palette.cacheKey())
        if self._picture is None or key != self._of:
            self._of = key
            self._picture = _painted(scene, palette, font, ratio)
        return self._picture


def still_part(view: View) -> tuple[object, ...]:
    """Return all of a view but its level; opacity comes last."""
    texts = (view.label, view.profile, view.language, view.clock, view.committed, view.tentative)
    return (view.face, view.is_word, view.is_leaving, *texts, view.opacity)


def ink(palette: QPalette, opacity: float = 1.0) -> QColor:
    """Return the colour of what is written."""
    colour = QColor(palette.color(QPalette.ColorRole.WindowText))
    colour.setAlphaF(opacity)
    return colour


def area(box: Box) -> QRectF:
    """Return a box as Qt has it."""
    return QRectF(box.x, box.y, box.width, box.height)


def _painted(scene: Scene, palette: QPalette, font: QFont, ratio: float) -> QPixmap:
    picture = QPixmap(QSize(scene.layout.width, scene.layout.height) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    _paint_ground(painter, scene, palette)
    _paint_head(painter, scene, palette, ratio)
    if scene.view.is_leaving:
        _paint_arrow(painter, scene.layout.arrow, palette)
    _paint_cross(painter, scene, palette)
    _paint_text(painter, scene, palette)
    painter.end()
    return picture


def _paint_ground(painter: QPainter, scene: Scene, palette: QPalette) -> None:
    painter.setPen(QPen(ink(palette, RIM_OPACITY), 1.0))
    background = palette.color(QPalette.ColorRole.Window)
    background.setAlphaF(BACKGROUND_OPACITY if scene.is_composed else 1.0)
    painter.setBrush(background)
    whole = QRectF(0.5, 0.5, scene.layout.width - 1.0, scene.layout.height - 1.0)
    painter.drawRoundedRect(whole, RADIUS_PX, RADIUS_PX)


def _paint_head(painter: QPainter, scene: Scene, palette: QPalette, ratio: float) -> None:
    look = icons.Look(scene.view.face, dark=icons.is_dark())
    sign, middle = scene.layout.sign, Qt.AlignmentFlag.AlignVCenter
    painter.drawPixmap(QPointF(sign.x, sign.y), icons.plain_pixmap(look, SIGN_PX, ratio))
    painter.setPen(ink(palette))
    if scene.label:
        label = QFontMetricsF(painter.font()).elidedText(
            scene.label, Qt.TextElideMode.ElideRight, WIDEST_WORD_PX
        )
        painter.drawText(area(scene.layout.label), middle | Qt.AlignmentFlag.AlignLeft, label)
    clock = area(scene.layout.clock)
    painter.drawText(clock, middle | Qt.AlignmentFlag.AlignRight, scene.view.clock)


def _paint_arrow(painter: QPainter, at: Box, palette: QPalette) -> None:
    """Paint an arrow out of an open box: what is said leaves this machine."""
    box = area(at)
    painter.setPen(QPen(ink(palette), 1.6, c=Qt.PenCapStyle.RoundCap))
    right, top, side = box.right(), box.top(), box.width()
    corner = QPointF(right, top)
    painter.drawLines(
        [
            QLineF(box.left() + 0.45 * side, top + 0.55 * side, right, top),
            QLineF(corner, QPointF(right - 0.45 * side, top)),
            QLineF(corner, QPointF(right, top + 0.45 * side)),
        ]
    )
    edge = QPainterPath(QPointF(box.left() + 0.3 * side, top + 0.2 * side))
    for x, y in ((0.0, 0.2), (0.0, 1.0), (0.8, 1.0), (0.8, 0.7)):
        edge.lineTo(box.left() + x * side, top + y * side)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(edge)


def _paint_cross(painter: QPainter, scene: Scene, palette: QPalette) -> None:
    box = area(scene.layout.close)
    if scene.is_over_close:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink(palette, 0.15))
        painter.drawEllipse(box)
    painter.setPen(QPen(ink(palette, 1.0 if scene.is_over_close else 0.6), 1.5))
    arm, centre = CROSS_ARM_PX, box.center()
    for x, y in ((arm, arm), (arm, -arm)):
        painter.drawLine(centre - QPointF(x, y), centre + QPointF(x, y))


def _paint_text(painter: QPainter, scene: Scene, palette: QPalette) -> None:
    metrics = QFontMetricsF(painter.font())
    box = scene.layout.text
    for number, line in enumerate(scene.lines):
        x = box.x
        y = box.y + number * metrics.lineSpacing() + metrics.ascent()
        for run in line:
            painter.setPen(ink(palette, TENTATIVE_OPACITY if run.is_tentative else 1.0))
            painter.drawText(QPointF(x, y), run.text)
            x += metrics.horizontalAdvance(run.text + " ")
