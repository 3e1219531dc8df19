"""The chosen microphone: finds it, opens it for takes, and keeps it on between them if so set.

A device that is not there is looked for again (PortAudio lists devices only when it starts), then
the default stands in for it; the choice in the settings is never changed by that.
"""

from __future__ import annotations

import math
import time
import weakref
from collections.abc import Callable, Hashable, Sequence

from dictate.audio import portaudio
from dictate.audio.devices import DEFAULT, InputDevice, choose, is_wanted
from dictate.audio.keeper import Keeper, shut
from dictate.audio.lease import Lease
from dictate.audio.line import Line
from dictate.audio.microphone_notices import missing, problem_of, silent
from dictate.audio.opening import Hardware, make_source
from dictate.domain import MicrophoneStatus
from dictate.errors import AudioError, MicrophoneBusy, MicrophoneMissing
from dictate.ports import AudioSource
from dictate.settings.schema import AudioSettings

RESCAN_AT_OPEN_S = 10.0
"""A press waits about 50 ms for a rescan, so not each of them does while a device is missing."""
LOOK_BLINDLY_S = 60.0
"""Between takes, where the system does not tell of changes; PortAudio keeps 12 KB of each look."""
LISTEN_AGAIN_S = 10.0
"""What did not open for listening, or gave no sound, is tried again after this time."""


