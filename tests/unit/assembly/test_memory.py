"""Freed memory goes back to the system."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from dictate.assembly.memory import give_back

BLOCKS, BLOCK_BYTES = 4000, 32_000
"""Smaller than what the C library asks the system for one by one."""


def resident_bytes() -> int:
    status = Path("/proc/self/status").read_text("utf-8")
    line = next(line for line in status.splitlines() if line.startswith("RssAnon:"))
    return int(line.split()[1]) * 1024


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux")
def test_what_lies_free_between_what_is_used_goes_back() -> None:
    kept = [np.ones(BLOCK_BYTES, np.uint8) for _ in range(BLOCKS)]
    full = resident_bytes()
    # Every 16th stays, so that the library cannot give back the rest as a whole.
    kept = kept[::16]
    give_back()
    assert full - resident_bytes() > BLOCKS * BLOCK_BYTES // 2
    assert len(kept) == BLOCKS // 16


def test_it_may_be_asked_any_number_of_times() -> None:
    for _ in range(3):
        give_back()
