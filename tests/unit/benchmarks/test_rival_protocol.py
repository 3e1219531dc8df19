"""Messages survive the trip between two interpreters, and nothing else is taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.rival_protocol import Failed, Hear, Heard, Load, Loaded, Message, read, written

MESSAGES = st.one_of(
    st.builds(Load, st.text(), st.text(), st.text()),
    st.builds(Hear, st.text()),
    st.just(Loaded()),
    st.builds(Heard, st.text(), st.floats(allow_nan=False)),
    st.builds(Failed, st.text()),
)


@given(MESSAGES)
def test_a_message_is_one_line_and_comes_back(message: Message) -> None:
    line = written(message)
    assert line.endswith("\n") and line.count("\n") == 1
    assert read(line) == message


@pytest.mark.parametrize(
    "line", ["", "progress: 40 %", "[1]", '{"kind": "Other"}', '{"kind": "Heard"}', '{"text": "a"}']
)
def test_anything_else_is_refused(line: str) -> None:
    with pytest.raises(ValueError):
        read(line)
