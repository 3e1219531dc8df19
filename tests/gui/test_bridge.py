from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from dictate.domain import (
    Phase,
    TakeId,
)
from dictate.events import (
    Event,
    LevelMeasured,
    PhaseChanged,
)
from dictate.gui.bridge import Bridge
from tests.gui.events import level, phase

THREADS, EVENTS = 6, 200


def test_events_of_each_thread_arrive_in_order_in_the_gui_thread(qtbot: QtBot) -> None:
    bridge = Bridge()
    seen: list[Event] = []
    arrived_in: set[threading.Thread] = set()
    bridge.arrived.connect(seen.append)
    bridge.arrived.connect(lambda _: arrived_in.add(threading.current_thread()))
    start = threading.Barrier(THREADS)

    def speak(number: int) -> None:
        start.wait(5)
        for index in range(EVENTS):
            bridge.publish(PhaseChanged(Phase.IDLE, TakeId(number * EVENTS + index)))

    threads = [threading.Thread(target=speak, args=(number,)) for number in range(THREADS)]
    for thread in threads:
        thread.start()
    qtbot.waitUntil(lambda: len(seen) == THREADS * EVENTS)
    for thread in threads:
        thread.join(5)
    takes = [event.take for event in seen if isinstance(event, PhaseChanged) and event.take]
    for number in range(THREADS):
        own = [take for take in takes if number * EVENTS <= take < (number + 1) * EVENTS]
        assert own == sorted(own)
    assert arrived_in == {threading.main_thread()}


def test_only_the_newest_of_several_levels_is_shown(qtbot: QtBot) -> None:
    bridge = Bridge()
    seen: list[Event] = []
    bridge.arrived.connect(seen.append)
    bridge.publish(phase(Phase.RECORDING))
    for peak_dbfs in range(-60, 0):
        bridge.publish(level(peak_dbfs))
    bridge.publish(phase(Phase.FINISHING))
    bridge.publish(level(-3))
    qtbot.waitUntil(lambda: len(seen) == 4)
    assert seen == [phase(Phase.RECORDING), level(-1), phase(Phase.FINISHING), level(-3)]


def test_an_event_that_causes_another_keeps_the_order(qtbot: QtBot) -> None:
    bridge = Bridge()
    seen: list[Event] = []

    def answer(event: Event) -> None:
        seen.append(event)
        if event == phase(Phase.RECORDING):
            bridge.publish(level(-9))

    bridge.arrived.connect(answer)
    bridge.publish(phase(Phase.RECORDING))
    bridge.publish(phase(Phase.FINISHING))
    qtbot.waitUntil(lambda: len(seen) == 3)
    assert [type(event) for event in seen] == [PhaseChanged, PhaseChanged, LevelMeasured]


def test_a_closed_bridge_is_silent(qtbot: QtBot) -> None:
    bridge = Bridge()
    seen: list[Event] = []
    bridge.arrived.connect(seen.append)
    bridge.publish(phase(Phase.RECORDING))
    bridge.close()
    bridge.publish(phase(Phase.IDLE))
    other = Bridge()
    with qtbot.waitSignal(other.arrived):  # queued behind what the closed one had queued
        other.publish(level(-3))
    assert seen == []
