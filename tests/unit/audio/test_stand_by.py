"""A microphone between takes, on a machine that the test makes up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import pytest

from dictate.audio.devices import InputDevice
from dictate.audio.line import Line
from dictate.audio.microphone import LISTEN_AGAIN_S, LOOK_BLINDLY_S, Microphone
from dictate.audio.microphone_notices import RESTART, busy
from dictate.audio.opening import Hardware
from dictate.audio.ring import Ring
from dictate.domain import MicrophoneStatus
from dictate.errors import MicrophoneMissing
from dictate.settings.schema import AudioSettings

DESK = InputDevice(0, "Desk", 1, 16_000, "ALSA", True)
HEADSET = InputDevice(1, "Headset", 1, 16_000, "ALSA", False)
MONITOR = InputDevice(2, "Loudspeaker", 1, 16_000, "PulseAudio", True, "m", is_monitor=True)


class Stream:
    latency_s = 0.02

    def __init__(self) -> None:
        self.is_open = True

    def close(self) -> None:
        self.is_open = False


@dataclass
class Machine:
    """Devices that come and go; what is plugged in is seen after another look."""

    plugged: list[InputDevice] = field(default_factory=lambda: [DESK])
    listed: list[InputDevice] = field(default_factory=lambda: [DESK])
    busy: bool = False
    now_s: float = 1000.0
    lines: list[Line] = field(default_factory=list)
    streams: list[Stream] = field(default_factory=list)
    looks: int = 0
    hangs: bool = False
    tells: bool = True

    def hardware(self) -> Hardware:
        return Hardware(
            devices=lambda: tuple(self.listed),
            look_again=self.look_again,
            signature=lambda: tuple(self.plugged) if self.tells else None,
            open=self.open,
            source=lambda _device: None,
            hangs=lambda: self.hangs,
        )

    def look_again(self) -> bool:
        self.looks += 1
        if self.hangs or any(stream.is_open for stream in self.streams):
            return False
        self.listed = list(self.plugged)
        return True

    def open(self, device: InputDevice, _wanted: str, pre_roll_ms: float) -> Line:
        if self.busy or device not in self.plugged:
            raise busy(device.name, "Device unavailable")
        line = Line(device, 16_000, lambda: self.now_s, Ring(round(16 * pre_roll_ms)))
        stream = Stream()
        line.attach(stream)
        self.lines.append(line)
        self.streams.append(stream)
        return line

    def sound(self) -> None:
        self.lines[-1].receive(np.ones((512, 1), np.float32), False, 0.03)

    def opened(self) -> list[str]:
        return [line.device.name for line in self.lines]


@pytest.fixture
def machine() -> Machine:
    return Machine()


def on(machine: Machine, device: str = "default", pre_roll_ms: float = 400.0) -> Microphone:
    settings = AudioSettings(device=device, pre_roll_ms=pre_roll_ms)
    return Microphone(settings, lambda: machine.now_s, machine.hardware())


@pytest.fixture
def microphone(machine: Machine) -> Iterator[Microphone]:
    microphone = on(machine)
    yield microphone
    microphone.close()
    assert not any(stream.is_open for stream in machine.streams)


def test_it_listens_with_one_stream_as_long_as_sound_comes(
    machine: Machine, microphone: Microphone
) -> None:
    for _ in range(5):
        assert microphone.stand_by() == MicrophoneStatus("Desk", listening=True)
        machine.now_s += 2
        machine.sound()
    assert machine.opened() == ["Desk"]


def test_without_pre_roll_nothing_is_opened(machine: Machine) -> None:
    microphone = on(machine, pre_roll_ms=0.0)
    assert microphone.stand_by() == MicrophoneStatus("Desk")
    assert machine.opened() == []


def test_a_stream_that_fell_silent_is_opened_anew(machine: Machine, microphone: Microphone) -> None:
    microphone.stand_by()
    machine.sound()
    machine.now_s += 3600  # the computer slept
    assert microphone.stand_by().listening
    assert [stream.is_open for stream in machine.streams] == [False, True]


def test_the_wanted_microphone_is_taken_when_it_is_plugged_in(machine: Machine) -> None:
    microphone = on(machine, device="Headset")
    assert microphone.stand_by().wanted == "Headset"
    machine.sound()
    looks = machine.looks
    assert microphone.stand_by().wanted == "Headset"
    assert machine.looks == looks, "the same machine is not looked at again and again"
    machine.plugged.append(HEADSET)
    assert microphone.stand_by() == MicrophoneStatus("Headset", listening=True)
    assert machine.opened() == ["Desk", "Headset"]
    microphone.close()


def test_a_stream_that_does_not_close_is_told_where_it_keeps_the_wanted_one_from_being_found(
    machine: Machine,
) -> None:
    microphone = on(machine, device="Headset", pre_roll_ms=0.0)
    microphone.stand_by()
    machine.hangs = True
    machine.plugged.append(HEADSET)
    for _ in range(3):
        told = microphone.stand_by()
        assert (told.name, told.wanted) == ("Desk", "Headset")  # takes go on with the other one
        assert told.problem is not None and told.problem.next_step == RESTART
        machine.now_s += 2
    machine.hangs = False  # the driver has come to itself
    assert microphone.stand_by() == MicrophoneStatus("Headset")
    machine.plugged, machine.listed, machine.hangs = [], [], True
    with pytest.raises(MicrophoneMissing) as caught:
        microphone.open()
    assert caught.value.next_step == RESTART


def test_where_the_system_tells_of_no_changes_it_is_looked_for_now_and_then(
    machine: Machine,
) -> None:
    machine.tells = False
    microphone = on(machine, device="Headset", pre_roll_ms=0.0)
    for _ in range(43_200):  # a day
        microphone.stand_by()
        machine.now_s += 2
    assert machine.looks <= 86_400 / LOOK_BLINDLY_S + 1
    machine.plugged.append(HEADSET)
    machine.now_s += LOOK_BLINDLY_S
    assert microphone.stand_by() == MicrophoneStatus("Headset")


def test_a_microphone_pulled_out_is_missing_until_it_is_back(
    machine: Machine, microphone: Microphone
) -> None:
    microphone.stand_by()
    machine.sound()
    machine.plugged, machine.listed = [], []
    gone = microphone.stand_by()
    assert (gone.name, gone.listening) == ("", False)
    assert gone.problem is not None
    machine.plugged = [DESK]
    assert microphone.stand_by() == MicrophoneStatus("Desk", listening=True)


def test_one_that_is_busy_is_told_and_not_tried_all_the_time(
    machine: Machine, microphone: Microphone
) -> None:
    machine.busy = True
    refused = microphone.stand_by()
    assert refused.problem is not None
    assert "cannot be opened" in refused.problem.message
    machine.busy = False
    machine.now_s += 2
    assert microphone.stand_by() == refused
    assert machine.opened() == []
    machine.now_s += LISTEN_AGAIN_S
    microphone.stand_by()
    machine.sound()
    assert microphone.stand_by() == MicrophoneStatus("Desk", listening=True)


def test_one_that_never_gives_a_sound_is_told_and_stays_told_while_it_is_tried_again(
    machine: Machine, microphone: Microphone
) -> None:
    assert microphone.stand_by().problem is None
    machine.now_s += 4
    told = microphone.stand_by().problem
    assert told is not None
    assert told.message == 'The microphone "Desk" sends no sound.'
    for _ in range(10):
        machine.now_s += 2
        assert microphone.stand_by().problem == told
    assert len(machine.lines) <= 3
    machine.now_s += LISTEN_AGAIN_S
    microphone.stand_by()
    machine.sound()
    assert microphone.stand_by() == MicrophoneStatus("Desk", listening=True)


def test_the_computers_own_sound_is_not_listened_to(machine: Machine) -> None:
    machine.plugged = machine.listed = [MONITOR]
    microphone = on(machine)
    assert not microphone.stand_by().listening
    assert machine.opened() == []


def test_a_take_begins_with_what_was_heard_and_listening_goes_on(
    machine: Machine, microphone: Microphone
) -> None:
    microphone.stand_by()
    machine.sound()
    for _ in range(2):
        source = microphone.open()
        machine.sound()
        source.stop()
        assert len(list(source.frames())) == 2
        machine.sound()
        source.close()
    assert machine.opened() == ["Desk"]


def test_in_place_of_one_that_failed_another_is_opened(machine: Machine) -> None:
    machine.plugged = machine.listed = [DESK, HEADSET]
    microphone = on(machine)
    microphone.stand_by()
    source = microphone.open(instead_of="Desk")
    assert source.name == "Headset"
    source.close()
    microphone.close()
    machine.plugged = machine.listed = []
    with pytest.raises(MicrophoneMissing):
        microphone.open(instead_of="Headset")
    assert not any(stream.is_open for stream in machine.streams)
