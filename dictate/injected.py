"""Which key events are our own: what types tells what listens, so a text never starts a take.

The desktop gives no reliable mark of synthetic keys (on X11 none at all, and a remapping tool's
keys are synthetic and still the user's). So every event is announced before it is made and its
echo is swallowed once. Keys are numbers of the platform (X key codes). Any thread.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from typing import TypeAlias

KeyEvent: TypeAlias = tuple[int, bool]
"""A key's number and whether it goes down."""

FORGET_S = 3.0
"""An echo that has not come after this long never will: nobody was listening."""


class InjectedKeys:
    """The events announced and not yet seen."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._announced: dict[KeyEvent, deque[float]] = {}

    def announce(self, events: Iterable[KeyEvent]) -> None:
        """Expect the echo of these events."""
        now_s = self._clock()
        with self._lock:
            self._forget(now_s)
            for event in events:
                self._announced.setdefault(event, deque()).append(now_s)

    def take(self, key: int, is_down: bool) -> bool:
        """Tell whether this event is one of ours; each announcement counts once."""
        with self._lock:
            self._forget(self._clock())
            times = self._announced.get((key, is_down))
            if not times:
                return False
            times.popleft()
            return True

    def _forget(self, now_s: float) -> None:
        for times in self._announced.values():
            while times and times[0] < now_s - FORGET_S:
                times.popleft()
