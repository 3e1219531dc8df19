"""A queue of files that are turned into text one after another, in a process of their own.

The thread ``dictate-files`` owns queue and process. Others send it orders and read ``rows``, a
value that is replaced as a whole. While a take is under way what decodes there is suspended: a
low priority alone would leave it its share of memory bandwidth and caches. The process ends when
nothing waits.
"""

from __future__ import annotations

import contextlib
import logging
import queue
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Protocol, TypeAlias

import psutil

from dictate import host
from dictate.assembly.file_child import Got, Recognise, Refused, Reply, serve
from dictate.domain import Notice, Severity
from dictate.engine import segments
from dictate.settings.schema import Settings
from dictate.text.exports import Written

log = logging.getLogger(__name__)

POLL_S = 0.05
CLOSING_S = 0.7
SHARE_TO_GUESS_FROM = 0.02


class State(StrEnum):
    """What has become of a file."""

    WAITING = "waiting"
    WORKING = "working"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Row:
    """One file."""

    number: int
    path: Path
    state: State = State.WAITING
    share: float = 0.0
    left_s: float | None = None
    """None: not yet known."""
    written: Written | None = None
    problem: Notice | None = None

    @property
    def is_over(self) -> bool:
        """Nothing more happens to it."""
        return self.state not in (State.WAITING, State.WORKING)


class Child(Protocol):
    """The process that recognises."""

    @property
    def connection(self) -> Connection:
        """Our end of the pipe to it."""

    def hold(self, held: bool) -> None:
        """Let it rest, or go on."""

    def kill(self) -> None:
        """End it now."""


Start: TypeAlias = Callable[[], Child]


class ChildProcess:
    """The real one, with the process of its engine."""

    def __init__(self) -> None:
        context = host.spawn_context()
        self.connection, theirs = host.pipe(context)
        # Not a daemon: those may not have children, and the engine is one.
        self._process = context.Process(target=serve, args=(theirs,), name="dictate-files")
        with host.deaf_to_ctrl_c():
            self._process.start()
        theirs.close()
        # Who is suspended does not see the process above it end, and then nobody knows it by that.
        self._suspended: set[psutil.Process] = set()

    def hold(self, held: bool) -> None:
        """Suspend or resume what decodes; the process above it must see the program end."""
        below = set(self._family()[1:])
        for process in below:
            with contextlib.suppress(psutil.Error):
                (process.suspend if held else process.resume)()
        self._suspended = below if held else set()

    def kill(self) -> None:
        """End all of it, also what is suspended while the process above it was ended by others."""
        for process in {*self._family(), *self._suspended}:
            with contextlib.suppress(psutil.Error):  # gone, or its number belongs to another now
                process.kill()
        self._process.join(CLOSING_S)
        if self._process.pid is not None and not self._process.is_alive():
            segments.remove_those_of(self._process.pid)
        self.connection.close()

    def _family(self) -> list[psutil.Process]:
        with contextlib.suppress(psutil.Error, TypeError):
            parent = psutil.Process(self._process.pid)
            return [parent, *parent.children(recursive=True)]
        return []


