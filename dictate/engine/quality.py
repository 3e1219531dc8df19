"""When to go to a smaller or quantised model, and when back up: pure.

It is looked at once after each take. Down it goes when half of the last texts came too late, when
memory has been short for a while, or when other programs keep the processor busy and texts are not
quick either. Up it goes when the texts would be well in time with the larger model too, and nothing
has been short for longer. Three things keep it from swinging: a rest after each step, thresholds
that lie apart, and a longer wait after each return that did not last.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

TAKES = 7
"""So many of the last takes are looked at."""
FEWEST_TAKES = 5
"""With less nothing is known."""
QUICK_SHARE = 0.5
"""Of the target: quicker than that, a busy processor is no reason to do anything."""
EASY_SHARE = 0.75
"""Of the target: what the larger model must come to before it is taken again."""
STEP_FACTOR = 3.0
"""How much slower the next larger Whisper model is, where it was not measured: their parameters
grow by two to three from size to size."""

MEMORY_SHORT, MEMORY_EASY = 0.08, 0.2
"""Shares of the memory that are free."""
CPU_BUSY, CPU_EASY = 0.75, 0.4
"""Shares of the processor that other programs take."""
STRAINED_FOR_S, STRAINED_LOOKS = 120.0, 3
EASY_FOR_S = 300.0
FORGOTTEN_S = 900.0
"""After so long without a look nobody knows what was in between."""

REST_S = 300.0
"""Between two steps."""
BACK_S = 600.0
"""Before the first return; doubled after each that did not last."""
LASTED_S = 1800.0
MOST_DOUBLINGS = 5
ASKED_AGAIN_S = 6 * 3600.0
"""The user who did not follow a suggestion is not asked sooner."""


class Reason(StrEnum):
    """Why a step is taken."""

    SLOW = "slow"
    MEMORY = "memory"
    CPU = "cpu"
    ROOM = "room"  # for the larger model again


@dataclass(frozen=True, slots=True)
class Rung:
    """One way to recognise; the first one is what the settings say, each one after it is less."""

    name: str
    saves_time: bool = True
    """False for one that only takes less memory."""


@dataclass(frozen=True, slots=True)
class Look:
    """What is seen after a take."""

    at_s: float
    latency_ms: float | None
    """From the release to the recognised text; None when that says nothing about the model."""
    cpu_others: float = 0.0
    """Share of the processor that other programs took lately."""
    memory_free: float = 1.0
    """Share of the memory that is free."""


@dataclass(frozen=True, slots=True)
class Run:
    """How long something has been so, look after look."""

    since_s: float = 0.0
    last_s: float = 0.0
    looks: int = 0

    def after(self, holds: bool, at_s: float) -> Run:
        """Return the run after another look."""
        if not holds:
            return Run()
        if self.looks and at_s - self.last_s <= FORGOTTEN_S:
            return Run(self.since_s, at_s, self.looks + 1)
        return Run(at_s, at_s, 1)

    def lasts(self, for_s: float, looks: int) -> bool:
        """Tell whether it has been so for long enough."""
        return self.looks >= looks and self.last_s - self.since_s >= for_s


@dataclass(frozen=True, slots=True)
class Step:
    """Go to this rung."""

    rung: int
    reason: Reason
    median_ms: float | None


@dataclass(frozen=True, slots=True)
class State:
    """What is known; a new one begins when the user chooses another model."""

    path: tuple[int, ...] = (0,)
    """The rungs stepped over on the way down, the present one last."""
    left_ms: tuple[float | None, ...] = ()
    """The median on each earlier rung of the path when it was left."""
    began_ms: float | None = None
    """The median of the first takes on the present one."""
    lately_ms: tuple[float, ...] = ()
    short: Run = field(default_factory=Run)
    busy: Run = field(default_factory=Run)
    easy: Run = field(default_factory=Run)
    moved_at_s: float = -math.inf
    asked_at_s: float = -math.inf
    rose_at_s: float = -math.inf
    doublings: int = 0

    @property
    def rung(self) -> int:
        """The present one."""
        return self.path[-1]

    @property
    def median_ms(self) -> float | None:
        """The median of the last takes, None while there are too few."""
        enough = len(self.lately_ms) >= FEWEST_TAKES
        return statistics.median_low(self.lately_ms) if enough else None


def after(state: State, look: Look) -> State:
    """Return what is known after another look."""
    lately = state.lately_ms
    if look.latency_ms is not None:
        lately = (*lately, look.latency_ms)[-TAKES:]
    is_easy = look.memory_free >= MEMORY_EASY and look.cpu_others <= CPU_EASY
    known = replace(
        state,
        lately_ms=lately,
        short=state.short.after(look.memory_free < MEMORY_SHORT, look.at_s),
        busy=state.busy.after(look.cpu_others > CPU_BUSY, look.at_s),
        easy=state.easy.after(is_easy, look.at_s),
    )
    return replace(known, began_ms=known.began_ms or known.median_ms)


def wish(state: State, rungs: Sequence[Rung], target_ms: float, at_s: float) -> Step | None:
    """Return the step to take now, if any."""
    if at_s - state.moved_at_s < REST_S or at_s - state.asked_at_s < ASKED_AGAIN_S:
        return None
    return _down(state, rungs, target_ms) or _up(state, target_ms, at_s)


def taken(state: State, step: Step, at_s: float) -> State:
    """Return what is known once a step was taken; what was measured before says nothing now."""
    fresh = State(moved_at_s=at_s, rose_at_s=state.rose_at_s, doublings=state.doublings)
    if step.reason is Reason.ROOM:
        return replace(fresh, path=state.path[:-1], left_ms=state.left_ms[:-1], rose_at_s=at_s)
    did_not_last = at_s - state.rose_at_s < LASTED_S
    return replace(
        fresh,
        path=(*state.path, step.rung),
        left_ms=(*state.left_ms, state.median_ms),
        doublings=min(MOST_DOUBLINGS, state.doublings + 1) if did_not_last else state.doublings,
    )


def asked(state: State, at_s: float) -> State:
    """Return what is known once the user was asked."""
    return replace(state, asked_at_s=at_s)


def _down(state: State, rungs: Sequence[Rung], target_ms: float) -> Step | None:
    median_ms = state.median_ms
    below = range(state.rung + 1, len(rungs))
    faster = next((rung for rung in below if rungs[rung].saves_time), None)
    if state.short.lasts(STRAINED_FOR_S, STRAINED_LOOKS) and below:
        return Step(below[0], Reason.MEMORY, median_ms)
    if median_ms is None or faster is None:
        return None
    if median_ms > target_ms:
        return Step(faster, Reason.SLOW, median_ms)
    is_busy = state.busy.lasts(STRAINED_FOR_S, STRAINED_LOOKS)
    if is_busy and median_ms > QUICK_SHARE * target_ms:
        return Step(faster, Reason.CPU, median_ms)
    return None


def _up(state: State, target_ms: float, at_s: float) -> Step | None:
    median_ms = state.median_ms
    if len(state.path) < 2 or median_ms is None:
        return None
    if at_s - state.moved_at_s < BACK_S * 2**state.doublings:
        return None
    if not state.easy.lasts(EASY_FOR_S, STRAINED_LOOKS):
        return None
    expected_ms = median_ms * _slower(state)
    if expected_ms >= EASY_SHARE * target_ms:
        return None
    return Step(state.path[-2], Reason.ROOM, median_ms)


def _slower(state: State) -> float:
    """Return how many times longer the rung above takes, by what both took around the step."""
    above_ms, here_ms = state.left_ms[-1], state.began_ms
    if above_ms is None or not here_ms:
        return STEP_FACTOR
    return max(1.0, above_ms / here_ms)
