"""What processes take, measured on real ones."""

from __future__ import annotations

import subprocess
import sys

from dictate.assembly.usage import UsageMeter


def test_memory_of_children_counts_and_cpu_needs_two_looks() -> None:
    look = UsageMeter()
    alone = look()
    assert alone.cpu_percent is None
    child = subprocess.Popen(
        [sys.executable, "-c", "x = bytearray(60_000_000); print(1, flush=True); input()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with child:
        assert child.stdout is not None
        child.stdout.readline()
        both = look()
        child.kill()
    assert both.cpu_percent is not None
    assert both.memory_mb > alone.memory_mb + 50


def test_another_process_is_measured_and_one_that_has_ended_takes_nothing() -> None:
    child = subprocess.Popen(
        [sys.executable, "-c", "x = bytearray(60_000_000); print(1, flush=True); input()"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    look = UsageMeter(child.pid)
    with child:
        assert child.stdout is not None
        child.stdout.readline()
        assert look().memory_mb > 50
        child.kill()
    assert look().memory_mb == 0
