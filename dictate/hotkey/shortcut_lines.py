"""What to write into the desktop's own configuration, so that its shortcut calls Dictate.

The last resort on Wayland, and a good one: every desktop can run a command on a key. Where it tells
the release of a key as well, holding works; elsewhere a press starts and the next one stops.
"""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from dictate import keynames
from dictate.hotkey.binding import Binding
from dictate.hotkey.keysym_names import keysym_name, sideless
from dictate.hotkey.rules import Bound
from dictate.settings.choices import HotkeyMode


class Desktop(StrEnum):
    """Who hands out keys here."""

    SWAY = "Sway"
    HYPRLAND = "Hyprland"
    RIVER = "river"
    GNOME = "GNOME"
    KDE = "KDE Plasma"
    OTHER = "this desktop"


@dataclass(frozen=True, slots=True)
class Shortcut:
    """Lines, and where they belong."""

    place: str
    """A file or a page of the settings, in words that follow "in"."""
    lines: tuple[str, ...]

    @property
    def step(self) -> str:
        """The next step in one line; ``dictate doctor`` shows more than one as they are."""
        if len(self.lines) == 1:
            return f"Put this in {self.place}: {self.lines[0]}"
        return f"Put the lines that `dictate doctor` shows in {self.place}."


_NAMES = {
    "sway": Desktop.SWAY, "hyprland": Desktop.HYPRLAND, "river": Desktop.RIVER,
    "gnome": Desktop.GNOME, "unity": Desktop.GNOME, "kde": Desktop.KDE,
}  # fmt: skip
_SWAY = {"ctrl": "Ctrl", "shift": "Shift", "alt": "Mod1", "cmd": "Mod4", "alt_gr": "Mod5"}
_HYPRLAND = {"ctrl": "CTRL", "shift": "SHIFT", "alt": "ALT", "cmd": "SUPER", "alt_gr": "MOD5"}
_RIVER = {"ctrl": "Control", "shift": "Shift", "alt": "Alt", "cmd": "Super", "alt_gr": "Mod5"}
_PEOPLE = {"ctrl": "Ctrl", "shift": "Shift", "alt": "Alt", "cmd": "Super", "alt_gr": "AltGr"}


def which(environ: Mapping[str, str]) -> Desktop:
    """Tell the desktop by what it puts into the environment."""
    if environ.get("SWAYSOCK"):
        return Desktop.SWAY
    if environ.get("HYPRLAND_INSTANCE_SIGNATURE"):
        return Desktop.HYPRLAND
    named = f"{environ.get('XDG_CURRENT_DESKTOP', '')}:{environ.get('XDG_SESSION_DESKTOP', '')}"
    for part in named.lower().replace("-", ":").split(":"):
        if part in _NAMES:
            return _NAMES[part]
    return Desktop.OTHER


def program() -> str:
    """Return how a shortcut calls this very Dictate; its search path may be another one."""
    beside = Path(sys.executable).with_name("dictate")
    if beside.exists():
        return shlex.quote(str(beside))
    found = shutil.which("dictate")
    return shlex.quote(os.path.realpath(found)) if found else "dictate"


def shortcuts(desktop: Desktop, hotkeys: Sequence[Bound], dictate: str) -> Shortcut:
    """Return what to write where for all hotkeys; ``dictate`` is how the program is called."""
    each = [shortcut(desktop, hotkey, dictate) for hotkey in hotkeys]
    return Shortcut(each[0].place, tuple(line for one in each for line in one.lines))


def shortcut(desktop: Desktop, hotkey: Bound, dictate: str) -> Shortcut:
    """Return what to write where for one hotkey."""
    keys = sorted(hotkey.binding.keys)
    held = [sideless(key) for key in keys if key in keynames.MODIFIERS]
    others = [key for key in keys if key not in keynames.MODIFIERS]
    if len(others) > 1 or not others or not keysym_name(others[0]):
        # A lone modifier, or what these programs cannot bind.
        return _lines(desktop, _lone(hotkey.binding), hotkey, dictate)
    return _lines(desktop, (tuple(held), others[0]), hotkey, dictate)


def _lone(binding: Binding) -> tuple[tuple[str, ...], str]:
    """Return the only key of a binding, else one that every desktop can bind."""
    (first, *rest) = sorted(binding.keys)
    if rest or first in keynames.SIDES or not keysym_name(first):
        return (("cmd",), "F9".lower())
    return ((), first)


def _lines(
    desktop: Desktop, chord: tuple[tuple[str, ...], str], hotkey: Bound, dictate: str
) -> Shortcut:
    held, key = chord
    name = keysym_name(key)
    own = sideless(key) if key in keynames.MODIFIERS else ""
    if desktop is Desktop.SWAY:
        keys = "+".join([*(_SWAY[part] for part in held), name])
        lines = _pair(hotkey, f"bindsym --no-repeat {keys} exec {dictate}",
                      f"bindsym --release {keys} exec {dictate}")  # fmt: skip
        return Shortcut("~/.config/sway/config", lines)
    if desktop is Desktop.HYPRLAND:
        keys = " ".join(_HYPRLAND[part] for part in held)
        # When a modifier comes up it still counts as held.
        up = " ".join(_HYPRLAND[part] for part in [*held, *([own] if own else [])])
        lines = _pair(hotkey, f"bind = {keys}, {name}, exec, {dictate}",
                      f"bindr = {up}, {name}, exec, {dictate}")  # fmt: skip
        return Shortcut("~/.config/hypr/hyprland.conf", lines)
    if desktop is Desktop.RIVER:
        keys = "+".join(_RIVER[part] for part in held) or "None"
        up = "+".join(_RIVER[part] for part in [*held, *([own] if own else [])]) or "None"
        press, *release = _pair(hotkey, dictate, dictate)
        lines = (f"riverctl map normal {keys} {name} spawn {shlex.quote(press)}",)
        lines += tuple(
            f"riverctl map -release normal {up} {name} spawn {shlex.quote(command)}"
            for command in release
        )
        return Shortcut("~/.config/river/init", lines)
    return _by_hand(desktop, chord, hotkey, dictate)


def _pair(hotkey: Bound, press: str, release: str) -> tuple[str, ...]:
    if hotkey.errand is not None:
        return (f"{press} {hotkey.errand}",)
    if hotkey.mode in (HotkeyMode.HOLD, HotkeyMode.TAP):
        return (f"{press} start{_profile(hotkey)}", f"{release} stop")
    return (f"{press} toggle{_profile(hotkey)}",)


def _profile(hotkey: Bound) -> str:
    return f" --profile {shlex.quote(hotkey.profile)}" if hotkey.profile else ""


def _by_hand(
    desktop: Desktop, chord: tuple[tuple[str, ...], str], hotkey: Bound, dictate: str
) -> Shortcut:
    """Return the way through a settings page: it knows presses only, and no lone modifiers."""
    held, key = chord
    places = {
        Desktop.GNOME: "Settings, Keyboard, View and Customise Shortcuts, Custom Shortcuts",
        Desktop.KDE: "System Settings, Keyboard, Shortcuts, Add New, Command or Script",
    }
    if key in keynames.MODIFIERS:
        held, key = ("cmd",), "f9"
    keys = "+".join([*(_PEOPLE[part] for part in held), keysym_name(key)])
    place = places.get(desktop, "the keyboard settings of the desktop")
    command = f"toggle{_profile(hotkey)}" if hotkey.errand is None else hotkey.errand.value
    return Shortcut(place, (f"{dictate} {command} (on {keys}, for instance)",))
