"""Asking for a sound server that is not there is quick and harmless."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from dictate.audio.pulse_sources import TIMEOUT_S, can_ask, pulse_sources


def test_no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nonexistent/socket")
    began_s = time.monotonic()
    assert pulse_sources() is None
    assert time.monotonic() - began_s < TIMEOUT_S + 1


STARVED = """
import resource
from dictate.audio import pulse_sources as pulse
assert pulse.can_ask()
resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))
try:
    print(pulse.pulse_sources())
except pulse.ServerSilent:
    print("silent")
"""


@pytest.mark.skipif(not can_ask(), reason="no libpulse")
def test_libpulse_does_not_end_a_program_that_has_no_file_left_to_open() -> None:
    done = subprocess.run(
        (sys.executable, "-c", STARVED), capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "silent"), done.stderr
