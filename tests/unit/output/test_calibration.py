"""What is made of what arrived in our own window."""

from __future__ import annotations

import pytest

from dictate.domain import OutputMethod
from dictate.output.calibration import SAMPLE, Trial, best, what_arrived

AUTO, TYPE, PASTE, COPY = (
    OutputMethod.AUTO, OutputMethod.TYPE, OutputMethod.PASTE, OutputMethod.COPY,
)  # fmt: skip


def exact(method: OutputMethod, through: str = "") -> Trial:
    return Trial(method, through, SAMPLE, 12.4)


def broken(method: OutputMethod, through: str = "") -> Trial:
    return Trial(method, through, SAMPLE.replace("é", "e"))


def refused(method: OutputMethod, through: str = "") -> Trial:
    return Trial(method, through, problem="No tool here types every text exactly.")


@pytest.mark.parametrize(
    ("trials", "method"),
    [
        ((exact(TYPE), exact(PASTE)), AUTO),
        ((exact(TYPE), broken(PASTE)), TYPE),
        ((exact(TYPE), refused(PASTE)), TYPE),
        ((broken(TYPE), exact(PASTE)), PASTE),
        ((refused(TYPE), exact(PASTE)), PASTE),
        ((broken(TYPE), broken(PASTE)), COPY),
        ((refused(TYPE), refused(PASTE)), COPY),
        ((), COPY),
        # Of two tools the one that is used is the first that does not refuse.
        ((refused(TYPE, "a"), exact(PASTE, "a"), exact(TYPE, "b"), exact(PASTE, "b")), AUTO),
        ((broken(TYPE, "a"), exact(PASTE, "a"), exact(TYPE, "b"), exact(PASTE, "b")), PASTE),
    ],
)
def test_the_best_method(trials: tuple[Trial, ...], method: OutputMethod) -> None:
    assert best(trials) is method


@pytest.mark.parametrize(
    ("arrived", "words"),
    [
        (SAMPLE, f"all {len(SAMPLE)} characters arrived in 12 ms"),
        ("", "nothing arrived"),
        (SAMPLE.replace("🙂", ""), "lost: 🙂"),
        (SAMPLE.replace("\t", " "), "lost: tab; wrong: blank"),
        (SAMPLE.rstrip("\n"), "lost: newline"),
        (f"{SAMPLE}x", "wrong: x"),
        (SAMPLE.replace("é", "\x00"), "lost: é; wrong: U+0000"),
    ],
)
def test_what_arrived_in_words(arrived: str, words: str) -> None:
    assert what_arrived(Trial(TYPE, arrived=arrived, took_ms=12.4)) == words


def test_a_long_difference_is_cut_short() -> None:
    assert what_arrived(Trial(TYPE, arrived="\n")).endswith("more")


def test_a_problem_is_told_as_it_is() -> None:
    assert what_arrived(refused(TYPE)).startswith("No tool")
    assert not refused(TYPE).exact
