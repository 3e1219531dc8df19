"""What the keys are to mean under the settings, and which hotkeys stand in one another's way.

The main hotkey has to work, else nothing does; one of the others that cannot is left out and told.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dictate import keynames
from dictate.errors import BindingInvalid
from dictate.hotkey import binding as bindings
from dictate.hotkey.binding import Binding
from dictate.settings.choices import HotkeyMode
from dictate.settings.schema import HotkeySettings


@dataclass(frozen=True, slots=True)
class Bound:
    """One hotkey: its keys, what a press of them means, and the profile of its takes."""

    binding: Binding
    mode: HotkeyMode = HotkeyMode.HOLD
    profile: str = ""


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
    for extra in settings.bindings:
        try:
            more = Bound(bindings.parse(extra.binding), extra.mode, extra.profile)
            _refuse_conflict(more.binding, [bound.binding for bound in good], cancel)
        except BindingInvalid as problem:
            problems.append(problem)
        else:
            good.append(more)
    return Rules(tuple(good), cancel), tuple(problems)


def _refuse_conflict(new: Binding, others: Iterable[Binding], cancel: Binding) -> None:
    name = bindings.describe(new)
    step = "Give it another key under [[hotkey.bindings]]."
    if collide(new, cancel):
        raise BindingInvalid(f"The hotkey {name} is the cancel key as well.", step)
    for other in others:
        if collide(new, other):
            raise BindingInvalid(f"The hotkey {name} is there twice.", step)
        part, whole = sorted((new, other), key=lambda one: len(one.keys))
        if (
            _is_part(part, whole)
            and not part.modifiers_only
            and not _differ_by_modifiers(part, whole)
        ):
            told = f"{bindings.describe(part)} begins before {bindings.describe(whole)} is pressed."
            raise BindingInvalid(f"The hotkey {name} cannot work: {told}", step)


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
