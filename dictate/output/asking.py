"""A thread that asks other programs, one question after another; whoever ends it never waits long.

Another program may never answer, and nothing can interrupt the question. Python waits for the
threads of its own executors at the end of the program, for ever if need be; this one is left behind
instead. What it uses is let go by the thread itself, so nothing is closed under a question.
"""

from __future__ import annotations

import contextlib
import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from typing import Any, TypeVar

log = logging.getLogger(__name__)

CLOSE_S = 0.2
"""A question that is still open by then is given up with its thread."""

T = TypeVar("T")


class AskingThread:
    """Runs what it is given, in order. Methods may be called from any thread."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._work: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._waiting: set[Future[Any]] = set()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._closed = False

    def ask(self, question: Callable[[], T]) -> Future[T]:
        """Have a question asked; what comes after ``close`` is cancelled. Returns at once."""
        future: Future[T] = Future()
        with self._lock:
            if not self._closed:
                self._waiting.add(future)
                self._start()
                self._work.put(lambda: self._run_one(question, future))
                return future
        future.cancel()
        return future

    def close(self, let_go: Callable[[], None]) -> None:
        """Cancel what waits, let go of what the questions use, end. Any number of times, brief."""
        with self._lock:
            thread, was_closed, self._closed = self._thread, self._closed, True
            waiting = tuple(self._waiting)
        if was_closed:
            return
        for future in waiting:
            future.cancel()
        if thread is None:
            let_go()
            return
        self._work.put(let_go)
        self._work.put(None)
        if thread is not threading.current_thread():
            thread.join(CLOSE_S)
            if thread.is_alive():
                log.warning("%s is left behind: something does not answer", self._name)

    # -- the thread ------------------------------------------------------------------------------

    def _start(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while (work := self._work.get()) is not None:
            try:
                work()
            except Exception as error:  # noqa: BLE001  # top of a thread: the next is asked too
                log.error("%s failed: %s", self._name, type(error).__name__)

    def _run_one(self, question: Callable[[], T], future: Future[T]) -> None:
        with self._lock:
            self._waiting.discard(future)
        if not future.set_running_or_notify_cancel():
            return
        with contextlib.suppress(InvalidStateError):
            try:
                future.set_result(question())
            except Exception as error:  # noqa: BLE001  # whoever asked is told
                future.set_exception(error)
