"""Which precisions and thread counts are worth measuring, and which of them to use. Pure.

int8 takes half the memory of float32 and is faster on most processors, but not on all: on some
without the right instructions float32 wins by a third. So what the program would take anyway stays
unless something else is clearly faster and leaves memory to the other programs.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dictate.engine.facts import Tuning
from dictate.engine.ladder import CPU_TYPES, CUDA_TYPES

CLEARLY_FASTER = 1.15
"""So many times as fast, or it is not worth another precision, other threads, more memory."""

MOST_OF_FREE_MEMORY = 0.5

MORE_CPU_TYPES = ("bfloat16", "int8_bfloat16", "float16", "int8_float16")
"""Only a few processors compute in these."""

MOST_THREADS = 16


@dataclass(frozen=True, slots=True)
class Measured:
    """What one decode of a short window takes in one way of computing."""

    tuning: Tuning
    ms: float
    memory_mb: float
    """Of the process that holds the model."""


def compute_types(device: str, supported: Collection[str]) -> tuple[str, ...]:
    """Return the precisions to measure on a kind of device, first the one taken unmeasured."""
    known = CUDA_TYPES if device == "cuda" else (*CPU_TYPES, *MORE_CPU_TYPES)
    return tuple(name for name in known if name in supported)


def thread_counts(usual: int, cores: int) -> tuple[int, ...]:
    """Return the thread counts to measure: the usual one, all logical cores, half the usual one."""
    counts = (usual, min(cores, MOST_THREADS), usual // 2)
    return tuple(dict.fromkeys(count for count in counts if count >= 1))


def best(measured: Sequence[Measured], free_mb: float) -> Measured:
    """Return what to use of what was measured; the first is what is used unmeasured.

    ``free_mb`` is the memory that was free before the model was loaded.
    """
    usual = measured[0]
    better = [m for m in measured[1:] if _is_worth_it(m, usual, free_mb)]
    return min(better, key=lambda m: (m.ms, m.memory_mb), default=usual)


def _is_worth_it(other: Measured, usual: Measured, free_mb: float) -> bool:
    fits = max(usual.memory_mb, free_mb * MOST_OF_FREE_MEMORY)
    return other.ms * CLEARLY_FASTER <= usual.ms and other.memory_mb <= fits
