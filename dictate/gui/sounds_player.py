"""Hands sounds to the process that plays them. ``play`` returns at once, whatever happens there."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TypeAlias

from dictate import host
from dictate.gui.sounds import Sound
from dictate.gui.sounds_child import serve

log = logging.getLogger(__name__)

MOST_STARTS = 3
"""A process that ends so often has nothing to play on."""

Start: TypeAlias = Callable[[], Connection]
"""Starts what plays; returns our end of the pipe to it."""
_Waiting: TypeAlias = "queue.SimpleQueue[tuple[Sound, float] | None]"


def start_process() -> Connection:
    """Start the process that plays; it ends by itself when the pipe is closed."""
    context = host.spawn_context()
    ours, theirs = host.pipe(context)
    process = context.Process(target=serve, args=(theirs,), name="dictate-sounds", daemon=True)
    with host.deaf_to_ctrl_c():
        process.start()
    theirs.close()
    return ours


class SoundPlayer:
    """Plays sounds once ``prepare`` was called. Nothing it is asked for waits for anything."""

    def __init__(
        self, start: Start = start_process, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._start, self._clock = start, clock
        self._waiting: _Waiting | None = None

    @property
    def is_ready(self) -> bool:
        """Whether sounds are played."""
        return self._waiting is not None

    def prepare(self) -> None:
        """Start the process in the background, so that the first sound comes in time."""
        if self._waiting is None:
            waiting: _Waiting = queue.SimpleQueue()
            self._waiting = waiting
            work = _Talk(self._start).hand_on
            threading.Thread(
                target=work, args=(waiting,), name="dictate-sounds", daemon=True
            ).start()

    def play(self, sound: Sound) -> None:
        """Have it played soon or not at all."""
        if self._waiting is not None:
            self._waiting.put((sound, self._clock()))

    def close(self) -> None:
        """Have thread and process end by themselves. Any number of times; ``prepare`` is a new
        beginning, with others."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting.put(None)


class _Talk:
    """What one thread says to one process, or to the next when that ends."""

    def __init__(self, start: Start) -> None:
        self._start = start
        self._pipe: Connection | None = None
        self._starts = 0

    def hand_on(self, waiting: _Waiting) -> None:
        """The whole thread."""
        self._connect()
        while (item := waiting.get()) is not None:
            try:
                if self._pipe is not None:
                    self._pipe.send(item)
            except OSError:  # it has ended
                self._disconnect()
                self._connect()
        self._disconnect()

    def _connect(self) -> None:
        if self._starts >= MOST_STARTS:
            return
        self._starts += 1
        if self._starts == MOST_STARTS:
            log.warning("sounds cannot be played: no output works")
        try:
            self._pipe = self._start()
        except OSError:
            log.warning("the process for sounds does not start", exc_info=True)

    def _disconnect(self) -> None:
        pipe, self._pipe = self._pipe, None
        if pipe is not None:
            pipe.close()
