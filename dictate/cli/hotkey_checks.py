"""How the hotkey can be heard here, which others count beside it, and which do not and why."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from dictate.cli.check import Check, Status, failed, good
from dictate.cli.desktop_checks import no_desktop
from dictate.errors import BindingInvalid, DictateError, HotkeyUnavailable
from dictate.settings.schema import HotkeySettings

if TYPE_CHECKING:
    from dictate.hotkey.shortcut_lines import Shortcut

NAME = "further hotkeys"


class Listening(Protocol):
    """What hears the hotkey: ``hotkey.watcher.HotkeyWatcher``."""

    def start(self) -> None:
        """Begin. Raises HotkeyError."""

    def close(self) -> None:
        """End."""


def check_hotkey(binding: str, listener: Callable[[], Listening] | None) -> Check:
    """Read the binding and listen for keys for a moment; without a display only read it."""
    from dictate.hotkey import binding as bindings

    try:
        name = bindings.describe(bindings.parse(binding))
        if listener is None:
            return no_desktop("hotkey")
        keys = listener()
        try:
            keys.start()
        finally:
            keys.close()
    except DictateError as error:
        return failed("hotkey", error)
    return good("hotkey", f"{name} can be heard")


def check_wayland_hotkey(settings: HotkeySettings) -> Check:
    """Look how the hotkey can be heard on this Wayland desktop."""
    import os

    from dictate.hotkey import portal_hotkey
    from dictate.hotkey.wayland_hotkey import advice

    try:
        shortcut = advice(settings, os.environ)
    except DictateError as error:
        return failed("hotkey", error)
    return judge_wayland(settings, portal_hotkey.is_there, _may_read_keyboards, shortcut)


def _may_read_keyboards() -> bool:
    from dictate.hotkey.evdev_hotkey import EvdevHotkey

    devices = EvdevHotkey()
    try:
        devices.start(lambda _key, _is_down, _at_s: None)
    except HotkeyUnavailable:
        return False
    finally:
        devices.close()
    return True


def judge_wayland(
    settings: HotkeySettings,
    has_portal: Callable[[], bool],
    may_read_keyboards: Callable[[], bool],
    shortcut: Shortcut,
) -> Check:
    """Return what a Wayland desktop allows: its devices, its portal, or a shortcut of its own."""
    from dictate.hotkey import binding
    from dictate.hotkey.wayland_hotkey import MESSAGE

    bound = binding.parse(settings.binding)
    name = binding.describe(bound)
    if bound.modifiers_only and may_read_keyboards():
        return good("hotkey", f"{name} can be heard, through the input devices")
    if has_portal():
        if not bound.modifiers_only:
            return good("hotkey", f"{name} can be heard, through the desktop's portal, which asks")
        return Check(
            "hotkey",
            Status.WARNING,
            f"The desktop's portal does not take {name} alone; it asks for another key.",
            "Name one yourself: dictate settings set hotkey.binding ctrl+alt+d",
        )
    if may_read_keyboards():
        return good("hotkey", f"{name} can be heard, through the input devices")
    return Check(
        "hotkey", Status.WARNING, MESSAGE, f"Put this in {shortcut.place}:", shortcut.lines
    )


def check_further(settings: HotkeySettings) -> list[Check]:
    """Look for conflicts; nothing is told where there is one hotkey only."""
    from dictate.hotkey import binding, rules

    if not settings.bindings and not any(rules.errands(settings).values()):
        return []
    try:
        found, problems = rules.read(settings)
    except BindingInvalid:
        return []  # of the main one: the check before this one tells it
    left_out = [failed(NAME, problem, Status.WARNING) for problem in problems]
    counted = [
        _shown(binding.describe(one.binding), one.profile, one.errand or "")
        for one in found.hotkeys[1:]
    ]
    return [*([good(NAME, ", ".join(counted))] if counted else []), *left_out]


def _shown(key: str, profile: str, errand: str) -> str:
    meant = f"profile {profile}" if profile else errand
    return f"{key} ({meant})" if meant else key
