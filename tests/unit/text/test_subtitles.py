"""Subtitles from segments."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from dictate.domain import Segment
from dictate.text.subtitles import srt, vtt

SAID = (
    Segment(0.0, 1.25, " Good morning."),
    Segment(3661.5, 3663.0004, "See you & <all> --> soon."),
)


def test_subrip() -> None:
    assert srt(SAID) == (
        "1\n00:00:00,000 --> 00:00:01,250\nGood morning.\n\n"
        "2\n01:01:01,500 --> 01:01:03,000\nSee you & <all> --> soon.\n"
    )


def test_webvtt_has_a_header_and_no_marks_in_texts() -> None:
    assert vtt(SAID) == (
        "WEBVTT\n\n00:00:00.000 --> 00:00:01.250\nGood morning.\n\n"
        "01:01:01.500 --> 01:01:03.000\nSee you &amp; &lt;all&gt; --&gt; soon.\n"
    )


def test_nothing_said() -> None:
    assert srt([Segment(0, 1, "  ")]) == ""
    assert vtt([]) == "WEBVTT\n"


def test_long_texts_get_lines_of_their_own() -> None:
    cue = srt([Segment(0, 5, "word " * 30)]).splitlines()[2:]
    assert len(cue) > 2 and max(map(len, cue)) <= 42


times = st.floats(0, 1e5)


@given(st.lists(st.builds(Segment, times, times, st.text(max_size=80)), max_size=5))
def test_every_cue_has_a_number_a_time_and_no_blank_line_inside(segments: list[Segment]) -> None:
    cues = [cue for cue in srt(segments).split("\n\n") if cue.strip()]
    assert len(cues) == sum(bool(s.text.strip()) for s in segments)
    for number, cue in enumerate(cues, start=1):
        first, second, *text = cue.strip("\n").split("\n")
        assert first == str(number)
        start, end = re.fullmatch(
            r"(\d\d+:\d\d:\d\d,\d{3}) --> (\d\d+:\d\d:\d\d,\d{3})", second
        ).groups()  # type: ignore[union-attr]
        assert start < end or len(start) < len(end)
        assert text
