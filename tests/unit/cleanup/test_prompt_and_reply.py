"""What is asked, and what is taken of the answer."""

from __future__ import annotations

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictate.cleanup import prompt
from dictate.cleanup.reply import MOST_BYTES, Reply
from dictate.errors import ReplyUnusable


@given(text=st.text(min_size=1, max_size=200))
def test_no_text_can_end_its_own_frame(text: str) -> None:
    system, user = (m["content"] for m in prompt.body(text, "m")["messages"])  # type: ignore[attr-defined]
    opening, *_, closing = user.split("\n")
    tag = opening.strip("<>")
    assert closing == f"</{tag}>"
    assert user == f"{opening}\n{text}\n{closing}"
    assert tag not in text.casefold()
    assert f"<{tag}>" in system


@given(text=st.text(max_size=300))
def test_the_bound_on_the_answer_follows_the_text(text: str) -> None:
    assert 0 <= prompt.most_tokens(text) - prompt.SPARE_TOKENS <= 2 * len(text)


@pytest.mark.parametrize(
    ("answer", "text", "bare"),
    [
        ("  Hello.\n", "hello", "Hello."),
        ("<transcript>\nHello.\n</transcript>", "hello", "Hello."),
        ("<think>They say hello.</think>\n\nHello.", "hello", "Hello."),
        ("```\nHello.\n```", "hello", "Hello."),
        ("```text\nHello.\n```", "hello", "Hello."),
        ('"Hello."', "hello", "Hello."),
        ("“Hello.”", "hello", "Hello."),
        ('"Hello."', '"hello"', '"Hello."'),
        ('"No," he said, "never."', "no he said never", '"No," he said, "never."'),
        ("Hello.\nAnd more.", "hello and more", "Hello. And more."),
        ("Hello.\n\nMore.", "hello\nmore", "Hello.\n\nMore."),
        ("- one\n- two", "one two", "- one\n- two"),
    ],
)
def test_what_models_put_around_a_text_is_taken_off(answer: str, text: str, bare: str) -> None:
    assert prompt.unwrapped(answer, text) == bare


def _events(*contents: str, finish: str | None = "stop") -> bytes:
    choices = [{"delta": {"role": "assistant", "content": None}}]
    choices += [{"delta": {"content": content}} for content in contents]
    choices += [{"delta": {}, "finish_reason": finish}]  # type: ignore[dict-item]
    lines = [f"data: {json.dumps({'choices': [choice]}, ensure_ascii=False)}" for choice in choices]
    return "\r\n\r\n".join([": kept alive", *lines, "data: [DONE]", ""]).encode()


@given(
    contents=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=9), max_size=6),
    cuts=st.lists(st.integers(0, 600), max_size=8),
)
def test_a_stream_reads_the_same_in_any_pieces(contents: list[str], cuts: list[int]) -> None:
    stream = _events(*contents)
    edges = [0, *sorted(min(cut, len(stream)) for cut in cuts), len(stream)]
    reply = Reply(streamed=True)
    for begin, end in itertools.pairwise(edges):
        reply.feed(stream[begin:end])
    assert reply.text() == "".join(contents)
    assert reply.is_done


@given(rubbish=st.binary(max_size=200), streamed=st.booleans())
def test_rubbish_is_no_text(rubbish: bytes, streamed: bool) -> None:
    reply = Reply(streamed=streamed)
    try:
        reply.feed(rubbish)
        text = reply.text()
    except ReplyUnusable:
        return
    assert text == ""  # which the guard refuses


def test_an_answer_without_an_end_is_given_up() -> None:
    reply = Reply(streamed=True)
    with pytest.raises(ReplyUnusable, match="does not end"):
        for _ in range(MOST_BYTES // 1024 + 1):
            reply.feed(b"x" * 1024)
