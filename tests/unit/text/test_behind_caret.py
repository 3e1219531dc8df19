"""The end of a text where something stands behind the caret: a table."""

from __future__ import annotations

import pytest

from dictate.text.caret import fitted

CASES = [
    # language, before, after, said, written
    ("en", "We met ", " at noon.", "In the park.", "in the park"),
    ("en", "We met ", "at noon.", "In the park.", "in the park "),
    ("en", "We met", " at noon.", "In the park.", " in the park"),
    ("en", "We met", "at noon.", "In the park.", " in the park "),
    ("en", "", "we left.", "Then", "Then "),
    ("en", "", "we left.", "Then.", "Then "),
    ("en", "We left", ".", "At noon.", " at noon"),
    ("en", "We left", ", and so on", "At noon.", " at noon"),
    ("en", "We left", "?", "At noon.", " at noon"),
    # What may begin a sentence keeps the stop.
    ("en", "We left. ", "The end.", "It rained.", "It rained. "),
    ("en", "We left. ", " The end.", "It rained.", "It rained."),
    ("de", "Das ", "Haus", "Große.", "Große. "),
    # Other marks are meant.
    ("en", "We met ", " so it is", "Really?", "really?"),
    ("en", "We met ", " so it is", "So what...", "so what..."),
    ("en", "I like tea, ", " and so on", "Coffee etc.", "Coffee etc."),
    ("en", "I know J. and ", " too", "Peter K.", "Peter K."),
    ("de", "Am ", " und am 5.", "3.", "3."),
    ("de", "Wir gingen ", " und kamen", "Nach Hause.", "nach Hause"),
    # The end of a line is the end.
    ("en", "We left", "\nand came back", "At noon.", " at noon."),
    ("en", "We left", " \nand came back", "At noon.", " at noon."),
    ("en", "We left", "and came", "At noon.\n", " at noon.\n"),
    # Quotes and brackets.
    ("en", "He said ", '"no"', "At once", "at once "),
    ("en", "(", ")", "As I said.", "As I said."),
    ("en", "see (", "the book)", "Also", "Also "),
    ("en", "He said ", "(no)", "Well", "well "),
    ("en", 'He said "well, ', '"', "At once", "at once"),
    ("de", "Er sagte „gut, ", "“ und ging", "Aber nicht jetzt.", "aber nicht jetzt."),
    ("en", "He said ", "“no”", "Well", "well "),
    ("en", "No more than ", " do", "I.", "I"),
    # Addresses and code.
    ("en", "https://", "example.org", "Docs.", "Docs."),
    ("en", "a_", "b", "C.", "C."),
    # A blank that ends every text is not doubled.
    ("en", "We met ", " at noon.", "In the park. ", "in the park"),
    ("ja", "今日は", "です", "いい天気", "いい天気"),
    ("en", "We met ", "", "In the park.", "in the park."),
]


@pytest.mark.parametrize(("language", "before", "after", "said", "written"), CASES)
def test_what_is_written(language: str, before: str, after: str, said: str, written: str) -> None:
    assert fitted(said, before, language, after=after) == written


def test_nothing_to_write_stays_nothing() -> None:
    assert fitted("", "", "en", after="word") == ""
