"""Measures one model on this machine: loading, waiting after takes of known length, memory."""

from __future__ import annotations

import statistics
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from dictate.domain import (
    SAMPLE_RATE_HZ,
    DecodeOptions,
    Job,
    ModelChoice,
    ModelInfo,
    Samples,
    Span,
    TakeId,
)
from dictate.engine.backend import Backend
from dictate.engine.facts import ResolvedModel
from dictate.engine.recognition import recognise

REPEATS = 3
MEGABYTE = 1_000_000


class Process(Protocol):
    """A backend whose model lives in a process of its own."""

    @property
    def pid(self) -> int | None:
        """The process that holds the model."""


@dataclass(frozen=True, slots=True)
class ModelFigures:
    """What one model takes here; times are medians."""

    model: ModelInfo
    load_ms: float
    decode_ms: Mapping[int, float]
    """From the end of a take of so many seconds to its text, when nothing was decoded ahead."""
    memory_mb: float | None
    """Of the process that holds the model, after decoding; None when there is none."""

    def rtf(self, seconds: int) -> float:
        """Return the share of a take's length that decoding it costs."""
        return self.decode_ms[seconds] / 1000 / seconds


def measure(
    resolved: ResolvedModel,
    choice: ModelChoice,
    backend: Backend,
    takes: Sequence[Samples],
    options: DecodeOptions,
) -> ModelFigures:
    """Load, decode every take ``REPEATS`` times, unload. Raises DictateError."""
    began_s = time.perf_counter()
    info = backend.load(resolved, choice)
    load_ms = _ms_since(began_s)
    try:
        decode_ms = {
            round(len(samples) / SAMPLE_RATE_HZ): statistics.median(
                _decode_ms(samples, info, resolved, backend, options) for _ in range(REPEATS)
            )
            for samples in takes
        }
        return ModelFigures(info, load_ms, decode_ms, _memory_mb(backend))
    finally:
        backend.unload()


def _decode_ms(
    samples: Samples,
    info: ModelInfo,
    resolved: ResolvedModel,
    backend: Backend,
    options: DecodeOptions,
) -> float:
    whole = (Span(0, len(samples)),)
    job = Job(TakeId(1), samples, whole, ModelChoice(resolved.name), options)
    began_s = time.perf_counter()
    recognise(job, backend, info, resolved.facts)
    return _ms_since(began_s)


def _memory_mb(backend: Backend | Process) -> float | None:
    import psutil

    pid = getattr(backend, "pid", None)
    if pid is None:
        return None
    try:
        return float(psutil.Process(pid).memory_info().rss) / MEGABYTE
    except psutil.Error:
        return None


def _ms_since(began_s: float) -> float:
    return (time.perf_counter() - began_s) * 1000
