"""Turns SIGINT and SIGTERM into a Qt signal, so that Ctrl+C and a log-out end the program cleanly.

Python runs its handlers between byte codes only, and Qt's event loop runs none. So the interpreter
writes a byte into a socket when a signal comes, and a notifier wakes the loop to read it.
"""

from __future__ import annotations

import contextlib
import signal
import socket

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

SIGNALS = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]


class QuitSignals(QObject):
    """Watches from construction to ``close()``. Make it in the main thread."""

    arrived = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read_end, self._write_end = socket.socketpair()
        self._read_end.setblocking(False)
        self._write_end.setblocking(False)
        self._notifier = QSocketNotifier(self._read_end.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        self._wakeup_before = signal.set_wakeup_fd(
            self._write_end.fileno(), warn_on_full_buffer=False
        )
        self._before = {number: signal.signal(number, _ignore) for number in SIGNALS}

    def close(self) -> None:
        """Put the handlers from before back."""
        if not self._before:
            return
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._before = {}
        signal.set_wakeup_fd(self._wakeup_before)
        self._notifier.setEnabled(False)
        self._read_end.close()
        self._write_end.close()

    @Slot()
    def _wake(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._read_end.recv(64)
        self.arrived.emit()


def _ignore(_number: int, _frame: object) -> None:
    """Do nothing: the byte in the socket says it all."""