class Microphone:
    """Implements ``AudioInput`` for the microphone named in the settings."""

    def __init__(
        self,
        settings: AudioSettings,
        clock: Callable[[], float] = time.monotonic,
        hardware: Hardware | None = None,
    ) -> None:
        self._wanted = settings.device
        self._pre_roll_ms = settings.pre_roll_ms
        self._clock = clock
        self._hardware = hardware or Hardware()
        self._keeper = Keeper(math.inf if settings.pre_roll_ms else settings.keep_warm_s)
        # Whoever drops a microphone without a word leaves none open. At the end of the program
        # PortAudio closes its streams itself, and no thread can be started.
        weakref.finalize(self, self._keeper.close).atexit = False
        self._rescanned_at_s = self._refused_at_s = -math.inf
        self._refusal: AudioError | None = None
        self._signature: Hashable = None

    # -- takes -----------------------------------------------------------------------------------

    def open(self, instead_of: str = "") -> AudioSource:
        """Start capturing. Raises MicrophoneMissing or MicrophoneBusy."""
        with portaudio.LOCK:
            kept = self._keeper.take()
            if kept is not None and not instead_of and self._is_usable(kept):
                return self._lend(kept, warm=kept.has_heard)
        if kept is not None:
            shut(kept)
        return self._lend(self._open_line(instead_of), warm=False)

    def _lend(self, line: Line, *, warm: bool) -> AudioSource:
        return Lease(line, self._keeper, warm=warm, source=make_source, open_line=self._open_line)

    def _open_line(self, instead_of: str = "") -> Line:
        with portaudio.LOCK:
            device = self._find(instead_of)
            if device is None or (self._is_overdue() and not is_wanted(device, self._wanted)):
                device = self._look_again(instead_of) or device
            if device is None:
                raise self._missing()
            try:
                return self._hardware.open(device, self._wanted, self._pre_roll_ms)
            except MicrophoneBusy as error:
                # PortAudio's list may be older than the last change of cables.
                again = self._look_again(instead_of)
                if again is None:
                    raise self._missing() from error
                return self._hardware.open(again, self._wanted, self._pre_roll_ms)

    # -- between takes ---------------------------------------------------------------------------

    def status(self) -> MicrophoneStatus:
        """Look which microphone would be used now: 1-3 ms, 50 ms when hardware has changed."""
        try:
            return self._told(self._present())
        except AudioError as error:
            return MicrophoneStatus("", self._named(), error.notice())

    def stand_by(self) -> MicrophoneStatus:
        """With pre-roll: listen, with the microphone a take would use now; return ``status``."""
        if not self._pre_roll_ms:
            return self.status()
        try:
            device = self._present()
            kept = self._keeper.take()
            if kept is not None and not _fits(kept, device):
                shut(kept)
                if not kept.has_heard and _is_same(kept.device, device):
                    self._refuse(silent(kept.device.name))
                kept = None
            if device is None or device.is_monitor:  # not the computer's own sound
                return self._told(device)
            self._keeper.keep(kept or self._open_to_listen())
            if kept is not None and kept.has_heard:
                self._refusal = None
            if self._refusal is not None:
                raise self._refusal.with_traceback(None)  # until it is heard
            return self._told(device)
        except AudioError as error:
            return MicrophoneStatus(
                "", self._named(), error.notice(), listening=self._keeper.is_keeping
            )

    def _open_to_listen(self) -> Line:
        """Open a line; for a while after a refusal, raise that again instead."""
        if self._refusal is not None and self._clock() - self._refused_at_s < LISTEN_AGAIN_S:
            raise self._refusal.with_traceback(None)
        try:
            return self._open_line()
        except AudioError as error:
            self._refuse(error)
            raise

    def _refuse(self, error: AudioError) -> None:
        self._refusal, self._refused_at_s = error, self._clock()

    def close(self) -> None:
        """Release what is kept open; takes that run end as ever. Any number of times."""
        self._keeper.close()

    def _told(self, device: InputDevice | None) -> MicrophoneStatus:
        if device is None:
            return MicrophoneStatus("", self._named(), self._missing().notice())
        stands_in = not is_wanted(device, self._wanted)
        return MicrophoneStatus(
            name=device.name,
            wanted=self._wanted if stands_in else "",
            problem=problem_of(
                device,
                self._wanted,
                self._hardware.source(device),
                hangs=self._hardware.hangs(),
            ),
            listening=bool(self._pre_roll_ms) and self._keeper.is_keeping,
        )

    def _missing(self) -> MicrophoneMissing:
        return missing(hangs=self._hardware.hangs())

    def _named(self) -> str:
        return "" if self._wanted.strip().lower() in ("", DEFAULT) else self._wanted

    # -- devices ---------------------------------------------------------------------------------

    def _find(self, instead_of: str = "") -> InputDevice | None:
        return choose(others(self._hardware.devices(), instead_of), self._wanted)

    def _present(self) -> InputDevice | None:
        """Return the device a take would use now, looked for again after a change of hardware."""
        device = self._find()
        if device is not None and is_wanted(device, self._wanted):
            return device
        if not self._hardware_changed():
            return device
        kept = self._keeper.take()
        if kept is not None:
            shut(kept)  # an open stream would keep PortAudio from looking
        return self._look_again() or device

    def _look_again(self, instead_of: str = "") -> InputDevice | None:
        self._rescanned_at_s = self._clock()
        if not self._hardware.look_again():
            self._signature = object()  # what has changed is still to be seen
        return self._find(instead_of)

    def _is_usable(self, line: Line) -> bool:
        """Tell whether a line kept open is still what a new one would be."""
        try:
            device = self._find()
        except AudioError:
            return False  # opening tells why
        if device is None or not _fits(line, device):
            return False
        return is_wanted(device, self._wanted) or not self._is_overdue()

    def _is_overdue(self) -> bool:
        return self._clock() - self._rescanned_at_s >= RESCAN_AT_OPEN_S

    def _hardware_changed(self) -> bool:
        before, self._signature = self._signature, self._hardware.signature()
        if self._signature is None:  # nobody tells
            return self._clock() - self._rescanned_at_s >= LOOK_BLINDLY_S
        return self._signature != before


def others(devices: Sequence[InputDevice], instead_of: str) -> Sequence[InputDevice]:
    """Return the devices to choose from when the one named has failed.

    It is left itself where nothing else is: it may have been plugged in again. The computer's own
    sound never stands in for a microphone that was spoken into.
    """
    if not instead_of:
        return devices
    microphones = [device for device in devices if not device.is_monitor]
    return [device for device in microphones if device.name != instead_of] or microphones


def _fits(line: Line, device: InputDevice | None) -> bool:
    """Tell whether an open line brings the sound of this device."""
    return _is_same(line.device, device) and line.is_live()


def _is_same(one: InputDevice, other: InputDevice | None) -> bool:
    if other is None:
        return False
    return (one.host_api, one.source, one.name) == (other.host_api, other.source, other.name)
