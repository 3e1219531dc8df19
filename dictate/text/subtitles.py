"""Writes recognised segments as subtitles: SubRip (srt) and WebVTT. Pure.

Formats: the W3C's WebVTT recommendation; SubRip as players read it, numbered cues with commas
before the milliseconds.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from dictate.domain import Segment

LINE_CHARACTERS = 42
"""What subtitle guidelines allow a line."""
SHORTEST_CUE_S = 0.1


def srt(segments: Sequence[Segment]) -> str:
    """Return the segments as SubRip; empty for none."""
    cues = [
        f"{number}\n{_span(segment, ',')}\n{_lines(segment.text)}\n"
        for number, segment in enumerate(_said(segments), start=1)
    ]
    return "\n".join(cues)


def vtt(segments: Sequence[Segment]) -> str:
    """Return the segments as WebVTT, the header at least."""
    cues = [f"{_span(segment, '.')}\n{_escaped(segment.text)}\n" for segment in _said(segments)]
    return "\n".join(["WEBVTT\n", *cues])


def _said(segments: Sequence[Segment]) -> list[Segment]:
    return [segment for segment in segments if segment.text.strip()]


def _span(segment: Segment, point: str) -> str:
    end_s = max(segment.end_s, segment.start_s + SHORTEST_CUE_S)
    return f"{_time(segment.start_s, point)} --> {_time(end_s, point)}"


def _time(seconds: float, point: str) -> str:
    whole_ms = round(max(0.0, seconds) * 1000)
    whole_s, ms = divmod(whole_ms, 1000)
    minutes, s = divmod(whole_s, 60)
    hours, m = divmod(minutes, 60)
    return f"{hours:02}:{m:02}:{s:02}{point}{ms:03}"


def _lines(text: str) -> str:
    """Break a text into lines; a blank one would end the cue."""
    return "\n".join(textwrap.wrap(text.strip(), LINE_CHARACTERS, break_long_words=False))


def _escaped(text: str) -> str:
    # An arrow would be read as a time line, "<" and "&" as marks.
    return _lines(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
