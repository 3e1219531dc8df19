"""Whether another program has taken a chord, asked of a real X server."""

from __future__ import annotations

from Xlib import XK, X
from Xlib.display import Display

from dictate.hotkey.binding import parse
from dictate.hotkey.x11_grabs import is_grabbed
from tests.desktop.screen import VirtualScreen

CONTROL, ALT = X.ControlMask, X.Mod1Mask


def test_a_grab_of_another_program_is_seen_and_only_that(screen: VirtualScreen) -> None:
    other = Display(screen.display)
    try:
        root = other.screen().root
        for keysym, mask in ((XK.XK_d, CONTROL | ALT), (XK.XK_F9, 0), (XK.XK_Control_R, 0)):
            code = other.keysym_to_keycode(keysym)
            root.grab_key(code, mask, False, X.GrabModeAsync, X.GrabModeAsync)
        other.sync()
        taken = {c: is_grabbed(parse(c)) for c in ("ctrl+alt+d", "f9", "ctrl_r")}
        free = {c: is_grabbed(parse(c)) for c in ("ctrl+d", "f10", "ctrl_l", "ctrl+alt", "a+b")}
    finally:
        other.close()
    assert all(taken.values()), taken
    assert not any(free.values()), free


def test_asking_takes_nothing(screen: VirtualScreen) -> None:
    assert not is_grabbed(parse("ctrl+alt+k"))
    assert not is_grabbed(parse("ctrl+alt+k"))
