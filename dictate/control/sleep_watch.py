"""Tells that the machine falls asleep, and that it is awake again.

What was open before is worth little after it: a stream of a microphone gives nothing or the past.
logind tells both moments (Linux); where nobody does, the clocks tell the second one. A thread
``dictate-sleep`` waits for either.
"""

from __future__ import annotations

import contextlib
import logging
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dictate.clocks import passing_s
from dictate.control.bus_thread import BusThread
from dictate.errors import ServiceError
from dictate.session_bus import Received, SessionBus

log = logging.getLogger(__name__)

LOGIND = "org.freedesktop.login1"
MANAGER = "org.freedesktop.login1.Manager"
MEMBER = "PrepareForSleep"
RULE = f"type='signal',interface='{MANAGER}',member='{MEMBER}',path='/org/freedesktop/login1'"

LOOK_EVERY_S = 5.0
ASLEEP_S = 10.0
"""A machine that is very busy is late by less."""


@dataclass(frozen=True, slots=True)
class Clocks:
    """Both at one moment, in seconds."""

    running_s: float
    """Of a clock that stands still while the machine sleeps; Windows' goes on."""
    passing_s: float
    """Of one that does not, and that nobody sets; on Windows the same."""


def clocks() -> Clocks:
    """Read them now."""
    return Clocks(time.monotonic(), passing_s())


def has_slept(before: Clocks, now: Clocks, wait_s: float = LOOK_EVERY_S) -> bool:
    """Tell whether the machine slept between two looks that were to be ``wait_s`` apart at most."""
    ran_s = now.running_s - before.running_s
    stood_still_s = now.passing_s - before.passing_s - ran_s
    return max(stood_still_s, ran_s - wait_s) >= ASLEEP_S


def system_bus_address(environ: Mapping[str, str]) -> str:
    """Return where the bus of the whole machine listens."""
    return environ.get("DBUS_SYSTEM_BUS_ADDRESS") or "unix:path=/run/dbus/system_bus_socket"


class SleepWatch:
    """Calls ``falls_asleep`` where that is told, and ``is_awake`` after each sleep."""

    def __init__(
        self,
        falls_asleep: Callable[[], None],
        is_awake: Callable[[], None],
        read_clocks: Callable[[], Clocks] = clocks,
        look_every_s: float = LOOK_EVERY_S,
    ) -> None:
        self._falls_asleep, self._is_awake = falls_asleep, is_awake
        self._read_clocks, self._look_every_s = read_clocks, look_every_s
        self._last = read_clocks()
        self._thread = BusThread("dictate-sleep", self._run)
        self.start, self.close = self._thread.start, self._thread.close

    def _run(self) -> None:
        bus = self._connected()
        while not self._thread.is_closing:
            try:
                told = None if bus is None else bus.next(self._look_every_s)
            except ServiceError:
                if not self._thread.is_closing:
                    log.info("nobody tells any more when the machine falls asleep")
                bus = None
                continue
            if bus is None:
                self._thread.wait(self._look_every_s)
            if not self._thread.is_closing:
                self._follow(told)

    def _connected(self) -> SessionBus | None:
        address = system_bus_address(os.environ)
        with contextlib.suppress(ServiceError):
            bus = self._thread.connect({"DBUS_SESSION_BUS_ADDRESS": address})
            bus.subscribe(RULE)
            return bus
        log.info("the clocks tell when the machine was asleep: logind does not")
        return None

    def _follow(self, told: Received | None) -> None:
        now, before = self._read_clocks(), self._last
        self._last = now
        if told is not None and told.member == MEMBER and told.body == (True,):
            self._tell(self._falls_asleep)
        elif (told is not None and told.member == MEMBER) or has_slept(
            before, now, self._look_every_s
        ):
            log.info("the machine was asleep")
            self._tell(self._is_awake)

    def _tell(self, whom: Callable[[], None]) -> None:
        try:
            whom()
        except Exception:  # top of a thread: the next sleep must be told as well
            log.exception("what follows a sleep failed")
