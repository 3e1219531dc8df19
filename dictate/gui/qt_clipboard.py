"""The desktop's clipboard through Qt, usable from the core's threads.

Qt's clipboard belongs to the GUI thread: on X11 that thread owns the selection and must answer
whoever pastes. So a call from another thread is put on a queue, one queued signal wakes the GUI
thread, and the caller waits for the answer, but not for ever: a GUI that hangs costs a
ClipboardFailed, not the text.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot
from PySide6.QtGui import QClipboard, QGuiApplication

from dictate.errors import ClipboardFailed

TIMEOUT_S = 2.0
"""A GUI thread that has not answered by then hangs."""


@dataclass(frozen=True, slots=True)
class _Request:
    answer: Callable[[], str | None]
    future: Future[str | None]


class QtClipboard(QObject):
    """Implements ``ports.Clipboard``. Make it in the GUI thread, call it from any other."""

    _woken = Signal()

    def __init__(self, timeout_s: float = TIMEOUT_S, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timeout_s = timeout_s
        self._waiting: deque[_Request] = deque()
        self._is_closed = False
        self._woken.connect(self._serve, Qt.ConnectionType.QueuedConnection)

    def read_text(self) -> str | None:
        """Return the text on the clipboard; None when it holds something else or nothing."""
        return self._ask(_read)

    def write_text(self, text: str) -> None:
        """Put a text on the clipboard and make sure it is there."""
        self._ask(lambda: _write(text))

    def close(self) -> None:
        """Fail whoever waits; later calls fail at once. In the GUI thread."""
        self._is_closed = True
        while self._waiting:
            self._waiting.popleft().future.cancel()

    def _ask(self, answer: Callable[[], str | None]) -> str | None:
        if self._is_closed:
            raise ClipboardFailed("The clipboard cannot be used while Dictate quits.")
        if QThread.currentThread() is self.thread():
            return answer()
        request = _Request(answer, Future())
        self._waiting.append(request)
        self._woken.emit()
        try:
            return request.future.result(self._timeout_s)
        except TimeoutError as exc:
            request.future.cancel()
            raise ClipboardFailed(
                "The clipboard did not answer in time.", "Copy the text from Dictate's menu."
            ) from exc
        except CancelledError as exc:
            raise ClipboardFailed("The clipboard cannot be used while Dictate quits.") from exc

    @Slot()
    def _serve(self) -> None:
        while self._waiting:
            request = self._waiting.popleft()
            if not request.future.set_running_or_notify_cancel():
                continue  # the caller gave up waiting
            try:
                request.future.set_result(request.answer())
            except ClipboardFailed as error:
                request.future.set_exception(error)


def _clipboard() -> QClipboard:
    return QGuiApplication.clipboard()


def _read() -> str | None:
    data = _clipboard().mimeData()
    return data.text() if data is not None and data.hasText() else None


def _write(text: str) -> None:
    clipboard = _clipboard()
    clipboard.setText(text)
    if not clipboard.ownsClipboard() and clipboard.text() != text:  # some platforms never own
        raise ClipboardFailed(
            "The desktop did not let Dictate set the clipboard.",
            "Copy the text from Dictate's menu.",
        )
