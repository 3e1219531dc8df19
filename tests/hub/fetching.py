"""One download as the tests start it, with what it told and what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dictate import host
from dictate.engine.download import Progress, Surroundings, download
from dictate.errors import DictateError

BASE = "Systran/faster-whisper-base"
FILES = {"model.bin", "config.json", "tokenizer.json", "vocabulary.json"}


class Waits:
    """Counts waits instead of waiting."""

    def __init__(self) -> None:
        self.waited_s: list[float] = []

    def __call__(self, seconds: float, given_up: Callable[[], bool]) -> None:
        assert not given_up()
        self.waited_s.append(seconds)


class Run:
    """One download with what it told."""

    def __init__(self) -> None:
        self.progress: list[Progress] = []
        self.waits = Waits()
        self.cancel_at_bytes: int | None = None
        self.free_bytes = 10**12

    def cancelled(self) -> bool:
        done = self.progress[-1].done_bytes if self.progress else 0
        return self.cancel_at_bytes is not None and done >= self.cancel_at_bytes

    def __call__(self, name: str = "base") -> Path:
        around = Surroundings(self.waits, lambda folder: self.free_bytes)
        return download(name, self.progress.append, self.cancelled, around)

    def failure(self, name: str = "base") -> DictateError:
        with pytest.raises(DictateError) as caught:
            self(name)
        assert caught.value.message and caught.value.next_step
        assert not (host.models_folder() / "base").exists()
        return caught.value
