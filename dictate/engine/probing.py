"""Tries a kind of device in the engine's process before a model is loaded on it.

A driver that crashes takes this process along and not the program. Before a trial it is written
down that the device did not answer, after it the line is taken away again, so a line that stays
means a death. Two of them speak against the device for every model, as long as other crashes do
(``crashes``); one alone may have been the end of the program.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from dictate.engine.crashes import ANY_MODEL, Combination, Crashes

log = logging.getLogger(__name__)

FIRST_TRIAL = "first trial"
SECOND_TRIAL = "trial"


class DeviceTrials:
    """Which kinds of device answer here."""

    def __init__(self, crashes: Crashes | None = None) -> None:
        self._crashes = crashes or Crashes()

    def passes(self, device: str, attempt: Callable[[], bool]) -> bool:
        """Tell whether ``attempt`` says so; False, without trying, where it died twice before."""
        first = Combination(ANY_MODEL, device, FIRST_TRIAL)
        second = Combination(ANY_MODEL, device, SECOND_TRIAL)
        if self._crashes.find(second) is not None:
            log.warning("%s crashed when it was tried and is left alone", device)
            return False
        self._crashes.add(first if self._crashes.find(first) is None else second)
        try:
            return attempt()
        except Exception as exc:  # noqa: BLE001  # whatever a driver's library throws means no
            log.warning("%s cannot be used: %s", device, type(exc).__name__)
            return False
        finally:
            self._crashes.withdraw((first, second))
