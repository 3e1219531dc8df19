"""The clipboard is read at once, also where a paste of ours has just given it back."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from dictate.domain import OutputMethod
from dictate.injected import InjectedKeys
from dictate.output.outlets import Outlets
from dictate.output.pasteboard_clipboard import PasteboardClipboard
from dictate.output.tool_clipboard import XCLIP, ToolClipboard
from tests.desktop.clipboard import Copied
from tests.desktop.screen import VirtualScreen, missing_programs

pytestmark = pytest.mark.skipif(bool(missing_programs("xclip")), reason="needs xclip")

# The desktop program in small: Qt's clipboard, and a thread that asks for what was given back.
PROGRAM = """
import os, sys, threading
from PySide6.QtWidgets import QApplication
app = QApplication(["reader"])
from dictate.domain import OutputMethod
from dictate.gui.qt_clipboard import QtClipboard
from dictate.injected import InjectedKeys
from dictate.output.outlets import Outlets

outlets = Outlets(QtClipboard())
outlets.prepare(OutputMethod.AUTO, InjectedKeys())

def work():
    try:
        offer = outlets.pasteboard.offer("ours", target=0, keep=True, selected=False)
        print(outlets.clipboard.read_text(), flush=True)
        offer.put_back()
        print(outlets.clipboard.read_text(), flush=True)
        outlets.clipboard.write_text("written")
        print(outlets.clipboard.read_text(), flush=True)
    finally:
        os._exit(0)

threading.Thread(target=work).start()
app.exec()
"""


def test_what_we_hold_ourselves_is_read_while_qt_runs(screen: VirtualScreen) -> None:
    root = str(Path(__file__).resolve().parents[2])
    with Copied(screen, text="kept ✓", html="<b>kept</b>"):
        program = screen.spawn(
            sys.executable, "-c", PROGRAM,
            env={"PYTHONPATH": root}, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        out, _ = program.communicate(timeout=60)
    assert out.splitlines() == ["ours", "kept ✓", "written"]


def test_an_empty_clipboard_and_one_of_others(screen: VirtualScreen) -> None:
    outlets = Outlets(ToolClipboard(XCLIP))
    assert outlets.prepare(OutputMethod.AUTO, InjectedKeys()) is None
    try:
        assert isinstance(outlets.clipboard, PasteboardClipboard)
        with Copied(screen, picture=(20, 20)):
            assert outlets.clipboard.read_text() is None
        with Copied(screen, text="Größe 🙂"):
            assert outlets.clipboard.read_text() == "Größe 🙂"
    finally:
        outlets.close()
