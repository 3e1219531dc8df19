"""The benchmark's heartbeat notices what holds up the GUI thread, and where."""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from benchmarks.gui.probe.heartbeat import NOTED, SUSPECT_S, Block, Blocks, Heartbeat


def test_the_longest_blocks_are_kept() -> None:
    blocks = Blocks()
    for number in range(100):
        blocks.add(Block(float(number * 37 % 100), 0.0))
    assert blocks.beats == 100
    assert [block.ms for block in blocks.longest] == [99.0 - n for n in range(NOTED)]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks Linux")
def test_a_block_is_seen_with_its_place(qtbot: QtBot) -> None:
    heart = Heartbeat()
    qtbot.waitUntil(lambda: heart.blocks.beats > 2)
    heart.reset()

    def hold_up_the_gui() -> None:
        threading.Event().wait(10 * SUSPECT_S)

    QTimer.singleShot(0, hold_up_the_gui)
    qtbot.waitUntil(lambda: any(b.ms > 5 * SUSPECT_S * 1000 for b in heart.blocks.longest))
    assert any("hold_up_the_gui" in line for line in heart.blocks.longest[0].where)
    heart.stop()
