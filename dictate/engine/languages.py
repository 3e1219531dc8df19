"""Chooses the language of a take among those a model knows, purely."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def choose_language(
    probabilities: Iterable[tuple[str, float]], allowed: Sequence[str]
) -> tuple[str, float]:
    """Return the likeliest allowed language and its share among the allowed ones.

    Nothing allowed means everything is. Without any probability the first allowed one is taken.
    """
    candidates = [(code, p) for code, p in probabilities if not allowed or code in allowed]
    total = sum(p for _, p in candidates)
    if not candidates or total <= 0:
        return (allowed[0] if allowed else "en"), 0.0
    code, best = max(candidates, key=lambda candidate: candidate[1])
    return code, best / total


def within(known: Sequence[str], mine: Sequence[str]) -> Sequence[str]:
    """Return which languages to choose among: the user's, as far as the model knows them."""
    shared = tuple(code for code in mine if not known or code in known)
    return shared or known


def chosen_language(wanted: str | None, known: Sequence[str], allowed: Sequence[str]) -> str | None:
    """Return the language to decode in, None to detect it: a wish counts more than the user's list.

    ``allowed`` are those to detect among, see ``within``.
    """
    return fixed_language(wanted, known) or fixed_language(None, allowed)


def fixed_language(wanted: str | None, known: Sequence[str]) -> str | None:
    """Return the language to decode in without listening for it, None when it must be detected.

    A wish the model cannot fulfil counts as none: some text is worth more than an error.
    """
    if len(known) == 1:
        return known[0]
    if wanted is None or (known and wanted not in known):
        return None
    return wanted
