"""Shows a running take in a pill at the edge of the screen, and says when it is clicked.

While nothing goes on there is no window on the screen and no timer runs. Frames are drawn only
while sound is shown or the pill fades; otherwise it waits for the next event.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from dictate.domain import (
    Phase,
)
from dictate.events import (
    Event,
    LevelMeasured,
    PhaseChanged,
)
from dictate.gui import overlay_layout, overlay_screen
from dictate.gui.overlay_layout import Box
from dictate.gui.overlay_pill import OverlayPill
from dictate.gui.overlay_state import OverlayState, View, after, next_look_ms, soonest_ms, view
from dictate.gui.translation import translate
from dictate.settings.choices import (
    OverlayEdge,
    OverlayShow,
)
from dictate.settings.schema import (
    OverlaySettings,
)


class Overlay(QObject):
    """Follows the events of the core. In the GUI thread."""

    stop_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(  # noqa: PLR0913  # what it asks of the rest, each with a default
        self,
        settings: Callable[[], OverlaySettings],
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
        *,
        is_leaving: Callable[[], bool] = lambda: False,
        is_private: Callable[[], bool] = lambda: False,
        language: Callable[[], str] = lambda: "",
        tray: Callable[[], Box | None] = lambda: None,
    ) -> None:
        """``language`` is what is to be spoken; ``tray`` tells where the program's icon is."""
        super().__init__(parent)
        self._settings, self._clock = settings, clock
        self._is_leaving, self._is_private, self._tray = is_leaving, is_private, tray
        self._language = language
        self._state = OverlayState()
        self._shown = OverlaySettings()
        self._pill: OverlayPill | None = None
        self._screen = Box(0, 0, 0, 0)
        self._edge = OverlayEdge.BOTTOM
        self._is_composed = False
        self._has_vanished = False
        self._looked_s = float("-inf")
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)

    @property
    def pill(self) -> OverlayPill | None:
        """The window; None before it was needed."""
        return self._pill

    @property
    def is_visible(self) -> bool:
        """Whether it is on the screen."""
        return self._pill is not None and self._pill.isVisible()

    @property
    def is_waiting(self) -> bool:
        """Whether it will look again by itself."""
        return self._timer.isActive()

    @Slot(object)
    def on_event(self, event: Event) -> None:
        """Show what an event changes."""
        if isinstance(event, LevelMeasured) and not self.is_visible:
            return
        before = self._state
        self._state = after(before, event, self._clock())
        if isinstance(event, PhaseChanged) and event.phase is not Phase.IDLE and self._pill:
            self._pill.raise_()  # a notice may have come over it; this takes no focus
        goes_on = before.phase is Phase.RECORDING and self._state.phase is Phase.RECORDING
        if self._state is before:
            return
        if not (goes_on and self._timer.isActive()):
            self.look()
        elif isinstance(event, LevelMeasured):
            self._keep_time()
        # A text is shown by the next frame.

    @Slot()
    def look(self) -> None:
        """Show the present moment, and see to the next one."""
        now_s = self._looked_s = self._clock()
        seen = None if self._has_vanished else view(self._state, now_s)
        is_wanted = seen is not None and (self.is_visible or self._prepare())
        if seen is not None and is_wanted:
            self._show(seen)
        else:
            self._hide()
        wait_ms = next_look_ms(self._state, now_s)
        if wait_ms is None or self._has_vanished or (seen is not None and not is_wanted):
            self._timer.stop()
        else:
            self._timer.start(wait_ms)

    def _keep_time(self) -> None:
        """Draw a level at once where the frame before is long enough ago, or else in its time.

        Levels come nearly as often as frames: to wake for both is twice the work.
        """
        wait_ms = soonest_ms(self._clock() - self._looked_s)
        if wait_ms:
            self._timer.start(wait_ms)
        else:
            self.look()

    def vanish(self) -> None:
        """Go out of view for good: the program ends."""
        self._has_vanished = True
        self._timer.stop()
        if self._pill is not None:
            self._pill.close()
            self._pill.deleteLater()
            self._pill = None

    def _prepare(self) -> bool:
        """Look where and how it appears; tell whether it does at all."""
        self._shown = self._settings()
        if self._shown.show is OverlayShow.OFF or not overlay_screen.can_float():
            return False
        screen, tray = overlay_screen.screen_in_use(), self._tray()
        self._edge = overlay_layout.edge_for(
            screen, self._shown.edge, overlay_screen.pointer(), tray
        )
        self._screen = overlay_layout.clear_of(screen, tray)
        # A compositor that is there stays; one that is not may still come.
        self._is_composed = self._is_composed or overlay_screen.is_composed()
        if self._pill is None:
            self._pill = OverlayPill()
            self._pill.pressed.connect(self._on_pressed)
            self._pill.closed.connect(self._on_closed)
        self._pill.set_composed(self._is_composed)
        return True

    def _show(self, seen: View) -> None:
        pill = self._pill
        if pill is None:
            return
        if not seen.is_word:
            seen = replace(seen, is_leaving=self._is_leaving(), language=self._language())
        if self._is_private() and seen.profile:
            shown = translate("Overlay", "{profile} (private)").format(profile=seen.profile)
            seen = replace(seen, profile=shown)
        has_new_size = pill.show_view(seen, is_full=self._shown.show is OverlayShow.FULL)
        if has_new_size or not pill.isVisible():
            size = (pill.parts.width, pill.parts.height)
            pill.move(*overlay_layout.place(self._screen, size, self._edge))
            pill.show()
            pill.raise_()

    def _hide(self) -> None:
        if self._pill is not None and self._pill.isVisible():
            self._pill.hide()

    @Slot()
    def _on_pressed(self) -> None:
        match self._state.phase:
            case Phase.RECORDING:
                self.stop_wanted.emit()
            case Phase.IDLE:
                self._dismiss()
            case _:
                pass  # nothing to stop: it is on its way already

    @Slot()
    def _on_closed(self) -> None:
        if self._state.phase is Phase.IDLE:
            self._dismiss()
        else:
            self.cancel_wanted.emit()

    def _dismiss(self) -> None:
        """Take the word of the last take away before its time."""
        self._state = OverlayState()
        self.look()
