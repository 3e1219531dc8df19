"""Backends that misbehave on purpose; importable in a spawned process."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

from dictate.domain import DecodeOptions, ModelChoice, ModelInfo, Samples, Segment
from dictate.engine.backend import Decoded
from dictate.engine.facts import ResolvedModel
from dictate.errors import ModelDamaged

INFO = ModelInfo("fake", Path("fake"), "cpu", "int8")


class CountingBackend:
    """Answers with the number of samples, the process id, and whether they all were one value."""

    def load(self, resolved: ResolvedModel, choice: ModelChoice) -> ModelInfo:
        if resolved.name == "damaged":
            raise ModelDamaged("The file is broken.", "Get it again.")
        if resolved.name == "crash-on-load":
            os.kill(os.getpid(), signal.SIGKILL)
        return INFO

    def decode(self, samples: Samples, options: DecodeOptions) -> Decoded:
        if samples[0] > 1:  # a sound that brings this backend down
            os.kill(os.getpid(), signal.SIGSEGV)
        if samples[0] < -1:  # and one that it never gets over
            threading.Event().wait()
        if 0.5 < samples[0] <= 1:  # one that is much work
            until_s = time.monotonic() + float(samples[0])
            while time.monotonic() < until_s:
                pass
        text = f"{len(samples)} {os.getpid()} {bool((samples == samples[0]).all())}"
        return Decoded((Segment(0.0, 1.0, text),), "en", 1.0)

    def interrupt(self) -> None:
        pass

    def unload(self) -> None:
        pass
