"""Guesses which name somebody meant by one that there is not; empty where nothing is near."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

CUTOFF = 0.6
"""Of difflib's likeness; below it a suggestion would rather confuse."""


def one_of(name: str, names: list[str]) -> str:
    """Return which of the names was probably meant."""
    leaf = _leaf(name)
    return next((other for other in names if _leaf(other) == leaf), "") or _near(name, names)


def setting(dotted: str, known: Iterable[str]) -> str:
    """Return the setting or group that was probably meant; ``known`` are all dotted names."""
    names = list(known)
    leaf = _leaf(dotted)
    elsewhere = [name for name in names if _leaf(name) == leaf]
    if elsewhere:  # right name, wrong group
        return elsewhere[0]
    groups = list(dict.fromkeys(name.rpartition(".")[0] for name in names if "." in name))
    leaves = {_leaf(name): name for name in reversed(names)}
    return _near(dotted, [*names, *groups]) or leaves.get(_near(leaf, list(leaves)), "")


def _near(name: str, names: list[str]) -> str:
    return next(iter(difflib.get_close_matches(name, names, n=1, cutoff=CUTOFF)), "")


def _leaf(dotted: str) -> str:
    return dotted.rpartition(".")[2]
