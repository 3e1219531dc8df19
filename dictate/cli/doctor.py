"""``dictate doctor``: looks at everything dictation needs and says how to mend what is wrong."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from dictate.cli.check import Check, Status
from dictate.cli.invocation import invocation, note, one_line, say, say_json

log = logging.getLogger(__name__)

_COLOURS = {Status.OK: "green", Status.WARNING: "yellow", Status.FAILURE: "red"}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("doctor")(doctor)


def doctor(
    context: typer.Context,
    calibrate: Annotated[
        bool,
        typer.Option("--calibrate", help="Try typing, pasting and the hotkey in a window of ours."),
    ] = False,
    apply: Annotated[
        bool, typer.Option("--apply", help="Set the output method that works best.")
    ] = False,
    hotkey: Annotated[
        bool, typer.Option("--hotkey/--no-hotkey", help="Ask for a press of the hotkey.")
    ] = True,
    as_json: Annotated[bool, typer.Option("--json", help="For other programs.")] = False,
) -> None:
    """Check sound, microphone, display, hotkey, typing and model, each with what to do.

    Ends with 1 when one of them keeps Dictate from working. With --calibrate a window opens, in
    which each way to insert a text is tried for real.
    """
    if calibrate:
        from dictate.cli import calibration

        calibration.carry_out(invocation(context), apply=apply, hotkey=hotkey, as_json=as_json)
        return
    if apply or not hotkey:
        raise typer.BadParameter("--apply and --no-hotkey go with --calibrate.")
    found = _look_at_all(invocation(context).settings_file, None if as_json else show)
    if as_json:
        say_json([asdict(check) for check in found])
    failures = sum(check.status is Status.FAILURE for check in found)
    if failures:
        note(f"dictate: {failures} of {len(found)} checks failed. Mend the first one first.")
        raise typer.Exit(1)


def _look_at_all(settings_file: Path, tell: Callable[[Check], None] | None) -> list[Check]:
    from dictate.cli.checks import all_checks
    from dictate.settings import store

    found: list[Check] = []
    for look in all_checks(store.load(settings_file).settings, settings_file):
        for check in guarded(look):
            found.append(check)
            if tell is not None:
                tell(check)
    return found


def guarded(look: Callable[[], list[Check]]) -> list[Check]:
    """Look; a check that breaks is a failed check, and the others still run."""
    try:
        return look()
    except Exception as error:
        log.exception("a check broke")
        detail = f"The check itself broke ({type(error).__name__})."
        return [Check("doctor", Status.FAILURE, detail, "Please report it with the log file.")]


def show(check: Check) -> None:
    """Write one check, with its next step below it."""
    text = f"{check.status:8}{check.name:16}{one_line(check.detail)}"
    if sys.stdout.isatty():
        typer.secho(f"{check.status:8}", fg=_COLOURS[check.status], nl=False)
        text = text[8:]
    say(text)
    if check.next_step:
        say(f"{'':24}{one_line(check.next_step)}")
    for line in check.lines:
        say(f"{'':24}{one_line(line)}")
