"""Opens a device as a line, and knows whether what a line records is still that device."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from dictate.audio import portaudio
from dictate.audio.devices import (
    DEFAULT,
    InputDevice,
    is_wanted,
    list_input_devices,
    machine_signature,
    rescan,
)
from dictate.audio.line import Line
from dictate.audio.microphone_notices import busy
from dictate.audio.microphone_source import MicrophoneSource
from dictate.audio.portaudio_stream import LISTENING_BLOCK_S, PortAudioStream, attempts
from dictate.audio.pulse_sources import PulseSource, ServerSilent, pulse_sources
from dictate.audio.ring import Ring

log = logging.getLogger(__name__)

_INVALID_CHANNELS, _INVALID_RATE = -9998, -9997

_pinned: list[str] = []  # set by us, not by the user


def open_line(device: InputDevice, wanted: str, pre_roll_ms: float) -> Line:
    """Start a stream, in the best format it takes. Raises MicrophoneBusy; hold PortAudio's lock."""
    use_pulse_source(device, wanted)
    error: Exception | None = None
    sounddevice = portaudio.library()
    for rate_hz, channels in attempts(device):
        length = round(rate_hz * pre_roll_ms / 1000)
        line = Line(device, rate_hz, ring=Ring(length, channels) if length else None)
        block_samples = round(rate_hz * LISTENING_BLOCK_S) if length else 0
        try:
            stream = PortAudioStream(device.index, rate_hz, channels, line, block_samples)
            line.attach(stream)
        except (sounddevice.PortAudioError, ValueError) as refusal:
            error = refusal
            if _code(refusal) not in (_INVALID_CHANNELS, _INVALID_RATE):
                break
            continue
        return line
    log.warning("microphone not opened: %s", error)
    raise busy(device.name, _reason(error)) from error


def use_pulse_source(device: InputDevice, wanted: str) -> None:
    """Tell libpulse which source ALSA's one entry means, by the variable it reads for that.

    For the desktop's default the variable stays away, so that the stream follows the desktop.
    """
    if not device.source:
        return
    is_named = wanted.strip().lower() not in ("", DEFAULT) and is_wanted(device, wanted)
    if device.is_default and not is_named:
        if _pinned:
            os.environ.pop("PULSE_SOURCE", None)
            _pinned.clear()
    elif os.environ.get("PULSE_SOURCE") != device.source:
        os.environ["PULSE_SOURCE"] = device.source
        _pinned.append(device.source)


def make_source(line: Line, warm: bool) -> MicrophoneSource:
    """Return the capture of a take from this line; one that ran before is waited for less."""
    device = line.device
    return MicrophoneSource(
        device.name,
        line.rate_hz,
        whose=lambda: _whose(device),
        first_wait_s=line.patience_s if warm else None,
    )


def whose(device: InputDevice, sources: tuple[PulseSource, ...] | None) -> str | None:
    """Return the microphone a stream opened on ``device`` records; None where nobody can tell.

    A sound server moves a stream whose microphone is unplugged to its default. Another microphone
    is fine; where only the loudspeaker is recorded the answer is empty.
    """
    if not device.source or sources is None:
        return None
    if any(source.name == device.source for source in sources):
        return device.name
    now = next((s for s in sources if s.is_default), None)
    if now is None:
        now = next((s for s in sources if not s.is_monitor), None)
    return now.description if now is not None and not now.is_monitor else ""


def _whose(device: InputDevice) -> str | None:
    try:
        return whose(device, pulse_sources() if device.source else None)
    except ServerSilent:
        return None


def pulse_source(device: InputDevice) -> PulseSource | None:
    """Return what the sound server says about a device; None when it is none of the server's."""
    if not device.source:
        return None
    try:
        return next((s for s in pulse_sources() or () if s.name == device.source), None)
    except ServerSilent:
        return None


@dataclass(frozen=True, slots=True)
class Hardware:
    """What a microphone asks of the machine; tests bring a machine of their own."""

    devices: Callable[[], tuple[InputDevice, ...]] = list_input_devices
    look_again: Callable[[], bool] = rescan
    signature: Callable[[], Hashable] = machine_signature
    open: Callable[[InputDevice, str, float], Line] = open_line
    source: Callable[[InputDevice], PulseSource | None] = pulse_source
    hangs: Callable[[], bool] = portaudio.hangs


def _code(error: Exception) -> int:
    return error.args[1] if len(error.args) > 1 and isinstance(error.args[1], int) else 0


def _reason(error: Exception | None) -> str:
    """Return PortAudio's words without its prefix and number."""
    text = str(error.args[0]) if error and error.args else ""
    return text.rsplit(": ", 1)[-1].split(" [")[0].strip()
