"""Which entries are shown and which of them a name means."""

from __future__ import annotations

import pytest

from dictate.audio.devices import (
    InputDevice,
    choose,
    is_wanted,
    with_pulse_sources,
    worth_showing,
)
from dictate.audio.pulse_sources import PulseSource


def device(
    name: str, index: int = 0, *, api: str = "ALSA", default: bool = False, source: str = ""
) -> InputDevice:
    return InputDevice(index, name, 2, 48_000, api, default, source)


HEADSET = device("USB Headset: Audio (hw:2,0)", 3)
BUILT_IN = device("HD-Audio Generic: ALC257 Analog (hw:0,0)", 1, default=True)


def test_default_is_the_default() -> None:
    assert choose([HEADSET, BUILT_IN], "default") is BUILT_IN
    assert choose([HEADSET, BUILT_IN], "Default ") is BUILT_IN


def test_a_name_is_found_under_any_index() -> None:
    assert choose([BUILT_IN, HEADSET], HEADSET.name) is HEADSET


def test_a_name_is_found_after_its_card_number_changed() -> None:
    assert choose([BUILT_IN, HEADSET], "USB Headset: Audio (hw:1,0)") is HEADSET


def test_of_two_alike_the_number_decides() -> None:
    twin = device("USB Headset: Audio (hw:3,0)", 4)
    assert choose([HEADSET, twin], twin.name) is twin


def test_a_missing_device_falls_back_and_the_wish_is_told_apart() -> None:
    chosen = choose([BUILT_IN], HEADSET.name)
    assert chosen is BUILT_IN
    assert not is_wanted(BUILT_IN, HEADSET.name)
    assert is_wanted(BUILT_IN, "default")


def test_without_a_default_the_first_is_taken() -> None:
    assert choose([HEADSET], "default") is HEADSET


def test_of_nothing_comes_nothing() -> None:
    assert choose([], "default") is None
    assert choose([], "USB") is None


def test_alsa_plugins_are_hidden() -> None:
    names = ["sysdefault", "samplerate", "pulse", "default", "pipewire", "upmix", HEADSET.name]
    shown = worth_showing(tuple(device(name) for name in names), "linux")
    assert [d.name for d in shown] == ["pulse", "default", "pipewire", HEADSET.name]


def test_a_list_of_nothing_but_plugins_is_kept() -> None:
    devices = (device("sysdefault"), device("upmix"))
    assert worth_showing(devices, "linux") == devices


def test_oss_repeats_alsa() -> None:
    shown = worth_showing((device("/dev/dsp", api="OSS"), HEADSET), "linux")
    assert shown == (HEADSET,)


def test_windows_shows_each_microphone_once() -> None:
    apis = ("MME", "Windows DirectSound", "Windows WASAPI", "Windows WDM-KS")
    devices = tuple(device("Mic", i, api=api) for i, api in enumerate(apis))
    assert [d.index for d in worth_showing(devices, "win32")] == [2]


def test_mac_shows_all() -> None:
    devices = (device("MacBook Pro Microphone", api="Core Audio"), HEADSET)
    assert worth_showing(devices, "darwin") == devices


def source(
    name: str, description: str, *, monitor: bool = False, default: bool = False
) -> PulseSource:
    return PulseSource(name, description, 48_000, monitor, False, default)


PULSE = (device("pulse", 5), device("default", 6, default=True), HEADSET)


def test_a_servers_microphones_stand_for_alsas_one_entry() -> None:
    sources = (
        source("alsa_input.usb", "Headset"),
        source("alsa_input.pci", "Built-in", default=True),
        source("speaker.monitor", "Monitor of Speakers", monitor=True),
    )
    shown = with_pulse_sources(PULSE, sources)
    assert [(d.name, d.index, d.is_default) for d in shown] == [
        ("Headset", 5, False),
        ("Built-in", 5, True),
        (HEADSET.name, 3, False),
    ]
    assert choose(shown, "Headset") is shown[0]
    assert choose(shown, "alsa_input.usb") is shown[0]
    assert is_wanted(shown[1], "pulse")


def test_two_alike_are_told_apart_by_their_stable_names() -> None:
    sources = (source("usb-1", "Mic"), source("usb-2", "Mic"))
    shown = with_pulse_sources(PULSE[:1], sources)
    assert [d.name for d in shown] == ["Mic (usb-1)", "Mic (usb-2)"]


def test_a_monitor_is_shown_only_as_the_default() -> None:
    shown = with_pulse_sources(PULSE[:2], (source("m", "Monitor", monitor=True, default=True),))
    assert [(d.name, d.is_monitor) for d in shown] == [("Monitor", True)]


@pytest.mark.parametrize("sources", [None, ()])
def test_no_server_or_one_without_microphones_leaves_the_hardware(
    sources: tuple[PulseSource, ...] | None,
) -> None:
    assert with_pulse_sources(PULSE, sources) == (HEADSET,)
    assert with_pulse_sources(PULSE[:2], sources) == ()
