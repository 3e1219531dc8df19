"""Recording a hotkey on a real X server: keys that would do something else are only recorded."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from Xlib import XK, X
from Xlib.display import Display

from tests.desktop.screen import VirtualScreen

Recorder = subprocess.Popen[str]


@pytest.fixture
def recorder(screen: VirtualScreen) -> Iterator[Recorder]:
    program = screen.spawn(
        sys.executable, "-m", "tests.desktop.recorder", stdout=subprocess.PIPE, text=True
    )
    yield program
    program.kill()
    program.communicate()


def line(recorder: Recorder) -> str:
    assert recorder.stdout is not None
    return recorder.stdout.readline().strip()


def press(screen: VirtualScreen, recorder: Recorder, *steps: str) -> list[str]:
    assert line(recorder) == "ready"
    for step in steps:
        screen.xdotool({"+": "keydown", "-": "keyup"}[step[0]], step[1:])
    return line(recorder).split("|")


def test_chords_tab_and_escape_are_recorded(screen: VirtualScreen, recorder: Recorder) -> None:
    chord, refusal, _ = press(screen, recorder, "+Control_L", "+Alt_L", "+d", "-d", "-Alt_L",
                              "-Control_L")  # fmt: skip
    assert (chord, refusal) == ("Ctrl+Alt+D", "")
    assert press(screen, recorder, "+Tab", "-Tab")[:1] == ["Tab"]
    chord, refusal, _ = press(screen, recorder, "+Escape", "-Escape")
    assert chord == "Esc"
    assert "for writing" in refusal


def test_a_chord_of_another_program_is_told_and_does_not_act_meanwhile(
    screen: VirtualScreen, recorder: Recorder
) -> None:
    other = Display(screen.display)
    try:
        code = other.keysym_to_keycode(XK.XK_F9)
        other.screen().root.grab_key(code, 0, False, X.GrabModeAsync, X.GrabModeAsync)
        other.sync()
        chord, refusal, warning = press(screen, recorder, "+F9", "-F9")
        other.sync()
        acted = other.pending_events()
    finally:
        other.close()
    assert (chord, refusal) == ("F9", "")
    assert "Another program" in warning
    assert acted == 0
