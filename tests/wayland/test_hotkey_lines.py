"""The lines a user of Sway is told to write, in a real Sway: press and release are told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dictate.hotkey import binding, shortcut_lines
from dictate.hotkey.rules import Bound, Errand
from dictate.hotkey.shortcut_lines import Desktop
from tests.desktop.compositor import Compositor, missing_programs
from tests.desktop.screen import wait_until

pytestmark = pytest.mark.skipif(
    bool(missing_programs()), reason=f"not installed: {', '.join(missing_programs())}"
)

# A key pressed by one call of wtype comes up with its end; so a hold is one call.
HELD = {
    "f9": ("-P", "F9", "-s", "400", "-p", "F9"),
    "ctrl_r": ("-P", "Control_R", "-s", "400", "-p", "Control_R"),
    "ctrl+alt+d": (
        *("-M", "ctrl", "-M", "alt", "-P", "d", "-s", "400"),
        *("-p", "d", "-m", "alt", "-m", "ctrl"),
    ),
}


def writes_down(folder: Path) -> tuple[str, Path]:
    """Return a program that stands for Dictate, and the file of what it was called with."""
    folder.chmod(0o777)  # Sway may run as another user
    told = folder / "told"
    program = folder / "dictate"
    program.write_text(f'#!/bin/sh\necho "$1" >> {told}\n')
    program.chmod(0o755)
    for parent in folder.parents:
        if parent.stat().st_uid == os.geteuid() and str(parent).startswith("/tmp/"):
            parent.chmod(parent.stat().st_mode | 0o711)
    return str(program), told


@pytest.mark.parametrize("keys", list(HELD))
def test_holding_a_key_starts_and_stops(tmp_path: Path, keys: str) -> None:
    program, told = writes_down(tmp_path)
    found = shortcut_lines.shortcut(Desktop.SWAY, Bound(binding.parse(keys)), program)
    with Compositor(*found.lines) as desktop:
        hand = desktop.spawn("wtype", *HELD[keys])
        wait_until(lambda: told.exists() and told.read_text().startswith("start\n"), "the press")
        assert hand.wait(10) == 0
        wait_until(lambda: told.read_text() == "start\nstop\n", "the release")


def test_a_key_for_the_last_text_calls_its_command_once(tmp_path: Path) -> None:
    program, told = writes_down(tmp_path)
    undo = Bound(binding.parse("f9"), errand=Errand.UNDO)
    with Compositor(*shortcut_lines.shortcut(Desktop.SWAY, undo, program).lines) as desktop:
        assert desktop.spawn("wtype", *HELD["f9"]).wait(10) == 0
        wait_until(lambda: told.exists() and told.read_text() == "undo\n", "the command")
