"""A window with a text field of our own, in which ``dictate doctor --calibrate`` tries things out.

The window lives in the GUI thread; what is tried runs in a thread ``dictate-calibrate`` and sees
the window through ``CalibrationField``, whose methods may only be called there. Closing the window
ends the trial.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from dictate.errors import DictateError
from dictate.gui import icons
from dictate.gui.pyside_guard import keep_singletons
from dictate.gui.qt_clipboard import QtClipboard
from dictate.gui.quiet_label import QuietLabel
from dictate.gui.translation import translate

NAME = "dictate-calibration"
"""The window's class: unlike the program's own windows, it is typed into."""

FOCUS_S = 5.0
ASK_S = 5.0
_COMPARED = ("text/plain", "text/html", "text/uri-list", "application/x-color")

Result = TypeVar("Result")


class CalibrationWindow(QWidget):
    """What is being done, and the field it is done in."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.was_closed = False
        self.setWindowTitle(translate("Calibration", "Dictate: trying it out"))
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.setWindowIcon(icons.program_icon())
        self.heading = QLabel()
        self.heading.setWordWrap(True)
        font = self.heading.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        self.heading.setFont(font)
        self.edit = QPlainTextEdit()
        self.edit.setAccessibleName(translate("Calibration", "What arrives"))
        self.hint = QuietLabel()
        self.hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.setSpacing(12)
        layout.addWidget(self.heading)
        layout.addWidget(self.edit)
        layout.addWidget(self.hint)
        self.resize(560, 220)

    def tell(self, text: str, hint: str) -> None:
        """Show what is being done, or what to do, and a word about it below."""
        self.heading.setText(text)
        self.setWindowTitle(translate("Calibration", "Dictate: {doing}").format(doing=text))
        self.hint.setText(hint)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that the user has had enough."""
        super().closeEvent(event)
        self.was_closed = True
        self.closed.emit()


class CalibrationField(QObject):
    """The window as the trying thread sees it."""

    over = Signal()
    """What was to be tried is done."""
    _woken = Signal(object)

    def __init__(self, window: CalibrationWindow) -> None:
        super().__init__()
        self._window = window
        self._changed = threading.Condition()
        self._text = ""
        self._changed_at_s = 0.0
        self.gone = threading.Event()
        """The window was closed."""
        self._farewell: Callable[[], None] = lambda: None
        self.board = QtClipboard(parent=self)
        self._woken.connect(self._do, Qt.ConnectionType.QueuedConnection)
        window.edit.textChanged.connect(self._on_change)

    def say(self, text: str, hint: str) -> None:
        """Show what is being done, or what to do, and a word about it below."""
        self._ask(lambda: self._window.tell(text, hint))

    def clear(self) -> bool:
        """Empty the field and give it the keyboard; False when it does not get it.

        Raises DictateError when the window is gone, as all of these do.
        """
        until_s = time.monotonic() + FOCUS_S
        while not self._ask(self._take_the_keyboard):
            if time.monotonic() > until_s:
                return False
            self.gone.wait(0.05)
        with self._changed:
            return self._text == ""

    def wait_for(self, text: str, timeout_s: float) -> tuple[str, float]:
        """Wait until exactly this is in the field; return what is, and when it last changed."""
        with self._changed:
            self._changed.wait_for(lambda: self._text == text or self.gone.is_set(), timeout_s)
            self._require()
            return self._text, self._changed_at_s

    def clipboard(self) -> Mapping[str, bytes]:
        """Return what is on the clipboard, as far as it can be compared."""
        return self._ask(_clipboard)

    def when_gone(self, do: Callable[[], None]) -> None:
        """Have something done when the window is closed."""
        self._farewell = do

    def let_go(self) -> None:
        """End all waiting: the window is closed. Any thread."""
        self.gone.set()
        self._farewell()
        with self._changed:
            self._changed.notify_all()

    def _ask(self, do: Callable[[], Result]) -> Result:
        """Have something done in the GUI thread. Raises DictateError when the window is gone."""
        self._require()
        request = _Request(do)
        self._woken.emit(request)
        try:
            return request.future.result(ASK_S)
        except TimeoutError as error:
            raise DictateError("The window hangs.", "Try again.") from error

    def _require(self) -> None:
        if self.gone.is_set():
            raise DictateError("The window was closed.")

    @Slot(object)
    def _do(self, request: _Request[object]) -> None:
        request.run()

    def _take_the_keyboard(self) -> bool:
        window = self._window
        if window.edit.toPlainText():
            window.edit.clear()
        window.raise_()
        window.activateWindow()
        window.edit.setFocus()
        return window.isActiveWindow() and window.edit.hasFocus()

    @Slot()
    def _on_change(self) -> None:
        with self._changed:
            self._text = self._window.edit.toPlainText()
            self._changed_at_s = time.monotonic()
            self._changed.notify_all()


class _Request(Generic[Result]):
    def __init__(self, do: Callable[[], Result]) -> None:
        self._do = do
        self.future: Future[Result] = Future()

    def run(self) -> None:
        self.future.set_result(self._do())


def _clipboard() -> Mapping[str, bytes]:
    data = QGuiApplication.clipboard().mimeData()
    if data is None:
        return {}
    found = {name: bytes(data.data(name).data()) for name in _COMPARED if data.hasFormat(name)}
    return {**found, "picture": b"yes"} if data.hasImage() else found


def run_with_field(job: Callable[[CalibrationField], Result]) -> Result:
    """Show the window, run ``job`` beside it, and return what it gives.

    Raises what the job raises, and DictateError when the user closes the window.
    """
    keep_singletons()
    app = QApplication.instance() or QApplication([NAME])
    assert isinstance(app, QApplication)
    window = CalibrationWindow()
    field = CalibrationField(window)
    # Not quit(): that would close the window, which is how a user ends it.
    field.over.connect(lambda: app.exit(0), Qt.ConnectionType.QueuedConnection)
    window.closed.connect(field.let_go)
    window.show()
    with ThreadPoolExecutor(1, thread_name_prefix="dictate-calibrate") as worker:
        outcome = worker.submit(job, field)
        outcome.add_done_callback(lambda _: field.over.emit())
        app.exec()  # ends with the job, or with the window
        field.let_go()
        field.board.close()
    window.hide()
    if window.was_closed and outcome.exception() is not None:
        raise DictateError("The window was closed before the end.", "Nothing was changed.")
    return outcome.result()
