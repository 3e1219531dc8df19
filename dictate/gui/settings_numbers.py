"""What a number is edited with: it has a unit, can be stepped, and may be typed wrong."""

from __future__ import annotations

import math

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout

from dictate.gui.settings_catalogue import Item
from dictate.gui.settings_fields import SettingField

SETTLE_MS = 500
"""A number that is typed or stepped through is taken when it has stood so long."""
LETTERS = 20
"""All numbers are as wide, so that a page of them is calm."""
_LARGEST = 1e9


class NumberBox(QDoubleSpinBox):
    """A number that may be typed wrong, so that it can be told what is right; steps stay within."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self._bounds = item.bounds
        is_whole = item.key.kind is int
        self.setDecimals(0 if is_whole else 3)
        self.setRange(-_LARGEST, _LARGEST)
        self.setSingleStep(_step(item))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedWidth(round(LETTERS * self.fontMetrics().averageCharWidth()))
        if item.unit:
            self.setSuffix(f" {item.unit}")

    def textFromValue(self, value: float) -> str:  # noqa: N802 - Qt's name
        """Return a number without zeros that say nothing."""
        text = f"{value:.{self.decimals()}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
        return text.replace(".", QLocale().decimalPoint())

    def valueFromText(self, text: str) -> float:  # noqa: N802 - Qt's name
        """Read a number with either decimal sign."""
        plain = text.removesuffix(self.suffix()).strip().replace(",", ".")
        try:
            return float(plain)
        except ValueError:
            return self.value()

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let everything be typed that is a number, or becomes one."""
        plain = text.removesuffix(self.suffix()).strip().replace(",", ".")
        state = QValidator.State.Acceptable
        if plain in ("", "-", ".", "-."):
            state = QValidator.State.Intermediate
        else:
            try:
                finite = math.isfinite(float(plain)) and abs(float(plain)) <= _LARGEST
            except ValueError:
                finite = False
            if not finite:
                state = QValidator.State.Invalid
        return state, text, position

    def stepBy(self, steps: int) -> None:  # noqa: N802 - Qt's name
        """Step, but not over the edge."""
        low, high = self._bounds
        super().stepBy(steps)
        self.setValue(min(high, max(low, self.value())))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the wheel to the page unless the number has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def _step(item: Item) -> float:
    low, high = item.bounds
    if item.key.kind is int:
        return 100 if high >= 10_000 else 1
    spread = high - low
    if spread <= 1:
        return 0.05
    if item.unit == "ms":
        return 50
    return 0.5 if spread <= 120 else 10


class NumberField(SettingField):
    """A number with its unit."""

    def __init__(self, item: Item) -> None:
        super().__init__(item)
        self.box = NumberBox(item)
        self._settling = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settling.timeout.connect(self._choose)
        self._is_showing = False
        self.box.valueChanged.connect(self._on_value)
        self.box.editingFinished.connect(self.settle)
        self._hold(self.box)
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        layout.addStretch(1)

    def value(self) -> int | float:
        """Return what stands there."""
        number = self.box.value()
        return int(number) if self.item.key.kind is int else number

    def show_value(self, value: object) -> None:
        """Show a number."""
        self._is_showing = True
        self.box.setValue(float(value) if isinstance(value, int | float) else 0.0)
        self._is_showing = False

    def settle(self) -> None:
        """Take what stands there."""
        if self._settling.isActive():
            self._settling.stop()
            self._choose()

    def _on_value(self) -> None:
        if not self._is_showing:
            self.edited.emit(self.value())
            self._settling.start()

    def _choose(self) -> None:
        self.chosen.emit(self.value())
