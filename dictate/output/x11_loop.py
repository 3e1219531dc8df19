"""One X11 connection with a thread of its own: commands come in from anywhere, events are handled.

Only the thread touches the connection, as python-xlib demands. A command may wait for events of its
own; all others are handled meanwhile. When the server goes away, whoever waits is told.
"""

from __future__ import annotations

import contextlib
import logging
import select
import socket
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from typing import Any, TypeAlias, TypeVar

from dictate.errors import ClipboardFailed

log = logging.getLogger(__name__)

XlibObject: TypeAlias = Any
"""python-xlib has no types."""

Result = TypeVar("Result")
Handle: TypeAlias = Callable[[XlibObject], None]

CALL_S = 6.0
"""A command that takes longer hangs; each is bounded by itself well below this."""
FAREWELL_S = 0.7
CLOSE_S = 0.5


class EventLoop:
    """The thread ``dictate-x11-clipboard``. Raises ClipboardFailed without a server."""

    def __init__(self, display: str | None, on_event: Handle, on_end: Callable[[], None]) -> None:
        from Xlib.display import Display
        from Xlib.error import DisplayError, XError

        try:
            self.display: XlibObject = Display(display)
        except (DisplayError, XError, OSError) as exc:
            raise ClipboardFailed("The X server cannot be reached.") from exc
        # Windows of others vanish while they are answered; the default prints that.
        self.display.set_error_handler(lambda _error, _request: None)
        self._on_event, self._on_end = on_event, on_end
        self._ear, self._bell = socket.socketpair()
        self._commands: deque[tuple[Callable[[], Any], Future[Any]]] = deque()
        self._lock = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="dictate-x11-clipboard", daemon=True)

    def start(self) -> None:
        """Begin to handle events; what sets the connection up comes before."""
        self._thread.start()

    def call(self, command: Callable[[], Result], limit_s: float = CALL_S) -> Result:
        """Run a command in the thread and return its result. Raises ClipboardFailed."""
        future: Future[Result] = Future()
        with self._lock:
            if self._closed:
                raise ClipboardFailed("The clipboard is closed.")
            self._commands.append((command, future))
            self._bell.send(b"!")
        try:
            return future.result(limit_s)
        except (TimeoutError, CancelledError) as exc:
            future.cancel()
            raise ClipboardFailed("The clipboard did not answer in time.") from exc

    def wait_for(self, check: Callable[[XlibObject], bool], end_s: float) -> XlibObject:
        """In the thread: return the first event that passes, None at the end; handle the others."""
        while True:
            while self.display.pending_events():
                event = self.display.next_event()
                if check(event):
                    return event
                self._handle(event)
            left_s = end_s - time.monotonic()
            if left_s <= 0:
                return None
            select.select([self.display.fileno()], [], [], left_s)

    def close(self, farewell: Callable[[], None]) -> None:
        """Run a last command and end. Any number of times, bounded in time."""
        with contextlib.suppress(ClipboardFailed):
            self.call(farewell, FAREWELL_S)
        with self._lock:
            if not self._closed:
                self._closed = True
                self._bell.send(b"!")
        self._thread.join(CLOSE_S)

    # -- in the thread ---------------------------------------------------------------------------

    def _run(self) -> None:
        try:
            while not self._closed:
                self._obey()
                # Sending takes in events as well: look at the queue after it, or they lie there
                # unseen while the select below waits for bytes that have been read already.
                self.display.flush()
                while self.display.pending_events():
                    self._handle(self.display.next_event())
                if not self._commands and not self._closed:
                    ready, _, _ = select.select([self.display.fileno(), self._ear], [], [])
                    if self._ear in ready:
                        self._ear.recv(64)
        except _connection_errors() as exc:
            log.info("the clipboard's connection ended: %s", type(exc).__name__)
        finally:
            self._end()

    def _obey(self) -> None:
        while self._commands:
            command, future = self._commands.popleft()
            if not future.set_running_or_notify_cancel():
                continue
            try:
                future.set_result(command())
            except ClipboardFailed as error:
                future.set_exception(error)
            except BaseException as error:
                failure = ClipboardFailed("The desktop did not let Dictate use the clipboard.")
                failure.__cause__ = error
                future.set_exception(failure)
                if isinstance(error, _connection_errors()):
                    raise

    def _handle(self, event: XlibObject) -> None:
        from Xlib.error import XError

        try:
            self._on_event(event)
        except XError as exc:  # the window that asked has gone
            log.debug("an event was not answered: %s", type(exc).__name__)
        except _connection_errors():
            raise
        except Exception as exc:  # noqa: BLE001  # of others: nothing they send may end the thread
            log.error("an event was not understood: %s", type(exc).__name__)

    def _end(self) -> None:
        with self._lock:
            self._closed = True
        while self._commands:
            self._commands.popleft()[1].cancel()
        with contextlib.suppress(*_connection_errors()):
            self.display.close()
        self._ear.close()
        self._bell.close()
        self._on_end()


def _connection_errors() -> tuple[type[BaseException], ...]:
    from Xlib.error import ConnectionClosedError, DisplayError

    return (ConnectionClosedError, DisplayError, OSError, ValueError)
