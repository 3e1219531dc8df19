"""Fills very short sounds up, so that models do not lose a single word."""

from __future__ import annotations

import numpy as np

from dictate.domain import SAMPLE_RATE_HZ, Samples

SHORT_SAMPLES = SAMPLE_RATE_HZ
PADDED_SAMPLES = SAMPLE_RATE_HZ * 5 // 4
"""Clips under 1 s are filled up with silence to 1.25 s; stock models lose single words else."""


def pad_short(samples: Samples) -> Samples:
    """Return the samples, a clip under 1 s with silence behind it."""
    audio = np.ascontiguousarray(samples, np.float32)
    if len(audio) >= SHORT_SAMPLES:
        return audio
    return np.pad(audio, (0, PADDED_SAMPLES - len(audio)))
