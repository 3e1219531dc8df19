"""The process that plays the sounds: nothing it waits for keeps the program or a take waiting.

A sound library that is busy with a loudspeaker must not be asked for a microphone at the same time
(PortAudio is initialised anew when devices change), so it is another process's library.
"""

from __future__ import annotations

import contextlib
import logging
import signal
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, TypeAlias

from dictate.gui.sounds import Sound, wave

if TYPE_CHECKING:
    from dictate.domain import Samples

STALE_S = 0.4
"""A sound that could not be played for so long says something else by now."""

Output: TypeAlias = "Callable[[Sound], None]"


def serve(connection: Connection) -> None:
    """Play what comes through the pipe until its other end is closed. The whole process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in a terminal is the parent's to handle
    logging.getLogger("dictate").addHandler(logging.NullHandler())
    with contextlib.suppress(Exception):  # without a sound library there are no sounds
        answer(connection, Loudspeaker().play)


def answer(
    connection: Connection, play: Output, clock: Callable[[], float] = time.monotonic
) -> None:
    """Play each ``(sound, at_s)`` that is still worth playing."""
    while True:
        try:
            sound, at_s = connection.recv()
        except (EOFError, OSError):
            return
        if clock() - at_s <= STALE_S:
            play(sound)


class Loudspeaker:
    """The default output of the desktop. Raises MicrophoneMissing when there is no PortAudio."""

    def __init__(self) -> None:
        from dictate.audio import portaudio

        self._portaudio = portaudio
        self._library = portaudio.library()
        self._waves: dict[tuple[Sound, int], Samples] = {}

    def play(self, sound: Sound) -> None:
        """Play it to its end; when the output has gone, look for another one."""
        try:
            self._play(sound)
        except (self._library.PortAudioError, ValueError):
            self._portaudio.reinitialise()
            with contextlib.suppress(self._library.PortAudioError, ValueError):
                self._play(sound)

    def _play(self, sound: Sound) -> None:
        output = self._library.query_devices(kind="output")
        rate_hz = round(output["default_samplerate"])
        if (sound, rate_hz) not in self._waves:
            self._waves[sound, rate_hz] = wave(sound, rate_hz)
        self._library.play(self._waves[sound, rate_hz], rate_hz, latency="low", blocking=True)
