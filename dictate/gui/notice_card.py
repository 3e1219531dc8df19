"""A notice inside the window: sign, sentence, next step, what can be done, and a way to dismiss."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dictate.domain import Severity
from dictate.gui.menu_lines import Action
from dictate.gui.notices import Tip
from dictate.gui.translation import translate

_SIGNS = {
    Severity.INFO: QStyle.StandardPixmap.SP_MessageBoxInformation,
    Severity.WARNING: QStyle.StandardPixmap.SP_MessageBoxWarning,
    Severity.ERROR: QStyle.StandardPixmap.SP_MessageBoxCritical,
}


class NoticeCard(QFrame):
    """Shows the newest notice until it is dismissed."""

    chosen = Signal(object)
    """The Action that the notice offers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._offered: Action | None = None
        self.sign = QLabel()
        self.message = _words()
        self.step = _words()
        self.action = QPushButton()
        self.action.clicked.connect(self._accept)
        self.dismiss = QToolButton()
        self.dismiss.setAutoRaise(True)
        self.dismiss.setText("×")
        self.dismiss.setAccessibleName(translate("Window", "Dismiss the notice"))
        self.dismiss.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.dismiss.clicked.connect(self.hide)
        self._lay_out()
        self.hide()

    def show_tip(self, tip: Tip) -> None:
        """Show a notice in place of the one before."""
        notice = tip.notice
        self._offered = tip.action
        self.sign.setPixmap(self.style().standardIcon(_SIGNS[notice.severity]).pixmap(20, 20))
        self.message.setText(notice.message)
        # With a button the sentence about clicking says nothing new.
        self.step.setText("" if tip.action else notice.next_step)
        self.step.setVisible(bool(self.step.text()))
        self.action.setText(tip.action_text)
        self.action.setVisible(tip.action is not None)
        self.setAccessibleName(f"{notice.message} {notice.next_step}".strip())
        self.show()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.message)
        words.addWidget(self.step)
        words.addWidget(self.action, 0, Qt.AlignmentFlag.AlignLeft)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 8, 6, 8)
        layout.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(self.dismiss, 0, Qt.AlignmentFlag.AlignTop)

    def _accept(self) -> None:
        offered, self._offered = self._offered, None
        self.hide()
        if offered is not None:
            self.chosen.emit(offered)


def _words() -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label
