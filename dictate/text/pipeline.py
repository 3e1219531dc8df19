"""What is done to a text between engine and window: a row of pure steps, in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from dictate.text import steps

Step: TypeAlias = Callable[[str], str]
"""Takes a text, returns a text; no memory, no I/O."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """Steps applied one after another."""

    steps: tuple[Step, ...]

    def __call__(self, text: str) -> str:
        """Return the text after all steps."""
        for step in self.steps:
            text = step(text)
        return text

    def then(self, *more: Step) -> Pipeline:
        """Return a pipeline with further steps at its end."""
        return Pipeline((*self.steps, *more))


def for_language(language: str) -> Pipeline:
    """Return the steps for a text in this language (ISO 639-1; empty when it is not known).

    Not knowing it, blanks before ; : ? ! stay: French wants them.
    """
    keeps_spaced_marks = not language or language in steps.SPACED_MARKS
    return Pipeline(
        (
            steps.strip_controls,
            steps.compose,
            steps.single_blanks,
            steps.trim_lines,
            steps.close_up_stops if keeps_spaced_marks else steps.close_up_marks,
            steps.trim,
        )
    )


DEFAULT = for_language("")
"""What every text gets, in any language."""
