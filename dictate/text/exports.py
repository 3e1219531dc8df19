"""Writes the text of a recording in the forms people ask for: txt, srt, vtt, json, csv. Pure."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from dictate.domain import Segment
from dictate.text import subtitles


class Form(StrEnum):
    """A form, by the ending of its files."""

    TXT = "txt"
    SRT = "srt"
    VTT = "vtt"
    JSON = "json"
    CSV = "csv"


@dataclass(frozen=True, slots=True)
class Written:
    """What a recording gave."""

    text: str
    segments: tuple[Segment, ...] = ()
    language: str = ""
    duration_s: float = 0.0
    model: str = ""


def export(written: Written, form: Form, name: str) -> str:
    """Return the content of a file in this form; ``name`` is the recording's."""
    match form:
        case Form.TXT:
            return written.text + "\n" if written.text else ""
        case Form.SRT:
            return subtitles.srt(written.segments)
        case Form.VTT:
            return subtitles.vtt(written.segments)
        case Form.CSV:
            return _csv(written.segments)
        case Form.JSON:
            return _json(written, name)


def _csv(segments: Sequence[Segment]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("start_s", "end_s", "text"))
    for segment in segments:
        writer.writerow((f"{segment.start_s:.3f}", f"{segment.end_s:.3f}", segment.text))
    return out.getvalue()


def _json(written: Written, name: str) -> str:
    content = {
        "file": name,
        "text": written.text,
        "language": written.language,
        "duration_s": round(written.duration_s, 3),
        "model": written.model,
        "segments": [
            {"start_s": round(s.start_s, 3), "end_s": round(s.end_s, 3), "text": s.text}
            for s in written.segments
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
