"""Ends the program in stages, within a second, however often it is asked to.

First everything disappears from the screen. Then a thread closes what may wait for devices, while
the GUI thread goes on serving the clipboard (a text may still be on its way). When the thread is
done, or the time is up, the event loop ends.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

log = logging.getLogger(__name__)

LIMIT_MS = 700


class Farewell(QObject):
    """``begin`` it any number of times; ``over`` comes once."""

    over = Signal()
    _closed = Signal()

    def __init__(
        self,
        vanish: Callable[[], None],
        closings: Sequence[Callable[[], None]],
        limit_ms: int = LIMIT_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._vanish, self._closings = vanish, closings
        self._thread: threading.Thread | None = None
        self._is_over = False
        self._limit = QTimer(self, interval=limit_ms, singleShot=True)
        self._limit.timeout.connect(self._give_up)
        self._closed.connect(self._finish, Qt.ConnectionType.QueuedConnection)

    @property
    def is_complete(self) -> bool:
        """Everything was closed; nothing is left running."""
        return self._thread is not None and not self._thread.is_alive()

    @Slot()
    def begin(self) -> None:
        """Start to end the program."""
        if self._thread is not None:
            return
        log.info("quitting")
        self._vanish()
        self._limit.start()
        self._thread = threading.Thread(target=self._close_all, name="dictate-quit", daemon=True)
        self._thread.start()

    def wait(self, timeout_s: float) -> bool:
        """Wait for the closings; tell whether they are done."""
        if self._thread is not None:
            self._thread.join(timeout_s)
        return self.is_complete

    def _close_all(self) -> None:
        begun_s = time.monotonic()
        for close in self._closings:
            try:
                close()
            except Exception:  # the others must still be closed
                log.exception("closing failed")
        log.info("closed in %.0f ms", (time.monotonic() - begun_s) * 1000)
        self._closed.emit()

    @Slot()
    def _finish(self) -> None:
        self._limit.stop()
        if not self._is_over:
            self._is_over = True
            self.over.emit()

    @Slot()
    def _give_up(self) -> None:
        log.warning("something did not close in time")
        self._finish()
