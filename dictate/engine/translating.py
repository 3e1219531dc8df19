"""Knows which models cannot translate: asked to, they write what was said in its own language."""

from __future__ import annotations

from collections.abc import Collection

from dictate.engine import catalogue
from dictate.engine.facts import ResolvedModel
from dictate.errors import ModelError

_ENGLISH_ONLY = {"en"}
ONE_THAT_CAN = "small"
"""Translates, and runs on an ordinary processor."""


def can_translate(name: str, languages: Collection[str], *, demonstration: bool) -> bool:
    """Tell whether a model turns other languages into English; one nobody knows is believed to."""
    if demonstration or set(languages) == _ENGLISH_ONLY:
        return False
    known = (e for e in catalogue.CATALOGUE if name in (e.name, *e.aliases, e.repo))
    return all(entry.translates for entry in known)


def refusal(model: ResolvedModel) -> ModelError | None:
    """Return what is told of a model that is asked to translate and cannot."""
    facts = model.facts
    if can_translate(model.name, facts.languages, demonstration=facts.demonstration):
        return None
    return ModelError(
        f"The model {model.name} cannot translate; it writes what was said.",
        f"Choose one that can, such as {ONE_THAT_CAN}: dictate models download {ONE_THAT_CAN}",
    )
