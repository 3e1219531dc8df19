"""Opens the chosen microphone through PortAudio and says which one that would be.

A device that is not there is looked for again (PortAudio lists devices only when it starts), then
the default stands in for it; the choice in the settings is never changed by that.
"""

from __future__ import annotations

import logging
import math
import os
import sys
import time
import weakref
from collections.abc import Callable, Hashable

from dictate.audio import portaudio
from dictate.audio.devices import (
    DEFAULT,
    InputDevice,
    choose,
    is_wanted,
    list_input_devices,
    machine_signature,
    rescan,
)
from dictate.audio.keeper import Keeper, shut
from dictate.audio.lease import Lease
from dictate.audio.line import Line
from dictate.audio.microphone_source import MicrophoneSource
from dictate.audio.portaudio_stream import PortAudioStream, attempts
from dictate.audio.pulse_sources import PulseSource, ServerSilent, pulse_sources
from dictate.domain import MicrophoneStatus, Notice, Severity
from dictate.errors import AudioError, MicrophoneBusy, MicrophoneMissing
from dictate.ports import AudioSource
from dictate.settings.schema import AudioSettings

log = logging.getLogger(__name__)

RESCAN_AT_OPEN_S = 10.0
"""A press waits about 50 ms for a rescan, so not each of them does while a device is missing."""

_INVALID_CHANNELS, _INVALID_RATE = -9998, -9997


