"""Whether the desktop can be reached, and keys be pressed in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dictate.cli.check import Check, Status, failed, good
from dictate.domain import OutputMethod
from dictate.errors import DictateError

if TYPE_CHECKING:
    from dictate.ports import Keyboard


def check_display() -> Check:
    """Look whether the desktop can be reached."""
    from dictate import host
    from dictate.gui.screen_check import require_screen

    if not host.has_display():
        return Check(
            "display",
            Status.WARNING,
            "There is none; only files and the demonstration work here.",
            "Start Dictate in a desktop session.",
        )
    try:
        require_screen()
    except DictateError as error:
        return failed("display", error)
    return good("display", "Wayland" if host.is_wayland() else "can be reached")


def check_typing(method: OutputMethod, keyboard: Callable[[], Keyboard] | None) -> Check:
    """Open what presses the keys; nothing is typed."""
    if keyboard is None:
        return no_desktop("typing")
    if method in (OutputMethod.COPY, OutputMethod.FILE, OutputMethod.COMMAND):
        return good("typing", "not needed: texts leave another way")
    try:
        keyboard().close()
    except DictateError as error:
        return failed("typing", error)
    return good("typing", "keys can be pressed")


def no_desktop(name: str) -> Check:
    """Return a check for which there is no desktop to be made in."""
    return Check(name, Status.WARNING, "Not tried: there is no display.")
