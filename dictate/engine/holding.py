"""How much memory each loaded model holds: measured, on the machine and on its graphics cards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import psutil

from dictate.domain import ModelInfo
from dictate.engine import gpu_memory

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Held:
    """A loaded model and the process it lives in."""

    info: ModelInfo
    pid: int


@dataclass(frozen=True, slots=True)
class HeldModel:
    """A loaded model and what it takes now."""

    name: str
    device: str
    compute_type: str
    memory_mb: float
    """Of its process: the weights, and what computing with them needs."""
    gpu_memory_mb: float | None = None
    """Of the graphics card; None where that cannot be measured, or on the processor."""


@runtime_checkable
class Holding(Protocol):
    """Something that has models loaded: an engine, or a pool of backends."""

    def held(self) -> tuple[Held, ...]:
        """Return what is loaded now, the model in use last. Any thread."""


@runtime_checkable
class Resting(Protocol):
    """An engine that can give its memory back and load again when it is needed."""

    def rest(self) -> None:
        """Put the loaded models away once the jobs before are done. Any thread."""


def measured(holding: object) -> tuple[HeldModel, ...]:
    """Return what each loaded model takes; nothing for engines that have none here."""
    held = holding.held() if isinstance(holding, Holding) else ()
    on_card = any(entry.info.device.startswith("cuda") for entry in held)
    cards_mb = gpu_memory.by_process_mb() if on_card else {}
    found = (_measured(entry, cards_mb) for entry in held)
    return tuple(model for model in found if model is not None)


def _measured(entry: Held, cards_mb: dict[int, float]) -> HeldModel | None:
    try:
        memory_mb = psutil.Process(entry.pid).memory_info().rss / MEGABYTE
    except psutil.Error:
        return None  # it has just ended
    info = entry.info
    return HeldModel(info.name, info.device, info.compute_type, memory_mb, cards_mb.get(entry.pid))
