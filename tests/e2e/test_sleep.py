"""The machine sleeps while one dictates: told by logind, of which a stand-in sends the signals."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dictate.control.sleep_watch import MANAGER, MEMBER
from dictate.session_bus import Address, SessionBus
from tests.desktop.bus import PrivateBus
from tests.e2e.desktop import Desk, assert_said

SAID = "meeting_en"
LOGIND = Address("", "/org/freedesktop/login1", MANAGER)


@pytest.fixture
def logind(desk: Desk) -> Iterator[SessionBus]:
    with PrivateBus() as bus:
        desk.screen.env["DBUS_SYSTEM_BUS_ADDRESS"] = bus.address
        sender = SessionBus({"DBUS_SESSION_BUS_ADDRESS": bus.address})
        yield sender
        sender.close()


def test_a_recording_ends_with_the_sleep_and_is_brought_back_after_it(
    desk: Desk, logind: SessionBus
) -> None:
    desk.start()
    with desk.holding():
        desk.say(SAID)
        logind.signal(LOGIND, MEMBER, "b", (True,))
        desk.wait_for_phase("idle")
        logind.signal(LOGIND, MEMBER, "b", (False,))
    assert desk.typed() == "", "nobody knows who wakes the machine"
    desk.tell("retry")
    desk.wait_for(lambda now: now["last"], "a text")
    assert_said(desk.typed(), SAID)
    desk.dictate(SAID)
    desk.wait_for(lambda now: now["last"], "a text")
    assert_said(desk.typed(), SAID, SAID)
