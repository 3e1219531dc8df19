"""logind tells that the machine falls asleep and wakes; a stand-in sends its signals."""

from __future__ import annotations

import queue
from collections.abc import Iterator

import pytest

from dictate.control.sleep_watch import LOGIND, MANAGER, MEMBER, SleepWatch
from dictate.session_bus import Address, SessionBus
from tests.desktop.bus import PrivateBus

PATH = "/org/freedesktop/login1"


@pytest.fixture
def told(bus: PrivateBus, monkeypatch: pytest.MonkeyPatch) -> Iterator[queue.SimpleQueue[str]]:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address)
    told: queue.SimpleQueue[str] = queue.SimpleQueue()
    watch = SleepWatch(lambda: told.put("asleep"), lambda: told.put("awake"))
    watch.start()
    yield told
    watch.close()
    watch.close()


def send(logind: SessionBus, going_to_sleep: bool) -> None:
    """Send the signal to everybody, as logind does."""
    logind.signal(Address("", PATH, MANAGER), MEMBER, "b", (going_to_sleep,))


def test_both_moments_are_told(told: queue.SimpleQueue[str]) -> None:
    logind = SessionBus()
    assert logind.own(LOGIND)
    heard = []
    for _ in range(200):  # until the watch has subscribed
        send(logind, True)
        try:
            heard.append(told.get(timeout=0.05))
            break
        except queue.Empty:
            continue
    assert heard == ["asleep"]
    send(logind, False)
    while (moment := told.get(timeout=10)) == "asleep":
        pass  # one of those sent before
    assert moment == "awake"
    logind.close()
