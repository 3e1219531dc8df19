"""The small window: what the tray does, for desktops without one and for whoever looks for it.

It never takes the focus by itself. And while the mouse is over it, the desktop is told that it
takes none: a click on its buttons then leaves the focus where the text is to go. The keyboard
reaches it as any window (Alt+Tab, then Tab).
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QElapsedTimer, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QEnterEvent,
    QGuiApplication,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from dictate.domain import (
    Phase,
)
from dictate.events import (
    LevelMeasured,
)
from dictate.gui import icons, wording
from dictate.gui.facts import Facts
from dictate.gui.front import to_front
from dictate.gui.level_meter import LevelMeter
from dictate.gui.menu_lines import Action, Verb
from dictate.gui.notice_card import NoticeCard
from dictate.gui.notices import Tip
from dictate.gui.quiet_label import QuietLabel
from dictate.gui.translation import translate

ICON_PX = 32
WIDTH_PX = 360
TEXT_CHARACTERS = 160


class Window(QWidget):
    """Implements ``Surface`` with a window."""

    chosen = Signal(object)
    """An Action."""

    def __init__(self, menu: QMenu) -> None:
        super().__init__()
        self.must_stay = False
        """There is no tray: closing only minimises, the program would be lost otherwise."""
        self.setWindowTitle(translate("Window", "Dictate"))
        self.setWindowIcon(icons.program_icon())
        self._facts: Facts | None = None
        self._since_start = QElapsedTimer()
        self._clock = QTimer(self, interval=250)
        self._clock.timeout.connect(self._show_status)
        self._make_parts(menu)
        self._lay_out()
        self._on_key(QKeySequence(QKeySequence.StandardKey.Quit), Verb.QUIT)
        self._on_key(QKeySequence(Qt.Key.Key_Escape), Verb.CANCEL)

    # -- Surface ---------------------------------------------------------------------------------

    def appear(self) -> None:
        """Come into view and leave the focus where it is."""
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        if not self.isVisible():
            self.show()

    def vanish(self) -> None:
        """Go out of view."""
        self.hide()

    def come_to_front(self) -> None:
        """Take the focus: the user asked for the window."""
        self._refuse_focus(False)
        to_front(self)

    def show_facts(self, facts: Facts) -> None:
        """Show the present state."""
        before, self._facts = self._facts, facts
        is_recording = facts.phase is Phase.RECORDING
        was_recording = before is not None and before.phase is Phase.RECORDING
        if is_recording and not was_recording:
            self._since_start.start()
            self._clock.start()
        elif was_recording and not is_recording:
            self._clock.stop()
            self.meter.rest()
        self._show_face(facts)
        self._show_status()
        self._show_toggle(facts)
        self._show_last(facts)

    def show_level(self, level: LevelMeasured) -> None:
        """Move the level meter; a level that comes after the recording says nothing any more."""
        if self._facts is not None and self._facts.phase is Phase.RECORDING and self.isVisible():
            self.meter.show_level(level)

    def tell(self, tip: Tip) -> None:
        """Show a notice in the window, bring the window up but not to the focus."""
        self.card.show_tip(tip)
        self.appear()

    # -- parts -----------------------------------------------------------------------------------

    def _make_parts(self, menu: QMenu) -> None:
        self.face = QLabel()
        self.face.setFixedSize(ICON_PX, ICON_PX)
        self.status = _label(bold=True)
        self.advice = _label()
        self.toggle = QPushButton()
        self.toggle.setMinimumHeight(48)
        self.toggle.clicked.connect(lambda: self.chosen.emit(Action(Verb.TOGGLE)))
        self.meter = LevelMeter()
        self.card = NoticeCard()
        self.card.chosen.connect(self.chosen)
        self.text = _label(selectable=True)
        self.text.setAccessibleName(translate("Window", "Last text"))
        self.copy = QPushButton(translate("Window", "&Copy"))
        self.copy.setAccessibleName(translate("Window", "Copy the last text"))
        self.copy.clicked.connect(lambda: self.chosen.emit(Action(Verb.COPY_LAST)))
        self.model = QuietLabel()
        self.model.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.menu_button = QToolButton()
        self.menu_button.setText(translate("Window", "&Menu"))
        self.menu_button.setAccessibleName(translate("Window", "Menu"))
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.menu_button.setMenu(menu)
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.status)
        words.addWidget(self.advice)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.face, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self.last = QFrame()
        last = QHBoxLayout(self.last)
        last.setContentsMargins(0, 0, 0, 0)
        last.addWidget(self.text, 1)
        last.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.addWidget(self.model, 1)
        foot.addWidget(self.menu_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(12)
        layout.addStrut(WIDTH_PX)
        layout.addLayout(head)
        layout.addWidget(self.toggle)
        layout.addWidget(self.meter)
        layout.addWidget(self.card)
        layout.addWidget(self.last)
        layout.addLayout(foot)
        # As high as its content needs, so that a notice grows and shrinks the window.
        layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)

    # -- content ---------------------------------------------------------------------------------

    def _show_face(self, facts: Facts) -> None:
        ratio = self.devicePixelRatioF()
        look = icons.Look(
            facts.face, icons.is_dark(), facts.is_marked, leaving=bool(facts.speech_leaving)
        )
        self.face.setPixmap(icons.plain_pixmap(look, ICON_PX, ratio))
        self.face.setAccessibleName(wording.status_line(facts))

    def _show_status(self) -> None:
        facts = self._facts
        if facts is None:
            return
        line = wording.status_line(facts)
        if facts.phase is Phase.RECORDING:
            minutes, seconds = divmod(self._since_start.elapsed() // 1000, 60)
            line = f"{line} {minutes}:{seconds:02d}"
        self.status.setText(line)
        problem = facts.problem if facts.phase is Phase.IDLE else None
        advice = problem.next_step if problem is not None else wording.how_to_speak(facts)
        listening = wording.listening_line(facts) if facts.is_listening else ""
        lines = [advice, listening, *wording.leaving_lines(facts)]
        self.advice.setText("\n".join(filter(None, lines)))
        self.advice.setVisible(any(lines))

    def _show_toggle(self, facts: Facts) -> None:
        recording = facts.phase in (Phase.OPENING, Phase.RECORDING)
        stop = translate("Window", "&Stop dictation")
        start = translate("Window", "&Start dictation")
        self.toggle.setText(stop if recording else start)

    def _show_last(self, facts: Facts) -> None:
        self.last.setVisible(facts.last is not None)
        if facts.last is not None:
            self.text.setText(wording.excerpt(facts.last.text, TEXT_CHARACTERS))
            self.text.setToolTip(wording.latency_line(facts.last))
        self.model.setText("\n".join(wording.recogniser_lines(facts)))

    # -- events ----------------------------------------------------------------------------------

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Refuse the focus while the mouse is here."""
        self._refuse_focus(not self.isActiveWindow())
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Accept the focus again."""
        self._refuse_focus(False)
        super().leaveEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Hide, or minimise where nothing else would be left to see of the program."""
        if event.spontaneous():
            self.close_by_user(event)
        else:
            super().closeEvent(event)

    def close_by_user(self, event: QCloseEvent) -> bool:
        """Close, or minimise instead; tell whether the window closes."""
        closes = not self.must_stay or _is_log_out()
        event.setAccepted(closes)
        if not closes:
            self.showMinimized()
        return closes

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the icon anew when the desktop turns dark or light."""
        if event.type() is QEvent.Type.PaletteChange and self._facts is not None:
            self._show_face(self._facts)
        super().changeEvent(event)

    def _refuse_focus(self, refuse: bool) -> None:
        handle = self.windowHandle()
        if handle is not None:
            handle.setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, refuse)

    def _on_key(self, keys: QKeySequence, verb: Verb) -> None:
        QShortcut(keys, self).activated.connect(partial(self.chosen.emit, Action(verb)))


def _is_log_out() -> bool:
    app = QGuiApplication.instance()
    return isinstance(app, QGuiApplication) and app.isSavingSession()


def _label(*, bold: bool = False, selectable: bool = False) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    label.setMinimumSize(QSize(0, label.fontMetrics().height()))
    if bold:
        font = label.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.15)
        label.setFont(font)
    if selectable:
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return label
