"""Boxes to be ticked, with an outline that is seen on dark grounds as well."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
)

from dictate.gui.quiet_label import quiet_colour


def _outline(painter: QPainter, box: QRect) -> None:
    painter.save()
    painter.setPen(quiet_colour(QGuiApplication.palette()))
    painter.drawRect(box.adjusted(0, 0, -1, -1))
    painter.restore()


class OutlinedCheckBox(QCheckBox):
    """A check box."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the outline on top."""
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        element = QStyle.SubElement.SE_CheckBoxIndicator
        with QPainter(self) as painter:
            _outline(painter, self.style().subElementRect(element, option, self))


class OutlinedTicks(QStyledItemDelegate):
    """Draws the lines of a list that can be ticked."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the outline on top."""
        super().paint(painter, option, index)
        self.initStyleOption(option, index)
        element = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        style = option.widget.style() if option.widget else QApplication.style()
        _outline(painter, style.subElementRect(element, option, option.widget))
