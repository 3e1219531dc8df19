"""The one way from the core into the GUI: ``publish`` on any thread, ``arrived`` in the GUI thread.

Events wait in a queue in the order they were published and one queued signal wakes the GUI thread,
which then takes all that are there. Of several levels in a row only the newest is kept: a GUI that
was busy paints the present, not the past. Nothing ever blocks the publisher.
"""

from __future__ import annotations

import logging
import threading
from collections import deque

from PySide6.QtCore import QObject, Qt, Signal, Slot

from dictate.events import (
    Event,
    LevelMeasured,
)

log = logging.getLogger(__name__)


class Bridge(QObject):
    """Carries events from the threads of the core to the thread this object lives in."""

    arrived = Signal(object)
    """One event of the core, in the GUI thread, in order."""

    _woken = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._waiting: deque[Event] = deque()
        self._is_awake = False
        self._is_closed = False
        self._woken.connect(self._drain, Qt.ConnectionType.QueuedConnection)

    def publish(self, event: Event) -> None:
        """Queue an event; returns at once. From any Python thread."""
        with self._lock:
            if self._is_closed:
                return
            if isinstance(event, LevelMeasured) and self._last_is_level():
                self._waiting.pop()
            self._waiting.append(event)
            if self._is_awake:
                return
            self._is_awake = True
        self._woken.emit()

    def close(self) -> None:
        """Drop what waits and everything that comes later."""
        with self._lock:
            self._is_closed = True
            self._waiting.clear()

    def _last_is_level(self) -> bool:
        return bool(self._waiting) and isinstance(self._waiting[-1], LevelMeasured)

    def _take(self) -> list[Event]:
        with self._lock:
            self._is_awake = False
            events = list(self._waiting)
            self._waiting.clear()
            return events

    @Slot()
    def _drain(self) -> None:
        for event in self._take():
            self.arrived.emit(event)
