"""Which listener hears keys on this desktop."""

from __future__ import annotations

from dictate import host
from dictate.hotkey import rules
from dictate.hotkey.heard import Report
from dictate.hotkey.pynput_hotkey import PynputHotkey
from dictate.hotkey.wayland_hotkey import WaylandHotkey
from dictate.injected import InjectedKeys
from dictate.ports import HotkeyListener
from dictate.settings.schema import HotkeySettings


def open_listener(
    settings: HotkeySettings, injected: InjectedKeys, report: Report
) -> HotkeyListener:
    """Return the listener, not started. Raises BindingInvalid.

    ``injected`` is where the program's own key presses are announced; ``report`` hears what only
    shows later.
    """
    if host.is_wayland():
        return WaylandHotkey(settings, report)
    return PynputHotkey(injected, mouse=rules.read(settings)[0].uses_mouse)
