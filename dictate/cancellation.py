"""Lets one thread end what another one is waiting for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Cancellation:
    """Cancelled once and for good; whoever waits says how it is woken."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._is_set = False
        self._wake: list[Callable[[], None]] = []

    @property
    def is_set(self) -> bool:
        """Whether it was cancelled."""
        return self._is_set

    def cancel(self) -> None:
        """Cancel; any thread, any number of times."""
        with self._lock:
            if not self._is_set:
                self._is_set = True
                for wake in self._wake:
                    wake()

    @contextmanager
    def waking(self, wake: Callable[[], None]) -> Iterator[None]:
        """Call ``wake`` on cancelling while in this block, at once if that happened before.

        ``wake`` must return at once; it is never called after the block.
        """
        with self._lock:
            self._wake.append(wake)
            if self._is_set:
                wake()
        try:
            yield
        finally:
            with self._lock:
                self._wake.remove(wake)
