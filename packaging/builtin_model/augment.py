"""Changes to log-mel power that stand for other voices, rooms, microphones and surroundings.

All of it happens on log10 power before normalisation, so that one synthesised utterance serves as
many: a frequency warp is another vocal tract, an added constant a gain, a sum of powers a noise.
"""

import random

import mel
import numpy as np

WARP_RANGE = (0.84, 1.2)
LARGEST_BEND = 0.07
STRETCH_RANGE = (0.85, 1.18)


def _bin_centres_hz() -> np.ndarray:
    """Centre frequencies of the 80 mel bins: where each filter peaks."""
    spacing_hz = mel.SAMPLE_RATE_HZ / mel.WINDOW_SAMPLES
    weights = mel.filters()
    return np.asarray((weights * np.arange(weights.shape[1])).sum(1) / weights.sum(1) * spacing_hz)


_POSITION = np.linspace(-1, 1, mel.BINS, dtype=np.float32)
_CENTRES_HZ = _bin_centres_hz()


def warped(frames: mel.Mel, generator: random.Random) -> mel.Mel:
    """Another vocal tract: every bin read at another frequency, by linear interpolation.

    One factor for the length of the tract, bent smoothly over frequency, since a throat and a
    mouth do not grow alike.
    """
    factor = generator.triangular(*WARP_RANGE, 1.0)
    bend = generator.uniform(0, LARGEST_BEND) * np.sin(
        _POSITION * generator.uniform(1, 4) + generator.uniform(0, 6.3)
    )
    at = np.interp(_CENTRES_HZ / (factor * (1 + bend)), _CENTRES_HZ, np.arange(mel.BINS))
    low = np.minimum(at.astype(int), mel.BINS - 2)
    share = (at - low).astype(np.float32)
    return np.asarray(frames[:, low] * (1 - share) + frames[:, low + 1] * share, dtype=np.float32)


def stretched(frames: mel.Mel, factor: float) -> mel.Mel:
    """Interpolate frames in time: `factor` times as long."""
    wanted = max(2, round(len(frames) * factor))
    at = np.linspace(0, len(frames) - 1, wanted)
    low = np.minimum(at.astype(int), len(frames) - 2)
    share = (at - low)[:, None].astype(np.float32)
    return np.asarray(frames[low] * (1 - share) + frames[low + 1] * share, dtype=np.float32)


def revoiced(frames: mel.Mel, generator: random.Random) -> mel.Mel:
    """Another vocal tract and tempo."""
    if generator.random() < 0.8:
        frames = warped(frames, generator)
    if generator.random() < 0.5:
        frames = stretched(frames, generator.uniform(*STRETCH_RANGE))
    return frames


def channelled(frames: mel.Mel, generator: random.Random) -> mel.Mel:
    """Another microphone: a tilt, a wave over frequency, at times a telephone band."""
    curve = _POSITION * generator.uniform(-0.8, 0.8)
    curve += generator.uniform(0, 0.4) * np.sin(
        _POSITION * generator.uniform(1, 8) + generator.uniform(0, 6)
    )
    if generator.random() < 0.2:
        low, high = generator.randrange(0, 8), generator.randrange(55, mel.BINS)
        curve[:low] -= generator.uniform(1, 3)
        curve[high:] -= generator.uniform(1, 4)
    return np.asarray(frames + curve.astype(np.float32), dtype=np.float32)


def reverberant(frames: mel.Mel, generator: random.Random) -> mel.Mel:
    """A room: each frame's power dies away over the next ones."""
    decay_per_frame = 6 / (generator.uniform(0.15, 0.7) * mel.FRAMES_PER_S)
    direct = generator.uniform(0.4, 1.5)
    power = 10.0**frames
    total = power.copy()
    for delay in (1, 2, 3, 5, 7, 10, 14, 19, 25):
        share = 10 ** (-decay_per_frame * delay - direct)
        if share > 1e-5 and delay < len(power):
            total[delay:] += power[:-delay] * np.float32(share)
    return np.asarray(np.log10(np.maximum(total, 1e-10)), dtype=np.float32)


def noisy(frames: mel.Mel, noise: mel.Mel, ratio: float, generator: random.Random) -> mel.Mel:
    """Add a noise whose loud frames lie `ratio` (log10 power) below those of the speech."""
    first = generator.randrange(len(noise))
    part = np.take(noise, np.arange(first, first + len(frames)), axis=0, mode="wrap")
    level = np.percentile(frames.max(1), 95) - np.percentile(part.max(1), 95) - ratio
    return np.asarray(np.logaddexp2(frames * _LOG2_10, (part + level) * _LOG2_10) / _LOG2_10)


_LOG2_10 = np.float32(np.log2(10))


def masked(normal: mel.Mel, generator: random.Random) -> None:
    """Blank some frequency bins and short stretches of time, in place."""
    for _ in range(generator.randint(0, 2)):
        width, floor = generator.randrange(2, 11), float(normal.mean())
        first = generator.randrange(mel.BINS - width)
        normal[:, first : first + width] = floor
    for _ in range(generator.randint(0, 1 + len(normal) // 200)):
        width = generator.randrange(2, 9)
        first = generator.randrange(max(1, len(normal) - width))
        normal[first : first + width] = normal.mean()
