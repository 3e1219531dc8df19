"""Answers of servers, good and odd."""

from __future__ import annotations

import contextlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictate.engine.remote.languages import code_of
from dictate.engine.remote.reply import Heard, read
from dictate.errors import ReplyUnusable

JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda children: (
        st.lists(children, max_size=4)
        | st.dictionaries(
            st.sampled_from(["text", "segments", "words", "start", "end", "word", "language"])
            | st.text(max_size=3),
            children,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(JSON)
def test_any_document_is_read_or_refused(document: object) -> None:
    try:
        heard = read(json.dumps(document).encode())
    except ReplyUnusable as error:
        assert error.next_step
    else:
        assert isinstance(heard, Heard)


@given(st.binary(max_size=40))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with contextlib.suppress(ReplyUnusable):
        read(content)


def test_words_inside_segments_are_found() -> None:
    words = [{"word": " Hi", "start": 0.0, "end": 0.3, "probability": 0.9}]
    part = {"start": 0, "end": 1, "text": " Hi", "words": words}
    segment = read(json.dumps({"text": "Hi", "segments": [part]}).encode()).segments[0]
    assert [(w.text, w.probability) for w in segment.words] == [(" Hi", 0.9)]


def test_words_without_segments_make_one() -> None:
    words = [{"word": "Hi", "start": 0.2, "end": 0.3}, {"word": "you", "start": 0.4, "end": 0.8}]
    (segment,) = read(json.dumps({"text": "Hi you", "words": words}).encode()).segments
    assert (segment.start_s, segment.end_s, segment.text) == (0.2, 0.8, "Hi you")


@pytest.mark.parametrize(
    "part", [{}, {"start": 2, "end": 1, "text": "x"}, {"start": "0", "end": 1, "text": "x"}, 3]
)
def test_segments_that_make_no_sense_leave_the_text_whole(part: object) -> None:
    good = {"start": 0, "end": 1, "text": "x"}
    heard = read(json.dumps({"text": "x y", "segments": [good, part]}).encode())
    assert (heard.text, heard.segments) == ("x y", ())


@pytest.mark.parametrize(
    ("name", "code"),
    [("english", "en"), ("en", "en"), ("German", "de"), ("en-US", "en"), ("", ""), ("klingon", "")],
)
def test_languages_have_names_and_codes(name: str, code: str) -> None:
    assert code_of(name) == code
