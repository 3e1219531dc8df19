"""What to try next when the engine's process died under a take, purely.

The same audio is given to a fresh process once: most crashes do not come back. After a second
death the combination counts as bad and the ladder goes down: from a graphics card to the CPU, then
to the next smaller model on this machine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dictate.domain import ModelChoice, Notice, Severity

DEATHS_BEFORE_STEPPING_DOWN = 2


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
    if bad.model == taken.model:
        instead = f"It runs on the {taken.device.upper()} from now on."
    else:
        instead = f"The smaller model {taken.model} is used from now on."
    return Notice(
        Severity.WARNING,
        f"The recogniser crashed twice. {instead} Nothing was lost.",
        "Choose another model or device in the tray to try again.",
    )
