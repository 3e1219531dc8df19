"""What key presses mean: a pure function from the state and an event to actions.

Time comes with the events. ``step`` also tells when it wants to be woken (``Tick``) if nothing else
happens before: a release is only believed once ``GRACE_S`` have passed without a new press, because
X11 sends auto-repeat as pairs of release and press. Keys whose release was never seen (a switched
console, a locked screen) stop counting after ``STALE_S``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias

from dictate.hotkey.binding import Binding
from dictate.keynames import MODIFIERS, SIDES
from dictate.settings.choices import (
    HotkeyMode,
)

GRACE_S = 0.050
"""A release followed by a press within this time did not happen (auto-repeat, a bouncing key)."""

DEBOUNCE_S = 0.030
"""A hold shorter than this is a bounce, not a wish: the take is taken back."""

JOIN_S = 0.250
"""Another key within this time makes a lone modifier part of some other shortcut."""

STALE_S = 10.0
"""A key not heard of for so long was released unseen."""


class HotkeyAction(StrEnum):
    """What the user asks for by key."""

    START = "start"
    STOP = "stop"
    TOGGLE = "toggle"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class KeyDown:
    """A key went down, or repeats."""

    key: str
    at_s: float


@dataclass(frozen=True, slots=True)
class KeyUp:
    """A key went up."""

    key: str
    at_s: float


@dataclass(frozen=True, slots=True)
class RecordingChanged:
    """The session began or ended to record, for whatever reason."""

    recording: bool
    at_s: float


@dataclass(frozen=True, slots=True)
class Tick:
    """Time has passed."""

    at_s: float


KeyEvent: TypeAlias = KeyDown | KeyUp | RecordingChanged | Tick
Action: TypeAlias = tuple[HotkeyAction, float]
"""What is asked for and when the user did it."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What the keys are to mean."""

    binding: Binding
    cancel: Binding
    mode: HotkeyMode = HotkeyMode.HOLD


@dataclass(frozen=True, slots=True)
class Press:
    """The binding is down, or was until less than the grace ago."""

    began_at_s: float
    owes_stop: bool
    """START was given and neither STOP nor CANCEL has followed."""
    abortable: bool
    """A key that joins early takes the press back."""
    released_at_s: float | None = None


@dataclass(frozen=True, slots=True)
class Gesture:
    """All that is remembered between events."""

    rules: Rules
    held: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    """Keys that are down, with the time of their last sign of life."""
    press: Press | None = None
    recording: bool = False


Outcome: TypeAlias = tuple[Gesture, tuple[Action, ...], float | None]
"""The new state, what to do, and when to wake up."""


def step(state: Gesture, event: KeyEvent) -> Outcome:
    """Return what follows from one event. Times never run backwards."""
    state, finished = _believe_release(state, event.at_s)
    match event:
        case KeyDown(key, at_s):
            state, actions = _key_down(state, key, at_s)
        case KeyUp(key, at_s):
            state, actions = _key_up(state, key, at_s), ()
        case RecordingChanged(recording, _):
            state, actions = replace(state, recording=recording), ()
        case Tick(_):
            actions = ()
    return state, (*finished, *actions), _wake_at(state)


def _wake_at(state: Gesture) -> float | None:
    press = state.press
    return None if press is None or press.released_at_s is None else press.released_at_s + GRACE_S


def _believe_release(state: Gesture, now_s: float) -> tuple[Gesture, tuple[Action, ...]]:
    wake_at_s = _wake_at(state)
    if wake_at_s is None or now_s < wake_at_s:
        return state, ()
    press = state.press
    assert press is not None and press.released_at_s is not None
    state = replace(state, press=None)
    if not press.owes_stop:
        return state, ()
    bounced = press.released_at_s - press.began_at_s < DEBOUNCE_S
    action = HotkeyAction.CANCEL if bounced else HotkeyAction.STOP
    return state, ((action, press.released_at_s),)


def _key_up(state: Gesture, key: str, at_s: float) -> Gesture:
    held = {name: seen_s for name, seen_s in state.held.items() if name != key}
    state = replace(state, held=MappingProxyType(held))
    press = state.press
    if press is None or press.released_at_s is not None or state.rules.binding.complete(held):
        return state
    return replace(state, press=replace(press, released_at_s=at_s))


def _key_down(state: Gesture, key: str, at_s: float) -> tuple[Gesture, tuple[Action, ...]]:
    fresh = key not in state.held or at_s - state.held[key] > STALE_S
    others = {
        name: seen_s
        for name, seen_s in state.held.items()
        if name != key and at_s - seen_s <= STALE_S
    }
    held = {**state.held, key: at_s}
    state = replace(state, held=MappingProxyType(held))
    rules = state.rules
    press = state.press
    if press is not None and press.released_at_s is not None and rules.binding.complete(held):
        # Pressed again within the grace: it never was released.
        return replace(state, press=replace(press, released_at_s=None)), ()
    if not fresh:
        return state, ()
    if rules.cancel.has(key) and rules.cancel.complete(held) and _can_cancel(state):
        return _cancelled(state), ((HotkeyAction.CANCEL, at_s),)
    if press is not None:
        return _join(state, press, key, at_s)
    if (
        rules.binding.has(key)
        and rules.binding.complete(held)
        and _alone(rules.binding, others, held)
    ):
        return _begin(state, at_s)
    return state, ()


def _begin(state: Gesture, at_s: float) -> tuple[Gesture, tuple[Action, ...]]:
    rules = state.rules
    holds = rules.mode is HotkeyMode.HOLD
    # A toggle that ended a take cannot be taken back, one that began a take can.
    abortable = rules.binding.modifiers_only and (holds or not state.recording)
    press = Press(began_at_s=at_s, owes_stop=holds, abortable=abortable)
    action = HotkeyAction.START if holds else HotkeyAction.TOGGLE
    return replace(state, press=press), ((action, at_s),)


def _join(
    state: Gesture, press: Press, key: str, at_s: float
) -> tuple[Gesture, tuple[Action, ...]]:
    early = at_s - press.began_at_s < JOIN_S
    foreign = _foreign(state.rules.binding, key, state.held)
    if not (press.abortable and early and foreign):
        return state, ()
    return _cancelled(state), ((HotkeyAction.CANCEL, at_s),)


def _can_cancel(state: Gesture) -> bool:
    return state.recording or (state.press is not None and state.press.owes_stop)


def _cancelled(state: Gesture) -> Gesture:
    press = state.press
    spent = replace(press, owes_stop=False, abortable=False) if press is not None else None
    return replace(state, press=spent, recording=False)


def _alone(binding: Binding, others: Mapping[str, float], held: Mapping[str, float]) -> bool:
    """Tell whether no key is down that makes this some other chord.

    A further modifier always does; an ordinary key does where the binding is modifiers only, not
    where somebody types fast and has not yet let go of the last letter.
    """
    foreign = [key for key in others if _foreign(binding, key, held)]
    if binding.modifiers_only:
        return not foreign
    return not any(key in MODIFIERS for key in foreign)


def _foreign(binding: Binding, key: str, held: Mapping[str, float]) -> bool:
    """Tell whether a key beside the binding makes another chord of it.

    The other side of a bound modifier does not: no shortcut wants both Ctrl keys, and xdotool
    presses the left one along with the right. Nor does the left Ctrl Windows adds to every AltGr.
    """
    if binding.has(key) or (key == "ctrl_l" and "alt_gr" in held):
        return False
    return not any(key in pair and part in pair for pair in SIDES.values() for part in binding.keys)
