"""What is sent to try a way of inserting texts, and what is made of what arrived. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from dictate.domain import OutputMethod

SAMPLE = 'é ß ñ 你 € 🙂 "x" –\ttab, newline\n'
"""Accents, a letter without a capital, a dead key's, another script, a sign, a character beyond 16
bits, quotes, a dash, a tab and a line end: what ways to type get wrong."""

_MANY = 6


@dataclass(frozen=True, slots=True)
class Trial:
    """One way, tried once."""

    method: OutputMethod
    through: str = ""
    """The tool that pressed the keys, where there are several."""
    arrived: str = ""
    took_ms: float = 0.0
    clipboard_kept: bool = True
    problem: str = ""
    """Why it could not be tried to the end."""

    @property
    def exact(self) -> bool:
        """Everything arrived and nothing else."""
        return not self.problem and self.arrived == SAMPLE


def best(trials: Sequence[Trial]) -> OutputMethod:
    """Return the method to set. Of several tools the first that does not refuse is the one used."""
    works = {
        method: next((t.exact for t in trials if t.method is method and not t.problem), False)
        for method in (OutputMethod.TYPE, OutputMethod.PASTE)
    }
    match works[OutputMethod.TYPE], works[OutputMethod.PASTE]:
        case True, True:
            return OutputMethod.AUTO
        case True, False:
            return OutputMethod.TYPE
        case False, True:
            return OutputMethod.PASTE
        case _:
            return OutputMethod.COPY


def what_arrived(trial: Trial) -> str:
    """Return what arrived in words; of the sample only, so no word of the user's is in it."""
    if trial.problem:
        return trial.problem
    if trial.exact:
        return f"all {len(SAMPLE)} characters arrived in {trial.took_ms:.0f} ms"
    if not trial.arrived:
        return "nothing arrived"
    missing, strange = _differences(trial.arrived)
    parts = [f"lost: {_named(missing)}"] if missing else []
    parts += [f"wrong: {_named(strange)}"] if strange else []
    return "; ".join(parts)


def _differences(arrived: str) -> tuple[str, str]:
    missing, strange = "", ""
    for kind, a_from, a_to, b_from, b_to in SequenceMatcher(
        a=SAMPLE, b=arrived, autojunk=False
    ).get_opcodes():
        if kind != "equal":
            missing += SAMPLE[a_from:a_to]
            strange += arrived[b_from:b_to]
    return missing, strange


def _named(characters: str) -> str:
    names = {"\t": "tab", "\n": "newline", " ": "blank"}
    told = [names.get(char, char if char.isprintable() else f"U+{ord(char):04X}")
            for char in characters[:_MANY]]  # fmt: skip
    more = len(characters) - _MANY
    return " ".join(told) + (f" and {more} more" if more > 0 else "")
