"""How the text of a file is written: as it is, as subtitles, as a table, or as JSON."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from dictate.cli.invocation import note, say
from dictate.domain import Verdict, Word

if TYPE_CHECKING:
    from dictate.cli.recogniser import Result


class Format(StrEnum):
    """How texts are written."""

    TEXT = "text"
    SRT = "srt"
    VTT = "vtt"
    CSV = "csv"
    JSON = "json"


def say_text(path: Path, result: Result, form: Format) -> None:
    """Write it on standard output, and on standard error why there is none."""
    from dictate.text import exports, subtitles

    if form is Format.CSV:
        written = exports.Written(result.found.text, result.found.segments)
        say(exports.export(written, exports.Form.CSV, path.name).rstrip("\n"))
    elif form is Format.VTT:
        say(subtitles.vtt(result.found.segments).rstrip("\n"))  # a file without cues is one too
    elif form is Format.SRT and result.found.text:
        say(subtitles.srt(result.found.segments).rstrip("\n"))
    if result.found.text:
        if form is Format.TEXT:
            say(result.found.text)
    elif result.found.transcript.verdict is Verdict.NO_SPEECH:
        note(f"No speech was found in {path}.")
    elif result.model is not None and result.model.demonstration:
        note(f"What is said in {path} is not in the demonstration vocabulary.")
    else:
        note(f"What is said in {path} was not understood. Try a larger model.")


def as_record(path: Path, result: Result) -> dict[str, object]:
    """Return one file's result as it goes into JSON. ``rtf`` leaves loading the model out."""
    found, model = result.found, result.model
    timings = found.timings
    work_ms = result.read_ms + timings.vad_ms + timings.decode_ms + timings.text_ms
    duration_s = found.transcript.duration_s
    return {
        "file": str(path),
        "text": found.text,
        "language": found.transcript.language,
        "language_probability": round(found.transcript.language_probability, 3),
        "verdict": str(found.transcript.verdict),
        "complete": not result.is_cut_off,
        "duration_s": round(duration_s, 3),
        "segments": [
            {
                "start_s": round(s.start_s, 3),
                "end_s": round(s.end_s, 3),
                "text": s.text,
                **({"words": [_word(word) for word in s.words]} if s.words else {}),
            }
            for s in found.segments
        ],
        "model": model.name if model else None,
        "demonstration": model.demonstration if model else False,
        "device": model.device if model else None,
        "compute_type": model.compute_type if model else None,
        "timings_ms": {
            "read": round(result.read_ms, 1),
            "vad": round(timings.vad_ms, 1),
            "load": round(timings.load_ms, 1),
            "decode": round(timings.decode_ms, 1),
            "text": round(timings.text_ms, 1),
            "total": round(result.total_ms, 1),
        },
        "rtf": round(work_ms / 1000 / duration_s, 4) if duration_s else None,
    }


def _word(word: Word) -> dict[str, object]:
    return {
        "start_s": round(word.start_s, 3),
        "end_s": round(word.end_s, 3),
        "text": word.text.strip(),
        "probability": round(word.probability, 3),
    }
