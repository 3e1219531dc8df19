"""Draws the icons: one shape per face in the colour of the panel, with a rim for other panels.

A mark in the lower corner says that the microphone is on between takes, an arrow in the upper one
that speech leaves this machine.

The shapes are SVG files in ``resources/icons``; ``currentColor`` in them becomes white on a dark
desktop and black on a light one. A thin rim in the opposite colour keeps an icon readable on a
panel that is dark on a light desktop (GNOME) or grey (small tray hosts).
"""

from __future__ import annotations

import functools
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer

from dictate import host
from dictate.gui.face import Face

SIZES_PX = (16, 20, 22, 24, 32, 44, 48, 64, 96, 128)
"""What panels ask for, at one and at two pixels per point."""

LIGHT, DARK = "#f5f5f5", "#1f1f1f"
ALARM = "#e5352b"
"""The red in the shapes."""
RIM_OPACITY = 0.45
_AROUND = [(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if (x, y) != (0, 0)]

MARK_PX = (19.2, 18.8, 4.2)
"""Middle and radius of the mark in a picture of 24 by 24."""
MARK_GAP_PX = 1.8
"""What of the face is cleared away around the mark."""

ARROW_PX = (15.2, 8.6, 22.6, 1.4)
"""The arrow's tail and head in that picture: it points out of the upper corner."""
ARROW_HEAD_PX, ARROW_LINE_PX = 4.8, 2.2


@dataclass(frozen=True, slots=True)
class Look:
    """What an icon shows, for a dark or a light desktop."""

    face: Face
    dark: bool = False
    marked: bool = False
    """The microphone is on between takes."""
    leaving: bool = False
    """Speech leaves this machine."""


def is_dark() -> bool:
    """Tell whether the desktop is dark: where it has a scheme, Qt's palette follows it."""
    palette = QGuiApplication.palette()
    text = palette.color(QPalette.ColorRole.WindowText).lightness()
    return text > palette.color(QPalette.ColorRole.Window).lightness()


@functools.cache
def face_icon(look: Look) -> QIcon:
    """Return the icon for a tray."""
    icon = QIcon()
    for size_px in SIZES_PX:
        icon.addPixmap(_tray_pixmap(look, size_px))
    return icon


@functools.cache
def program_icon() -> QIcon:
    """Return the icon of the program, for windows and task bars."""
    source = _source("dictate")
    icon = QIcon()
    for size_px in (*SIZES_PX, 256):
        icon.addPixmap(_render(source, size_px))
    return icon


@functools.cache
def plain_pixmap(look: Look, size_px: int, ratio: float) -> QPixmap:
    """Return a face without a rim, for a window of the same scheme; ``ratio`` is the screen's.

    Drawn once: Qt keeps what it derives from a pixmap until ten megabytes are full of it.
    """
    pixmap = _face_pixmap(look, round(size_px * ratio), LIGHT if look.dark else DARK)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _tray_pixmap(look: Look, size_px: int) -> QPixmap:
    colour, rim_colour = (LIGHT, DARK) if look.dark else (DARK, LIGHT)
    rim = _face_pixmap(look, size_px, rim_colour, alarm=rim_colour)
    pixmap = _empty(size_px)
    painter = QPainter(pixmap)
    width_px = max(0.75, size_px / 28)
    painter.setOpacity(RIM_OPACITY)
    for x, y in _AROUND:
        painter.drawPixmap(QPointF(x * width_px, y * width_px), rim)
    painter.setOpacity(1.0)
    painter.drawPixmap(0, 0, _face_pixmap(look, size_px, colour))
    painter.end()
    return pixmap


def _face_pixmap(look: Look, size_px: int, colour: str, alarm: str = ALARM) -> QPixmap:
    pixmap = _render(_source(look.face.value).replace(ALARM, alarm), size_px, colour)
    if look.marked:
        _draw_mark(pixmap, size_px / 24, colour)
    if look.leaving:
        _draw_arrow(pixmap, size_px / 24, colour)
    return pixmap


def _draw_arrow(pixmap: QPixmap, unit_px: float, colour: str) -> None:
    """Draw an arrow out of the corner, with a gap around it."""
    tail_x, tail_y, x, y = (length * unit_px for length in ARROW_PX)
    head = ARROW_HEAD_PX * unit_px
    lines = [
        QLineF(tail_x, tail_y, x, y),
        QLineF(x - head, y, x, y),
        QLineF(x, y, x, y + head),
    ]
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = ARROW_LINE_PX * unit_px
    for mode, width_px in (
        (QPainter.CompositionMode.CompositionMode_Clear, width + 2 * MARK_GAP_PX * unit_px),
        (QPainter.CompositionMode.CompositionMode_SourceOver, width),
    ):
        pen = QPen(QColor(colour), width_px)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setCompositionMode(mode)
        painter.drawLines(lines)
    painter.end()


def _draw_mark(pixmap: QPixmap, unit_px: float, colour: str) -> None:
    """Draw a full circle in the corner, with a gap around it."""
    x, y, radius = (length * unit_px for length in MARK_PX)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
    gap_px = MARK_GAP_PX * unit_px
    painter.drawEllipse(QPointF(x, y), radius + gap_px, radius + gap_px)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.drawEllipse(QPointF(x, y), radius, radius)
    painter.end()


def _source(name: str) -> str:
    return host.resource_path("icons", f"{name}.svg").read_text(encoding="utf-8")


def _render(source: str, size_px: int, colour: str = DARK) -> QPixmap:
    pixmap = _empty(size_px)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # A margin of one pixel in 24, so that round ends and the rim are not cut off.
    margin_px = size_px / 24
    area = QRectF(margin_px, margin_px, size_px - 2 * margin_px, size_px - 2 * margin_px)
    QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode())).render(painter, area)
    painter.end()
    return pixmap


def _empty(size_px: int) -> QPixmap:
    pixmap = QPixmap(size_px, size_px)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
