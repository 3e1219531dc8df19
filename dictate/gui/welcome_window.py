"""The window of the first steps: one page at a time, back, next, and a way out at any time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from dictate.gui import front, icons
from dictate.gui.quiet_label import QuietLabel
from dictate.gui.translation import translate
from dictate.gui.welcome_pages import HotkeyPage, MicrophonePage, ModelPage, Page, TryPage

SIZE_PX = (560, 420)


class WelcomeWindow(QWidget):
    """Not modal. ``turned`` tells the page that is seen now, ``closed`` that none is."""

    turned = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(translate("Welcome", "First steps with Dictate"))
        self.setWindowIcon(icons.program_icon())
        front.give_size(self, *SIZE_PX)
        self.microphone, self.hotkey = MicrophonePage(), HotkeyPage()
        self.model, self.sentence = ModelPage(), TryPage()
        self.pages: tuple[Page, ...] = (self.microphone, self.hotkey, self.model, self.sentence)
        self.stack = QStackedWidget()
        for page in self.pages:
            self.stack.addWidget(page)
        self.is_dictating = False
        """Escape then takes the recording back and nothing else."""
        self.count = QuietLabel()
        self.skip = QPushButton(translate("Welcome", "&Skip"))
        kept = self.skip.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.skip.setSizePolicy(kept)
        self.back = QPushButton(translate("Welcome", "&Back"))
        self.next = QPushButton()
        self.next.setDefault(True)
        self.skip.clicked.connect(self.close)
        self.back.clicked.connect(lambda: self.turn(self.stack.currentIndex() - 1))
        self.next.clicked.connect(self._go_on)
        foot = QHBoxLayout()
        foot.addWidget(self.skip)
        foot.addStretch(1)
        foot.addWidget(self.count)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.next)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 14)
        layout.setSpacing(14)
        layout.addWidget(self.stack, 1)
        layout.addLayout(foot)

    @property
    def page(self) -> Page:
        """The one that is seen."""
        return self.pages[self.stack.currentIndex()]

    def turn(self, number: int) -> None:
        """Go to a page, from 0."""
        self.stack.setCurrentIndex(number)
        is_last = number == len(self.pages) - 1
        self.count.setText(f"{number + 1} / {len(self.pages)}")
        self.back.setEnabled(number > 0)
        self.skip.setVisible(not is_last)
        done, on = translate("Welcome", "&Done"), translate("Welcome", "&Next")
        self.next.setText(done if is_last else on)
        if is_last:
            self.sentence.field.setFocus()
        else:
            self.next.setFocus()
        self.turned.emit(self.page)

    def _go_on(self) -> None:
        number = self.stack.currentIndex() + 1
        if number < len(self.pages):
            self.turn(number)
        else:
            self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Skip with Escape."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self.is_dictating:
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that nobody looks any more."""
        super().closeEvent(event)
        self.closed.emit()
