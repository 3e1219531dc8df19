"""What to try next when the engine's process died, purely.

The same audio is given to a fresh process once: most crashes do not come back. After a second
death the combination counts as bad and the ladder goes down: from a measured precision to the usual
one, from a graphics card to the CPU, then to the next smaller model on this machine. Where nothing
is left below, a few more tries are all that can be done for the take.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace

from dictate.domain import ModelChoice, Notice, Severity

DEATHS_BEFORE_STEPPING_DOWN = 2
DEATHS_BEFORE_GIVING_UP = 5
"""On the last rung."""

MOST_REVIVALS = 3
REVIVALS_WITHIN_S = 600.0

TRY_AGAIN = "To try it again choose it in the tray's menu, or run `dictate tune --forget`."


def step_down(choice: ModelChoice, smaller: Sequence[str]) -> ModelChoice | None:
    """Return the next rung below a combination that died too often, None at the bottom.

    ``smaller`` names the models on this machine below the present one, best first.
    """
    if choice.device != "cpu":
        return replace(choice, device="cpu", compute_type="auto")
    if smaller:
        return ModelChoice(smaller[0], "cpu", "auto")
    return None


def stepped_notice(bad: ModelChoice, taken: ModelChoice) -> Notice:
    """Return what the user reads when the ladder went down."""
    told = f"The recogniser crashed twice. {_instead(bad, taken)} from now on. Nothing was lost."
    return Notice(Severity.WARNING, told, TRY_AGAIN)


def untuned_notice(compute_type: str) -> Notice:
    """Return what the user reads when a measured precision is given up."""
    told = f"The recogniser crashed twice with {compute_type}; it is not used any more."
    return Notice(Severity.WARNING, f"{told} Nothing was lost.", TRY_AGAIN)


def avoided_notice(bad: ModelChoice, taken: ModelChoice, name: str) -> Notice:
    """Return what the user reads when a start avoids what crashed under an earlier one."""
    told = f"{name} crashed twice the last time. {_instead(bad, taken)} for now."
    return Notice(Severity.WARNING, told, TRY_AGAIN)


def _instead(bad: ModelChoice, taken: ModelChoice) -> str:
    if bad.model == taken.model:
        return f"It runs on the {taken.device.upper()}"
    return f"The smaller model {taken.model} is used"


class Revivals:
    """Bounds how often an engine that died while nobody needed it is started again by itself."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._at_s: deque[float] = deque(maxlen=MOST_REVIVALS)

    def allow(self) -> bool:
        """Tell whether to start it once more now, and count it."""
        now_s = self._clock()
        full = len(self._at_s) == MOST_REVIVALS
        if full and now_s - self._at_s[0] < REVIVALS_WITHIN_S:
            return False
        self._at_s.append(now_s)
        return True
