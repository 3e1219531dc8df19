"""Brings a mono stream of any rate to 16 kHz with FFmpeg's resampler (PyAV)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dictate.domain import SAMPLE_RATE_HZ, Samples

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame
    from av.audio.resampler import AudioResampler

NOTHING: Samples = np.zeros(0, np.float32)


class StreamResampler:
    """Resamples block by block; the filter's memory spans the borders between blocks."""

    def __init__(self, rate_hz: int) -> None:
        self._rate_hz = rate_hz
        self._resampler: AudioResampler | None = None
        if rate_hz != SAMPLE_RATE_HZ:
            self._resampler = to_16_khz()

    def push(self, block: Samples) -> Samples:
        """Return what is ready at 16 kHz; the filter keeps about a millisecond back."""
        if self._resampler is None or not len(block):
            return block
        import av

        row = np.ascontiguousarray(block, np.float32).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(row, format="flt", layout="mono")
        frame.sample_rate = self._rate_hz
        return joined(self._resampler.resample(frame))

    def flush(self) -> Samples:
        """Return what the filter still holds; nothing may be pushed afterwards."""
        if self._resampler is None:
            return NOTHING
        return joined(self._resampler.resample(None))


def to_16_khz(channels: int = 1) -> AudioResampler:
    """Make FFmpeg's resampler for float32 at 16 kHz with one or two channels.

    Two are left to ``joined``: FFmpeg adds them up in float without scaling, which is too loud.
    """
    import av

    layout = "mono" if channels == 1 else "stereo"
    resampler: AudioResampler = av.AudioResampler(format="fltp", layout=layout, rate=SAMPLE_RATE_HZ)
    return resampler


def joined(frames: list[AudioFrame]) -> Samples:
    """Return the samples of resampled frames as one array, the average of their channels."""
    if not frames:
        return NOTHING
    channels = np.concatenate([frame.to_ndarray() for frame in frames], axis=1)
    if len(channels) == 1:
        only: Samples = channels[0]
        return only
    average: Samples = channels.mean(axis=0, dtype=np.float32)
    return average
