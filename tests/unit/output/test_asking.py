"""The thread that asks others: in order, and its end never waits for an answer."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from functools import partial

import pytest

from dictate.domain import TakeId
from dictate.output.aims import Aims
from dictate.output.asking import AskingThread
from dictate.output.field import Spot
from dictate.output.field_watch import FieldWatch
from dictate.output.window import Window
from tests.fakes.paper_field import PaperField

TAKE = TakeId(1)
LONG_S = 20.0
"""What was meant to be brief has hung."""


class Deaf:
    """A program that does not answer until it is ``woken``."""

    def __init__(self) -> None:
        self.was_asked = threading.Event()
        self.woken = threading.Event()
        self.let_go = threading.Event()

    def answer(self) -> None:
        self.was_asked.set()
        assert self.woken.wait(LONG_S)


class DeafField(PaperField):
    """A field on a bus that hangs."""

    def __init__(self, deaf: Deaf) -> None:
        super().__init__()
        self.deaf = deaf

    def find(self) -> Spot | None:
        self.deaf.answer()
        return super().find()

    def close(self) -> None:
        self.deaf.let_go.set()


@pytest.fixture
def deaf() -> Iterator[Deaf]:
    deaf = Deaf()
    yield deaf
    deaf.woken.set()


def returns(close: Callable[[], None]) -> bool:
    """Tell whether it returns while the other program still hangs."""
    closing = threading.Thread(target=close, name="closing", daemon=True)
    closing.start()
    closing.join(LONG_S / 4)
    return not closing.is_alive()


def test_an_x_server_that_hangs_does_not_keep_the_program_from_quitting(deaf: Deaf) -> None:
    def look() -> Window:
        deaf.answer()
        return Window()

    aims = Aims(look, deaf.let_go.set)
    aims.remember(TAKE)
    assert deaf.was_asked.wait(LONG_S)
    assert returns(aims.close) and returns(aims.close)
    assert not deaf.let_go.is_set()  # the look still uses it
    deaf.woken.set()
    assert deaf.let_go.wait(LONG_S)


def test_a_bus_that_hangs_does_not_keep_the_program_from_quitting(deaf: Deaf) -> None:
    fields, told = FieldWatch(lambda: DeafField(deaf)), threading.Event()
    fields.aim(TAKE, lambda _: None)
    fields.aim(TakeId(2), lambda hides: None if hides else told.set())
    assert deaf.was_asked.wait(LONG_S)
    assert returns(fields.close) and returns(fields.close)
    assert told.is_set()  # who still waited is not left waiting
    assert not deaf.let_go.is_set()
    deaf.woken.set()
    assert deaf.let_go.wait(LONG_S)


def test_questions_are_asked_in_order_and_one_that_fails_costs_no_other() -> None:
    asking, asked = AskingThread("dictate-asking"), list[int]()
    failed = asking.ask(lambda: 1 // 0)
    answers = [asking.ask(partial(asked.append, number)) for number in range(50)]
    for answer in answers:
        answer.result(LONG_S)
    assert asked == list(range(50))
    with pytest.raises(ZeroDivisionError):
        failed.result(LONG_S)
    asking.close(lambda: None)


def test_after_the_end_nothing_is_asked() -> None:
    asking, let_go = AskingThread("dictate-asking"), list[str]()
    asking.close(lambda: let_go.append("gone"))
    asking.close(lambda: let_go.append("twice"))
    assert let_go == ["gone"]
    with pytest.raises(CancelledError):
        asking.ask(lambda: None).result(LONG_S)
