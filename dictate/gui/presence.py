"""Decides how the program is seen: in the tray, or in a window where the desktop has none.

Panels come up later than autostarted programs. So the window waits a moment for a tray, and for a
while longer a tray that appears still replaces the window.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from dictate.events import (
    LevelMeasured,
)
from dictate.gui.facts import Facts
from dictate.gui.notices import Tip
from dictate.gui.surface import Surface
from dictate.gui.window import Window

LOOK_EVERY_MS = 500
WINDOW_AFTER_LOOKS = 3
LAST_LOOK = 20
"""After 10 s there is no tray any more to be expected."""
SETTLING_MS = 900
"""A tray places a new icon only after a moment; a notice before that would point nowhere."""


class Presence(QObject):
    """Implements ``Surface`` with whichever of tray and window is there."""

    def __init__(
        self,
        tray: Surface,
        window: Window,
        is_tray_available: Callable[[], bool],
        settling_ms: int = SETTLING_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tray, self._window = tray, window
        self._is_tray_available = is_tray_available
        self._active: Surface | None = None
        self._facts: Facts | None = None
        self._held_back: list[Tip] = []
        self._is_settled = False
        self._looks = 0
        self._look_timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._look_timer.timeout.connect(self.look)
        self._settle_timer = QTimer(self, interval=settling_ms, singleShot=True)
        self._settle_timer.timeout.connect(self._settle)

    @property
    def is_in_tray(self) -> bool:
        """Whether the tray shows the program."""
        return self._active is self._tray

    @property
    def is_settled(self) -> bool:
        """Whether notices are shown at once."""
        return self._is_settled

    @property
    def is_looking(self) -> bool:
        """Whether a tray is still looked for."""
        return self._look_timer.isActive()

    def appear(self) -> None:
        """Show the program, in the tray if there is one by now."""
        self._look_timer.start()
        self.look()

    def look(self) -> None:
        """Look for a tray once more."""
        self._looks += 1
        if self._is_tray_available():
            self._look_timer.stop()
            self._use_tray()
        elif self._looks >= WINDOW_AFTER_LOOKS and self._active is None:
            self._use_window()
        if self._looks >= LAST_LOOK:
            self._look_timer.stop()

    def vanish(self) -> None:
        """Take tray icon and window away."""
        self._look_timer.stop()
        self._settle_timer.stop()
        self._tray.vanish()
        self._window.vanish()

    def show_facts(self, facts: Facts) -> None:
        """Show the present state wherever the program can be seen."""
        self._facts = facts
        self._tray.show_facts(facts)
        self._window.show_facts(facts)

    def show_level(self, level: LevelMeasured) -> None:
        """Show how loud it is."""
        self._window.show_level(level)

    def tell(self, tip: Tip) -> None:
        """Show a notice, later when nothing can be seen yet."""
        if self._active is None or not self._is_settled:
            self._held_back.append(tip)
        elif self._window.isVisible() and not self._window.isMinimized():
            self._window.tell(tip)
        else:
            self._active.tell(tip)

    @Slot()
    def open_window(self) -> None:
        """Bring the window to the front: the user asked for it."""
        self._window.come_to_front()

    def _use_tray(self) -> None:
        if self._active is self._window:
            self._window.vanish()
        self._window.must_stay = False
        self._active = self._tray
        self._tray.appear()
        self._settle_timer.start()

    def _use_window(self) -> None:
        self._window.must_stay = True
        self._active = self._window
        self._window.appear()
        self._settle()

    def _settle(self) -> None:
        self._is_settled = True
        held_back, self._held_back = self._held_back, []
        for tip in held_back:
            self.tell(tip)
