"""Whisper's log-mel features, with room for augmentation between power and normalisation."""

import numpy as np
import numpy.typing as npt
from faster_whisper.feature_extractor import FeatureExtractor

SAMPLE_RATE_HZ = 16_000
HOP_SAMPLES = 160
WINDOW_SAMPLES = 400
BINS = 80
FRAMES_PER_S = 100
# Whisper's constants: power floor, dynamic range below the loudest bin, and scale, in log10 units.
FLOOR = -10.0
RANGE = 8.0
OFFSET = 4.0
SCALE = 4.0

Samples = npt.NDArray[np.float32]
Mel = npt.NDArray[np.float32]

_FILTERS = np.asarray(FeatureExtractor().mel_filters, dtype=np.float32)
_HANN = np.hanning(WINDOW_SAMPLES + 1)[:-1].astype(np.float32)


def log_power(samples: Samples) -> Mel:
    """Mono samples at 16 kHz -> log10 mel power [frames, 80], one frame every 10 ms."""
    padded = np.pad(samples, (0, HOP_SAMPLES))
    padded = np.pad(padded, WINDOW_SAMPLES // 2, mode="reflect")
    frames = np.lib.stride_tricks.sliding_window_view(padded, WINDOW_SAMPLES)[::HOP_SAMPLES]
    power = np.abs(np.fft.rfft(frames * _HANN)).astype(np.float32)[:-1] ** 2
    heard = np.maximum(power @ _FILTERS.T, np.float32(10**FLOOR))
    return np.asarray(np.log10(heard), dtype=np.float32)


def normalised(log_powers: Mel) -> Mel:
    """Limit the range below the loudest bin and scale, as Whisper does."""
    limited = np.maximum(log_powers, log_powers.max() - RANGE)
    return np.asarray((limited + OFFSET) / SCALE, dtype=np.float32)


def resampled(samples: Samples, from_hz: float, to_hz: float) -> Samples:
    """Band-limited resampling through the spectrum; from_hz / to_hz may be any ratio."""
    length = len(samples)
    wanted = round(length * to_hz / from_hz)
    spectrum = np.fft.rfft(samples)
    kept = np.zeros(wanted // 2 + 1, dtype=spectrum.dtype)
    shared = min(len(kept), len(spectrum))
    kept[:shared] = spectrum[:shared]
    return np.asarray(np.fft.irfft(kept, wanted) * (wanted / length), dtype=np.float32)


def filters() -> npt.NDArray[np.float32]:
    """Whisper's mel filters [80, 201]."""
    return _FILTERS
