"""An open PortAudio stream that feeds a line, and the formats to try to open it with."""

from __future__ import annotations

from typing import Protocol

from dictate.audio import portaudio
from dictate.audio.devices import InputDevice
from dictate.audio.line import Line
from dictate.domain import Samples

LATENCY_S = 0.06
"""Asked of PortAudio: blocks of about 15 ms, and 60 ms before a busy interpreter loses sound."""
LISTENING_BLOCK_S = 0.032
"""A stream that is open all day wakes the processor half as often, for a few milliseconds more at
the end of a take: 0.75 % of a core instead of 1.5 %."""
RATES_TO_TRY_HZ = (48_000, 44_100, 16_000)


class _Flags(Protocol):
    """What PortAudio tells the callback besides sound."""

    input_overflow: bool


class _Times(Protocol):
    """PortAudio's clock: now, and when the block's first sample was heard."""

    currentTime: float  # noqa: N815 - PortAudio's name
    inputBufferAdcTime: float  # noqa: N815 - PortAudio's name


class PortAudioStream:
    """An open stream whose callback hands on, nothing else."""

    def __init__(
        self, index: int, rate_hz: int, channels: int, line: Line, block_samples: int = 0
    ) -> None:
        sounddevice = portaudio.library()
        receive = line.receive

        def on_block(block: Samples, _frames: int, times: _Times, status: _Flags) -> None:
            age_s = times.currentTime - times.inputBufferAdcTime
            receive(block, bool(status.input_overflow), age_s)

        with portaudio.quiet():
            self._stream = sounddevice.InputStream(
                device=index,
                samplerate=rate_hz,
                channels=channels,
                dtype="float32",
                latency=LATENCY_S,
                blocksize=block_samples,  # 0: as PortAudio likes
                callback=on_block,
                finished_callback=line.finished,
            )
            try:
                self._stream.start()
            except sounddevice.PortAudioError:
                self._stream.close(ignore_errors=True)
                raise
        portaudio.stream_opened()
        self._latency_s = float(self._stream.latency)

    @property
    def latency_s(self) -> float:
        """The driver's figure for its buffers."""
        return self._latency_s

    def close(self) -> None:
        """Stop and release; what is not fetched is lost."""
        self._stream.abort(ignore_errors=True)  # may hang with the driver: nobody else must wait
        with portaudio.LOCK:
            self._stream.close(ignore_errors=True)
            portaudio.stream_closed()


def attempts(device: InputDevice) -> list[tuple[int, int]]:
    """Return rates and channel counts to try, best first: the device's own rate, one channel."""
    rates = dict.fromkeys((device.rate_hz, *RATES_TO_TRY_HZ))
    channels = dict.fromkeys((1, min(2, device.channels), device.channels))
    return [(rate, count) for rate in rates if rate > 0 for count in channels if count > 0]
