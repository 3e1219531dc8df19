"""Clocks that nobody sets."""

from __future__ import annotations

import sys
import time

import pytest

from dictate import clocks
from dictate.clocks import SteadyClock
from dictate.control import sleep_watch


def test_only_the_time_that_passes_counts() -> None:
    wall, passing = [1_800_000_000.0], [50.0]
    clock = SteadyClock(lambda: wall[0], lambda: passing[0])
    assert clock() == 1_800_000_000.0
    wall[0] += 1e9
    assert clock() == 1_800_000_000.0
    passing[0] += 60
    assert clock() == 1_800_000_060.0


def test_the_machines_own_never_goes_back() -> None:
    read = [clocks.passing_s() for _ in range(100)]
    assert read == sorted(read)


def test_a_clock_that_is_set_is_no_sleep(monkeypatch: pytest.MonkeyPatch) -> None:
    """A recording under way would be taken back by it."""
    for platform in ("win32", "linux"):
        with monkeypatch.context() as patched:
            patched.setattr(sys, "platform", platform)
            before = sleep_watch.clocks()
            patched.setattr(time, "time", lambda: 9e9)
            assert not sleep_watch.has_slept(before, sleep_watch.clocks())
