"""Taps, double taps, several hotkeys, mouse buttons and missed releases, as little stories."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dictate.hotkey import gesture
from dictate.hotkey.binding import parse
from dictate.hotkey.gesture import (
    Action,
    Gesture,
    HotkeyAction,
    KeyDown,
    KeysDown,
    KeyUp,
    RecordingChanged,
    Tick,
)
from dictate.hotkey.rules import Bound, Rules
from dictate.settings.choices import HotkeyMode

START, STOP = HotkeyAction.START, HotkeyAction.STOP
TOGGLE, CANCEL, LET_GO = HotkeyAction.TOGGLE, HotkeyAction.CANCEL, HotkeyAction.LET_GO
HOLD, SWITCH, TAP = HotkeyMode.HOLD, HotkeyMode.TOGGLE, HotkeyMode.TAP
DOUBLE, FREE = HotkeyMode.DOUBLE_TAP, HotkeyMode.HANDS_FREE


@dataclass
class Session:
    """What the session makes of the actions, told back to the gesture at once."""

    recording: bool = False

    def follow(self, action: Action) -> None:
        match action.kind:
            case HotkeyAction.START:
                self.recording = True
            case HotkeyAction.STOP | HotkeyAction.CANCEL:
                self.recording = False
            case HotkeyAction.TOGGLE:
                self.recording = not self.recording
            case HotkeyAction.LET_GO:
                pass


class Hand:
    """Presses keys; the session follows."""

    def __init__(self, *hotkeys: tuple[str, HotkeyMode], cancel: str = "esc") -> None:
        bound = tuple(Bound(parse(keys), mode, keys) for keys, mode in hotkeys)
        self.state = Gesture(Rules(bound, parse(cancel)))
        self.session = Session()
        self.actions: list[Action] = []
        self._wake_at_s: float | None = None

    def feed(self, event: gesture.KeyEvent) -> None:
        while self._wake_at_s is not None and self._wake_at_s < event.at_s:
            self._step(Tick(self._wake_at_s))
        self._step(event)

    def _step(self, event: gesture.KeyEvent) -> None:
        self.state, actions, self._wake_at_s = gesture.step(self.state, event)
        for action in actions:
            assert action.at_s <= event.at_s
            self.actions.append(action)
            before = self.session.recording
            self.session.follow(action)
            if self.session.recording != before:
                told = RecordingChanged(self.session.recording, event.at_s)
                self.state, more, self._wake_at_s = gesture.step(self.state, told)
                assert not more

    def play(self, story: str) -> list[tuple[HotkeyAction, int, str]]:
        """Feed ``"0 +f9, 500 -f9, 900 ?f8"``: down, up, or only these are down by now."""
        for line in story.split(","):
            at, what = line.split()
            at_s = int(at) / 1000
            self.feed(happening(what, at_s))
        self.feed(Tick(1e6))
        return [(a.kind, round(a.at_s * 1000), a.hotkey.profile) for a in self.actions]


def happening(what: str, at_s: float) -> gesture.KeyEvent:
    match what[0]:
        case "+":
            return KeyDown(what[1:], at_s)
        case "-":
            return KeyUp(what[1:], at_s)
        case _:
            return KeysDown(frozenset(filter(None, what[1:].split("&"))), at_s)


def told(keys: str, mode: HotkeyMode, story: str) -> list[tuple[HotkeyAction, int]]:
    return [(kind, at_ms) for kind, at_ms, _ in Hand((keys, mode)).play(story)]


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ("0 +f9, 900 -f9", [(START, 0), (STOP, 900)]),
        ("0 +f9, 120 -f9", [(START, 0), (LET_GO, 120)]),
        ("0 +f9, 12 -f9", [(START, 0), (LET_GO, 12)]),
        ("0 +f9, 120 -f9, 5000 +f9, 5100 -f9", [(START, 0), (LET_GO, 120), (STOP, 5000)]),
        ("0 +f9, 120 -f9, 5000 +f9, 6100 -f9", [(START, 0), (LET_GO, 120), (STOP, 5000)]),
        ("0 +f9, 120 -f9, 500 +esc, 550 -esc", [(START, 0), (LET_GO, 120), (CANCEL, 500)]),
        (
            "0 +f9, 120 -f9, 500 +f9, 600 -f9, 900 +f9, 1500 -f9",
            [(START, 0), (LET_GO, 120), (STOP, 500), (START, 900), (STOP, 1500)],
        ),
        ("0 +f9, 200 -f9, 200 +f9, 230 -f9, 230 +f9, 900 -f9", [(START, 0), (STOP, 900)]),
    ],
)
def test_tap_or_hold(story: str, expected: list[tuple[HotkeyAction, int]]) -> None:
    assert told("f9", TAP, story) == expected


def test_a_tapped_modifier_in_a_shortcut_starts_nothing() -> None:
    story = "0 +ctrl_r, 90 +c, 120 -c, 150 -ctrl_r"
    assert told("ctrl_r", TAP, story) == [(START, 0), (CANCEL, 90)]


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ("0 +alt_l, 80 -alt_l", []),
        ("0 +alt_l, 80 -alt_l, 200 +alt_l, 280 -alt_l", [(TOGGLE, 200)]),
        ("0 +alt_l, 80 -alt_l, 500 +alt_l, 580 -alt_l", []),
        ("0 +alt_l, 80 -alt_l, 500 +alt_l, 580 -alt_l, 700 +alt_l, 780 -alt_l", [(TOGGLE, 700)]),
        ("0 +alt_l, 80 -alt_l, 150 +x, 160 -x, 200 +alt_l, 280 -alt_l", []),
        ("0 +alt_l, 50 +x, 60 -x, 80 -alt_l, 200 +alt_l, 280 -alt_l", []),
        ("0 +alt_l, 350 -alt_l, 390 +alt_l, 480 -alt_l", []),
        ("0 +alt_l, 80 -alt_l, 200 +alt_l, 280 -alt_l, 900 +alt_l, 950 -alt_l",
         [(TOGGLE, 200), (TOGGLE, 900)]),
        ("0 +alt_l, 80 -alt_l, 200 +alt_l, 250 +tab, 300 -tab, 400 -alt_l",
         [(TOGGLE, 200), (CANCEL, 250)]),
    ],
)  # fmt: skip
def test_double_tap(story: str, expected: list[tuple[HotkeyAction, int]]) -> None:
    assert told("alt_l", DOUBLE, story) == expected


def test_hands_free_is_a_switch_for_the_keys() -> None:
    story = "0 +f9, 90 -f9, 900 +f9, 990 -f9"
    assert told("f9", FREE, story) == [(TOGGLE, 0), (TOGGLE, 900)]


def test_each_hotkey_says_which_one_it_is() -> None:
    hand = Hand(("ctrl_r", HOLD), ("ctrl_l", HOLD), ("mouse_x1", SWITCH))
    assert hand.play(
        "0 +ctrl_r, 500 -ctrl_r, 1000 +ctrl_l, 1500 -ctrl_l, 2000 +mouse_x1, 2100 -mouse_x1"
    ) == [
        (START, 0, "ctrl_r"),
        (STOP, 500, "ctrl_r"),
        (START, 1000, "ctrl_l"),
        (STOP, 1500, "ctrl_l"),
        (TOGGLE, 2000, "mouse_x1"),
    ]


def test_a_chord_takes_the_place_of_the_modifier_it_begins_with() -> None:
    hand = Hand(("ctrl_r", HOLD), ("ctrl_r+space", HOLD))
    assert hand.play("0 +ctrl_r, 100 +space, 900 -space, 950 -ctrl_r") == [
        (START, 0, "ctrl_r"),
        (CANCEL, 100, "ctrl_r"),
        (START, 100, "ctrl_r+space"),
        (STOP, 900, "ctrl_r+space"),
    ]


def test_the_longer_of_two_chords_counts() -> None:
    hand = Hand(("f9", HOLD), ("shift+f9", HOLD))
    assert hand.play("0 +shift_l, 100 +f9, 900 -f9, 950 -shift_l") == [
        (START, 100, "shift+f9"),
        (STOP, 900, "shift+f9"),
    ]


def test_a_second_hotkey_waits_while_the_first_is_held() -> None:
    hand = Hand(("f8", HOLD), ("f9", HOLD))
    assert hand.play("0 +f8, 400 +f9, 600 -f9, 900 -f8") == [(START, 0, "f8"), (STOP, 900, "f8")]


@pytest.mark.parametrize("button", ["mouse_left", "mouse_wheel", "mouse_x2"])
def test_ctrl_with_the_mouse_is_some_other_shortcut(button: str) -> None:
    story = f"0 +ctrl_r, 90 +{button}, 95 -{button}, 400 -ctrl_r"
    assert told("ctrl_r", HOLD, story) == [(START, 0), (CANCEL, 90)]


def test_escape_counts_while_the_text_is_made() -> None:
    hand = Hand(("f9", HOLD))
    hand.play("0 +f9, 500 -f9")
    hand.feed(RecordingChanged(False, 2e6, busy=True))
    hand.feed(KeyDown("esc", 2e6))
    assert hand.actions[-1].kind is CANCEL


def test_a_missed_release_ends_the_hold() -> None:
    assert told("f9", HOLD, "0 +f9, 1000 ?f9, 2000 ?") == [(START, 0), (STOP, 2000)]
    assert told("ctrl+d", HOLD, "0 +ctrl_l, 1 +d, 1000 ?ctrl_l") == [(START, 1), (STOP, 1000)]


def test_a_key_whose_release_was_missed_spoils_no_press() -> None:
    story = "0 +cmd_l, 100 +l, 2000 ?ctrl_r, 2000 +ctrl_r, 3000 -ctrl_r"
    assert told("ctrl_r", HOLD, story) == [(START, 2000), (STOP, 3000)]
    state = Gesture(Hand(("ctrl_r", HOLD)).state.rules, held={"cmd_l": 0.0})
    assert gesture.doubts(state, "ctrl_r", 2.0, 1.0)
    assert not gesture.doubts(state, "ctrl_r", 0.5, 1.0)
    assert not gesture.doubts(state, "cmd_l", 2.0, 1.0)


KEYS = ("ctrl_r", "ctrl_l", "f9", "space", "esc", "x", "mouse_x1", "mouse_left")
happenings = st.lists(
    st.tuples(
        st.sampled_from(["down", "up", "ask", "over", "tick"]),
        st.sampled_from(KEYS),
        st.sampled_from([0.0, 0.001, 0.02, 0.04, 0.051, 0.1, 0.2, 0.3, 12.0]),
    ),
    max_size=60,
)
modes = st.sampled_from(HotkeyMode)


@settings(max_examples=300)
@given(happenings, modes, modes, modes, modes)
def test_nothing_leaves_it_stuck_and_every_start_has_an_end(
    history: list[tuple[str, str, float]],
    first: HotkeyMode, second: HotkeyMode, third: HotkeyMode, fourth: HotkeyMode,
) -> None:  # fmt: skip
    hotkeys = (
        ("ctrl_r", first), ("f9", second), ("ctrl_r+space", third), ("mouse_x1", fourth),
    )  # fmt: skip
    hand = Hand(*hotkeys)
    now_s = 0.0
    down: set[str] = set()
    for kind, key, later_s in history:
        now_s += later_s
        if kind == "ask":
            hand.feed(KeysDown(frozenset(down), now_s))
        elif kind == "over":  # by itself: silence, the limit, the menu
            hand.session.recording = False
            hand.feed(RecordingChanged(False, now_s))
        elif kind == "tick":
            hand.feed(Tick(now_s))
        elif kind == "down":
            down.add(key)
            hand.feed(KeyDown(key, now_s))
        else:
            down.discard(key)
            hand.feed(KeyUp(key, now_s))
    hand.feed(KeysDown(frozenset(), now_s))  # everything is let go, whether that was seen or not
    hand.feed(Tick(now_s + 1))
    assert hand.state.press is None
    assert not hand.state.held
    # What still goes on was begun to be ended by a press: any of those keys does that.
    if hand.session.recording:
        switching = [keys for keys, mode in hotkeys if mode is not HOLD and "+" not in keys]
        chord = third is not HOLD
        assert switching or chord
        for key in (switching or ["ctrl_r+space"])[0].split("+"):
            hand.feed(KeyDown(key, now_s + 10))
        assert not hand.session.recording
    else:  # and a new take begins with the next press, in whatever mode
        for at_s in (now_s + 10, now_s + 10.2):
            hand.feed(KeyDown("f9", at_s))
            hand.feed(KeyUp("f9", at_s + 0.08))
        hand.feed(Tick(now_s + 20))
        new = [action for action in hand.actions if action.at_s >= now_s + 10]
        assert new[0].kind in (START, TOGGLE)
