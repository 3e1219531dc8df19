"""Which adapter presses keys on this desktop."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Mapping

from dictate.errors import TypingFailed
from dictate.injected import InjectedKeys
from dictate.output import tool_keyboard
from dictate.ports import Keyboard


def is_installed(program: str) -> bool:
    """Tell whether a program is on the search path."""
    return shutil.which(program) is not None


def refuse_without_desktop(
    environ: Mapping[str, str],
    platform: str,
    installed: Callable[[str], bool] = is_installed,
) -> None:
    """Raise TypingFailed where no key press of ours would reach a window."""
    if not platform.startswith("linux"):
        return
    if environ.get("WAYLAND_DISPLAY"):
        if tool_keyboard.choose(installed):
            return
        raise TypingFailed(
            "Wayland does not let programs press keys in other windows.",
            "Install wtype (Sway, Hyprland) or ydotool, or paste the text yourself.",
        )
    if not environ.get("DISPLAY"):
        raise TypingFailed(
            "There is no display, so there is no window to type into.",
            "Start the program in a desktop session.",
        )


def open_keyboard(injected: InjectedKeys | None = None) -> Keyboard:
    """Return the keyboard of this desktop. Raises TypingFailed with the reason where impossible.

    ``injected`` is where presses are announced, so that the hotkey does not take them for the
    user's.
    """
    if sys.platform.startswith("linux") and os.environ.get("WAYLAND_DISPLAY"):
        return _open_on_wayland()
    refuse_without_desktop(os.environ, sys.platform)
    if sys.platform.startswith("linux"):
        from dictate.output.x11_keyboard import X11Keyboard

        return X11Keyboard(injected)
    from dictate.output.pynput_keyboard import PynputKeyboard

    return PynputKeyboard()


def tools_here() -> tuple[tool_keyboard.KeyTool, ...]:
    """Return the tools a Wayland desktop could press keys with; elsewhere there are none."""
    if not (sys.platform.startswith("linux") and os.environ.get("WAYLAND_DISPLAY")):
        return ()
    return tool_keyboard.choose(is_installed)


def _open_on_wayland() -> Keyboard:
    """Return the tools where one works, else the portal, which asks the user first.

    A tool that is installed is believed where there is no portal: it shows when it is used.
    """
    from dictate.output.portal_keyboard import PortalKeyboard

    tools = tool_keyboard.choose(is_installed)
    try:
        portal = PortalKeyboard()
    except TypingFailed:
        refuse_without_desktop(os.environ, sys.platform)
        return tool_keyboard.ToolKeyboard(tools)
    working = tuple(tool for tool in tools if tool_keyboard.answers(tool))
    if not working:
        return portal
    portal.close()
    return tool_keyboard.ToolKeyboard(working)