class Microphone:
    """Implements ``AudioInput`` for the microphone named in the settings."""

    def __init__(
        self, settings: AudioSettings, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._wanted = settings.device
        self._clock = clock
        self._keeper = Keeper(settings.keep_warm_s)
        # Whoever drops a microphone without a word (other settings) leaves none open. At the end
        # of the program PortAudio closes its streams itself, and no thread can be started.
        weakref.finalize(self, self._keeper.close).atexit = False
        self._rescanned_at_s = -math.inf
        self._signature: Hashable = None

    def open(self) -> AudioSource:
        """Start capturing. Raises MicrophoneMissing or MicrophoneBusy."""
        with portaudio.LOCK:
            kept = self._keeper.take()
            try:
                warm = kept is not None and self._is_usable(kept)
            except AudioError:
                warm = False  # opening tells why
            if kept is not None and warm:
                return self._lend(kept, warm=True)
        if kept is not None:
            shut(kept)
        return self._lend(self._open_line(), warm=False)

    def close(self) -> None:
        """Release what is kept open; takes that run end as ever. Any number of times."""
        self._keeper.close()

    def _is_usable(self, line: Line) -> bool:
        """Tell whether a line kept open is still what a new one would be."""
        if not line.is_live():
            return False
        device = choose(list_input_devices(), self._wanted)
        if device is None or _identity(device) != _identity(line.device):
            return False
        return is_wanted(device, self._wanted) or not self._is_overdue()

    def _lend(self, line: Line, *, warm: bool) -> AudioSource:
        return Lease(line, self._keeper, warm=warm, source=_source, open_line=self._open_line)

    def _is_overdue(self) -> bool:
        return self._clock() - self._rescanned_at_s >= RESCAN_AT_OPEN_S

    def _open_line(self) -> Line:
        with portaudio.LOCK:
            device = choose(list_input_devices(), self._wanted)
            if device is None or (self._is_overdue() and not is_wanted(device, self._wanted)):
                device = self._look_again() or device
            if device is None:
                raise missing()
            try:
                return self._start(device)
            except MicrophoneBusy as error:
                # PortAudio's list may be older than the last change of cables.
                again = self._look_again()
                if again is None:
                    raise missing() from error
                return self._start(again)

    def status(self) -> MicrophoneStatus:
        """Look which microphone would be used now: 1-3 ms, 50 ms when hardware has changed."""
        with portaudio.LOCK:
            try:
                device = choose(list_input_devices(), self._wanted)
                absent = device is None or not is_wanted(device, self._wanted)
                if absent and self._hardware_changed():
                    device = self._look_again() or device
            except AudioError as error:
                return MicrophoneStatus("", self._named(), error.notice())
        if device is None:
            return MicrophoneStatus("", self._named(), missing().notice())
        stands_in = not is_wanted(device, self._wanted)
        return MicrophoneStatus(
            name=device.name,
            wanted=self._wanted if stands_in else "",
            problem=problem_of(device, self._wanted, _pulse_source(device)),
        )

    def _named(self) -> str:
        return "" if self._wanted.strip().lower() in ("", DEFAULT) else self._wanted

    def _hardware_changed(self) -> bool:
        before, self._signature = self._signature, machine_signature()
        return self._signature is None or self._signature != before

    def _look_again(self) -> InputDevice | None:
        self._rescanned_at_s = self._clock()
        rescan()
        return choose(list_input_devices(), self._wanted)

    def _start(self, device: InputDevice) -> Line:
        use_pulse_source(device, self._wanted)
        error: Exception | None = None
        sounddevice = portaudio.library()
        for rate_hz, channels in attempts(device):
            line = Line(device, rate_hz)
            try:
                line.attach(PortAudioStream(device.index, rate_hz, channels, line))
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

    Without a wish the variable stays away, so that the stream follows the desktop's choice.
    """
    if not device.source:
        return
    if wanted.strip().lower() in ("", DEFAULT) or not is_wanted(device, wanted):
        if _pinned:
            os.environ.pop("PULSE_SOURCE", None)
            _pinned.clear()
    elif os.environ.get("PULSE_SOURCE") != device.source:
        os.environ["PULSE_SOURCE"] = device.source
        _pinned.append(device.source)


def _source(line: Line, warm: bool) -> MicrophoneSource:
    device = line.device
    return MicrophoneSource(
        device.name,
        line.rate_hz,
        still_there=lambda: _still_there(device),
        first_wait_s=line.patience_s if warm else None,
    )


def _identity(device: InputDevice) -> tuple[str, str, str]:
    return device.host_api, device.source, device.name


_pinned: list[str] = []  # set by us, not by the user


def still_there(device: InputDevice, sources: tuple[PulseSource, ...] | None) -> bool | None:
    """Tell whether ``device`` can still be what is recorded; None where nobody can tell.

    A sound server moves a stream whose microphone is unplugged to what is left. Another microphone
    is fine; when only monitors are left, the stream records the loudspeaker.
    """
    if not device.source or sources is None:
        return None
    return any(s.name == device.source or not s.is_monitor for s in sources)


def _still_there(device: InputDevice) -> bool | None:
    try:
        return still_there(device, pulse_sources() if device.source else None)
    except ServerSilent:
        return None


def problem_of(device: InputDevice, wanted: str, source: PulseSource | None) -> Notice | None:
    """Return what the user should know before dictating with ``device``."""
    if not is_wanted(device, wanted):
        return Notice(
            Severity.WARNING,
            f'The microphone "{wanted}" is not there; "{device.name}" is used.',
            "Plug it in, or choose another one in the menu.",
        )
    if device.is_monitor:
        return Notice(
            Severity.WARNING,
            "No microphone was found; the computer's own sound would be recorded.",
            missing().next_step,
        )
    if source is not None and source.is_muted:
        return Notice(
            Severity.WARNING,
            f'The microphone "{device.name}" is muted.',
            "Unmute it in the sound settings.",
        )
    return None


def missing(platform: str = sys.platform) -> MicrophoneMissing:
    """Make the error for a machine without any microphone."""
    return MicrophoneMissing("No microphone was found.", _advice(platform, "Plug one in"))


def busy(name: str, reason: str, platform: str = sys.platform) -> MicrophoneBusy:
    """Make the error for a microphone that is listed but does not open."""
    message = f'The microphone "{name}" cannot be opened{f" ({reason})" if reason else ""}.'
    return MicrophoneBusy(message, _advice(platform, "Close other programs that record"))


def _advice(platform: str, first: str) -> str:
    if platform == "darwin":
        where = "allow Dictate in System Settings > Privacy & Security > Microphone"
    elif platform == "win32":
        where = "allow desktop apps in Settings > Privacy & security > Microphone"
    else:
        where = "look at the inputs in pavucontrol"
    return f"{first}, or {where}; `dictate devices` lists what is found."


def _pulse_source(device: InputDevice) -> PulseSource | None:
    if not device.source:
        return None
    try:
        return next((s for s in pulse_sources() or () if s.name == device.source), None)
    except ServerSilent:
        return None


def _code(error: Exception) -> int:
    return error.args[1] if len(error.args) > 1 and isinstance(error.args[1], int) else 0


def _reason(error: Exception | None) -> str:
    """Return PortAudio's words without its prefix and number."""
    text = str(error.args[0]) if error and error.args else ""
    return text.rsplit(": ", 1)[-1].split(" [")[0].strip()
