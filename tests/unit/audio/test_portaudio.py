"""The lock around PortAudio: a driver that hangs in it costs an error, not the program."""

from __future__ import annotations

import threading

import pytest

from dictate.audio import portaudio
from dictate.audio.devices import InputDevice
from dictate.audio.keeper import shut
from dictate.audio.line import Line
from dictate.errors import MicrophoneBusy

DESK = InputDevice(0, "Desk", 1, 16_000, "ALSA", True)


class HangingStream:
    """Hangs in the driver while it closes, as PortAudio's does, until it is ``freed``."""

    latency_s = 0.02

    def __init__(self) -> None:
        self.freed, self.is_in = threading.Event(), threading.Event()

    def close(self) -> None:
        with portaudio.LOCK:
            self.is_in.set()
            assert self.freed.wait(20)


def test_nobody_waits_for_ever_for_a_driver_that_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portaudio, "WAIT_S", 0.05)
    stream, line = HangingStream(), Line(DESK, 16_000)
    line.attach(stream)
    shut(line, 0.0)
    assert stream.is_in.wait(20) and portaudio.hangs()
    with pytest.raises(MicrophoneBusy) as caught, portaudio.LOCK:
        pass
    assert caught.value.next_step
    second = Line(DESK, 16_000)
    second.attach(HangingStream())
    shut(second)  # gives up as well
    stream.freed.set()
    for thread in threading.enumerate():
        if thread.name == "dictate-close-microphone":
            thread.join(20)
    assert not portaudio.hangs()
    with portaudio.LOCK, portaudio.LOCK:  # its owner may come in again
        pass
