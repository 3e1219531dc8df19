"""The history in the forms of other programs: text, subtitles, JSON, a table."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from enum import StrEnum

from dictate.domain import Segment
from dictate.store.history_entry import Entry
from dictate.text import subtitles

COLUMNS = (
    "id", "time", "text", "raw_text", "application", "title", "profile", "model", "language",
    "device", "duration_s", "release_to_text_ms", "written", "word_error_rate",
    "character_error_rate",
)  # fmt: skip


class ExportFormat(StrEnum):
    """What a history can be written as."""

    TXT = "txt"
    SRT = "srt"
    VTT = "vtt"
    JSON = "json"
    CSV = "csv"


def exported(entries: Sequence[Entry], form: ExportFormat) -> str:
    """Return entries, in their order, as one file."""
    match form:
        case ExportFormat.TXT:
            return "".join(f"{entry.text}\n" for entry in entries)
        case ExportFormat.SRT:
            return subtitles.srt(_cues(entries))
        case ExportFormat.VTT:
            return subtitles.vtt(_cues(entries))
        case ExportFormat.JSON:
            return json.dumps([as_record(e) for e in entries], ensure_ascii=False, indent=2) + "\n"
        case ExportFormat.CSV:
            return _csv(entries)


def as_record(entry: Entry) -> dict[str, object]:
    """Return an entry for other programs."""
    record = asdict(entry)
    record["time"] = when(entry)
    return record


def when(entry: Entry) -> str:
    """Return when it was written, in local time."""
    return datetime.fromtimestamp(entry.at_s).astimezone().isoformat(sep=" ", timespec="seconds")


def _cues(entries: Sequence[Entry]) -> list[Segment]:
    """Return one cue a text, as if all had been said one right after the other."""
    cues, at_s = [], 0.0
    for entry in entries:
        cues.append(Segment(at_s, at_s + entry.duration_s, entry.text))
        at_s += entry.duration_s
    return cues


def _csv(entries: Sequence[Entry]) -> str:
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for entry in entries:
        record = as_record(entry)
        record["release_to_text_ms"] = entry.timings.release_to_text_ms
        writer.writerow([_cell(record[name]) for name in COLUMNS])
    return file.getvalue()


def _cell(value: object) -> object:
    """Keep a spreadsheet from taking a dictated text for a formula."""
    is_formula = isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r")
    return f"'{value}" if is_formula else value
