"""A command gives a text back, or the text stays as it was."""

from __future__ import annotations

import sys
import threading
import time

import pytest

from dictate.cancellation import Cancellation
from dictate.cleanup import hook
from dictate.errors import CleanupCancelled, HookFailed

PATIENCE_S = 20.0


def _run(code: str, text: str = "hello there", limit_s: float = PATIENCE_S) -> str:
    return hook.run((sys.executable, "-c", code), text, limit_s, Cancellation(), "en")


def test_what_it_prints_is_the_text() -> None:
    assert _run("print(input().upper())") == "HELLO THERE"
    assert _run("import sys; print(sys.stdin.read(), end='')", "two\nlines ü\n") == "two\nlines ü\n"
    assert _run("import os; print(os.environ['DICTATE_LANGUAGE'])") == "en"


def test_what_must_not_reach_a_keyboard_is_dropped() -> None:
    assert _run(r"print('a\x1b[31mb\tc\r\nd')") == "a[31mb\tc\nd"


def test_it_need_not_read_its_input() -> None:
    assert _run("print('fixed')", "long " * 100_000) == "fixed"


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("raise SystemExit(3)", r"failed \(3\)"),
        ("print('half'); raise SystemExit(1)", r"failed \(1\)"),
        ("pass", "printed nothing"),
        ("print('   ')", "printed nothing"),
        ("while True: print('hello ' * 1000)", "without an end"),
    ],
)
def test_a_failure_is_told_without_the_text(code: str, told: str) -> None:
    with pytest.raises(HookFailed, match=told) as caught:
        _run(code)
    assert "hello" not in str(caught.value)
    assert "as it was" in caught.value.next_step


def test_a_missing_program_is_told() -> None:
    with pytest.raises(HookFailed, match="did not start"):
        hook.run(("/no/such/program",), "hello", 1.0, Cancellation())


@pytest.mark.parametrize(
    "code",
    [
        "import time; time.sleep(60)",
        # A child keeps the output open after its parent has gone.
        "import subprocess, sys; subprocess.Popen([sys.executable, '-c',"
        " 'import time; time.sleep(60)']); print('done')",
    ],
)
def test_what_takes_too_long_is_ended_with_what_it_started(code: str) -> None:
    began_s = time.monotonic()
    with pytest.raises(HookFailed, match="longer than 1 s"):
        _run(code, limit_s=1.0)
    assert time.monotonic() - began_s < PATIENCE_S


def test_cancelling_ends_it() -> None:
    cancellation = Cancellation()
    timer = threading.Timer(0.2, cancellation.cancel)
    timer.start()
    with pytest.raises(CleanupCancelled):
        command = (sys.executable, "-c", "import time; time.sleep(60)")
        hook.run(command, "hello", 60.0, cancellation)
    timer.join(PATIENCE_S)
