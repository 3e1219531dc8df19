"""How long a model will let one wait on this machine: an estimate in a tenth of a second.

A model that is not here cannot be timed. Its work grows with its weights, and the speed of the
machine is what multiplying matrices takes now, so one measured model tells about the others. The
figure is good to about a factor of two; ``dictate benchmark`` measures.
"""

from __future__ import annotations

import time

import numpy as np

SIDE = 640
RUNS = 4
SECONDS_PER_WEIGHT = 0.35
"""Seconds for a sentence of 3 s, times GFLOP/s, by millions of weights; measured with base."""


def gigaflops() -> float:
    """Return how many billion operations a second multiplying matrices reaches. Takes 0.1 s."""
    matrix = np.ones((SIDE, SIDE), np.float32)
    best_s = min(_once_s(matrix) for _ in range(RUNS))
    return float(2 * SIDE**3 / best_s / 1e9)


def wait_s(parameters_m: int, gflops: float) -> float:
    """Return about how long after a sentence its text comes; 0 when the size is not known."""
    return parameters_m * SECONDS_PER_WEIGHT / gflops if gflops > 0 else 0.0


def _once_s(matrix: np.ndarray[tuple[int, int], np.dtype[np.float32]]) -> float:
    began_s = time.perf_counter()
    np.matmul(matrix, matrix)
    return max(time.perf_counter() - began_s, 1e-6)
