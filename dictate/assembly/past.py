"""What commands and windows do with the history: correct a text, learn from it, export it.

Each call opens the database for itself, so it may be made from any thread that may wait for a disk.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from dictate.assembly import history as place
from dictate.assembly.history_export import ExportFormat, exported
from dictate.assembly.statistics import Statistics, statistics
from dictate.errors import HistoryError
from dictate.settings.schema import Settings
from dictate.store.history import FILE_NAME, MANY, History, private_folder
from dictate.store.history_entry import Entry
from dictate.store.history_schema import trouble
from dictate.text.accuracy import accuracy
from dictate.text.corrections import Lesson, Suggestion, suggestions


@dataclass(frozen=True, slots=True)
class Past:
    """The history in a folder. Methods raise HistoryError."""

    folder: Callable[[], Path] = place.folder

    def search(self, words: str = "", limit: int = MANY) -> list[Entry]:
        """Return the newest entries that hold all words."""
        with self._open() as history:
            return history.search(words, limit)

    def recent(self, count: int) -> tuple[str, ...]:
        """Return the last texts, the newest first, each once; a history is not begun for it."""
        if not (self.folder() / FILE_NAME).exists():
            return ()
        with self._open() as history:
            return tuple(history.recent(count))

    def get(self, number: int) -> Entry:
        """Return one entry."""
        with self._open() as history:
            return history.get(number)

    def since(self, at_s: float = 0.0) -> list[Entry]:
        """Return everything from this time on, oldest first."""
        with self._open() as history:
            return history.since(at_s)

    def statistics(self, at_s: float = 0.0) -> Statistics:
        """Return the numbers of everything from this time on."""
        return statistics(self.since(at_s))

    def sound(self, entry: Entry) -> Path | None:
        """Return where the sound of an entry is, if it was kept."""
        with self._open() as history:
            return history.sound(entry)

    def correct(self, number: int, text: str) -> Entry:
        """Set the text of an entry and note how far from it the written one was."""
        if not text.strip():
            raise HistoryError("A correction needs a text.", "Delete the entry instead.")
        with self._open() as history:
            before = history.get(number)
            if text != before.text:
                heard = before.text if before.written is None else before.written
                found = accuracy([(text, heard)])
                rates = (found.word_error_rate, found.character_error_rate) if found else ()
                history.correct(number, text, rates or (None, None))
            return history.get(number)

    def delete(self, *numbers: int) -> int:
        """Delete entries with their sounds; return how many there were."""
        with self._open() as history:
            return history.delete(*numbers)

    def clear(self) -> int:
        """Delete everything; return how many entries there were."""
        with self._open() as history:
            return history.clear()

    def export(self, form: ExportFormat, words: str = "") -> str:
        """Return all entries that hold these words, oldest first."""
        with self._open() as history:
            found = history.search(words, -1)
        return exported(found[::-1], form)

    def suggestions(self, settings: Settings) -> list[Suggestion]:
        """Return what the corrections propose for vocabulary and replacements."""
        with self._open() as history:
            pairs = [(e.written, e.text) for e in history.since() if e.written is not None]
        return suggestions(pairs, settings.engine.vocabulary, settings.text.replacements)

    @contextmanager
    def _open(self) -> Iterator[History]:
        try:
            folder = private_folder(self.folder())
        except OSError as error:
            raise trouble(error) from error
        with closing(History(folder)) as history:
            yield history


def accepted(settings: Settings, suggestion: Suggestion) -> Settings:
    """Return the settings with a suggestion taken over."""
    if suggestion.lesson is Lesson.VOCABULARY:
        terms = (*settings.engine.vocabulary, suggestion.right)
        return replace(settings, engine=replace(settings.engine, vocabulary=terms))
    phrases = {**settings.text.replacements, suggestion.wrong: suggestion.right}
    return replace(settings, text=replace(settings.text, replacements=phrases))
