from __future__ import annotations

import subprocess
import sys

import pytest

from dictate.gui.pyside_guard import is_needed

MANY_CALLS = """
from dictate.gui.pyside_guard import keep_singletons
keep_singletons()
from PySide6.QtCore import QObject, Signal

class Speaker(QObject):
    spoken = Signal()

speaker = Speaker()
for _ in range(60_000):
    speaker.spoken.emit()  # returns True
    speaker.setObjectName("x")  # returns None
print("alive")
"""


@pytest.mark.parametrize(
    ("python", "pyside", "needed"),
    [((3, 11), (6, 12), True), ((3, 11), (6, 11), False), ((3, 12), (6, 12), False)],
)
def test_only_the_faulty_pair_is_mended(
    python: tuple[int, int], pyside: tuple[int, int], needed: bool
) -> None:
    assert is_needed(python, pyside) is needed


def test_the_interpreter_survives_many_calls_into_qt() -> None:
    done = subprocess.run(
        [sys.executable, "-c", MANY_CALLS], capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.returncode, done.stdout) == (0, "alive\n"), done.stderr
