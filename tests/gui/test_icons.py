from __future__ import annotations

import itertools

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from dictate.gui import icons
from dictate.gui.facts import Face


def on_panel(face: Face, size_px: int, *, dark: bool, panel: str) -> QImage:
    """The icon as a person without colour vision sees it on a panel."""
    image = QImage(size_px, size_px, QImage.Format.Format_ARGB32)
    image.fill(QColor(panel))
    painter = QPainter(image)
    icons.face_icon(face, dark=dark).paint(painter, image.rect())
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def difference(one: QImage, other: QImage) -> float:
    """Mean absolute difference of the grey values, in 0..255."""
    a, b = bytes(one.constBits()), bytes(other.constBits())
    return sum(abs(x - y) for x, y in zip(a, b, strict=True)) / len(a)


@pytest.mark.parametrize("size_px", [16, 22, 48])
@pytest.mark.parametrize("dark", [False, True])
def test_faces_differ_without_colour(qtbot: QtBot, size_px: int, dark: bool) -> None:
    panel = "#303030" if dark else "#e0e0e0"
    drawn = {face: on_panel(face, size_px, dark=dark, panel=panel) for face in Face}
    for one, other in itertools.combinations(Face, 2):
        assert difference(drawn[one], drawn[other]) > 8, f"{one} looks like {other}"


@pytest.mark.parametrize("panel", ["#000000", "#808080", "#ffffff"])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("face", list(Face))
def test_a_face_is_seen_on_any_panel(qtbot: QtBot, face: Face, dark: bool, panel: str) -> None:
    drawn = on_panel(face, 22, dark=dark, panel=panel)
    empty = QImage(22, 22, QImage.Format.Format_ARGB32)
    empty.fill(QColor(panel))
    assert difference(drawn, empty.convertToFormat(QImage.Format.Format_Grayscale8)) > 6


def test_every_size_is_drawn_once(qtbot: QtBot) -> None:
    assert icons.face_icon(Face.IDLE, dark=True) is icons.face_icon(Face.IDLE, dark=True)
    assert len(icons.face_icon(Face.IDLE, dark=True).availableSizes()) == len(icons.SIZES_PX)
    assert not icons.program_icon().isNull()
