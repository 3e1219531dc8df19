"""Which models a list shows, and how their facts read. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from dictate.assembly.models import Fit, Row
from dictate.gui import wording
from dictate.gui.translation import translate

ENGLISH = 1
MANY = 90
"""Whisper's models write so many languages at least."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What is looked for; everything that is left empty lets all pass."""

    words: str = ""
    language: str = ""
    """A code: "en", "de"."""
    most_mb: int = 0
    least_speed: int = 0
    only_here: bool = False
    only_fitting: bool = False

    def admits(self, row: Row) -> bool:
        """Tell whether a model is shown. What is not known of a model keeps it in."""
        if self.words and not all(w in row.name.lower() for w in self.words.lower().split()):
            return False
        if self.language and not writes(row, self.language):
            return False
        if self.most_mb and row.size_mb > self.most_mb:
            return False
        if self.least_speed and 0 < row.speed < self.least_speed:
            return False
        if self.only_fitting and row.fit is Fit.TOO_LARGE:
            return False
        return row.is_here or not self.only_here


def writes(row: Row, language: str) -> bool:
    """Tell whether a model writes a language, as far as that is known."""
    if row.codes:
        return language in row.codes
    return language == "en" or row.languages != ENGLISH


def speed(row: Row) -> str:
    """Return the class of its speed."""
    return (
        "",
        translate("Models", "very slow"),
        translate("Models", "slow"),
        translate("Models", "medium"),
        translate("Models", "fast"),
        translate("Models", "very fast"),
    )[row.speed]


def accuracy(row: Row) -> str:
    """Return the class of its accuracy."""
    return (
        "",
        translate("Models", "low"),
        translate("Models", "fair"),
        translate("Models", "good"),
        translate("Models", "very good"),
        translate("Models", "best"),
    )[row.accuracy]


def languages(row: Row) -> str:
    """Return what it writes, in a word or two."""
    if row.is_demonstration:
        return translate("Models", "demonstration")
    if row.languages == ENGLISH:
        return translate("Models", "English")
    return str(row.languages) if row.languages else ""


def memory(row: Row) -> str:
    """Return what it takes when loaded."""
    return wording.size(row.memory_mb) if row.memory_mb else ""


def place(row: Row) -> str:
    """Return whether it is here, or what has come of it."""
    if row.is_here:
        return translate("Models", "here")
    if row.unfinished_mb:
        return translate("Models", "{size} are here").format(size=wording.size(row.unfinished_mb))
    return ""


def fit(row: Row) -> str:
    """Return whether it fits this machine, in a sentence."""
    if row.fit is Fit.FITS:
        return translate("Models", "Fits into the free memory of this machine.")
    if row.fit is Fit.TIGHT:
        return translate("Models", "Fits when other programs leave it memory.")
    if row.fit is Fit.TOO_LARGE:
        return translate("Models", "Too large for the memory of this machine.")
    return translate("Models", "How much memory it takes is not known.")


def details(row: Row, *, is_used: bool) -> str:
    """Return what is said of the chosen model."""
    lines = [fit(row)]
    if is_used:
        lines.insert(0, translate("Models", "This model is in use."))
    if row.codes and len(row.codes) < MANY:
        lines.append(translate("Models", "Writes: {codes}.").format(codes=", ".join(row.codes)))
    if row.obstacle:
        lines.append(row.obstacle)
    return " ".join(lines)
