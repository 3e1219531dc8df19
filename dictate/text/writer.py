"""Makes the text of a take out of what the engine heard: the steps of the settings, in order.

Pure but for the clock and the clipboard of variables, which come in as functions. What differs from
language to language is built once for each and kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dictate.domain import Notice, Severity, Written
from dictate.errors import SettingInvalid
from dictate.settings.choices import (
    SpokenMarks,
)
from dictate.settings.schema import (
    TextSettings,
)
from dictate.text import edits, fillers, guards, marks, numbers, pipeline, replacing, vocabulary
from dictate.text.language import Language, load
from dictate.text.replacing import Variables


@dataclass(frozen=True, slots=True)
class Effect:
    """What one step made of a text."""

    step: str
    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """A named step; the name is that of its setting."""

    name: str
    apply: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Heard:
    """What the engine heard, and how much speech there was."""

    text: str
    language: str = ""
    speech_s: float = float("inf")


class Writer:
    """Writes texts by the settings; ``problems`` holds what is wrong with the user's entries.

    Languages are loaded when they are first heard, each once; a lost race costs a second reading.
    """

    def __init__(
        self,
        settings: TextSettings,
        terms: tuple[str, ...] = (),
        variables: Variables | None = None,
        folder: Path | None = None,
    ) -> None:
        self._settings = settings
        self._terms = terms
        self._variables = variables or Variables()
        self._folder = folder
        self._patterns, problems = replacing.patterns(settings.patterns)
        self._problems = list(problems)
        self._languages: dict[str, tuple[Language, tuple[Step, ...]]] = {}

    @property
    def problems(self) -> tuple[Notice, ...]:
        """What is wrong with entries of the user's, as far as it is known by now."""
        return tuple(self._problems)

    def write(self, heard: Heard, watch: Callable[[Effect], None] | None = None) -> Written:
        """Return what is written; ``watch`` is told of every step that changes something."""
        known = len(self._problems)
        language, steps = self._for(heard.language)
        news = tuple(self._problems[known:])  # of a language that is heard for the first time
        raw = text = pipeline.for_language(heard.language)(heard.text)
        tell = watch or (lambda _: None)
        if raw != heard.text:
            tell(Effect("tidy", raw))
        if self._settings.guards and self._is_nothing(raw, language, heard.speech_s):
            tell(Effect("guards", ""))
            return Written("", raw, news, declined=True)
        if self._settings.spoken_edits and edits.is_undo(raw, language):
            tell(Effect("spoken_edits", ""))
            return Written("", raw, news, undo=True)
        for step in steps:
            before, text = text, step.apply(text)
            if text != before:
                tell(Effect(step.name, text))
        return Written(text, raw, news)

    def _is_nothing(self, text: str, language: Language, speech_s: float) -> bool:
        imagined = guards.is_imagined(text, language, speech_s)
        return imagined or guards.is_echo(text, self._terms, speech_s)

    def _for(self, code: str) -> tuple[Language, tuple[Step, ...]]:
        if code not in self._languages:
            try:
                language = load(code, self._folder)
            except SettingInvalid as error:
                self._problems.append(error.notice(Severity.WARNING))
                language = load(code)
            self._languages[code] = (language, self._steps(language))
        return self._languages[code]

    def _steps(self, language: Language) -> tuple[Step, ...]:
        wanted, code = self._settings, language.code
        always = wanted.spoken_marks is SpokenMarks.ALWAYS
        chosen: list[tuple[object, Step]] = [
            (wanted.guards, Step("guards", guards.compress_loops)),
            (wanted.fillers, Step("fillers", fillers.without_fillers(language))),
            (wanted.repeats, Step("repeats", fillers.without_repeats(language))),
            (wanted.spoken_edits, Step("spoken_edits", lambda t: edits.scratched(t, language))),
            (
                wanted.vocabulary_similarity,
                Step(
                    "vocabulary_similarity",
                    vocabulary.corrected(self._terms, wanted.vocabulary_similarity),
                ),
            ),
            (wanted.numbers, Step("numbers", numbers.to_digits(code))),
            (
                wanted.spoken_marks is not SpokenMarks.OFF,
                Step("spoken_marks", marks.spoken_marks(language, always=always)),
            ),
            (
                wanted.replacements,
                Step(
                    "replacements",
                    replacing.replacements(wanted.replacements, code, self._variables),
                ),
            ),
            *((True, Step("patterns", pattern)) for pattern in self._patterns),
            (
                wanted.snippets,
                Step("snippets", replacing.snippet(wanted.snippets, code, self._variables)),
            ),
            (wanted.blank_after, Step("blank_after", _blank_after)),
        ]
        return tuple(step for is_wanted, step in chosen if is_wanted)


def _blank_after(text: str) -> str:
    return f"{text} " if text and not text[-1].isspace() else text
