"""When a feed is asked again: pure. Times are those of the wall clock, in seconds.

A machine that slept asks when it is awake again. A clock that was set back, or was wrong in the
future when the feed was asked last, makes it due at once instead of in years.
"""

from __future__ import annotations

from dictate.settings.choices import AskForUpdates

HOUR_S = 3600.0
DAY_S = 24 * HOUR_S
EVERY_S = {AskForUpdates.DAILY: DAY_S, AskForUpdates.WEEKLY: 7 * DAY_S}


def due_in_s(asked_at_s: float | None, failures: int, every_s: float, now_s: float) -> float:
    """Return in how many seconds the feed is due, 0 for now.

    After a failure it is asked again in an hour, then in two, in four, and never later than usual.
    """
    if asked_at_s is None or asked_at_s > now_s:
        return 0.0
    wait_s = every_s if failures == 0 else min(every_s, HOUR_S * 2.0 ** min(failures - 1, 16))
    return max(0.0, wait_s - (now_s - asked_at_s))
