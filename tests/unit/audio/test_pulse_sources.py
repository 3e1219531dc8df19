"""Asking for a sound server that is not there is quick and harmless."""

from __future__ import annotations

import time

import pytest

from dictate.audio.pulse_sources import TIMEOUT_S, pulse_sources


def test_no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULSE_SERVER", "unix:/nonexistent/socket")
    began_s = time.monotonic()
    assert pulse_sources() is None
    assert time.monotonic() - began_s < TIMEOUT_S + 1
