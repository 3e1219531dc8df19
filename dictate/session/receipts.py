"""Tells whoever gave a command whether it did anything; one that began a take hears of its start.

Used by the session's thread alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dictate.domain import TakeId
from dictate.errors import ControlError, DictateError
from dictate.receipt import Receipt
from dictate.session import commands
from dictate.session.commands import Command
from dictate.session.state import Stage, State


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A command whose giver waits for the receipt."""

    command: Command
    receipt: Receipt = field(default_factory=Receipt)


class Receipts:
    """Keeps those of takes that have no sound yet."""

    def __init__(self) -> None:
        self._waiting: dict[TakeId, Receipt] = {}

    def give(self, asked: Asked, before: State, after: State, *, had_effects: bool) -> None:
        """A command was carried out: say so, or wait for the sound of the take it began."""
        if after is before and not had_effects:
            asked.receipt.set_exception(nothing_done(asked.command))
        elif after.next_id > before.next_id:
            self._waiting[TakeId(before.next_id)] = asked.receipt
        else:
            asked.receipt.set_result(None)

    def follow(self, command: Command, after: State) -> None:
        """Any command was carried out: a take may have its sound now, or have failed."""
        for take in [take for take in self._waiting if not _is_opening(after, take)]:
            receipt = self._waiting.pop(take)
            if isinstance(command, commands.CaptureFailed) and command.take == take:
                receipt.set_exception(command.error)
            else:
                receipt.set_result(None)


def _is_opening(state: State, take: TakeId) -> bool:
    """Tell whether nobody knows yet if there will be sound."""
    found = state.find(take)
    if found is None or found.heard:
        return False
    return found.stage in (Stage.CAPTURING, Stage.RECOVERING)


def nothing_done(command: Command) -> DictateError:
    """Return what is told of a command that changed nothing."""
    match command:
        case commands.Start():
            return ControlError("A recording is running already.", "End it with `dictate stop`.")
        case commands.Stop():
            return ControlError("No recording is running.", "Begin one with `dictate start`.")
        case commands.Cancel():
            return ControlError(
                "There is nothing to cancel.", "A text that was written goes with `dictate undo`."
            )
        case commands.Retry():
            return ControlError("A recording is being tried again.", "Wait for its text.")
        case _:
            return ControlError("Nothing was done.", "See `dictate status`.")
