"""Hears which keys somebody presses together: a pure function of key presses and releases.

The chord is what was down at the same time before everything was let go. As X11 sends auto-repeat
as releases with presses, a release is only believed when ``GRACE_S`` have passed (see ``gesture``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dictate import keynames
from dictate.hotkey.binding import Binding
from dictate.hotkey.gesture import GRACE_S

__all__ = ["GRACE_S", "Recorded", "generalised", "press", "release", "settle", "written"]

_ORDER = ("ctrl", "alt", "alt_gr", "shift", "cmd")


@dataclass(frozen=True, slots=True)
class Recorded:
    """What was heard so far."""

    held: frozenset[str] = frozenset()
    """Keys that are down now."""
    chord: frozenset[str] = frozenset()
    """The most keys that were down together."""
    pressed_at_s: float = 0.0
    released_at_s: float | None = None
    """When the last key went up; None while one is down."""
    is_done: bool = False

    @property
    def held_s(self) -> float:
        """How long the chord was held."""
        return (self.released_at_s or self.pressed_at_s) - self.pressed_at_s


def press(state: Recorded, key: str, at_s: float) -> Recorded:
    """Return the state after a key went down, or repeats."""
    if state.is_done:
        return state
    held = state.held | {key}
    if not state.held and state.chord and state.chord != held:  # within the grace, another key
        state = Recorded()
    began = state.pressed_at_s if state.chord else at_s
    chord = held if len(held) > len(state.chord) else state.chord
    return replace(state, held=held, chord=chord, pressed_at_s=began, released_at_s=None)


def release(state: Recorded, key: str, at_s: float) -> Recorded:
    """Return the state after a key went up; one that was down before we listened is not meant."""
    if state.is_done or key not in state.held:
        return state
    held = state.held - {key}
    return replace(state, held=held, released_at_s=None if held else at_s)


def settle(state: Recorded, now_s: float) -> Recorded:
    """Return the state after a time without keys: the chord is done, or nothing has changed."""
    if state.released_at_s is None or now_s - state.released_at_s < GRACE_S:
        return state
    return replace(state, is_done=True)


def generalised(keys: Iterable[str]) -> frozenset[str]:
    """Return a chord in which either side of a modifier counts."""
    return frozenset(_base(key) if _base(key) in keynames.SIDES else key for key in keys)


def written(keys: Iterable[str]) -> str:
    """Return a chord as the settings hold it, modifiers first; ``binding.parse`` reads it."""
    names = sorted(keys, key=lambda key: (_rank(key), key))
    return "+".join("plus" if name == "+" else name for name in names)


def _rank(key: str) -> int:
    base = _base(key)
    return _ORDER.index(base) if base in _ORDER else len(_ORDER)


def _base(key: str) -> str:
    return key.removesuffix("_l").removesuffix("_r") if key in keynames.MODIFIERS else key


def binding_of(keys: Iterable[str]) -> Binding:
    """Return the keys as a binding."""
    return Binding(frozenset(keys))
