"""Finds the recorded speech that measurements use; it is no part of the project."""

from __future__ import annotations

import csv
import os
from dataclasses import dataclass
from pathlib import Path

VARIABLE = "DICTATE_SPEECH"


@dataclass(frozen=True, slots=True)
class Marked:
    """A file with its speech marked by hand, within the window somebody listened to."""

    path: Path
    heard_s: tuple[float, float]
    speech_s: tuple[tuple[float, float], ...]


def speech_folder() -> Path | None:
    """Return the folder ``DICTATE_SPEECH`` names, else the one beside the checkout, if there."""
    named = os.environ.get(VARIABLE)
    folder = Path(named) if named else Path(__file__).parents[2] / "shared" / "speech"
    return folder if (folder / "manifest.tsv").is_file() else None


def why_missing() -> str:
    """Return the sentence for whoever wonders what was skipped."""
    return f"recorded speech is not here; {VARIABLE} can name its folder"


def marked_files(folder: Path) -> list[Marked]:
    """Read the hand-made marks; windows that touch are one, speech across them too."""
    found: dict[str, Marked] = {}
    with (folder / "vad_boundaries" / "segments.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            name = row["file"]
            before = found.get(name)
            heard_s = (
                before.heard_s[0] if before else float(row["window_start"]),
                float(row["window_end"]),
            )
            spans = [*(before.speech_s if before else ()), *_spans(row["speech_segments_s"])]
            path = folder / "vad_boundaries" / name
            found[name] = Marked(path, heard_s, tuple(_joined(spans)))
    return list(found.values())


def _spans(text: str | None) -> list[tuple[float, float]]:
    pairs = (part.split("-") for part in (text or "").split(",") if part.strip())
    return [(float(begin), float(end)) for begin, end in pairs]


def _joined(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for begin, end in spans:
        if joined and begin - joined[-1][1] < 0.01:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((begin, end))
    return joined
