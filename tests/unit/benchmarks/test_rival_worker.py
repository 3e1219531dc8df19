"""The rival's side: it answers each message, and a failure is an answer too."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest

from benchmarks.rival_protocol import Failed, Hear, Heard, Load, Loaded, Message, read, written
from benchmarks.rival_worker import Recogniser, Samples, Service

LOAD = Load("counter", "weights", "int8")


class Counter:
    """Says how many samples it was given."""

    def __init__(self) -> None:
        self.loaded: list[Load] = []
        self.closed = 0

    def __call__(self, load: Load) -> Recogniser:
        self.loaded.append(load)
        return Recogniser(self._hear, self._close)

    def _hear(self, samples: Samples) -> str:
        if not len(samples):
            raise RuntimeError("no sound")
        return f" {len(samples)} samples "

    def _close(self) -> None:
        self.closed += 1


def answers(counter: Counter, *messages: Message) -> list[Message]:
    said = io.StringIO()
    Service({"counter": counter}).run([written(message) for message in messages], said)
    return [read(line) for line in said.getvalue().splitlines()]


@pytest.fixture
def take(tmp_path: Path) -> str:
    np.save(tmp_path / "take.npy", np.zeros(160, np.float32))
    return str(tmp_path / "take.npy")


def test_it_loads_hears_and_closes_at_the_end(take: str) -> None:
    counter = Counter()
    loaded, heard = answers(counter, LOAD, Hear(take))
    assert loaded == Loaded() and counter.loaded == [LOAD]
    assert isinstance(heard, Heard)
    assert heard.text == "160 samples" and heard.wait_ms >= 0
    assert counter.closed == 1


def test_a_rival_that_fails_says_why_and_goes_on(tmp_path: Path, take: str) -> None:
    np.save(tmp_path / "none.npy", np.zeros(0, np.float32))
    _, failed, heard = answers(Counter(), LOAD, Hear(str(tmp_path / "none.npy")), Hear(take))
    assert failed == Failed("RuntimeError: no sound")
    assert isinstance(heard, Heard)


def test_what_cannot_be_done_is_an_answer(take: str) -> None:
    first, second = answers(Counter(), Hear(take), Load("another", "", ""))
    assert isinstance(first, Failed) and isinstance(second, Failed)
    assert "another" in second.reason


def test_a_rival_that_is_not_installed_says_so() -> None:
    said = io.StringIO()
    Service().run([written(Load("RealtimeSTT", "", "int8"))], said)
    answer = read(said.getvalue())
    assert isinstance(answer, Failed) and "RealtimeSTT" in answer.reason
