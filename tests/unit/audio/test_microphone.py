"""The decisions around opening a microphone; opening itself is tried in tests/audio."""

from __future__ import annotations

import pytest

from dictate.audio.devices import InputDevice
from dictate.audio.microphone import others
from dictate.audio.microphone_notices import busy, missing, problem_of
from dictate.audio.opening import whose
from dictate.audio.portaudio_stream import attempts
from dictate.audio.pulse_sources import PulseSource
from dictate.domain import Severity

MIC = InputDevice(0, "Headset", 2, 44_100, "PulseAudio", True, source="usb")
HARDWARE = InputDevice(0, "Headset (hw:1,0)", 2, 44_100, "ALSA", True)
MONITOR = InputDevice(0, "Monitor", 2, 44_100, "PulseAudio", True, source="m", is_monitor=True)


def source(
    name: str, *, monitor: bool = False, muted: bool = False, default: bool = False
) -> PulseSource:
    return PulseSource(name, name, 44_100, monitor, muted, default)


def test_the_devices_own_rate_and_one_channel_come_first() -> None:
    tried = attempts(MIC)
    assert tried[:2] == [(44_100, 1), (44_100, 2)]
    assert (48_000, 1) in tried
    assert len(tried) == len(set(tried))


def test_a_device_without_a_rate_still_gets_tries() -> None:
    assert attempts(InputDevice(0, "x", 1, 0, "ALSA", True))[0] == (48_000, 1)


def test_a_stand_in_is_told() -> None:
    notice = problem_of(MIC, "Studio", source("usb"))
    assert notice is not None
    assert "Studio" in notice.message
    assert "Headset" in notice.message
    assert notice.severity is Severity.WARNING


def test_the_wanted_microphone_is_no_problem() -> None:
    assert problem_of(MIC, "Headset", source("usb")) is None
    assert problem_of(MIC, "default", None) is None


def test_muted_is_told() -> None:
    notice = problem_of(MIC, "default", source("usb", muted=True))
    assert notice is not None
    assert "muted" in notice.message


def test_a_monitor_is_no_microphone() -> None:
    notice = problem_of(MONITOR, "default", source("m", monitor=True))
    assert notice is not None
    assert notice.message.startswith("No microphone")


@pytest.mark.parametrize(
    ("device", "sources", "name"),
    [
        (MIC, (source("usb"), source("other")), "Headset"),
        (MIC, (source("other"),), "other"),  # the server moved on to another microphone
        (MIC, (source("other"), source("desk", default=True)), "desk"),
        (MIC, (source("other"), source("m", monitor=True, default=True)), ""),
        (MIC, (source("m", monitor=True),), ""),
        (MIC, (), ""),
        (MIC, None, None),  # nobody to ask
        (HARDWARE, (source("m"),), None),
        (MONITOR, (source("m", monitor=True),), "Monitor"),
    ],
)
def test_an_unplugged_microphone_is_noticed_though_sound_goes_on(
    device: InputDevice, sources: tuple[PulseSource, ...] | None, name: str | None
) -> None:
    assert whose(device, sources) == name


@pytest.mark.parametrize(
    ("platform", "word"),
    [("linux", "pavucontrol"), ("darwin", "Privacy"), ("win32", "desktop apps")],
)
def test_next_steps_fit_the_platform(platform: str, word: str) -> None:
    for error in (missing(platform), busy("Mic", "Device unavailable", platform)):
        assert word in error.next_step
        assert "dictate devices" in error.next_step
    assert "Device unavailable" in busy("Mic", "Device unavailable", platform).message


def test_another_microphone_goes_on_for_one_that_failed() -> None:
    other = InputDevice(1, "Desk", 1, 48_000, "PulseAudio", False, source="desk")
    assert others((MIC, other, MONITOR), "") == (MIC, other, MONITOR)
    assert others((MIC, other, MONITOR), "Headset") == [other]
    assert others((MIC, MONITOR), "Headset") == [MIC], "plugged in again perhaps"
    assert others((MONITOR,), "Headset") == [], "the loudspeaker is no microphone"
