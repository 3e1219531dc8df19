"""What a family of models must be able to do; whoever calls it decides on which thread or process.

A backend is synchronous and used by one thread at a time. Everything in and out can be pickled,
so the same backend serves a thread here and a process of its own. It knows nothing of takes,
settings or windows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from dictate.domain import DecodeOptions, ModelChoice, ModelInfo, Samples, Segment
from dictate.engine.facts import ResolvedModel


@dataclass(frozen=True, slots=True)
class Decoded:
    """What was heard in one window. Times count from the window's first sample; raw texts."""

    segments: tuple[Segment, ...] = ()
    language: str = ""
    language_probability: float = 0.0
    full_window_again: bool = False
    """The short window's answer was in doubt, so the full one was decoded as well."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What decoding a short window takes, and what else could be measured on this machine."""

    device: str
    compute_type: str
    threads: int
    """What the program takes by itself, whatever was used here."""
    cores: int
    supported: tuple[str, ...]
    runs_ms: tuple[float, ...]
    memory_mb: float
    """Of the process that holds the model."""


class Backend(Protocol):
    """Holds at most one loaded model."""

    def load(self, resolved: ResolvedModel, choice: ModelChoice) -> ModelInfo:
        """Load and warm up, on the device asked for or the next best one.

        ``ModelInfo.notices`` says what differs from the choice. Raises EngineError, ModelError.
        """

    def decode(self, samples: Samples, options: DecodeOptions) -> Decoded:
        """Recognise one window of samples. Raises EngineError."""

    def interrupt(self) -> None:
        """Cut a running call short where that is possible; any thread."""

    def unload(self) -> None:
        """Free the memory; does nothing when nothing is loaded."""


@runtime_checkable
class Measurable(Protocol):
    """A backend that can be timed."""

    def measure(self, runs: int) -> Reading:
        """Decode a short window so many times, a warm-up not counted. Raises EngineError."""


@runtime_checkable
class Mortal(Protocol):
    """A backend that can die without being asked anything: it has a process of its own."""

    def is_alive(self) -> bool:
        """Tell whether the process that holds the model is there."""

    def on_death(self, tell: Callable[[], None]) -> None:
        """Call ``tell``, on any thread, when the process ends by itself."""
