"""Makes the noises the model has to keep silent about, as samples."""

from collections.abc import Callable

import mel
import numpy as np

Generator = np.random.Generator


def _coloured(samples: int, generator: Generator, slope: float) -> mel.Samples:
    """Noise whose power falls with frequency to the power `slope` (0 white, 1 pink, 2 rumble)."""
    spectrum = np.fft.rfft(generator.standard_normal(samples))
    spectrum /= np.maximum(np.arange(len(spectrum)), 20.0) ** (slope / 2)
    return np.asarray(np.fft.irfft(spectrum, samples), dtype=np.float32)


def _hiss(samples: int, generator: Generator) -> mel.Samples:
    return _coloured(samples, generator, generator.uniform(-0.5, 2.5))


def _band(samples: int, generator: Generator) -> mel.Samples:
    """Noise of a band, as of running water or a fan, swelling slowly."""
    spectrum = np.fft.rfft(generator.standard_normal(samples))
    frequency_hz = np.fft.rfftfreq(samples, 1 / mel.SAMPLE_RATE_HZ)
    centre_hz, octaves = 10 ** generator.uniform(2.2, 3.7), generator.uniform(0.3, 2.0)
    spectrum *= np.exp(-((np.log2(np.maximum(frequency_hz, 1) / centre_hz) / octaves) ** 2))
    time_s = np.arange(samples) / mel.SAMPLE_RATE_HZ
    swell = 1 + 0.8 * np.sin(2 * np.pi * generator.uniform(0.1, 6) * time_s)
    return np.asarray(np.fft.irfft(spectrum, samples) * swell, dtype=np.float32)


def _hum(samples: int, generator: Generator) -> mel.Samples:
    """A tone with overtones: mains hum, a motor, a beep, a held note, drifting a little."""
    time_s = np.arange(samples) / mel.SAMPLE_RATE_HZ
    pitch_hz = 10 ** generator.uniform(1.6, 3.3)
    drift = np.cumsum(1 + 0.03 * np.sin(2 * np.pi * generator.uniform(0.1, 5) * time_s))
    phase = 2 * np.pi * pitch_hz * drift / mel.SAMPLE_RATE_HZ
    overtones = range(1, 1 + int(min(12, 7000 / pitch_hz)))
    tone = sum(np.sin(k * phase) * generator.uniform(0, 1) / k for k in overtones)
    return np.asarray(tone + 0.01 * generator.standard_normal(samples), dtype=np.float32)


def _taps(samples: int, generator: Generator) -> mel.Samples:
    """Clicks, key strokes, knocks, dishes: short decaying bursts at random times."""
    result = 0.001 * generator.standard_normal(samples)
    for _ in range(generator.integers(2, 60)):
        length = int(generator.uniform(0.003, 0.25) * mel.SAMPLE_RATE_HZ)
        at = int(generator.integers(0, max(1, samples - length)))
        time_s = np.arange(length) / mel.SAMPLE_RATE_HZ
        ring = np.sin(2 * np.pi * 10 ** generator.uniform(1.8, 3.8) * time_s)
        burst = generator.standard_normal(length) * generator.uniform(0, 1) + ring
        decay = np.exp(-time_s * generator.uniform(8, 400)) * 10 ** generator.uniform(-1.5, 0)
        result[at : at + length] += (burst * decay)[: samples - at]
    return np.asarray(result, dtype=np.float32)


def _sweeps(samples: int, generator: Generator) -> mel.Samples:
    """Rising and falling tones: horns, sirens, dogs, squeaking chairs."""
    result = 0.002 * generator.standard_normal(samples)
    for _ in range(generator.integers(1, 12)):
        length = min(samples, int(generator.uniform(0.05, 1.5) * mel.SAMPLE_RATE_HZ))
        at = int(generator.integers(0, samples - length + 1))
        ends_hz = 10 ** generator.uniform(2, 3.5, 2)
        phase = (
            2 * np.pi * np.cumsum(np.linspace(ends_hz[0], ends_hz[1], length)) / mel.SAMPLE_RATE_HZ
        )
        tone = sum(np.sin(k * phase) * generator.uniform(0, 1) for k in range(1, 6))
        result[at : at + length] += tone * np.hanning(length)
    return np.asarray(result, dtype=np.float32)


KINDS: list[Callable[[int, Generator], mel.Samples]] = [_hiss, _hiss, _band, _hum, _taps, _sweeps]


def made(samples: int, generator: Generator) -> mel.Samples:
    """One noise of a random kind (at times two at once), its peak at 1."""
    total = KINDS[generator.integers(len(KINDS))](samples, generator)
    total = total / (np.abs(total).max() + 1e-9)
    if generator.random() < 0.4:
        more = KINDS[generator.integers(len(KINDS))](samples, generator)
        total = total + more / (np.abs(more).max() + 1e-9) * generator.uniform(0.05, 1)
    return np.asarray(total / (np.abs(total).max() + 1e-9), dtype=np.float32)
