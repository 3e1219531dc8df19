"""Which listener sees keys on this desktop."""

from __future__ import annotations

import sys

from dictate.hotkey.pynput_hotkey import PynputHotkey, refuse_without_desktop
from dictate.hotkey.x11_hotkey import X11Hotkey
from dictate.injected import InjectedKeys
from dictate.ports import HotkeyListener


def open_listener(injected: InjectedKeys | None = None) -> HotkeyListener:
    """Return the listener for this platform; not started. Raises HotkeyUnavailable.

    ``injected`` is what the keyboard announces its own presses with.
    """
    refuse_without_desktop()
    return X11Hotkey(injected) if sys.platform.startswith("linux") else PynputHotkey()
