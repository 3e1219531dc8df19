"""Sees every key: through pynput on Windows and macOS, through ``X11Hotkey`` on X11.

pynput's X11 listener says it is ready before the server records, so a key pressed at once is lost;
it does not stop before the next key comes; and it never learns of a new layout. Hence the other
adapter there. On Windows and macOS this has not been run by its authors; the translation of keys
is tested with made-up keys of those systems.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from dictate import keynames
from dictate.errors import HotkeyUnavailable
from dictate.hotkey.x11_hotkey import X11Hotkey
from dictate.injected import InjectedKeys

log = logging.getLogger(__name__)

PynputObject: TypeAlias = Any
"""A key or listener of pynput, which is only imported when used."""

_READY_S = 5.0
_CLOSE_S = 0.8

_VK_PACKET = 0xE7
"""Windows: a character made by a program, not a key."""

_WINDOWS_KEYPAD = {
    **{0x60 + digit: f"kp_{digit}" for digit in range(10)},
    0x6A: "kp_multiply",
    0x6B: "kp_add",
    0x6D: "kp_subtract",
    0x6E: "kp_decimal",
    0x6F: "kp_divide",
}
_MAC_KEYPAD = {
    **{82 + digit: f"kp_{digit}" for digit in range(8)},
    91: "kp_8",
    92: "kp_9",
    65: "kp_decimal",
    67: "kp_multiply",
    69: "kp_add",
    75: "kp_divide",
    76: "kp_enter",
    78: "kp_subtract",
    81: "kp_equal",
}
_LEFT_BY_DEFAULT = {"ctrl": "ctrl_l", "alt": "alt_l", "shift": "shift_l", "cmd": "cmd_l"}
"""pynput calls the left key by the bare name."""


def key_name(key: PynputObject, platform: str = sys.platform) -> str | None:
    """Return the name of a pynput key, None for one that is not a key of the user's.

    A held Ctrl turns characters into control characters on some platforms; then, and for the
    keypad, the virtual key code decides.
    """
    if key is None:
        return None
    special = getattr(key, "name", None)
    if special is not None:
        return _LEFT_BY_DEFAULT.get(special, special) if special in keynames.NAMED else None
    vk, char = getattr(key, "vk", None), getattr(key, "char", None)
    if platform == "win32":
        return _windows_name(vk, char)
    return _MAC_KEYPAD.get(vk or 0) or _char_name(char) or _vk_name(vk)


def button_name(button: PynputObject) -> str:
    """Return the name of a pynput mouse button, empty for one that has none."""
    name = f"mouse_{getattr(button, 'name', '')}"
    return name if name in (*keynames.MOUSE_BUTTONS, "mouse_left", "mouse_right") else ""


def _windows_name(vk: int | None, char: str | None) -> str | None:
    if vk == _VK_PACKET:
        return None
    if vk in _WINDOWS_KEYPAD:
        return _WINDOWS_KEYPAD[vk]
    if vk is not None and (0x30 <= vk <= 0x39 or 0x41 <= vk <= 0x5A):
        return chr(vk).lower()  # digits and letters have their ASCII codes
    return _char_name(char) or _vk_name(vk)


def _char_name(char: str | None) -> str | None:
    if char is None or len(char) != 1 or not char.isprintable():
        return None
    return "space" if char == " " else keynames.lower_char(char)


def _vk_name(vk: int | None) -> str | None:
    return None if not vk else f"vk_{vk}"


def refuse_without_desktop(
    environ: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> None:
    """Raise HotkeyUnavailable where keys of other programs cannot be seen."""
    if not platform.startswith("linux"):
        return
    if environ.get("WAYLAND_DISPLAY"):
        raise HotkeyUnavailable(
            "Wayland does not let programs see keys pressed in other windows.",
            "Bind a shortcut in the desktop's keyboard settings to the command `dictate toggle`.",
        )
    if not environ.get("DISPLAY"):
        raise HotkeyUnavailable(
            "There is no display, so there are no keys to listen to.",
            "Start the program in a desktop session, or use `dictate toggle`.",
        )


class PynputHotkey:
    """The HotkeyListener of a desktop.

    ``injected`` is where the program's own keyboard announces its presses (X11). The mouse is
    listened to on X11, and elsewhere if it is to be: there every move of it passes through here.
    """

    def __init__(self, injected: InjectedKeys | None = None, *, mouse: bool = False) -> None:
        self._injected = injected
        self._wants_mouse = mouse
        self._mouse: PynputObject = None
        self._x11: X11Hotkey | None = None
        self._listener: PynputObject = None

    def start(self, on_key: Callable[[str, bool, float], None]) -> None:
        """Begin to listen. Raises HotkeyUnavailable."""
        refuse_without_desktop()
        if sys.platform.startswith("linux"):
            self._x11 = X11Hotkey(self._injected)
            self._x11.start(on_key)
        else:
            self._start_pynput(on_key)

    def held(self) -> frozenset[str] | None:
        """Return which keys are down, None where that cannot be asked."""
        return self._x11.held() if self._x11 is not None else None

    def close(self) -> None:
        """Stop listening. Any number of times."""
        x11, self._x11 = self._x11, None
        if x11 is not None:
            x11.close()
        listeners, self._listener, self._mouse = (self._listener, self._mouse), None, None
        for listener in filter(None, listeners):
            listener.stop()
            listener.join(_CLOSE_S)
            if listener.is_alive():
                log.warning("a key listener did not end in time")

    def _start_pynput(self, on_key: Callable[[str, bool, float], None]) -> None:
        try:
            from pynput import keyboard, mouse
        except ImportError as exc:  # also raised by its backends where they cannot work
            raise _unavailable() from exc

        def report(key: PynputObject, is_down: bool, injected: bool) -> None:
            at_s = time.monotonic()
            name = key_name(key)
            if name is not None and not (injected and len(name) == 1):
                on_key(name, is_down, at_s)  # a text some program types is no hotkey

        def click(button: PynputObject, is_down: bool) -> None:
            if name := button_name(button):
                on_key(name, is_down, time.monotonic())

        listener = keyboard.Listener(
            on_press=lambda key, injected: report(key, True, injected),
            on_release=lambda key, injected: report(key, False, injected),
        )
        listener.name = "dictate-pynput-keys"
        self._listener = listener
        listener.start()
        self._await_ready(listener)
        if self._wants_mouse:
            self._mouse = mouse.Listener(
                on_click=lambda _x, _y, button, is_down: click(button, is_down)
            )
            self._mouse.name = "dictate-pynput-mouse"
            self._mouse.start()
        if not getattr(listener, "IS_TRUSTED", True):  # macOS
            self.close()
            raise HotkeyUnavailable(
                "macOS does not yet allow this program to see keys.",
                "Allow it in System Settings, Privacy & Security, Accessibility and Input "
                "Monitoring, then start it again.",
            )

    def _await_ready(self, listener: PynputObject) -> None:
        # pynput's own wait() has no limit; a backend that fails never becomes ready.
        waiter = threading.Thread(target=listener.wait, name="dictate-keys-ready", daemon=True)
        waiter.start()
        waiter.join(_READY_S)
        if waiter.is_alive() or not listener.is_alive():
            self._listener = None
            raise _unavailable()


def _unavailable() -> HotkeyUnavailable:
    return HotkeyUnavailable(
        "Keys of other programs cannot be seen on this desktop.",
        "Bind a shortcut of the desktop to the command `dictate toggle`.",
    )
