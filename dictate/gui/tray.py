"""The icon in the desktop's tray: face, tooltip, menu and notices."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from dictate import host
from dictate.domain import Phase, Severity
from dictate.gui import icons, wording
from dictate.gui.facts import Facts
from dictate.gui.menu_lines import Action, Verb
from dictate.gui.notices import Tip
from dictate.gui.overlay_layout import Box
from dictate.gui.translation import translate

SHOWN_MS = {Severity.INFO: 6_000, Severity.WARNING: 10_000, Severity.ERROR: 15_000}
_SIGNS = {
    Severity.INFO: QSystemTrayIcon.MessageIcon.Information,
    Severity.WARNING: QSystemTrayIcon.MessageIcon.Warning,
    Severity.ERROR: QSystemTrayIcon.MessageIcon.Critical,
}
READING_MS = 3_500
"""How long a notice stands before the next takes its place."""
TITLE_CHARACTERS = 60
"""What Windows shows of a title; other desktops cut or widen."""


class Tray(QObject):
    """Implements ``Surface`` with QSystemTrayIcon."""

    chosen = Signal(object)
    """An Action: a notice was clicked, or the icon with the middle button."""

    def __init__(
        self,
        menu: QMenu,
        parent: QObject | None = None,
        icon: QSystemTrayIcon | None = None,
        pointer: Callable[[], QPoint] = QCursor.pos,
    ) -> None:
        """``icon`` is one that is in the tray already; ``pointer`` tells where the mouse is."""
        super().__init__(parent)
        self._menu, self._pointer = menu, pointer
        self._facts: Facts | None = None
        self._looks: tuple[object, ...] = ()
        self._offered: Action | None = None
        self._waiting: deque[Tip] = deque()
        self._reading = QTimer(self, interval=READING_MS, singleShot=True)
        self._reading.timeout.connect(self.show_next)
        self.icon = icon or QSystemTrayIcon()
        self.icon.setParent(self)
        self.icon.setContextMenu(menu)
        self.icon.activated.connect(self._on_activated)
        self.icon.messageClicked.connect(self._on_notice_clicked)

    def appear(self) -> None:
        """Show the icon."""
        self.icon.show()

    @property
    def area(self) -> Box | None:
        """Where the icon is on the screen; None where the desktop does not tell."""
        at = self.icon.geometry()
        return None if at.isEmpty() else Box(at.x(), at.y(), at.width(), at.height())

    def vanish(self) -> None:
        """Take the icon away."""
        self._reading.stop()
        self._waiting.clear()
        self.icon.hide()

    def show_facts(self, facts: Facts) -> None:
        """Show face and tooltip; the desktop is only bothered when they differ."""
        self._facts = facts
        look = icons.Look(
            facts.face, icons.is_dark(), facts.is_marked, leaving=bool(facts.speech_leaving)
        )
        looks = (look, wording.tooltip(facts))
        if looks[:1] != self._looks[:1]:
            self.icon.setIcon(icons.face_icon(look))
        if looks != self._looks:
            self.icon.setToolTip(wording.tooltip(facts))
        self._looks = looks

    def tell(self, tip: Tip) -> None:
        """Show a notice beside the icon, after the one before could be read; errors go first."""
        if tip.notice.severity is Severity.ERROR:
            self._waiting.appendleft(tip)
        else:
            self._waiting.append(tip)
        if not self._reading.isActive():
            self.show_next()

    def show_next(self) -> None:
        """Show the next notice that waits; a click on it does what it offers."""
        in_take = self._facts is not None and self._facts.phase is not Phase.IDLE
        tip = next((tip for tip in self._waiting if not (tip.can_wait and in_take)), None)
        if tip is None:
            if self._waiting:
                self._reading.start()  # the take may be over by then
            return
        self._waiting.remove(tip)
        notice, self._offered = tip.notice, tip.action
        title, body = notice.message, notice.next_step
        if len(title) > TITLE_CHARACTERS or not body:
            title, body = translate("Notice", "Dictate"), f"{title}\n{body}".strip()
        self.icon.showMessage(title, body, _SIGNS[notice.severity], SHOWN_MS[notice.severity])
        self._reading.start()

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.MiddleClick:
            self.chosen.emit(Action(Verb.TOGGLE))
        elif reason is not QSystemTrayIcon.ActivationReason.Trigger or sys.platform == "darwin":
            return  # macOS opens the menu by itself
        elif host.is_wayland():  # a menu of no window cannot be placed there
            self.chosen.emit(Action(Verb.SHOW_WINDOW))
        else:
            self._menu.popup(QCursor.pos())

    def _on_notice_clicked(self) -> None:
        # On X11 Qt takes any click on the icon for one on its notice, also the right one that
        # opens the menu. An offer may be a download: only who points at the notice accepts it.
        if self.icon.geometry().contains(self._pointer()):
            return
        offered, self._offered = self._offered, None
        if offered is not None:
            self.chosen.emit(offered)
