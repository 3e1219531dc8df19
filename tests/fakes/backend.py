"""A backend for tests that decodes by script, can be held inside a call and counts what it did."""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from dictate.domain import DecodeOptions, ModelChoice, ModelInfo, Samples, Segment
from dictate.engine.backend import Decoded
from dictate.engine.facts import ModelFacts, ResolvedModel, Tuning
from dictate.errors import ModelNotCached

Reply: TypeAlias = str | Decoded | Exception


@dataclass(frozen=True)
class Call:
    """One decode that was asked for."""

    samples: Samples
    options: DecodeOptions


def resolved(name: str, facts: ModelFacts | None = None) -> ResolvedModel:
    """Resolve any name but "absent"."""
    if name == "absent":
        raise ModelNotCached("The model absent is not on this machine.", "Get it.")
    return ResolvedModel(name, Path("models") / name, facts or ModelFacts())


def decoded(text: str, *, language: str = "en", length_s: float = 1.0) -> Decoded:
    """Return one confident segment."""
    return Decoded((Segment(0.0, length_s, text, -0.1, 0.01, 1.0),), language, 0.9)


class ScriptedBackend:
    """A ``Backend``: replies by script, then with "word"; ``hold`` keeps calls from returning."""

    def __init__(self, *replies: Reply, loads: dict[str, Exception] | None = None) -> None:
        self.replies = deque(replies)
        self.loads = loads or {}
        """What loading a model of this name, or on this device, ends in."""
        self.loaded: list[tuple[str, ModelChoice]] = []
        self.tunings: list[tuple[Tuning, ...]] = []
        self.calls: list[Call] = []
        self.unloads = 0
        self.inside = threading.Event()
        """Set while a load or decode runs."""
        self._go = threading.Event()
        self._go.set()

    def hold(self) -> None:
        """Let the next loads and decodes wait for ``release``."""
        self._go.clear()

    def release(self) -> None:
        """Let waiting calls return."""
        self._go.set()

    def load(self, resolved: ResolvedModel, choice: ModelChoice) -> ModelInfo:
        self.loaded.append((resolved.name, choice))
        self.tunings.append(resolved.tunings)
        self._pass()
        for key in (resolved.name, choice.device):
            if key in self.loads:
                raise self.loads[key]
        device = "cpu" if choice.device == "auto" else choice.device
        return ModelInfo(resolved.name, resolved.path, device, "int8", notices=resolved.notices)

    def decode(self, samples: Samples, options: DecodeOptions) -> Decoded:
        self.calls.append(Call(samples, options))
        self._pass()
        reply = self.replies.popleft() if self.replies else " word"
        if isinstance(reply, Exception):
            raise reply
        return decoded(reply) if isinstance(reply, str) else reply

    def interrupt(self) -> None:
        pass

    def unload(self) -> None:
        self.unloads += 1

    def _pass(self) -> None:
        self.inside.set()
        assert self._go.wait(10), "the test never released the backend"
        self.inside.clear()


class MortalBackend(ScriptedBackend):
    """A ``ScriptedBackend`` whose process, as it were, can die."""

    def __init__(self, *replies: Reply) -> None:
        super().__init__(*replies)
        self._alive = False
        self._dies_with_call = False
        self._tell: Callable[[], None] = lambda: None

    def is_alive(self) -> bool:
        return self._alive

    def on_death(self, tell: Callable[[], None]) -> None:
        self._tell = tell

    def die(self) -> None:
        """End now."""
        self._alive = False
        self._tell()

    def die_with_the_next_call(self) -> None:
        """End inside the next decode; what that raises is the script's."""
        self._dies_with_call = True

    def load(self, resolved: ResolvedModel, choice: ModelChoice) -> ModelInfo:
        info = super().load(resolved, choice)
        self._alive = True
        return info

    def decode(self, samples: Samples, options: DecodeOptions) -> Decoded:
        if self._dies_with_call:
            self._dies_with_call = False
            self.die()
        return super().decode(samples, options)

    def unload(self) -> None:
        self._alive = False
        super().unload()


Resolve: TypeAlias = Callable[[str], ResolvedModel]
