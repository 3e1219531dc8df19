"""Error rates between what was said and what was recognised."""

from __future__ import annotations

import pytest

from dictate.text.accuracy import accuracy, normalised


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Hello, World!", "hello world"),
        ("  It's  ten-thirty. ", "it's ten thirty"),
        ("It\u2019s", "it's"),
        ("GRÖSSE: 5 €", "grösse 5"),
        ("snake_case", "snake case"),
    ],
)
def test_case_and_punctuation_do_not_count(text: str, plain: str) -> None:
    assert normalised(text) == plain


def test_errors_are_counted_over_all_texts() -> None:
    found = accuracy([("ONE TWO THREE FOUR", "One, two, free four."), ("five six", "five six")])
    assert found is not None
    assert (found.texts, found.words) == (2, 6)
    assert found.word_error_rate == pytest.approx(1 / 6)
    assert 0 < found.character_error_rate < found.word_error_rate


def test_silence_is_all_wrong_and_invention_more_than_that() -> None:
    silent = accuracy([("one two", "")])
    assert silent is not None and silent.word_error_rate == 1
    invented = accuracy([("one", "three four five")])
    assert invented is not None and invented.word_error_rate == 3


def test_nothing_said_has_no_error_rate() -> None:
    assert accuracy([]) is None
    assert accuracy([("...", "Thank you.")]) is None
