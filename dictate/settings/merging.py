"""What was changed between settings, and those changes put onto others. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from dictate.settings import binding_edits, profile_edits, profiles, salvage
from dictate.settings.schema import Settings

Merge = Callable[[Any, Any, Any], Any]

MERGES: Mapping[str, Merge] = {
    "profiles": profile_edits.merged,
    binding_edits.DOTTED: binding_edits.merged,
}


def changes(present: Settings, before: Settings, after: Settings) -> dict[str, object]:
    """Return what ``present`` needs: changed since ``before``, and other than it has.

    With ``before`` the same object as ``after`` that is all in which ``present`` differs. A bad
    value in a file counts as its default, so it stays until somebody sets that key.
    """
    found: dict[str, object] = {}
    known = profiles.without_unknown(present)[0]
    for name in (*salvage.keys_of(Settings), *MERGES):
        value = salvage.value_of(after, name)
        there = salvage.value_of(known if name in MERGES else present, name)
        old = salvage.value_of(before, name)
        if before is not after and value == old:
            continue
        if name in MERGES and before is not after:
            value = MERGES[name](there, old, value)
        if value != there:
            found[name] = value
    return found


def merged(present: Settings, before: Settings, after: Settings) -> Settings:
    """Return ``present`` with what was changed between ``before`` and ``after``."""
    for name, value in changes(present, before, after).items():
        present = salvage.with_value(present, name, value)
    return present


def followed(before: Settings, after: Settings) -> Settings:
    """Return ``after`` with hotkeys that have its profiles: by their new names, or none."""
    moved = profile_edits.renames(before.profiles, after.profiles)

    def now(name: str) -> str:
        name = moved.get(name, name)
        return name if name in after.profiles else ""

    hotkey = after.hotkey
    bindings = tuple(replace(extra, profile=now(extra.profile)) for extra in hotkey.bindings)
    followed = replace(hotkey, profile=now(hotkey.profile), bindings=bindings)
    return after if followed == hotkey else replace(after, hotkey=followed)
