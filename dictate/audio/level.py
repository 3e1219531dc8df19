"""Loudness of a frame in dB below full scale. Pure."""

from __future__ import annotations

import math

import numpy as np

from dictate.domain import Samples

FLOOR_DBFS = -120.0
"""Shown for digital silence, whose logarithm does not exist."""


def rms_dbfs(samples: Samples) -> float:
    """Return the root mean square without the constant offset some sound cards add.

    A full-scale sine has -3 dBFS, a full-scale square wave 0 dBFS.
    """
    if not len(samples):
        return FLOOR_DBFS
    return _dbfs(float(np.std(samples, dtype=np.float64)))


def peak_dbfs(samples: Samples) -> float:
    """Return the largest magnitude, offset included: what clips is the raw value."""
    if not len(samples):
        return FLOOR_DBFS
    return _dbfs(float(np.max(np.abs(samples))))


def _dbfs(amplitude: float) -> float:
    if not math.isfinite(amplitude) or amplitude <= 0:
        return FLOOR_DBFS
    return max(FLOOR_DBFS, 20 * math.log10(amplitude))
