"""Records a moment and plays it back, so that one hears what the program hears. Nothing is kept.

Recording blocks its thread. Playing is a process of its own: a sound library that is busy with a
loudspeaker must not be asked for a microphone at the same time.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import numpy as np

from dictate import host
from dictate.audio.level import peak_dbfs, rms_dbfs
from dictate.audio.level_probe import SPEECH_FROM_DBFS
from dictate.domain import SAMPLE_RATE_HZ, Samples
from dictate.errors import AudioError
from dictate.events import LevelMeasured
from dictate.ports import AudioInput

ROOM_S = 5.0
"""What playing may take beyond the length of the sound: starting the process."""
LOOK_EVERY_S = 0.05
QUIET_DBFS = -55.0
"""Nothing in it was louder: nobody has spoken, or the microphone is off."""


def record(
    microphone: AudioInput,
    seconds: float,
    tell: Callable[[LevelMeasured], None],
    stop: threading.Event,
) -> Samples:
    """Return so much of what the microphone hears, less when stopped. Raises AudioError."""
    wanted = round(seconds * SAMPLE_RATE_HZ)
    frames: list[Samples] = []
    heard = 0
    try:
        source = microphone.open()
        try:
            for frame in source.frames():
                frames.append(frame)
                heard += len(frame)
                rms = rms_dbfs(frame)
                tell(LevelMeasured(rms, peak_dbfs(frame), speech=rms > SPEECH_FROM_DBFS))
                if heard >= wanted or stop.is_set():
                    break
        finally:
            source.close()
    finally:
        microphone.close()
    if not frames:
        raise AudioError("The microphone gave no sound.", "Choose another one, or plug it in anew.")
    return np.concatenate(frames)[:wanted]


def is_quiet(samples: Samples) -> bool:
    """Tell whether nothing was loud enough to be a voice."""
    return peak_dbfs(samples) < QUIET_DBFS


def play(samples: Samples, stop: threading.Event | None = None) -> None:
    """Play it to its end, or until told. Raises AudioError where nothing can be played."""
    told = stop or threading.Event()
    context = host.spawn_context()
    process = context.Process(target=_play, args=(samples.tobytes(),), daemon=True)
    process.start()
    end_s = time.monotonic() + len(samples) / SAMPLE_RATE_HZ + ROOM_S
    while process.is_alive() and time.monotonic() < end_s:
        if told.wait(LOOK_EVERY_S):
            break
    is_done = process.exitcode == 0 or told.is_set()
    if process.is_alive():
        process.kill()
        process.join()
    process.close()
    if not is_done:
        raise AudioError(
            "The recording could not be played.",
            "Look at the loudspeaker; for dictating none is needed.",
        )


def _play(content: bytes) -> None:
    """The whole process; its exit code tells whether something was played."""
    from dictate.audio import portaudio

    samples = np.frombuffer(content, np.float32)
    portaudio.library().play(samples, SAMPLE_RATE_HZ, blocking=True)
