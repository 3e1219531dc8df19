"""Draws the icons: one shape per face in the colour of the panel, with a rim for other panels.

The shapes are SVG files in ``resources/icons``; ``currentColor`` in them becomes white on a dark
desktop and black on a light one. A thin rim in the opposite colour keeps an icon readable on a
panel that is dark on a light desktop (GNOME) or grey (small tray hosts).
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from dictate import host
from dictate.gui.facts import Face

SIZES_PX = (16, 20, 22, 24, 32, 44, 48, 64, 96, 128)
"""What panels ask for, at one and at two pixels per point."""

LIGHT, DARK = "#f5f5f5", "#1f1f1f"
RIM_OPACITY = 0.45
_AROUND = [(x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if (x, y) != (0, 0)]

_drawn: dict[tuple[str, bool], QIcon] = {}


def is_dark() -> bool:
    """Tell whether the desktop is dark: where it has a scheme, Qt's palette follows it."""
    palette = QGuiApplication.palette()
    text = palette.color(QPalette.ColorRole.WindowText).lightness()
    return text > palette.color(QPalette.ColorRole.Window).lightness()


def face_icon(face: Face, *, dark: bool) -> QIcon:
    """Return the icon of a face for a dark or a light desktop."""
    key = (face.value, dark)
    if key not in _drawn:
        icon = QIcon()
        for size_px in SIZES_PX:
            icon.addPixmap(_face_pixmap(face, size_px, dark))
        _drawn[key] = icon
    return _drawn[key]


def program_icon() -> QIcon:
    """Return the icon of the program, for windows and task bars."""
    if ("dictate", False) not in _drawn:
        source = _source("dictate")
        icon = QIcon()
        for size_px in (*SIZES_PX, 256):
            icon.addPixmap(_render(source, size_px))
        _drawn["dictate", False] = icon
    return _drawn["dictate", False]


def plain_pixmap(face: Face, size_px: int, ratio: float, *, dark: bool) -> QPixmap:
    """Return a face without a rim, for a window of the same scheme; ``ratio`` is the screen's."""
    pixmap = _render(_source(face.value), round(size_px * ratio), LIGHT if dark else DARK)
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def _face_pixmap(face: Face, size_px: int, dark: bool) -> QPixmap:
    source = _source(face.value)
    colour, rim_colour = (LIGHT, DARK) if dark else (DARK, LIGHT)
    rim = _render(source.replace("#e5352b", rim_colour), size_px, rim_colour)
    pixmap = _empty(size_px)
    painter = QPainter(pixmap)
    width_px = max(0.75, size_px / 28)
    painter.setOpacity(RIM_OPACITY)
    for x, y in _AROUND:
        painter.drawPixmap(QPointF(x * width_px, y * width_px), rim)
    painter.setOpacity(1.0)
    painter.drawPixmap(0, 0, _render(source, size_px, colour))
    painter.end()
    return pixmap


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
