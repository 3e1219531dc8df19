"""Where texts of the same speech differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictate.text.accuracy import normalised
from dictate.text.differences import differences

WORDS = st.lists(st.sampled_from(["a", "b", "c,", "C", "d.", "-"]), max_size=12).map(" ".join)


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["", ""], []),
        (["Hello there.", "hello there"], []),
        (["we meet at nine", "we meat at nine"], [("meet", "meat")]),
        (["we meet at nine", "we meet nine"], [("at", "")]),
        (["meet me", "please meet me now"], [("", "please"), ("", "now")]),
        (["a b c", "a x c", "a b c"], [("b", "x", "b")]),
        (["a b c", "a x c", "a b y"], [("b c", "x c", "b y")]),
        (["said", "", "said"], [("said", "", "said")]),
        (["only one"], []),
    ],
)
def test_stretches_stand_side_by_side(texts: list[str], found: list[tuple[str, ...]]) -> None:
    assert differences(texts) == found


@given(WORDS, WORDS, WORDS)
def test_every_difference_is_shown_and_nothing_else(one: str, two: str, three: str) -> None:
    texts = [one, two, three]
    found = differences(texts)
    assert (not found) == (len({normalised(text) for text in texts}) == 1)
    for row in found:
        assert len({normalised(words) for words in row}) > 1
        for text, words in zip(texts, row, strict=True):
            assert words in " ".join(text.split())
