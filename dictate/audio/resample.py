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


def to_16_khz() -> AudioResampler:
    """Make FFmpeg's resampler for mono float32 at 16 kHz from any rate, layout and format."""
    import av

    resampler: AudioResampler = av.AudioResampler(format="flt", layout="mono", rate=SAMPLE_RATE_HZ)
    return resampler


def joined(frames: list[AudioFrame]) -> Samples:
    """Return the samples of resampled frames as one array."""
    if not frames:
        return NOTHING
    blocks = [frame.to_ndarray().reshape(-1) for frame in frames]
    return np.concatenate(blocks).astype(np.float32, copy=False)
