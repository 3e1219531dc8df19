"""The rows of the history's list: when it was, small and quiet, and below it what was said."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dictate.gui.quiet_label import quiet_colour

MARGIN_PX = 5
SMALLER = 0.88
"""How large the first line is, beside the second."""

Index = QModelIndex | QPersistentModelIndex


class HistoryRows(QStyledItemDelegate):
    """Paints an item whose text is two lines. The item keeps its whole text for screen readers."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground and both lines; the second is cut where the row ends."""
        shown = QStyleOptionViewItem(option)
        self.initStyleOption(shown, index)
        time, _, words = str(index.data()).partition("\n")  # a style option has other line ends
        shown.text = ""
        style = shown.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, shown, painter, shown.widget)
        is_chosen = bool(shown.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
        text = shown.palette.color(role)
        small = _small(shown.font)
        room = shown.rect.adjusted(MARGIN_PX, MARGIN_PX, -MARGIN_PX, -MARGIN_PX)
        painter.save()
        painter.setFont(small)
        painter.setPen(text if is_chosen else quiet_colour(shown.palette))
        painter.drawText(room, Qt.AlignmentFlag.AlignTop, time)
        painter.setFont(shown.font)
        painter.setPen(text)
        metrics = QFontMetrics(shown.font)
        below = QRect(room)
        below.setTop(room.top() + QFontMetrics(small).lineSpacing())
        cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, below.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignTop, cut)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Return room for two lines; the list decides the width."""
        font = option.font
        lines = QFontMetrics(_small(font)).lineSpacing() + QFontMetrics(font).lineSpacing()
        return QSize(0, lines + 2 * MARGIN_PX)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    if font.pointSizeF() > 0:
        small.setPointSizeF(font.pointSizeF() * SMALLER)
    else:
        small.setPixelSize(max(1, round(font.pixelSize() * SMALLER)))
    return small
