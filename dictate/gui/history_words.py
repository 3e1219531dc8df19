"""How a dictated text is told: its row in the list, and what is known of it."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale

from dictate.gui import wording
from dictate.gui.translation import percent, translate
from dictate.store.history_entry import Entry

ROW_CHARACTERS = 200
"""Of a text, in its row; the row cuts off what it has no room for."""


def row(entry: Entry) -> str:
    """Return two lines: when it was, and how it begins."""
    return f"{_time(entry)}\n{wording.excerpt(entry.text, ROW_CHARACTERS)}"


def facts(entry: Entry) -> str:
    """Return what is known of a text, on one line."""
    parts = [
        entry.application,
        entry.model,
        entry.language,
        wording.duration(entry.duration_s),
        translate("History", "text after {ms} ms").format(
            ms=round(entry.timings.release_to_text_ms)
        ),
    ]
    words, letters = entry.word_error_rate, entry.character_error_rate
    if entry.written is not None and words is not None and letters is not None:
        wrong = translate(
            "History", "corrected: {words} of the words and {letters} of the letters were wrong"
        )
        parts.append(wrong.format(words=percent(words), letters=percent(letters)))
    return " · ".join(filter(None, parts))


def _time(entry: Entry) -> str:
    at = QDateTime.fromSecsSinceEpoch(int(entry.at_s))
    return QLocale().toString(at, QLocale.FormatType.ShortFormat)
