"""A sound card of a machine without one, in which time runs faster than outside.

Only PortAudio is replaced: a stream calls the program's own line with blocks of two channels at
48 kHz, so that keeping it open, lending it to takes, mixing down, resampling and framing are real.
Between phrases it brings the noise of a quiet room. With a speed of 8 the blocks of one second hold
eight seconds of sound: the program has the same samples to go through, in less time.
"""

from __future__ import annotations

import queue
import threading
import time

import av
import numpy as np

from dictate.audio.devices import InputDevice
from dictate.audio.line import Line
from dictate.audio.microphone import Microphone
from dictate.audio.opening import Hardware
from dictate.domain import SAMPLE_RATE_HZ, Samples
from dictate.errors import AudioError
from dictate.settings.schema import AudioSettings

RATE_HZ = 48_000
CHANNELS = 2
BLOCK_S = 0.015
"""Between two blocks, what PortAudio takes here; it does not depend on the speed."""
NOISE = 1e-3
"""Of a quiet room: -60 dBFS."""
PATIENCE_S = 30.0


def at_card_rate(samples: Samples) -> Samples:
    """Return 16 kHz samples at the rate of the card."""
    resampler = av.AudioResampler(format="fltp", layout="mono", rate=RATE_HZ)
    frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="fltp", layout="mono")
    frame.sample_rate = SAMPLE_RATE_HZ
    parts = [*resampler.resample(frame), *resampler.resample(None)]
    joined: Samples = np.concatenate([part.to_ndarray()[0] for part in parts])
    return joined


class FastCard:
    """The machine's only microphone; ``say`` speaks into it."""

    def __init__(self, speed: float) -> None:
        self._speed = speed
        self._phrases: queue.SimpleQueue[tuple[Samples, threading.Event]] = queue.SimpleQueue()
        self._device = InputDevice(0, "a fast card", CHANNELS, RATE_HZ, "simulated", True)
        self.opened = 0
        """How many streams were opened so far."""

    def microphone(self, settings: AudioSettings) -> Microphone:
        """Return the program's own microphone on this card."""
        hardware = Hardware(
            devices=lambda: (self._device,),
            look_again=lambda: True,
            signature=lambda: "nothing changes",
            open=self._open,
            source=lambda _device: None,
        )
        return Microphone(settings, hardware=hardware)

    def say(self, phrase: Samples) -> None:
        """Speak a phrase of ``at_card_rate``; return when it was heard."""
        heard = threading.Event()
        self._phrases.put((phrase, heard))
        if not heard.wait(PATIENCE_S):
            raise AudioError("Nobody listens to the microphone.", "Look at the program's threads.")

    def _open(self, device: InputDevice, wanted: str, pre_roll_ms: float) -> Line:
        del wanted, pre_roll_ms
        self.opened += 1
        line = Line(device, RATE_HZ)
        line.attach(_Stream(line, self._speed, self._phrases))
        return line


class _Stream:
    """Calls the line as PortAudio's thread does."""

    latency_s = 0.0

    def __init__(
        self,
        line: Line,
        speed: float,
        phrases: queue.SimpleQueue[tuple[Samples, threading.Event]],
    ) -> None:
        self._line = line
        self._phrases = phrases
        self._length = round(RATE_HZ * BLOCK_S * speed)
        self._noise = np.random.default_rng(0)
        self._rest: Samples = np.zeros(0, np.float32)
        self._heard: threading.Event | None = None
        self._closed = threading.Event()
        self._thread = threading.Thread(target=self._run, name="fast-card", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop; any number of times."""
        self._closed.set()
        self._thread.join(PATIENCE_S)

    def _run(self) -> None:
        due_s = time.monotonic()
        while True:
            due_s += BLOCK_S
            if self._closed.wait(max(0.0, due_s - time.monotonic())):
                return
            self._line.receive(self._block(), False, BLOCK_S)

    def _block(self) -> Samples:
        room = self._noise.standard_normal(self._length, np.float32) * np.float32(NOISE)
        if not len(self._rest) and self._heard is None and not self._phrases.empty():
            self._rest, self._heard = self._phrases.get()
        said, self._rest = self._rest[: self._length], self._rest[self._length :]
        room[: len(said)] += said
        if self._heard is not None and not len(self._rest):
            self._heard.set()
            self._heard = None
        stereo: Samples = np.repeat(room.reshape(-1, 1), CHANNELS, axis=1)
        return stereo
