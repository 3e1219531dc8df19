"""Keeps the models used last loaded, so that switching between two of them costs nothing.

Each model has a backend of its own, which is a process. The one in use is never put away; of the
others the one unused for longest goes first, when there are too many, when they hold too much
memory, when they have not been used for long, or when the machine is short of memory. Used by the
engine's one thread; ``interrupt`` and the news of a death may come on others.
"""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from dictate.domain import DecodeOptions, ModelChoice, ModelInfo, Samples
from dictate.engine.backend import Backend, Decoded, Mortal
from dictate.engine.facts import ResolvedModel
from dictate.engine.holding import Held
from dictate.engine.model_format import weights_bytes
from dictate.errors import SettingInvalid

log = logging.getLogger(__name__)

SPARE_BYTES = 512 * 1024**2
"""What should stay free for everything else on the machine."""


class ModelProcess(Backend, Mortal, Protocol):
    """A backend whose model lives in a process of its own."""

    @property
    def pid(self) -> int | None:
        """The process that holds the model, None when there is none."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much may stay loaded besides the model in use."""

    models: int = 2
    """In all, the one in use included; at least 1."""
    memory_bytes: int = 2 * 1024**3
    """In all; a single model may hold more, the others then go."""
    ttl_s: float = 300.0
    """Unused for longer, a model goes as soon as the engine does anything."""


MEGABYTE = 1_000_000


LEAST = {
    "DICTATE_MODEL_CACHE_SIZE": 1.0,
    "DICTATE_MODEL_CACHE_MEMORY_MB": 0.0,
    "DICTATE_MODEL_CACHE_TTL_S": 0.0,
}
"""The variables of the environment that count more than the settings, with their least values."""


def bounds_from(environment: Mapping[str, str], otherwise: Bounds) -> Bounds:
    """Return bounds as the variables say, and ``otherwise``, the settings, where they do not.

    One that is no number of its kind is ignored; ``slips`` tells it.
    """
    size, memory_mb, ttl_s = (_number(environment, name) for name in LEAST)
    return Bounds(
        models=otherwise.models if size is None else int(size),
        memory_bytes=otherwise.memory_bytes if memory_mb is None else int(memory_mb * MEGABYTE),
        ttl_s=otherwise.ttl_s if ttl_s is None else ttl_s,
    )


def slips(environment: Mapping[str, str]) -> list[SettingInvalid]:
    """Return what is told of variables that are no numbers of their kind."""
    return [
        SettingInvalid(
            f"The environment variable {name} is no number from {least:g} on and is ignored.",
            f"Unset it, or write a number: {name}={least + 2:g}",
        )
        for name, least in LEAST.items()
        if environment.get(name, "").strip() and _number(environment, name) is None
    ]


def _number(environment: Mapping[str, str], name: str) -> float | None:
    try:
        value = float(environment.get(name, ""))
    except ValueError:
        return None
    return value if LEAST[name] <= value < math.inf else None


@dataclass(frozen=True, slots=True)
class Memory:
    """What the machine says about memory, in bytes."""

    held_by: Callable[[int], int]
    """By a process; 0 when it is not there."""
    available: Callable[[], int]


@dataclass(slots=True)
class _Entry:
    backend: ModelProcess
    info: ModelInfo
    used_at_s: float


_Key: TypeAlias = tuple[ResolvedModel, str, str]