class FileQueue:
    """Methods may be called from any thread and return at once."""

    def __init__(
        self,
        settings: Callable[[], Settings],
        start: Start = ChildProcess,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settings, self._start, self._clock = settings, start, clock
        self._orders: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._is_closed = False
        self._wish = False
        self.rows: tuple[Row, ...] = ()
        # Only the thread uses what follows.
        self._child: Child | None = None
        self._current: int | None = None
        self._is_held = False
        self._worked_s, self._since_s = 0.0, 0.0
        self._last_number = 0

    # -- orders ----------------------------------------------------------------------------------

    def add(self, paths: Sequence[Path]) -> None:
        """Queue files."""
        self._order(lambda: self._add(tuple(paths)))

    def cancel(self, numbers: Sequence[int]) -> None:
        """Give files up, also the one that is worked at."""
        self._order(lambda: self._cancel(frozenset(numbers)))

    def forget(self, numbers: Sequence[int]) -> None:
        """Take files that are over off the list."""
        self._order(lambda: self._forget(frozenset(numbers)))

    def hold(self, held: bool) -> None:
        """Rest while a take is under way."""
        self._wish = held
        if self._thread is not None:
            self._order(lambda: self._hold(held))

    def close(self) -> None:
        """End process and thread. Any number of times."""
        thread, self._is_closed = self._thread, True
        if thread is not None:
            self._orders.put(None)
            thread.join(CLOSING_S)

    def _order(self, order: Callable[[], None]) -> None:
        if self._is_closed:
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="dictate-files", daemon=True)
            self._thread.start()
        self._orders.put(order)

    # -- the thread ------------------------------------------------------------------------------

    def _run(self) -> None:
        try:
            while (order := self._next()) is not None:
                try:
                    order()
                    self._go_on()
                except Exception as error:  # noqa: BLE001  # top of a thread: others wait behind
                    log.error("an order for files failed: %s", type(error).__name__)
                    self._fail_current()
        finally:
            self._end_child()

    def _next(self) -> Callable[[], None] | None:
        """Return what is to be done next: an order, or hearing the process."""
        while self._current is not None:
            with contextlib.suppress(queue.Empty):
                return self._orders.get_nowait()
            if self._child is not None and self._child.connection.poll(POLL_S):
                return self._hear
        return self._orders.get()

    def _add(self, paths: tuple[Path, ...]) -> None:
        self._hold(self._wish)  # a take may be under way
        new = []
        for path in paths:
            self._last_number += 1
            new.append(Row(self._last_number, path))
        self.rows = (*self.rows, *new)

    def _cancel(self, numbers: frozenset[int]) -> None:
        if self._current in numbers:
            self._end_child()  # nothing else stops a decode
        for row in self.rows:
            if row.number in numbers and not row.is_over:
                self._put(replace(row, state=State.CANCELLED, left_s=None))

    def _forget(self, numbers: frozenset[int]) -> None:
        self.rows = tuple(r for r in self.rows if not (r.number in numbers and r.is_over))

    def _hold(self, held: bool) -> None:
        if held == self._is_held:
            return
        self._is_held = held
        now_s = self._clock()
        if held:
            self._worked_s += now_s - self._since_s
        self._since_s = now_s
        if self._child is not None:
            self._child.hold(held)

    def _go_on(self) -> None:
        """Begin the next file, or end the process when there is none."""
        if self._current is not None:
            return
        row = next((row for row in self.rows if row.state is State.WAITING), None)
        if row is None:
            self._end_child()
            return
        try:
            if self._child is None:
                self._child = self._start()
                if self._is_held:
                    self._child.hold(True)
            self._child.connection.send(Recognise(row.path, self._settings()))
        except Exception as error:  # noqa: BLE001  # whatever it is, it would be so again
            log.error("a file was not begun: %s", type(error).__name__)
            self._end_child()
            self._put(replace(row, state=State.FAILED, problem=_crashed(row)))
            self._order(lambda: None)
            return
        self._current = row.number
        self._worked_s, self._since_s = 0.0, self._clock()
        self._put(replace(row, state=State.WORKING))

    def _hear(self) -> None:
        row = next(row for row in self.rows if row.number == self._current)
        assert self._child is not None
        try:
            reply: Reply = self._child.connection.recv()
        except (EOFError, OSError):
            self._end_child()
            self._put(replace(row, state=State.FAILED, left_s=None, problem=_crashed(row)))
            return
        match reply:
            case Got(share):
                left_s = self._left_s(share)
                self._put(replace(row, share=share, left_s=left_s))
            case Written():
                self._current = None
                done = replace(row, state=State.DONE, share=1.0, left_s=None, written=reply)
                self._put(done)
            case Refused(notice):
                self._current = None
                self._put(replace(row, state=State.FAILED, left_s=None, problem=notice))

    def _fail_current(self) -> None:
        """Give up what is worked at: nobody would hear how it ends."""
        row = next((row for row in self.rows if row.number == self._current), None)
        self._end_child()
        if row is not None:
            self._put(replace(row, state=State.FAILED, left_s=None, problem=_crashed(row)))
        self._order(lambda: None)  # the next one

    def _left_s(self, share: float) -> float | None:
        now_s = self._clock()
        worked_s = self._worked_s + (0.0 if self._is_held else now_s - self._since_s)
        if share < SHARE_TO_GUESS_FROM:
            return None
        return worked_s / share * (1 - share)

    def _end_child(self) -> None:
        child, self._child, self._current = self._child, None, None
        if child is not None:
            child.kill()

    def _put(self, row: Row) -> None:
        self.rows = tuple(row if r.number == row.number else r for r in self.rows)


def _crashed(row: Row) -> Notice:
    message = f"The process that read {row.path.name} ended."
    return Notice(Severity.ERROR, message, "Try it again; if it happens again, a smaller model.")
