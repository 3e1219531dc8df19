"""When a paste is over: pure judgement over who has read the clipboard, and when.

The target's own read after the chord is the receipt. Programs often read twice (which formats are
there, then the text; or the text again for another part of the page), so a quiet time follows: who
comes back must not find the old content. Reads by others (clipboard managers) prove nothing, except
where nobody can tell whose read it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto


@dataclass(frozen=True, slots=True)
class Read:
    """One fetch of the text from the clipboard."""

    at_s: float
    by_target: bool
    """Whether the window's own process fetched it."""


class Verdict(Enum):
    """How a paste stands."""

    WAIT = auto()
    TAKEN = auto()
    NOT_TAKEN = auto()


@dataclass(frozen=True, slots=True)
class Limits:
    """How long to wait for what."""

    quiet_s: float = 0.2
    """After the target's last read."""
    anybody_quiet_s: float = 1.0
    """After the last read, where the reader cannot be told."""
    nobody_s: float = 2.5
    """After the target has seen the chord and read nothing."""


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Pressed:
    """The chord, and whose reads answer it."""

    at_s: float
    """When it was pressed."""
    seen_at_s: float
    """When the target had surely consumed it, as far as that can be told."""
    anybody: bool = False
    """Every read counts as the target's."""


def judge(
    reads: Iterable[Read], now_s: float, pressed: Pressed, limits: Limits = LIMITS
) -> tuple[Verdict, float]:
    """Return the verdict and how long to wait at most before asking again."""
    counted = answers(reads, pressed)
    if counted:
        end_s = max(counted) + (limits.anybody_quiet_s if pressed.anybody else limits.quiet_s)
        return _until(end_s, now_s, Verdict.TAKEN)
    return _until(max(pressed.seen_at_s, pressed.at_s) + limits.nobody_s, now_s, Verdict.NOT_TAKEN)


def answers(reads: Iterable[Read], pressed: Pressed) -> list[float]:
    """Return when the target fetched the text."""
    return [
        read.at_s
        for read in reads
        if read.at_s >= pressed.at_s and (pressed.anybody or read.by_target)
    ]


def _until(end_s: float, now_s: float, then: Verdict) -> tuple[Verdict, float]:
    left_s = end_s - now_s
    return (Verdict.WAIT, left_s) if left_s > 0 else (then, 0.0)
