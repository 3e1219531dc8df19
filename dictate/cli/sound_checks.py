"""Whether the sound library is there, and what the microphone hears."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from dictate.cli.check import Check, Status, failed, good, noticed
from dictate.errors import DictateError

if TYPE_CHECKING:
    from dictate.ports import AudioInput

LISTEN_S = 1.0
QUIET_DBFS = -70.0
"""A microphone in a silent room is above this; one that is turned down is below."""
LEVEL_STEP = "Turn it up in the sound settings, or choose another: dictate devices"


def check_portaudio() -> Check:
    """Look whether the sound library is there."""
    from dictate.audio import portaudio

    try:
        library = portaudio.library()
    except DictateError as error:
        return failed("sound library", error)
    return good("sound library", str(library.get_portaudio_version()[1]).partition(",")[0])


def check_microphone(audio: AudioInput, listen_s: float = LISTEN_S) -> Check:
    """Open the microphone and listen for a second."""
    try:
        status = audio.status()
        if status.problem is not None and not status.name:
            problem = status.problem
            return Check("microphone", Status.FAILURE, problem.message, problem.next_step)
        loudest_dbfs, heard = _listen(audio, listen_s)
    except DictateError as error:
        return failed("microphone", error)
    finally:
        audio.close()
    if status.problem is not None:
        return noticed("microphone", status.problem)
    return _judged(status.name, status.wanted, loudest_dbfs, heard)


def _listen(audio: AudioInput, listen_s: float) -> tuple[float, bool]:
    """Return the loudest frame's level and whether anything but zeros came."""
    import numpy as np

    from dictate.audio.level import rms_dbfs

    source = audio.open()
    loudest_dbfs, heard = -120.0, False
    until_s = time.monotonic() + listen_s
    try:
        for frame in source.frames():
            loudest_dbfs = max(loudest_dbfs, rms_dbfs(frame))
            heard = heard or bool(np.any(frame))
            if time.monotonic() > until_s:
                source.stop()
    finally:
        source.close()
    return loudest_dbfs, heard


def _judged(name: str, wanted: str, loudest_dbfs: float, heard: bool) -> Check:
    if not heard:
        return Check("microphone", Status.WARNING, f"{name} gives nothing but zeros.", LEVEL_STEP)
    level = f"{name}, {loudest_dbfs:.0f} dBFS at its loudest"
    if loudest_dbfs < QUIET_DBFS:
        return Check("microphone", Status.WARNING, f"{level}: very quiet.", LEVEL_STEP)
    if wanted:
        return Check(
            "microphone",
            Status.WARNING,
            f'"{wanted}" is not there; {level} stands in.',
            "Plug it in, or choose another: dictate devices",
        )
    return good("microphone", level)
