"""What the clocks tell about sleep."""

from __future__ import annotations

import queue

import pytest

from dictate.control.sleep_watch import Clocks, SleepWatch, clocks, has_slept

BEFORE = Clocks(100.0, 5000.0)


@pytest.mark.parametrize(
    ("now", "slept"),
    [
        (Clocks(105.0, 5005.0), False),
        (Clocks(105.0, 5305.0), True),  # the one clock stood still for five minutes
        (Clocks(405.0, 5305.0), True),  # both went on, but nobody looked (Windows)
        (Clocks(112.0, 5012.0), False),  # a busy machine
        (Clocks(105.0, 5012.0), False),  # a clock that was set right
        (Clocks(105.0, 1405.0), False),  # and one that was set back
    ],
)
def test_sleep_is_told_by_the_clocks(now: Clocks, slept: bool) -> None:
    assert has_slept(BEFORE, now) is slept


def test_the_clocks_of_this_machine_go() -> None:
    before, after = clocks(), clocks()
    assert after.running_s >= before.running_s
    assert after.passing_s >= before.passing_s
    assert not has_slept(before, after)


def test_without_logind_waking_is_told_once_for_each_sleep(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent/bus")
    readings = iter([BEFORE, Clocks(100.1, 5000.1), Clocks(100.2, 5900.2), Clocks(100.3, 5900.3)])
    told: queue.SimpleQueue[str] = queue.SimpleQueue()
    looked: queue.SimpleQueue[Clocks] = queue.SimpleQueue()

    def read() -> Clocks:
        now = next(readings, Clocks(100.3, 5900.3))
        looked.put(now)
        return now

    watch = SleepWatch(lambda: told.put("asleep"), lambda: told.put("awake"), read, 0.001)
    watch.start()
    for _ in range(6):
        looked.get(timeout=10)
    watch.close()
    assert told.get(timeout=10) == "awake"
    assert told.empty()
