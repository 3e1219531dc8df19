"""The queue of files, with a process that does what the test says."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from dictate.assembly.file_child import RESTS, Got, Recognise, Recogniser, Refused, answer
from dictate.assembly.files import FileQueue, Row, State
from dictate.domain import Notice, Severity
from dictate.engine.watchdog import Pulse
from dictate.settings.schema import Settings
from dictate.text.exports import Written
from tests.desktop.screen import wait_until

HELLO = Written("Hello.")
LOUD = Notice(Severity.ERROR, "It is no sound.", "Play it elsewhere.")


class ScriptedChild:
    """A process in name only; ``theirs`` is its end of the pipe."""

    def __init__(self) -> None:
        self.connection, self.theirs = multiprocessing.Pipe()
        self.is_held = False
        self.is_killed = False

    def hold(self, held: bool) -> None:
        self.is_held = held

    def kill(self) -> None:
        self.is_killed = True
        self.connection.close()

    def asked(self) -> str:
        assert self.theirs.poll(5)
        request: Recognise = self.theirs.recv()
        return request.path.name


class Bench:
    def __init__(self) -> None:
        self.children: list[ScriptedChild] = []
        self.now_s = 0.0
        self.queue = FileQueue(Settings, self._start, lambda: self.now_s)

    def _start(self) -> ScriptedChild:
        self.children.append(ScriptedChild())
        return self.children[-1]

    @property
    def child(self) -> ScriptedChild:
        wait_until(lambda: bool(self.children), "a process")
        return self.children[-1]

    def row(self, number: int) -> Row:
        return next(row for row in self.queue.rows if row.number == number)

    def until(self, check: Callable[[], bool]) -> None:
        wait_until(check, "the queue")

    def until_state(self, number: int, state: State) -> None:
        def there() -> bool:
            return any(r.number == number and r.state is state for r in self.queue.rows)

        wait_until(there, f"file {number} {state}")


@pytest.fixture
def bench() -> Iterator[Bench]:
    bench = Bench()
    yield bench
    bench.queue.close()
    for child in bench.children:
        child.theirs.close()
        child.connection.close()


def test_files_become_texts_one_after_another_and_the_process_ends(bench: Bench) -> None:
    bench.queue.add([Path("a.wav"), Path("b.wav")])
    assert bench.child.asked() == "a.wav"
    bench.child.theirs.send(HELLO)
    assert bench.child.asked() == "b.wav"
    assert bench.row(1).state is State.DONE and bench.row(1).written == HELLO
    bench.child.theirs.send(Written(""))
    bench.until(lambda: bench.child.is_killed)
    assert bench.row(2).state is State.DONE
    assert len(bench.children) == 1


def test_progress_and_the_time_left_are_told(bench: Bench) -> None:
    bench.queue.add([Path("long.mp4")])
    assert bench.child.asked() == "long.mp4"
    bench.until_state(1, State.WORKING)
    bench.now_s = 30.0
    bench.child.theirs.send(Got(0.25))
    bench.until(lambda: bench.row(1).share == 0.25)
    assert bench.row(1).left_s == pytest.approx(90.0)


def test_it_rests_during_a_take_and_that_time_does_not_count(bench: Bench) -> None:
    bench.queue.add([Path("long.mp4")])
    assert bench.child.asked() == "long.mp4"
    bench.until_state(1, State.WORKING)
    bench.now_s = 10.0
    bench.queue.hold(True)
    bench.until(lambda: bench.child.is_held)
    bench.now_s = 1000.0
    bench.queue.hold(False)
    bench.until(lambda: not bench.child.is_held)
    bench.child.theirs.send(Got(0.5))
    bench.until(lambda: bench.row(1).share == 0.5)
    assert bench.row(1).left_s == pytest.approx(10.0)


def test_a_file_that_is_added_during_a_take_waits_for_its_end(bench: Bench) -> None:
    bench.queue.hold(True)
    bench.queue.add([Path("a.wav")])
    bench.until_state(1, State.WORKING)
    assert bench.child.is_held


def test_cancelling_ends_the_process_and_the_next_file_begins(bench: Bench) -> None:
    bench.queue.add([Path("a.wav"), Path("b.wav"), Path("c.wav")])
    assert bench.child.asked() == "a.wav"
    bench.queue.cancel([1, 2])
    bench.until(lambda: len(bench.children) == 2)
    assert bench.children[0].is_killed
    assert bench.child.asked() == "c.wav"
    assert bench.row(1).state is State.CANCELLED and bench.row(2).state is State.CANCELLED
    bench.queue.forget([1, 2, 3])
    bench.until(lambda: len(bench.queue.rows) == 1)  # what is worked at stays


def test_what_cannot_be_read_says_why_and_the_others_go_on(bench: Bench) -> None:
    bench.queue.add([Path("a.txt"), Path("b.wav")])
    assert bench.child.asked() == "a.txt"
    bench.child.theirs.send(Refused(LOUD))
    assert bench.child.asked() == "b.wav"
    assert bench.row(1).state is State.FAILED and bench.row(1).problem == LOUD


def test_a_process_that_dies_fails_its_file_only(bench: Bench) -> None:
    bench.queue.add([Path("a.wav"), Path("b.wav")])
    assert bench.child.asked() == "a.wav"
    bench.child.theirs.close()
    bench.until(lambda: len(bench.children) == 2)
    assert bench.child.asked() == "b.wav"
    problem = bench.row(1).problem
    assert problem is not None and problem.next_step


def test_the_child_answers_what_it_cannot_read_in_words(tmp_path: Path) -> None:
    (tmp_path / "a.wav").write_text("no sound")
    told: list[Got] = []
    found = answer(Recogniser(), Recognise(tmp_path / "a.wav", Settings()), told.append)
    assert isinstance(found, Refused) and found.notice.next_step


def test_the_engine_of_files_may_rest_for_as_long_as_a_take_lasts() -> None:
    """It is suspended meanwhile; counted as hangs, long takes would end it and blame its model."""
    dog = RESTS.for_decoding(np.zeros(16_000, np.float32))
    assert not any(dog.is_hung(1.0, Pulse(1.0, suspended=True)) for _ in range(1800))
    assert any(dog.is_hung(1.0, Pulse(1.0)) for _ in range(1800))


class OfAnotherVersion:
    """Cannot be read by whoever gets it."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (__import__, ("dictate.no_such_module",))


def test_an_answer_that_cannot_be_read_costs_its_file_and_not_the_queue(bench: Bench) -> None:
    bench.queue.add([Path("one.wav"), Path("two.wav")])
    first = bench.child
    assert first.asked() == "one.wav"
    first.theirs.send(OfAnotherVersion())
    bench.until_state(1, State.FAILED)
    bench.until(lambda: len(bench.children) == 2)
    assert bench.child.asked() == "two.wav"
    bench.child.theirs.send(HELLO)
    bench.until_state(2, State.DONE)


def test_a_process_that_cannot_be_started_fails_each_file_once() -> None:
    def start() -> ScriptedChild:
        raise RuntimeError("can't start new thread")

    files = FileQueue(Settings, start)
    files.add([Path("one.wav"), Path("two.wav")])
    wait_until(lambda: [row.state for row in files.rows] == [State.FAILED] * 2, "both to fail")
    files.close()
