"""``dictate text``: what the settings make of a text, without a microphone."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from dictate.cli.engine_options import changed
from dictate.cli.invocation import invocation, note, say

if TYPE_CHECKING:
    from dictate.domain import Written
    from dictate.text.writer import Effect

MOST_CHARACTERS = 1_000_000
UNDONE = "The running program takes the last text back for this, as `dictate undo` does."


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(text)


def text(
    context: typer.Context,
    words: Annotated[str, typer.Argument(metavar="TEXT", help='What was heard; "-" reads it.')],
    language: Annotated[
        str, typer.Option(metavar="CODE", help='Such as "de"; else that of the settings.')
    ] = "",
    speech_s: Annotated[
        float | None, typer.Option("--speech-s", min=0, help="How much was said, in seconds.")
    ] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show each step's effect.")] = False,
) -> None:
    """Show what is written when this text is heard."""
    from dictate.assembly import stages
    from dictate.text.writer import Heard

    settings = changed(invocation(context).settings(), language=language or None)
    spoken = settings.engine.language
    code = "" if spoken == "auto" else spoken
    writer = stages.writer(settings, None, invocation(context).settings_file)
    effects: list[Effect] = []
    heard = words if words != "-" else sys.stdin.read(MOST_CHARACTERS)
    measured = float("inf") if speech_s is None else speech_s
    written = writer.write(Heard(heard.rstrip("\n"), code, measured), effects.append)
    if explain:
        for line in explained(heard.rstrip("\n"), code, effects, written):
            say(line)
    else:
        say(written.text)
        if written.undo:
            note(UNDONE)
    if not code:
        note("The language is not known, so nothing that depends on it is done: --language en.")
    for notice in dict.fromkeys((*writer.problems, *written.notices)):
        note(notice)


def explained(heard: str, code: str, effects: list[Effect], written: Written) -> list[str]:
    """Return a line for each step that changed something; texts are quoted."""
    width = max(8, *(len(effect.step) for effect in effects), 0) if effects else 8
    lines = [f"{'heard':<{width}}  {_quoted(heard)}  ({code or 'language not known'})"]
    lines += [f"{effect.step:<{width}}  {_quoted(effect.text)}" for effect in effects]
    ending = " (taken for noise)" if written.declined else " (undo)" if written.undo else ""
    return [*lines, f"{'written':<{width}}  {_quoted(written.text)}{ending}"]


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")
    return f"“{escaped}”"
