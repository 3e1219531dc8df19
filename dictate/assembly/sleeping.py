"""What the program does when the machine falls asleep, and when it is awake again."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from dictate.control.sleep_watch import SleepWatch
from dictate.domain import Notice, Phase, Severity


class Dictating(Protocol):
    """The program, as far as sleep matters to it."""

    @property
    def phase(self) -> Phase:
        """What it does now."""

    def cancel(self, at_s: float) -> object:
        """Take a recording back; it can be brought back for a while."""

    def renew_microphone(self) -> None:
        """Open it anew for the next take."""


class Sleeping:
    """A recording never goes on through a sleep: who wakes the machine may be somebody else, and
    its text would be typed into what is seen then, often the field for the password."""

    def __init__(self, program: Dictating, tell: Callable[[Notice], None]) -> None:
        self._program, self._tell = program, tell
        watch = SleepWatch(self.fall_asleep, self.wake)
        self.start, self.close = watch.start, watch.close

    def fall_asleep(self) -> None:
        """End a recording without its text."""
        if self._program.phase in (Phase.OPENING, Phase.RECORDING):
            self._program.cancel(time.monotonic())
            self._tell(
                Notice(
                    Severity.INFO,
                    "The recording ended because the machine went to sleep.",
                    "Bring it back from the tray's menu or with: dictate retry",
                )
            )

    def wake(self) -> None:
        """End what nobody told about before, and trust no stream from before."""
        self.fall_asleep()
        self._program.renew_microphone()
