"""Further hotkeys beside the one of ``hotkey.binding``, each with its mode and its profile.

    [[hotkey.bindings]]
    binding = "f9"
    mode = "toggle"
    profile = "german"

A bad value costs only itself, a hotkey without a key only this one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dictate.errors import SettingInvalid
from dictate.settings import salvage
from dictate.settings import validation as valid
from dictate.settings.choices import HotkeyMode
from dictate.settings.validation import checked
from dictate.settings.whole import Whole

MOST = 32


@dataclass(frozen=True, slots=True)
class ExtraBinding:
    """One more hotkey."""

    binding: str = checked("", valid.filled)
    """A key, a chord, or a mouse button."""
    mode: HotkeyMode = HotkeyMode.HOLD
    """What a press means, as in ``hotkey.mode``."""
    profile: str = ""
    """The profile its takes have; empty: that of the window."""


def read(
    value: object, dotted: str, schema: type, problems: list[SettingInvalid]
) -> tuple[ExtraBinding, ...]:
    """Return the hotkeys of the file without those that name no key."""
    if not isinstance(value, list) or not all(isinstance(item, Mapping) for item in value):
        problems.append(
            SettingInvalid(
                f"{dotted} cannot be {salvage.in_toml(value)}.",
                f"Write [[{dotted}]] on a line of its own for each hotkey, its settings below.",
            )
        )
        return ()
    found = []
    for number, table in enumerate(value[:MOST], 1):
        name = f"{dotted} no. {number}"
        extra, invalid = salvage.read(table, ExtraBinding, f"{name}: ")
        problems += invalid
        if extra.binding:
            found.append(extra)
        elif "binding" not in table:
            problems.append(SettingInvalid(f"{name} names no key.", 'Write binding = "f9".'))
    return tuple(found)


def lines(value: tuple[ExtraBinding, ...], dotted: str) -> list[str]:
    """Return the hotkeys as the file has them."""
    made = []
    for extra in value:
        made += ["", f"[[{dotted}]]", f"binding = {salvage.as_toml(extra.binding)}"]
        made.append(f"mode = {salvage.as_toml(extra.mode)}")
        if extra.profile:
            made.append(f"profile = {salvage.as_toml(extra.profile)}")
    return made


BINDINGS = Whole(read, lines)
