"""A light recogniser for a real child process: its answer is how loud the sound was."""

from __future__ import annotations

import threading
from pathlib import Path

import numpy as np

from dictate.domain import DecodeOptions, ModelChoice, ModelInfo, Samples, Segment
from dictate.engine.backend import Decoded
from dictate.engine.facts import ResolvedModel

STEPS = 1000
QUIETEST = 0.2
"""What the loudness detector calls speech, with room."""


def loudness_of(number: int) -> float:
    """Return the loudness that is answered with this number."""
    return QUIETEST + number / STEPS


class EchoBackend:
    """Says "take N" to a sound of ``loudness_of(N)``; both calls take a moment, to be killed in."""

    def __init__(self, takes_s: float = 0.0, hangs_unless: Path | None = None) -> None:
        self._takes_s = takes_s
        self._hangs_unless = hangs_unless

    def load(self, resolved: ResolvedModel, choice: ModelChoice) -> ModelInfo:
        self._work()
        return ModelInfo("echo", Path("echo"), "cpu", "int8")

    def decode(self, samples: Samples, options: DecodeOptions) -> Decoded:
        if self._hangs_unless is not None and not self._hangs_unless.exists():
            self._hangs_unless.touch()
            threading.Event().wait()
        self._work()
        number = round((float(np.abs(samples).max()) - QUIETEST) * STEPS)
        return Decoded((Segment(0.0, 1.0, f" take {number}", -0.1, 0.01, 1.0),), "en", 1.0)

    def interrupt(self) -> None:
        pass

    def unload(self) -> None:
        pass

    def _work(self) -> None:
        threading.Event().wait(self._takes_s)


SHORTEST_PHRASE_SAMPLES = 512


class PhraseBackend(EchoBackend):
    """Says the number of each phrase it hears, in order: a sound of ``loudness_of(N)``, quiet."""

    def decode(self, samples: Samples, options: DecodeOptions) -> Decoded:
        self._work()
        level = np.abs(samples)
        is_loud = np.concatenate(([False], level > QUIETEST / 2, [False]))
        edges = np.flatnonzero(np.diff(is_loud)).reshape(-1, 2)
        numbers = [
            round((float(np.median(level[begin:end])) - QUIETEST) * STEPS)
            for begin, end in edges
            if end - begin >= SHORTEST_PHRASE_SAMPLES
        ]
        text = "".join(f" {number}" for number in numbers)
        return Decoded((Segment(0.0, 1.0, text, -0.1, 0.01, 1.0),), "en", 1.0)
