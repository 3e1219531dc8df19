"""Gives a text to the user's command and takes back what it prints, within a time limit.

The command is started as it is, without a shell, and ended with everything it started when it
takes too long, prints too much, or the user takes the take back. What it prints on standard error
goes nowhere: it may repeat the text, which is never logged.
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from dictate.cancellation import Cancellation
from dictate.errors import CleanupCancelled, HookFailed

MOST_BYTES = 1024 * 1024
_NEXT_STEP = "The text was written as it was. Check [hook] command in the settings."


def run(
    command: Sequence[str],
    text: str,
    limit_s: float,
    cancellation: Cancellation,
    language: str = "",
) -> str:
    """Return what the command makes of the text. Raises HookFailed, CleanupCancelled."""
    name = Path(command[0]).name
    process = _start(command, name, language)
    with cancellation.waking(lambda: _end(process)):
        printed, is_late = _exchange(process, text, limit_s)
    if cancellation.is_set:
        raise CleanupCancelled("The command was stopped.")
    if is_late:
        raise HookFailed(f"The command {name} took longer than {limit_s:g} s.", _NEXT_STEP)
    if len(printed) > MOST_BYTES:
        raise HookFailed(f"The command {name} prints without an end.", _NEXT_STEP)
    if process.returncode != 0:
        raise HookFailed(f"The command {name} failed ({process.returncode}).", _NEXT_STEP)
    made = _plain(printed.decode("utf-8", "replace"))
    if not text.endswith("\n"):
        made = made.rstrip("\n")  # most commands end their last line
    if not made.strip():
        raise HookFailed(f"The command {name} printed nothing.", _NEXT_STEP)
    return made


def _start(command: Sequence[str], name: str, language: str) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            [str(Path(command[0]).expanduser()), *command[1:]],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "DICTATE_LANGUAGE": language},
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise HookFailed(f"The command {name} did not start: {reason}.", _NEXT_STEP) from error


def _exchange(process: subprocess.Popen[bytes], text: str, limit_s: float) -> tuple[bytes, bool]:
    """Return what was printed and whether the time was over; the command has ended then."""
    assert process.stdin is not None and process.stdout is not None
    stdin, stdout = process.stdin, process.stdout
    printed: list[bytes] = []

    def write() -> None:
        with contextlib.suppress(OSError, ValueError):  # it need not read what it is given
            stdin.write(text.encode("utf-8", "replace"))
        with contextlib.suppress(OSError, ValueError):
            stdin.close()

    def read() -> None:
        with contextlib.suppress(OSError, ValueError):
            printed.append(stdout.read(MOST_BYTES + 1))

    deadline_s = time.monotonic() + limit_s
    threads = [threading.Thread(target=work, daemon=True) for work in (write, read)]
    for thread in threads:
        thread.start()
    threads[1].join(limit_s)
    too_much = bool(printed) and len(printed[0]) > MOST_BYTES
    is_late = threads[1].is_alive()
    if not is_late and not too_much:
        try:
            process.wait(max(0.0, deadline_s - time.monotonic()))
        except subprocess.TimeoutExpired:
            is_late = True
    if is_late or too_much:
        _end(process)
        process.wait()
    for thread in threads:
        thread.join(1.0)  # their pipes are closed now
    stdout.close()
    return b"".join(printed), is_late


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the command and what it started."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)


def _plain(printed: str) -> str:
    """Drop what must not reach a keyboard."""
    lines = printed.replace("\r\n", "\n")
    return "".join(c for c in lines if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))
