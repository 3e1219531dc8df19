"""What every command shares: the settings file it was given, and how it speaks to the user.

Results go to standard output, everything else to standard error, one line each.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

import typer

from dictate.domain import Notice
from dictate.errors import DictateError, SettingsUnreadable

if TYPE_CHECKING:
    from dictate.settings.schema import Settings


@dataclass(frozen=True, slots=True)
class Invocation:
    """How the program was called, before the command."""

    settings_file: Path
    file_was_named: bool = False

    def settings(self) -> Settings:
        """Read the settings; a bad key is told and falls back.

        Raises SettingsUnreadable when the file as a whole cannot be used: a command that goes on
        without what it was told is worse than none.
        """
        from dictate.settings import store

        if self.file_was_named and not self.settings_file.exists():
            note(f"There is no settings file {self.settings_file} yet; the defaults are used.")
        found = store.load(self.settings_file)
        for problem in found.problems:
            if isinstance(problem, SettingsUnreadable):
                raise problem
            note(problem)
        return found.settings


def invocation(context: typer.Context) -> Invocation:
    """Return how the program was called."""
    return cast(Invocation, context.obj)


def say(text: str) -> None:
    """Write a result. Raises DictateError when it has nowhere to go."""
    try:
        typer.echo(text)
    except BrokenPipeError:
        raise  # nobody reads any more: no failure to tell
    except OSError as error:
        raise unwritable(error) from error


def unwritable(error: OSError) -> DictateError:
    """Return what is told of a result that has nowhere to go."""
    return DictateError(
        f"The result cannot be written ({error.strerror}).", "Free some space and try again."
    )


def say_json(value: object) -> None:
    """Write a result for other programs."""
    say(json.dumps(value, ensure_ascii=False, indent=2))


def note(what: Notice | DictateError | str) -> None:
    """Tell something beside the result, in one line."""
    _tell(what if isinstance(what, str) else f"{what.message} {what.next_step}")


def tell_failure(error: DictateError) -> None:
    """Tell why a command failed and what to do, in one line."""
    _tell(f"dictate: {error}")


def _tell(text: str) -> None:
    # A full disk behind standard error costs the remark, not the result.
    with contextlib.suppress(OSError, ValueError):
        typer.echo(one_line(text), err=True)


def one_line(text: str) -> str:
    """Return a text without line breaks and control characters, whatever a file name holds."""
    return " ".join("".join(map(_shown, text)).split())


def _shown(char: str) -> str:
    """Return a character, a byte of a file name that is none as ``\\xff``, and else a space."""
    if "\udc80" <= char <= "\udcff":
        return f"\\x{ord(char) - 0xDC00:02x}"
    return char if char.isprintable() else " "
