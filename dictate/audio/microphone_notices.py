"""What the user is told about a microphone: its problems, and why it is not there or not open."""

from __future__ import annotations

import sys

from dictate.audio.devices import InputDevice, is_wanted
from dictate.audio.pulse_sources import PulseSource
from dictate.domain import Notice, Severity
from dictate.errors import MicrophoneBusy, MicrophoneLost, MicrophoneMissing

RESTART = (
    "If it is plugged in, quit Dictate and start it again: a microphone that does not close keeps"
    " new ones from being found."
)


def problem_of(
    device: InputDevice, wanted: str, source: PulseSource | None, *, hangs: bool = False
) -> Notice | None:
    """Return what the user should know before dictating with ``device``.

    ``hangs``: a stream does not close, and no device can be looked for.
    """
    if not is_wanted(device, wanted):
        return Notice(
            Severity.WARNING,
            f'The microphone "{wanted}" is not there; "{device.name}" is used.',
            RESTART if hangs else "Plug it in, or choose another one in the menu.",
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


def missing(platform: str = sys.platform, *, hangs: bool = False) -> MicrophoneMissing:
    """Make the error for a machine without any microphone."""
    advice = RESTART if hangs else _advice(platform, "Plug one in")
    return MicrophoneMissing("No microphone was found.", advice)


def silent(name: str) -> MicrophoneLost:
    """Make the error for a microphone that opens and gives no sound."""
    return MicrophoneLost(
        f'The microphone "{name}" sends no sound.',
        "Choose another one in the menu, or plug it out and in again.",
    )


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
