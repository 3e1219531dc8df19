"""A thread that lives on a bus: it connects, waits for what comes, and is cut off at the end."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping

from dictate.session_bus import SessionBus

log = logging.getLogger(__name__)

CLOSE_S = 0.3
"""A bus that hangs while it is connected to cannot be cut off; it is left behind."""


class BusThread:
    """Runs ``live`` on a thread; what it opened with ``connect`` is closed behind it."""

    def __init__(self, name: str, live: Callable[[], None]) -> None:
        self._live = live
        self._bus: SessionBus | None = None
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    @property
    def is_closing(self) -> bool:
        """Whether the end has come; what a bus says then is no news."""
        return self._closing.is_set()

    def start(self) -> None:
        """Begin. Returns at once."""
        self._thread.start()

    def close(self) -> None:
        """End what it waits for, and it. Any number of times, brief."""
        self._closing.set()
        if self._bus is not None:
            self._bus.cut()
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join(CLOSE_S)

    # -- for the thread --------------------------------------------------------------------------

    def connect(self, environ: Mapping[str, str] | None = None) -> SessionBus:
        """Open a connection that ``close`` cuts off. Raises ServiceError."""
        self._bus = bus = SessionBus(environ)
        if self.is_closing:  # close() came too early to know it
            bus.cut()
        return bus

    def wait(self, seconds: float) -> None:
        """Rest so long, or until the end."""
        self._closing.wait(seconds)

    def _run(self) -> None:
        try:
            self._live()
        except Exception as error:  # noqa: BLE001  # top of a thread; the bus is a courtesy
            log.error("%s ended: %s", self._thread.name, type(error).__name__)
        finally:
            if self._bus is not None:
                self._bus.close()
