from __future__ import annotations

import itertools

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from dictate.gui import icons
from dictate.gui.face import Face

LOOKS = [(face, marked) for face in Face for marked in (False, True)]


def on_panel(look: icons.Look, size_px: int, *, panel: str) -> QImage:
    """The icon as a person without colour vision sees it on a panel."""
    image = QImage(size_px, size_px, QImage.Format.Format_ARGB32)
    image.fill(QColor(panel))
    painter = QPainter(image)
    icons.face_icon(look).paint(painter, image.rect())
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
    drawn = {
        look: on_panel(icons.Look(look[0], dark, look[1]), size_px, panel=panel) for look in LOOKS
    }
    for one, other in itertools.combinations(LOOKS, 2):
        assert difference(drawn[one], drawn[other]) > 8, f"{one} looks like {other}"


@pytest.mark.parametrize("panel", ["#000000", "#808080", "#ffffff"])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("look", LOOKS)
def test_a_face_is_seen_on_any_panel(
    qtbot: QtBot, look: tuple[Face, bool], dark: bool, panel: str
) -> None:
    drawn = on_panel(icons.Look(look[0], dark, look[1]), 22, panel=panel)
    empty = QImage(22, 22, QImage.Format.Format_ARGB32)
    empty.fill(QColor(panel))
    assert difference(drawn, empty.convertToFormat(QImage.Format.Format_Grayscale8)) > 6


def test_every_size_is_drawn_once(qtbot: QtBot) -> None:
    idle = icons.Look(Face.IDLE, dark=True)
    assert icons.face_icon(idle) is icons.face_icon(icons.Look(Face.IDLE, dark=True))
    assert len(icons.face_icon(idle).availableSizes()) == len(icons.SIZES_PX)
    assert not icons.program_icon().isNull()


def test_a_face_for_a_window_is_drawn_once(qtbot: QtBot) -> None:
    # Qt keeps what a label makes of each pixmap: a fresh one per take was 28 KB a take.
    looks = [icons.Look(face) for face in Face]
    first = [icons.plain_pixmap(look, 32, 1.0).cacheKey() for look in looks]
    assert [icons.plain_pixmap(look, 32, 1.0).cacheKey() for look in looks] == first
    assert len(set(first)) == len(looks)
