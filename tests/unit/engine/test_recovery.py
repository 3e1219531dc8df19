"""What is tried next, and how often an idle engine is started again."""

from __future__ import annotations

import pytest

from dictate.domain import ModelChoice
from dictate.engine.recovery import (
    MOST_REVIVALS,
    REVIVALS_WITHIN_S,
    Revivals,
    avoided_notice,
    step_down,
    stepped_notice,
)

ON_CARD = ModelChoice("base", "cuda", "float16")
ON_CPU = ModelChoice("base", "cpu", "auto")
SMALLER = ModelChoice("tiny", "cpu", "auto")


@pytest.mark.parametrize(
    ("choice", "smaller", "below"),
    [
        (ON_CARD, ("tiny",), ON_CPU),
        (ModelChoice("base"), (), ON_CPU),
        (ON_CPU, ("tiny", "nano"), SMALLER),
        (ON_CPU, (), None),
    ],
)
def test_the_ladder(choice: ModelChoice, smaller: tuple[str, ...], below: ModelChoice) -> None:
    assert step_down(choice, smaller) == below


def test_says_what_is_done_and_how_to_try_again() -> None:
    assert "runs on the CPU from now on" in stepped_notice(ON_CARD, ON_CPU).message
    assert "smaller model tiny is used" in stepped_notice(ON_CPU, SMALLER).message
    avoided = avoided_notice(ON_CARD, ON_CPU, "base")
    assert avoided.message == "base crashed twice the last time. It runs on the CPU for now."
    assert "dictate tune --forget" in avoided.next_step


def test_revivals_are_bounded_in_time() -> None:
    now_s = 1000.0
    revivals = Revivals(lambda: now_s)
    assert [revivals.allow() for _ in range(MOST_REVIVALS + 2)] == [True] * MOST_REVIVALS + [
        False,
        False,
    ]
    now_s += REVIVALS_WITHIN_S
    assert revivals.allow()
