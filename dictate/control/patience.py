"""Waits a bounded time for what came of a command, without holding up the commands after it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import TypeAlias

from dictate.receipt import Receipt

Facts: TypeAlias = dict[str, object]
Handle: TypeAlias = Callable[[str], Facts | Receipt]
"""Carries out a command on a thread of whoever received it: an answer, or a receipt of what was
begun. May raise DictateError to the caller."""

UNDER_WAY = "under_way"


def outcome(answer: Facts | Receipt, verb: str, patience_s: float) -> Facts:
    """Return what to tell the caller once it is known, or that it is not known yet.

    Raises DictateError when the thing could not be done.
    """
    if not isinstance(answer, Future):
        return answer
    wait([answer], patience_s)
    if not answer.done():
        return {UNDER_WAY: verb}
    answer.result()
    return {"done": verb}
