"""Has a model measured once nothing has been asked of the program for a while; one thread.

A press ends the measurement at once: its process is killed and what it found is dropped. It begins
anew when the program has been idle again, a few times at most.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from dictate.domain import ModelChoice
from dictate.engine.tuner import GaveWay
from dictate.errors import DictateError

log = logging.getLogger(__name__)

IDLE_S = 20.0
NOT_NOW_S = 600.0
MOST_TRIES = 5
CLOSE_TIMEOUT_S = 0.5


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When to begin."""

    idle_s: float = IDLE_S
    not_now_s: float = NOT_NOW_S
    """How long to wait when ``may_begin`` says no."""


class IdleTuner:
    """Runs ``measure`` in idle times; ``stop`` cuts a running one short, from any thread."""

    def __init__(
        self,
        measure: Callable[[ModelChoice, Callable[[], bool]], None],
        stop: Callable[[], None],
        may_begin: Callable[[], bool] = lambda: True,
        rhythm: Rhythm | None = None,
    ) -> None:
        self._measure = measure
        self._stop = stop
        self._may_begin = may_begin
        self._rhythm = rhythm or Rhythm()
        self._changed = threading.Condition()  # guards what follows
        self._wish: ModelChoice | None = None
        self._tries = 0
        self._left_alone: set[ModelChoice] = set()
        self._busy = False
        self._due_at_s = 0.0
        self._running = False
        self._give_way = False
        self._closed = False
        self._thread: threading.Thread | None = None

    def want(self, choice: ModelChoice | None) -> None:
        """Measure the model of this choice when there is time, once; None: nothing is wanted."""
        with self._changed:
            if self._closed or choice == self._wish or choice in self._left_alone:
                return
            self._wish, self._tries = choice, 0
            self._postpone(self._rhythm.idle_s)
            if choice is not None and self._thread is None:
                self._thread = threading.Thread(target=self._run, name="dictate-tune", daemon=True)
                self._thread.start()
        self._make_way()

    def busy(self, busy: bool) -> None:
        """Tell whether the user wants something of the program right now."""
        with self._changed:
            self._busy = busy
            self._postpone(self._rhythm.idle_s)
        if busy:
            self._make_way()

    def close(self) -> None:
        """End; a running measurement is dropped."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
            thread = self._thread
        self._make_way()
        if thread is not None:
            thread.join(CLOSE_TIMEOUT_S)

    def _make_way(self) -> None:
        with self._changed:
            if not self._running:
                return
            self._give_way = True
        self._stop()

    def _postpone(self, by_s: float) -> None:
        self._due_at_s = time.monotonic() + by_s
        self._changed.notify_all()

    def _given_up(self) -> bool:
        with self._changed:
            return self._give_way

    # -- the thread ------------------------------------------------------------------------------

    def _run(self) -> None:
        while (choice := self._next()) is not None:
            try:
                self._measure(choice, self._given_up)
                again = False
            except GaveWay:
                again = True
            except DictateError as exc:
                log.warning("a model could not be measured: %s", type(exc).__name__)
                again = False
            except Exception as exc:  # noqa: BLE001  # top of the thread; it is only a measurement
                log.error("measuring broke: %s", type(exc).__name__)
                again = False
            self._ended(choice, again)

    def _next(self) -> ModelChoice | None:
        """Wait until there is something to measure and time for it; None at the end."""
        while (choice := self._due()) is not None:
            may_begin = self._may_begin()  # asks the system: a press must not wait for that
            with self._changed:
                if self._busy or self._closed or self._wish != choice:
                    continue
                if may_begin:
                    self._running, self._give_way = True, False
                    return choice
                self._postpone(self._rhythm.not_now_s)
        return None

    def _due(self) -> ModelChoice | None:
        with self._changed:
            while not self._closed:
                if self._wish is None or self._busy:
                    self._changed.wait()
                elif (wait_s := self._due_at_s - time.monotonic()) > 0:
                    self._changed.wait(wait_s)
                else:
                    return self._wish
            return None

    def _ended(self, choice: ModelChoice, again: bool) -> None:
        with self._changed:
            self._running = False
            self._tries += 1
            if not again or self._tries >= MOST_TRIES:
                self._left_alone.add(choice)
                self._wish = None if self._wish == choice else self._wish
            self._postpone(self._rhythm.idle_s)
