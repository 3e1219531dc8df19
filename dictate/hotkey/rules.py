"""What the keys are to mean under the settings, and which hotkeys stand in one another's way.

The main hotkey has to work, else nothing does; one of the others that cannot is left out and told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from dictate import keynames
from dictate.errors import BindingInvalid
from dictate.hotkey import binding as bindings
from dictate.hotkey.binding import Binding
from dictate.settings.choices import HotkeyMode
from dictate.settings.schema import HotkeySettings


class Errand(StrEnum):
    """What a key can ask for beside speaking, by the names of settings and commands."""

    UNDO = "undo"  # take the last text out of its window
    SWAP = "swap"  # write it as it was heard, or as it was made of that
    AGAIN = "again"  # insert it once more


@dataclass(frozen=True, slots=True)
class Bound:
    """One hotkey: its keys, what a press of them means, and the profile of its takes."""

    binding: Binding
    mode: HotkeyMode = HotkeyMode.HOLD
    profile: str = ""
    errand: Errand | None = None
    """What it is for, if not for speaking; then it has no mode."""


@dataclass(frozen=True, slots=True)
class Rules:
    """All hotkeys, and the key that cancels."""

    hotkeys: tuple[Bound, ...]
    cancel: Binding

    @property
    def uses_mouse(self) -> bool:
        """Whether a button of the mouse is among them."""
        every = (*(bound.binding for bound in self.hotkeys), self.cancel)
        return any(key in keynames.MOUSE_BUTTONS for one in every for key in one.keys)


def read(settings: HotkeySettings) -> tuple[Rules, tuple[BindingInvalid, ...]]:
    """Return the rules, and why hotkeys were left out. Raises BindingInvalid for the main one."""
    main = Bound(bindings.parse(settings.binding), settings.mode, settings.profile)
    cancel = bindings.parse(settings.cancel)
    if collide(main.binding, cancel):
        raise BindingInvalid(
            f"The hotkey and the cancel key are the same ({bindings.describe(main.binding)}).",
            "Choose another key for [hotkey] cancel.",
        )
    good, problems = [main], []
    for keys, meant, step in _others(settings):
        try:
            more = replace(meant, binding=bindings.parse(keys))
            _refuse_conflict(more.binding, [bound.binding for bound in good], cancel, step)
        except BindingInvalid as problem:
            problems.append(problem)
        else:
            good.append(more)
    return Rules(tuple(good), cancel), tuple(problems)


def _others(settings: HotkeySettings) -> Iterator[tuple[str, Bound, str]]:
    """Give keys, the hotkey without them, and what to do where they cannot be."""
    keyless = Binding(frozenset())
    for extra in settings.bindings:
        step = "Give it another key under [[hotkey.bindings]]."
        yield extra.binding, Bound(keyless, extra.mode, extra.profile), step
    for errand, keys in errands(settings).items():
        if keys:
            step = f"Choose another key for [hotkey] {errand}."
            yield keys, Bound(keyless, errand=errand), step


def errands(settings: HotkeySettings) -> dict[Errand, str]:
    """Return the keys for all that is not speaking; empty where there is none."""
    return {
        Errand.UNDO: settings.undo, Errand.SWAP: settings.swap, Errand.AGAIN: settings.again,
    }  # fmt: skip


def _refuse_conflict(new: Binding, others: Iterable[Binding], cancel: Binding, step: str) -> None:
    name = bindings.describe(new)
    if collide(new, cancel):
        raise BindingInvalid(f"The hotkey {name} is the cancel key as well.", step)
    for other in others:
        if why := in_the_way(new, other):
            raise BindingInvalid(f"The hotkey {name} {why}", step)


def in_the_way(new: Binding, other: Binding) -> str:
    """Return why both cannot be hotkeys, as it follows on the name of ``new``; empty: they can."""
    if collide(new, other):
        return "is there twice."
    part, whole = sorted((new, other), key=lambda one: len(one.keys))
    if not _is_part(part, whole) or part.modifiers_only or _differ_by_modifiers(part, whole):
        return ""
    first, then = bindings.describe(part), bindings.describe(whole)
    return f"cannot work: {first} begins before {then} is pressed."


def collide(one: Binding, other: Binding) -> bool:
    """Tell whether the same press can mean both: ``ctrl`` is also ``ctrl_r``."""
    return len(one.keys) == len(other.keys) and _is_part(one, other)


def _differ_by_modifiers(part: Binding, whole: Binding) -> bool:
    """Tell whether what comes on top is held before the rest, as Shift is for Shift+F9."""
    more = {key for key in whole.keys if not any(bindings.same(key, one) for one in part.keys)}
    return more <= keynames.MODIFIERS


def _is_part(part: Binding, whole: Binding) -> bool:
    """Tell whether each key of one can be a key of the other."""
    return all(any(bindings.same(key, other) for other in whole.keys) for key in part.keys)
