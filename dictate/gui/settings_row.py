"""One setting in the window: its name, what it means, its field, what is wrong, and a way back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from dictate.gui.quiet_label import QuietLabel
from dictate.gui.settings_fields import SettingField
from dictate.gui.translation import translate

FIELD_WIDTH_PX, FIELD_LETTERS = 300, 38


class SettingRow(QWidget):
    """Holds a field and judges what it says."""

    chosen = Signal(str, object)
    """A good value for a setting."""
    reset_wanted = Signal(str)

    def __init__(self, field: SettingField) -> None:
        super().__init__()
        self.field, self.item = field, field.item
        self._value: object = None
        self._is_shown = False
        self.label = QLabel(self.item.label)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.doc = QuietLabel(self.item.doc)
        if not self.item.doc:  # showing one without a parent would make a window
            self.doc.hide()
        self.problem = QuietLabel(alarm=True)
        self.problem.hide()
        self.reset = QToolButton()
        self.reset.setText("↺")
        self.reset.setAutoRaise(True)
        self.reset.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        default = field.in_words(self.item.key.default)
        hint = translate("Settings", "Reset to {default}").format(default=default)
        if self.item.in_file is not None:
            hint = translate("Settings", "Remove all")
        self.reset.setToolTip(hint)
        self.reset.setAccessibleName(f"{self.item.label}: {hint}")
        self.reset.clicked.connect(lambda _checked: self.reset_wanted.emit(self.item.name))
        self._lay_out()
        field.edited.connect(self._judge)
        field.chosen.connect(self._on_chosen)
        field.complained.connect(self.complain)

    @property
    def is_default(self) -> bool:
        """Whether the setting has its default."""
        return self._value == self.item.key.default

    def show_value(self, value: object) -> None:
        """Show what is in force; what the user is typing stays while it does not change."""
        if not self._is_shown or value != self._value:
            self._is_shown, self._value = True, value
            self.field.show_value(value)
            self.complain("")
        self.reset.setVisible(not self.is_default)

    def show_again(self) -> None:
        """Show what is in force in place of what was typed."""
        self._is_shown = False
        self.show_value(self._value)

    def complain(self, words: str) -> None:
        """Say under the field what is wrong; nothing takes it back."""
        self.problem.setText(f"⚠ {words}" if words else "")
        self.problem.setVisible(bool(words))
        if words:  # it can be mended by going back as well
            self.reset.setVisible(True)

    def _judge(self, value: object) -> bool:
        words = self.field.objection(value)
        self.complain(words)
        self.reset.setVisible(bool(words) or not self.is_default)
        return not words

    def _on_chosen(self, value: object) -> None:
        if self._judge(value):
            self.chosen.emit(self.item.name, value)

    def _lay_out(self) -> None:
        keeps_place = self.reset.sizePolicy()
        keeps_place.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(keeps_place)
        top = Qt.AlignmentFlag.AlignTop
        self.words = QVBoxLayout()
        self.words.setSpacing(3)
        self.words.addWidget(self.label)
        self.words.addWidget(self.doc)
        self.words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addLayout(self.words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(6)
        layout.addLayout(head)
        if self.field.is_wide:
            head.addWidget(self.reset, 0, top)
            layout.addWidget(self.field)
            layout.addWidget(self.problem)
            return
        width_px = max(FIELD_WIDTH_PX, FIELD_LETTERS * self.fontMetrics().averageCharWidth())
        self.field.setFixedWidth(width_px)
        self.problem.setFixedWidth(width_px)
        side = QVBoxLayout()
        side.setSpacing(3)
        side.addWidget(self.field)
        side.addWidget(self.problem)
        side.addStretch(1)
        head.addLayout(side)
        head.addWidget(self.reset, 0, top)
