"""Decides when a process that owes an answer counts as hung. Pure.

The whole time has a limit that suits the slowest machine. A process that does not even compute is
given up much earlier: a driver that waits for ever, a process that was stopped. Where the program
suspends the process itself, to let a take go first, that time does not count; nor does time in
which nobody looked, since the computer slept.
"""

from __future__ import annotations

from dataclasses import dataclass

SMALLEST_WORK_S = 0.005
"""Systems count processor time in steps of 10 ms or finer."""
LONGEST_LOOK_S = 5.0
"""It is looked at every second; on Windows the clock goes on while the computer sleeps."""


@dataclass(frozen=True, slots=True)
class Pulse:
    """What can be seen of a process from outside."""

    worked_s: float
    """Processor time it has taken since it began."""
    suspended: bool = False


class Watchdog:
    """Is shown the pulse of one process from time to time while an answer is waited for."""

    def __init__(self, limit_s: float, still_s: float, *, may_rest: bool = False) -> None:
        self._left_s = limit_s
        self._still_s = still_s
        self._may_rest = may_rest
        self._quiet_s = 0.0
        self._worked_s = 0.0

    @property
    def left_s(self) -> float:
        """How long it may still take, at most."""
        return max(0.0, self._left_s)

    def is_hung(self, passed_s: float, pulse: Pulse) -> bool:
        """Judge by what was seen after so much more time."""
        if self._may_rest and pulse.suspended:
            return False
        passed_s = min(passed_s, LONGEST_LOOK_S)
        self._left_s -= passed_s
        if pulse.worked_s - self._worked_s >= SMALLEST_WORK_S:
            self._worked_s, self._quiet_s = pulse.worked_s, 0.0
        else:
            self._quiet_s += passed_s
        return self._left_s <= 0 or self._quiet_s >= self._still_s
