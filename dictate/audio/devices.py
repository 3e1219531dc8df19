"""Lists microphones and finds the wanted one again by its name, whatever its number is today."""

from __future__ import annotations

import re
import sys
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

from dictate.audio import portaudio
from dictate.audio.pulse_sources import PulseSource, ServerSilent, can_ask, pulse_sources
from dictate.errors import MicrophoneBusy

DEFAULT = "default"

PULSE = "pulse"
ALSA_SERVERS = ("pipewire", PULSE, DEFAULT)
"""ALSA plugins that reach a sound server; the other plugins repeat the same microphones."""


@dataclass(frozen=True, slots=True)
class InputDevice:
    """A microphone as the user sees it."""

    index: int
    """PortAudio's number, valid until the next ``rescan``."""
    name: str
    channels: int
    rate_hz: int
    host_api: str
    is_default: bool
    source: str = ""
    """Which source of a PulseAudio (or PipeWire) server; empty for any other device."""
    is_monitor: bool = False
    """The computer's own sound, not a microphone."""


def list_input_devices() -> tuple[InputDevice, ...]:
    """Return the microphones PortAudio knows, those of a sound server by their own names.

    Raises MicrophoneMissing when PortAudio is not there at all, MicrophoneBusy when the sound
    server hangs: to open a microphone would then wait for ever.
    """
    devices = _portaudio_devices()
    if all(device.name != PULSE for device in devices) or not can_ask():
        return devices
    try:
        return with_pulse_sources(devices, pulse_sources())
    except ServerSilent as error:
        raise MicrophoneBusy(
            "The sound server does not answer.",
            "Restart it: systemctl --user restart pipewire-pulse (or pulseaudio -k).",
        ) from error


def _portaudio_devices() -> tuple[InputDevice, ...]:
    with portaudio.LOCK:
        sounddevice = portaudio.library()
        try:
            apis = list(sounddevice.query_hostapis())
            raw = list(sounddevice.query_devices())
            preferred = _default_index(sounddevice, apis)
        except sounddevice.PortAudioError:
            return ()
    devices = tuple(
        InputDevice(
            index=index,
            name=str(entry["name"]).strip(),
            channels=int(entry["max_input_channels"]),
            rate_hz=round(entry["default_samplerate"]),
            host_api=str(apis[entry["hostapi"]]["name"]),
            is_default=index == preferred,
        )
        for index, entry in enumerate(raw)
        if entry["max_input_channels"] > 0
    )
    return worth_showing(devices)


def rescan() -> bool:
    """Look for devices that were plugged in since; False while a stream is open."""
    return portaudio.reinitialise()


def machine_signature() -> Hashable:
    """Return what changes when a rescan might find something else; None where nobody can tell.

    Linux shows its sound cards in files, so a machine without a microphone need not initialise
    PortAudio again every two seconds.
    """
    if not sys.platform.startswith("linux"):
        return None
    try:
        server = pulse_sources()
    except ServerSilent:
        server = ()
    return _read(Path("/proc/asound/cards")), _names(Path("/dev/snd")), server is not None


def _read(path: Path) -> str:
    try:
        return path.read_text(errors="replace")
    except OSError:
        return ""


def _names(folder: Path) -> tuple[str, ...]:
    try:
        return tuple(sorted(entry.name for entry in folder.iterdir()))
    except OSError:
        return ()


def choose(devices: Sequence[InputDevice], wanted: str) -> InputDevice | None:
    """Return the wanted microphone, else the default one, else the first; None of none.

    A name that only differs in the card's number (``(hw:1,0)``) or in case is the same device:
    the number changes with the order of plugging in.
    """
    if wanted.strip() and wanted.strip().lower() != DEFAULT:
        for same in (_same, _same_but_number):
            for device in devices:
                if same(device, wanted):
                    return device
    return next((d for d in devices if d.is_default), devices[0] if devices else None)


def is_wanted(device: InputDevice, wanted: str) -> bool:
    """Tell whether ``device`` is what ``wanted`` names, and no stand-in for it."""
    asked = wanted.strip().lower()
    if asked in ("", DEFAULT) or (device.source and asked in ALSA_SERVERS):
        return True
    return _same(device, wanted) or _same_but_number(device, wanted)


def worth_showing(
    devices: tuple[InputDevice, ...], platform: str = sys.platform
) -> tuple[InputDevice, ...]:
    """Drop the entries that repeat a microphone; keep all where that would leave none.

    Linux: ALSA lists each plugin of its configuration, OSS repeats ALSA. Windows: four host APIs
    list the same microphones; WASAPI has whole names and the lowest latency.
    """
    if platform.startswith("linux"):
        kept = tuple(d for d in devices if d.host_api != "OSS" and _real_alsa(d))
    elif platform == "win32":
        kept = tuple(d for d in devices if d.host_api == "Windows WASAPI")
    else:
        kept = devices
    return kept or devices


def with_pulse_sources(
    devices: tuple[InputDevice, ...], sources: tuple[PulseSource, ...] | None
) -> tuple[InputDevice, ...]:
    """Put a sound server's microphones in place of ALSA's one entry for the whole server.

    ``None`` means that the server has gone since PortAudio looked. Monitors are the computer's own
    sound; only one that is the server's default is kept. The hardware entries stay, last, for
    those who want to go past the server.
    """
    server = next(d for d in devices if d.name == PULSE)
    rest = tuple(d for d in devices if d.name not in ALSA_SERVERS)
    kept = [s for s in sources or () if s.is_default or not s.is_monitor]
    titles = [source.description for source in kept]
    own = tuple(
        InputDevice(
            index=server.index,
            name=s.description
            if titles.count(s.description) == 1
            else f"{s.description} ({s.name})",
            channels=1,
            rate_hz=s.rate_hz,
            host_api="PulseAudio",
            is_default=s.is_default,
            source=s.name,
            is_monitor=s.is_monitor,
        )
        for s in kept
    )
    return own + tuple(replace(d, is_default=False) for d in rest)


def _real_alsa(device: InputDevice) -> bool:
    if device.host_api != "ALSA":
        return True
    return device.name in ALSA_SERVERS or "(hw:" in device.name


def _default_index(sounddevice: ModuleType, apis: list[dict[str, Any]]) -> int:
    if sys.platform == "win32":
        for api in apis:
            if api["name"] == "Windows WASAPI":
                return int(api["default_input_device"])
    try:
        return int(sounddevice.query_devices(kind="input")["index"])
    except (sounddevice.PortAudioError, ValueError):
        return -1


def _same(device: InputDevice, wanted: str) -> bool:
    asked = wanted.strip().lower()
    return asked in (device.name.lower(), device.source.lower())


def _same_but_number(device: InputDevice, wanted: str) -> bool:
    asked = _without_number(wanted)
    return bool(asked) and _without_number(device.name) == asked


def _without_number(name: str) -> str:
    return re.sub(r"\s*\((hw:)?\d+(,\d+)?\)", "", name).strip().lower()