class BackendPool:
    """A ``Backend`` that has several models loaded and uses one of them."""

    def __init__(
        self,
        make: Callable[[], ModelProcess],
        bounds: Bounds | None = None,
        memory: Memory | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._make = make
        self._bounds = bounds or Bounds()
        self._memory = memory or machine_memory()
        self._clock = clock
        self._entries: dict[_Key, _Entry] = {}  # used last, last
        self._current: _Key | None = None
        self._loading: ModelProcess | None = None
        self._tell_death: Callable[[], None] = lambda: None

    # -- Backend ---------------------------------------------------------------------------------

    def load(self, resolved: ResolvedModel, choice: ModelChoice) -> ModelInfo:
        """Use a model: at once when it is still loaded, else in a fresh process."""
        # Named or found by "auto": the same model is loaded once.
        key = (resolved, choice.device, choice.compute_type)
        self._current = None
        found = self._entries.get(key)
        if found is None or not found.backend.is_alive():
            self._drop(key)
            found = self._loaded(resolved, choice)
        self._entries[key] = found
        self._current = key
        self._touch()
        return found.info

    def decode(self, samples: Samples, options: DecodeOptions) -> Decoded:
        """Recognise with the model in use."""
        backend = self._in_use()
        if backend is None:
            return self._make().decode(samples, options)  # says that nothing is loaded
        self._touch()
        return backend.decode(samples, options)

    def interrupt(self) -> None:
        """Cut a running call short."""
        backend = self._loading or self._in_use()
        if backend is not None:
            backend.interrupt()

    def unload(self) -> None:
        """End all processes; the memory of all models comes back."""
        self._current = None
        for key in list(self._entries):
            self._drop(key)

    # -- Mortal ----------------------------------------------------------------------------------

    @property
    def pid(self) -> int | None:
        """The process of the model in use."""
        backend = self._in_use()
        return backend.pid if backend is not None else None

    def held(self) -> tuple[Held, ...]:
        """Return the loaded models with their processes, the one in use last. Any thread."""
        entries = list(self._entries.values())  # at once: the engine's thread may change it
        found = ((entry.info, entry.backend.pid) for entry in entries)
        return tuple(Held(info, pid) for info, pid in found if pid is not None)

    def is_alive(self) -> bool:
        """Tell whether the process of the model in use is there."""
        backend = self._in_use()
        return backend is not None and backend.is_alive()

    def on_death(self, tell: Callable[[], None]) -> None:
        """Call ``tell`` when the process of the model in use ends by itself."""
        self._tell_death = tell

    # -- what stays ------------------------------------------------------------------------------

    def _in_use(self) -> ModelProcess | None:
        entry = self._entries.get(self._current) if self._current is not None else None
        return entry.backend if entry is not None else None

    def _loaded(self, resolved: ResolvedModel, choice: ModelChoice) -> _Entry:
        self._make_room(weights_bytes(resolved.path))
        backend = self._make()
        backend.on_death(lambda: self._died(backend))
        self._loading = backend
        try:
            return _Entry(backend, backend.load(resolved, choice), self._clock())
        except BaseException:
            backend.unload()
            raise
        finally:
            self._loading = None

    def _died(self, backend: ModelProcess) -> None:
        if self._in_use() is backend:
            self._tell_death()

    def _touch(self) -> None:
        """Note that the model in use is used, and put away what is too much."""
        if self._current is None:
            return
        entry = self._entries.pop(self._current)
        entry.used_at_s = self._clock()
        self._entries[self._current] = entry
        for key in self._expired():
            self._drop(key)
        while len(self._entries) > 1 and self._is_too_much():
            self._drop(next(iter(self._entries)))

    def _expired(self) -> list[_Key]:
        oldest_s = self._clock() - self._bounds.ttl_s
        return [
            key
            for key, entry in self._entries.items()
            if key != self._current and (entry.used_at_s < oldest_s or not entry.backend.is_alive())
        ]

    def _is_too_much(self) -> bool:
        if len(self._entries) > max(1, self._bounds.models):
            return True
        pids = [entry.backend.pid for entry in self._entries.values()]
        held = sum(self._memory.held_by(pid) for pid in pids if pid is not None)
        return held > self._bounds.memory_bytes or self._memory.available() < SPARE_BYTES

    def _make_room(self, wanted_bytes: int) -> None:
        """Put models away until another one fits: by number, and into the memory that is free."""
        while self._entries and (
            len(self._entries) >= max(1, self._bounds.models)
            or self._memory.available() < wanted_bytes + SPARE_BYTES
        ):
            self._drop(next(iter(self._entries)))

    def _drop(self, key: _Key) -> None:
        entry = self._entries.pop(key, None)
        if entry is not None:
            log.info("%s is put away", entry.info.name)
            entry.backend.unload()


def machine_memory() -> Memory:
    """Ask the system."""
    import psutil

    def held_by(pid: int) -> int:
        try:
            return int(psutil.Process(pid).memory_info().rss)
        except psutil.Error:
            return 0

    return Memory(held_by, lambda: int(psutil.virtual_memory().available))
