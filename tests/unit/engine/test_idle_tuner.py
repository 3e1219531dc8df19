"""A measurement begins when nobody wants anything, and gives way at once."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator

import pytest

from dictate.domain import ModelChoice
from dictate.engine.idle_tuner import MOST_TRIES, IdleTuner, Rhythm
from dictate.engine.tuner import GaveWay
from dictate.errors import ModelDamaged

WAIT_S = 5.0
BASE, TINY = ModelChoice("base"), ModelChoice("tiny")


class Measuring:
    """A measurement that takes until it is finished or stopped."""

    def __init__(self) -> None:
        self.began: queue.SimpleQueue[ModelChoice] = queue.SimpleQueue()
        self.ended: queue.SimpleQueue[str] = queue.SimpleQueue()
        self.may = True
        self.asked = threading.Semaphore(0)
        self._go: queue.SimpleQueue[str | Exception] = queue.SimpleQueue()

    def __call__(self, choice: ModelChoice, given_up: Callable[[], bool]) -> None:
        self.began.put(choice)
        said = self._go.get(timeout=WAIT_S)
        if isinstance(said, Exception):
            self.ended.put("failed")
            raise said
        if given_up():
            self.ended.put("gave way")
            raise GaveWay
        self.ended.put(said)

    def finish(self, failure: Exception | None = None) -> None:
        self._go.put(failure or "done")

    def stop(self) -> None:
        self._go.put("stopped")

    def may_begin(self) -> bool:
        self.asked.release()
        return self.may


@pytest.fixture
def work() -> Measuring:
    return Measuring()


@pytest.fixture
def tuner(work: Measuring) -> Iterator[IdleTuner]:
    made = IdleTuner(work, work.stop, work.may_begin, Rhythm(idle_s=0.01, not_now_s=0.01))
    yield made
    made.close()


def test_a_wanted_model_is_measured_once(work: Measuring, tuner: IdleTuner) -> None:
    tuner.want(BASE)
    assert work.began.get(timeout=WAIT_S) == BASE
    work.finish()
    assert work.ended.get(timeout=WAIT_S) == "done"
    tuner.want(TINY)
    assert work.began.get(timeout=WAIT_S) == TINY, "and not BASE again"
    work.finish()


def test_without_a_wish_there_is_no_thread(tuner: IdleTuner) -> None:
    before = threading.active_count()
    tuner.busy(True)
    tuner.busy(False)
    tuner.want(None)
    assert threading.active_count() == before


def test_nothing_begins_while_a_take_runs(work: Measuring, tuner: IdleTuner) -> None:
    tuner.busy(True)
    tuner.want(BASE)
    with pytest.raises(queue.Empty):
        work.began.get(timeout=0.1)
    tuner.busy(False)
    assert work.began.get(timeout=WAIT_S) == BASE
    work.finish()


def test_a_press_ends_it_at_once_and_it_begins_anew_later(
    work: Measuring, tuner: IdleTuner
) -> None:
    tuner.want(BASE)
    work.began.get(timeout=WAIT_S)
    tuner.busy(True)
    assert work.ended.get(timeout=WAIT_S) == "gave way"
    with pytest.raises(queue.Empty):
        work.began.get(timeout=0.1)
    tuner.busy(False)
    assert work.began.get(timeout=WAIT_S) == BASE
    work.finish()


def test_who_is_always_busy_is_left_alone_after_a_few_tries(
    work: Measuring, tuner: IdleTuner
) -> None:
    tuner.want(BASE)
    for _ in range(MOST_TRIES):
        work.began.get(timeout=WAIT_S)
        tuner.busy(True)
        work.ended.get(timeout=WAIT_S)
        tuner.busy(False)
    with pytest.raises(queue.Empty):
        work.began.get(timeout=0.1)


def test_another_model_ends_the_measurement_of_the_first(work: Measuring, tuner: IdleTuner) -> None:
    tuner.want(BASE)
    work.began.get(timeout=WAIT_S)
    tuner.want(TINY)
    assert work.ended.get(timeout=WAIT_S) == "gave way"
    assert work.began.get(timeout=WAIT_S) == TINY
    work.finish()


@pytest.mark.parametrize("failure", [ModelDamaged("Broken."), ZeroDivisionError()])
def test_a_failure_is_not_tried_again(
    work: Measuring, tuner: IdleTuner, failure: Exception
) -> None:
    tuner.want(BASE)
    work.began.get(timeout=WAIT_S)
    work.finish(failure)
    assert work.ended.get(timeout=WAIT_S) == "failed"
    with pytest.raises(queue.Empty):
        work.began.get(timeout=0.1)


def test_a_busy_machine_is_asked_again_later(work: Measuring, tuner: IdleTuner) -> None:
    work.may = False
    tuner.want(BASE)
    for _ in range(2):
        assert work.asked.acquire(timeout=WAIT_S)
    work.may = True
    assert work.began.get(timeout=WAIT_S) == BASE
    work.finish()


def test_close_ends_a_running_measurement(work: Measuring, tuner: IdleTuner) -> None:
    tuner.want(BASE)
    work.began.get(timeout=WAIT_S)
    tuner.close()
    assert work.ended.get(timeout=WAIT_S) == "gave way"
    tuner.want(TINY)
    assert work.began.empty()
