"""Makes Tab go through a window as one reads it, also through what was built later."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLayout,
    QLineEdit,
    QScrollArea,
    QWidget,
)

_WHOLE = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit)
"""What has parts of its own, which are none of our business."""


def follow_layouts(window: QWidget) -> None:
    """Put everything that takes the keyboard in the order of the layouts."""
    for one, other in itertools.pairwise(_in(window)):
        QWidget.setTabOrder(one, other)


def _in(widget: QWidget) -> Iterator[QWidget]:
    layout = widget.layout()
    if isinstance(widget, _WHOLE) or (layout is None and not isinstance(widget, QScrollArea)):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
    elif isinstance(widget, QScrollArea):
        if (inside := widget.widget()) is not None:
            yield from _in(inside)
    elif layout is not None:
        yield from _within(layout)


def _within(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield from _in(widget)
        elif inner is not None:
            yield from _within(inner)
