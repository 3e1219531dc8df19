"""What ``dictate doctor`` looks at on Wayland and of clean-up, without asking the user anything."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dictate.cli.checks import Check, Status, failed, good
from dictate.errors import DictateError, EndpointError, HotkeyUnavailable

if TYPE_CHECKING:
    from dictate.hotkey.shortcut_lines import Shortcut
    from dictate.settings.schema import HotkeySettings, LlmSettings


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


def check_cleanup(settings: LlmSettings) -> Check:
    """Ask the server of clean-up for its models, if clean-up is on. No text is sent."""
    from dictate.cancellation import Cancellation
    from dictate.cleanup import endpoint, keys
    from dictate.cleanup.chat_client import ChatClient
    from dictate.cleanup.llm_cleaner import first_for_chat
    from dictate.cli import llm
    from dictate.settings.choices import LlmWhen

    if settings.when is LlmWhen.NEVER:
        return good("clean-up", "off")
    there = endpoint.parse(settings.endpoint)
    try:
        key = keys.find(there.host, llm.LISTING_S)
        models = ChatClient(there).models(key, llm.LISTING_S, Cancellation())
        model = settings.model or first_for_chat(models)
    except EndpointError as error:
        step = f"{error.next_step} {llm.elsewhere(settings)}".strip()
        return Check("clean-up", Status.WARNING, error.message, step)
    if model not in models and f"{model}:latest" not in models:
        return Check(
            "clean-up",
            Status.WARNING,
            f'The server at {there.host} has no model "{model}".',
            f"It has: {', '.join(models[:8]) or 'none'}. Set llm.model to one of them.",
        )
    way = "" if there.is_local else "; texts leave this machine"
    return good("clean-up", f"{there.host} answers and has {model}{way}")
