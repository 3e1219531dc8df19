"""Gives a text to a command of the user's, on its standard input, within a time limit.

The command is started as it is, without a shell. What it prints goes nowhere: it may repeat the
text, which is never logged. A command that takes too long is ended with everything it started.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from dictate.errors import CommandFailed

_NEXT_STEP = "Check [output] command in the settings; try it in a terminal."


def run(command: Sequence[str], text: str, limit_s: float) -> None:
    """Run the command to its end with the text as its input. Raises CommandFailed."""
    if not command:
        raise CommandFailed(
            "No command is set to give texts to.", 'Set [output] command = ["program", "--option"].'
        )
    program = Path(command[0]).expanduser()
    try:
        process = subprocess.Popen(
            [str(program), *command[1:]],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError) as exc:
        reason = getattr(exc, "strerror", None) or type(exc).__name__
        raise CommandFailed(
            f"The command {program.name} did not start: {reason}.", _NEXT_STEP
        ) from exc
    try:
        process.communicate(text.encode("utf-8", "replace"), limit_s)
    except subprocess.TimeoutExpired as exc:
        _end(process)
        raise CommandFailed(
            f"The command {program.name} took longer than {limit_s:g} s and was ended.", _NEXT_STEP
        ) from exc
    if process.returncode != 0:
        raise CommandFailed(
            f"The command {program.name} failed ({process.returncode}).", _NEXT_STEP
        )


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the command and its children, and collect it."""
    with contextlib.suppress(ProcessLookupError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    if process.stdin is not None:
        with contextlib.suppress(OSError):
            process.stdin.close()
    process.wait()
