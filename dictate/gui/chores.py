"""Work that may wait for a disk or a device, done in one thread so that the GUI's never does.

Jobs run one after the other, in order. What a job returns is handed to its ``then`` in the thread
this object lives in; a DictateError becomes ``failed``, anything else is logged.
"""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from dictate.domain import Notice
from dictate.errors import DictateError

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[], Any]
    then: Callable[[Any], None] | None


class Chores(QObject):
    """A queue of jobs and the thread that does them."""

    failed = Signal(object)
    """A Notice: a job could not be done."""

    _done = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._is_closed = False
        self._done.connect(self._finish, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._run, name="dictate-chores", daemon=True)
        self._thread.start()

    def do(self, work: Callable[[], Any], then: Callable[[Any], None] | None = None) -> None:
        """Queue ``work``; its result goes to ``then`` in the GUI thread."""
        self._jobs.put(_Job(work, then))

    def close(self, timeout_s: float = 0.5) -> bool:
        """Finish the job that runs, drop the others; tell whether it ended in time."""
        if not self._is_closed:
            self._is_closed = True
            self._jobs.put(None)
        self._thread.join(timeout_s)
        if self._thread.is_alive():
            log.warning("a job was still running after %.1f s", timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            if self._is_closed:
                continue
            finish = self._perform(job)
            if finish is not None and not self._is_closed:
                self._done.emit(finish)

    def _perform(self, job: _Job) -> Callable[[], None] | None:
        """Do one job; return what is left to be done in the GUI thread."""
        try:
            result = job.work()
        except DictateError as error:
            notice: Notice = error.notice()
            return lambda: self.failed.emit(notice)
        except Exception:  # the top of a thread: the next job must still be done
            log.exception("a job failed")
            return None
        then = job.then
        return None if then is None else lambda: then(result)

    @Slot(object)
    def _finish(self, finish: Callable[[], None]) -> None:
        if not self._is_closed:
            finish()
