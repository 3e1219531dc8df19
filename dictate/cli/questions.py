"""What a command asks: whether it is really to be done, and for what must not be seen on a screen.

Questions go to standard error, so that a result stays alone on standard output. Where nobody can
answer, the command fails in one line that says how to answer beforehand.
"""

from __future__ import annotations

import sys

import typer

from dictate.cli.invocation import note
from dictate.errors import DictateError


def is_sure(question: str) -> bool:
    """Ask for a yes; no answer is a no."""
    typer.echo(f"{question} [y/N]: ", nl=False, err=True)
    answer = _line()
    if not answer.endswith("\n"):
        note("")  # the question's line ends here
    return answer.strip().casefold() in ("y", "yes")


def secret(question: str) -> str:
    """Return what is typed unseen, or the first line of a pipe. Raises DictateError for nothing."""
    if sys.stdin is not None and sys.stdin.isatty():
        try:
            return str(typer.prompt(question, hide_input=True, err=True))
        except typer.Abort:
            note("")
            raise _nothing() from None
    given = _line().strip()
    if not given:
        raise _nothing()
    return given


def _line() -> str:
    try:
        return sys.stdin.readline() if sys.stdin is not None else ""
    except (OSError, ValueError):  # closed, or no text
        return ""


def _nothing() -> DictateError:
    return DictateError(
        "No key was given, so nothing is changed.", "Type it when asked, or pipe it in on one line."
    )
