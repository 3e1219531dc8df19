"""What key presses mean: a pure function from the state and an event to actions.

Time comes with the events. ``step`` also tells when it wants to be woken (``Tick``) if nothing else
happens before: a release is only believed once ``GRACE_S`` have passed without a new press, because
X11 sends auto-repeat as pairs of release and press. Keys whose release was never seen (a switched
console, a locked screen) stop counting after ``STALE_S``, or once somebody asked the desktop which
keys are down (``KeysDown``): a hold ends then.

One hotkey is pressed at a time: while it is down the others wait. Only a chord that grows out of a
lone modifier takes its place. What is not speaking (``Errand``) is asked for once the key is up, so
that it mixes with nothing; a lone modifier that had company until then was part of something else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from dictate.hotkey.binding import Binding
from dictate.hotkey.rules import Bound, Rules
from dictate.keynames import MODIFIERS, SIDES
from dictate.settings.choices import HotkeyMode

GRACE_S = 0.050
"""A release followed by a press within this time did not happen (auto-repeat, a bouncing key)."""

DEBOUNCE_S = 0.030
"""A hold shorter than this is a bounce, not a wish: the take is taken back."""

TAP_S = 0.280
"""A shorter press is a tap: people tap in 60 to 200 ms, and speak no word within it."""

DOUBLE_S = 0.400
"""The second tap comes within this time after the first began."""

JOIN_S = 0.250
"""Another key within this time makes a lone modifier part of some other shortcut."""

STALE_S = 10.0
"""A key not heard of for so long was released unseen."""


class HotkeyAction(StrEnum):
    """What the user asks for by key."""

    START = "start"
    STOP = "stop"
    TOGGLE = "toggle"
    LET_GO = "let_go"  # what was started goes on without the key
    CANCEL = "cancel"
    ERRAND = "errand"  # what its hotkey is for


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
class KeysDown:
    """The desktop was asked: these keys are down, and no others."""

    keys: frozenset[str]
    at_s: float


@dataclass(frozen=True, slots=True)
class RecordingChanged:
    """The session began or ended to record, for whatever reason."""

    recording: bool
    at_s: float
    busy: bool = False
    """There is something to cancel, recording or not."""


@dataclass(frozen=True, slots=True)
class Tick:
    """Time has passed."""

    at_s: float


KeyEvent: TypeAlias = KeyDown | KeyUp | KeysDown | RecordingChanged | Tick


class Action(NamedTuple):
    """What is asked for, when the user did it, and with which hotkey."""

    kind: HotkeyAction
    at_s: float
    hotkey: Bound


@dataclass(frozen=True, slots=True)
class Press:
    """A hotkey is down, or was until less than the grace ago."""

    hotkey: Bound
    began_at_s: float
    owes_stop: bool
    """START was given and neither STOP, LET_GO nor CANCEL has followed."""
    abortable: bool
    """A key that joins early takes the press back."""
    is_first_tap: bool = False
    owes_errand: bool = False
    was_joined: bool = False
    """It has turned out to be part of some other chord, perhaps one of ours."""
    released_at_s: float | None = None


@dataclass(frozen=True, slots=True)
class Gesture:
    """All that is remembered between events."""

    rules: Rules
    held: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    """Keys that are down, with the time of their last sign of life."""
    press: Press | None = None
    tapped: Press | None = None
    """The first of two taps."""
    recording: bool = False
    busy: bool = False


Outcome: TypeAlias = tuple[Gesture, tuple[Action, ...], float | None]
"""The new state, what to do, and when to wake up."""
Step: TypeAlias = tuple[Gesture, tuple[Action, ...]]


def step(state: Gesture, event: KeyEvent) -> Outcome:
    """Return what follows from one event. Times never run backwards."""
    state, finished = _believe_release(state, event.at_s)
    actions: tuple[Action, ...] = ()
    match event:
        case KeyDown(key, at_s):
            state, actions = _key_down(state, key, at_s)
        case KeyUp(key, at_s):
            state = _hold(state, {k: s for k, s in state.held.items() if k != key}, at_s)
        case KeysDown(keys, at_s):
            state = _hold(state, {k: s for k, s in state.held.items() if k in keys}, at_s)
        case RecordingChanged(recording, _, busy):
            state = replace(state, recording=recording, busy=busy)
        case Tick(_):
            pass
    return state, (*finished, *actions), _wake_at(state)


def doubts(state: Gesture, key: str, at_s: float, unheard_s: float) -> bool:
    """Tell whether the release of another key may have been missed before this press."""
    return any(k != key and at_s - seen_s > unheard_s for k, seen_s in state.held.items())


# -- releases --------------------------------------------------------------------------------------


def _wake_at(state: Gesture) -> float | None:
    press = state.press
    return None if press is None or press.released_at_s is None else press.released_at_s + GRACE_S


def _hold(state: Gesture, held: Mapping[str, float], at_s: float) -> Gesture:
    """Return the state with these keys held; the press ends when they are no longer all of it."""
    state = replace(state, held=MappingProxyType(dict(held)))
    press = state.press
    if press is None or press.released_at_s is not None or press.hotkey.binding.complete(held):
        return state
    return replace(state, press=replace(press, released_at_s=at_s))


def _believe_release(state: Gesture, now_s: float) -> Step:
    wake_at_s = _wake_at(state)
    if wake_at_s is None or now_s < wake_at_s:
        return state, ()
    press = state.press
    assert press is not None and press.released_at_s is not None
    held_s = press.released_at_s - press.began_at_s
    is_tap = press.is_first_tap and held_s < TAP_S
    state = replace(state, press=None, tapped=press if is_tap else None)
    if press.owes_errand:
        return state, (Action(HotkeyAction.ERRAND, press.released_at_s, press.hotkey),)
    if not press.owes_stop:
        return state, ()
    kind = HotkeyAction.STOP
    if press.hotkey.mode is HotkeyMode.TAP and held_s < TAP_S:
        kind = HotkeyAction.LET_GO
    elif press.hotkey.mode is HotkeyMode.HOLD and held_s < DEBOUNCE_S:
        kind = HotkeyAction.CANCEL
    return state, (Action(kind, press.released_at_s, press.hotkey),)


# -- presses ---------------------------------------------------------------------------------------


def _key_down(state: Gesture, key: str, at_s: float) -> Step:
    fresh = key not in state.held or at_s - state.held[key] > STALE_S
    others = {
        name: seen_s
        for name, seen_s in state.held.items()
        if name != key and at_s - seen_s <= STALE_S
    }
    held = {**state.held, key: at_s}
    state = replace(state, held=MappingProxyType(held))
    press = state.press
    if press is not None and press.released_at_s is not None and _is_whole(press, held):
        # Pressed again within the grace: it never was released.
        return replace(state, press=replace(press, released_at_s=None)), ()
    if not fresh:
        return state, ()
    cancel = state.rules.cancel
    if cancel.has(key) and cancel.complete(held) and _can_cancel(state):
        return _cancelled(state, at_s)
    taken_back: tuple[Action, ...] = ()
    if press is not None and not press.was_joined:
        if not _joins(press, key, at_s, state.held):
            return state, ()
        state, taken_back = _taken_back(state, at_s)
    state, actions = _begin_what_fits(state, key, at_s, others)
    return state, (*taken_back, *actions)


def _is_whole(press: Press, held: Mapping[str, float]) -> bool:
    return press.hotkey.binding.complete(held)


def _begin_what_fits(state: Gesture, key: str, at_s: float, others: Mapping[str, float]) -> Step:
    fitting = [
        bound
        for bound in state.rules.hotkeys
        if bound.binding.has(key)
        and bound.binding.complete(state.held)
        and _alone(bound.binding, others, state.held)
    ]
    if not fitting:
        return replace(state, tapped=None), ()
    return _begin(state, max(fitting, key=lambda bound: len(bound.binding.keys)), at_s)


def _begin(state: Gesture, hotkey: Bound, at_s: float) -> Step:
    tapped, was_recording = state.tapped, state.recording
    state = replace(state, tapped=None)
    if hotkey.errand is not None:
        alone = hotkey.binding.modifiers_only
        return replace(state, press=Press(hotkey, at_s, False, alone, owes_errand=True)), ()
    is_first_tap = False
    match hotkey.mode:
        case HotkeyMode.HOLD:
            kind: HotkeyAction | None = HotkeyAction.START
        case HotkeyMode.TAP:
            kind = HotkeyAction.STOP if was_recording else HotkeyAction.START
        case HotkeyMode.DOUBLE_TAP if not was_recording:
            in_time = tapped is not None and at_s - tapped.began_at_s <= DOUBLE_S
            is_second = in_time and tapped is not None and tapped.hotkey == hotkey
            is_first_tap = not is_second
            kind = HotkeyAction.TOGGLE if is_second else None
        case _:
            kind = HotkeyAction.TOGGLE
    owes_stop = kind is HotkeyAction.START
    # A press that ended a take cannot be taken back, one that began a take can.
    holds = hotkey.mode is HotkeyMode.HOLD
    abortable = hotkey.binding.modifiers_only and (holds or not was_recording)
    press = Press(hotkey, at_s, owes_stop, abortable, is_first_tap)
    return replace(state, press=press), (Action(kind, at_s, hotkey),) if kind else ()


def _joins(press: Press, key: str, at_s: float, held: Mapping[str, float]) -> bool:
    """Tell whether a key makes some other shortcut of a lone modifier."""
    early = press.owes_errand or at_s - press.began_at_s < JOIN_S
    return press.abortable and early and _foreign(press.hotkey.binding, key, held)


def _can_cancel(state: Gesture) -> bool:
    return state.recording or state.busy or (state.press is not None and state.press.owes_stop)


def _cancelled(state: Gesture, at_s: float) -> Step:
    hotkey = state.press.hotkey if state.press is not None else state.rules.hotkeys[0]
    return _spent(state), (Action(HotkeyAction.CANCEL, at_s, hotkey),)


def _taken_back(state: Gesture, at_s: float) -> Step:
    press = state.press
    told = press is not None and not (press.is_first_tap or press.owes_errand)
    after, actions = _cancelled(state, at_s) if told else (_spent(state), ())
    if after.press is not None:
        after = replace(after, press=replace(after.press, was_joined=True))
    return after, actions


def _spent(state: Gesture) -> Gesture:
    press = state.press
    if press is not None:
        press = replace(
            press, owes_stop=False, abortable=False, is_first_tap=False, owes_errand=False
        )
    return replace(state, press=press, tapped=None, recording=False)


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
