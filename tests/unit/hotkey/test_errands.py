"""Keys for other things than speaking: done once the key is up, and only if it was alone."""

from __future__ import annotations

import pytest

from dictate.hotkey import gesture
from dictate.hotkey.binding import parse
from dictate.hotkey.gesture import Gesture, KeyDown, KeyUp, Tick
from dictate.hotkey.rules import Bound, Errand, Rules
from dictate.settings.choices import HotkeyMode

UNDO, AGAIN = Errand.UNDO, Errand.AGAIN


def done(story: str, undo: str = "f7", speak: str = "f9") -> list[tuple[str, int]]:
    """Return what was asked for, and when, after ``"0 +f9, 500 -f9"``: down, up."""
    hotkeys = (
        Bound(parse(speak), HotkeyMode.HOLD),
        Bound(parse(undo), errand=UNDO),
        Bound(parse("shift+f7"), errand=AGAIN),
    )
    state = Gesture(Rules(hotkeys, parse("esc")))
    found: list[gesture.Action] = []
    wake_at_s: float | None = None
    for line in story.split(","):
        at, what = line.split()
        at_s = int(at) / 1000
        event = KeyDown(what[1:], at_s) if what[0] == "+" else KeyUp(what[1:], at_s)
        for each in (*([Tick(wake_at_s)] if wake_at_s and wake_at_s < at_s else []), event):
            state, actions, wake_at_s = gesture.step(state, each)
            found += actions
    _, actions, _ = gesture.step(state, Tick(1e6))
    return [(a.hotkey.errand or a.kind.value, round(a.at_s * 1000)) for a in [*found, *actions]]


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ("0 +f7, 80 -f7", [(UNDO, 80)]),
        ("0 +f7, 3000 -f7", [(UNDO, 3000)]),
        # What repeats is one press.
        ("0 +f7, 500 -f7, 501 +f7, 530 -f7, 531 +f7, 560 -f7", [(UNDO, 560)]),
        ("0 +f7, 80 -f7, 900 +f7, 990 -f7", [(UNDO, 80), (UNDO, 990)]),
        ("0 +shift_l, 100 +f7, 200 -f7, 300 -shift_l", [(AGAIN, 200)]),
        ("0 +ctrl_l, 100 +f7, 200 -f7, 300 -ctrl_l", []),
        # While one speaks, the key is not heard.
        ("0 +f9, 500 +f7, 600 -f7, 900 -f9", [("start", 0), ("stop", 900)]),
        ("0 +f7, 200 +f9, 300 -f9, 400 -f7", [(UNDO, 400)]),
    ],
)
def test_a_key(story: str, expected: list[tuple[str, int]]) -> None:
    assert done(story) == expected


@pytest.mark.parametrize(
    ("story", "expected"),
    [
        ("0 +alt_r, 80 -alt_r", [(UNDO, 80)]),
        ("0 +alt_r, 80 +q, 120 -q, 200 -alt_r", []),
        ("0 +alt_r, 900 +q, 950 -q, 990 -alt_r", []),
        ("0 +alt_r, 80 +f9, 500 -f9, 600 -alt_r", []),
        ("0 +q, 80 +alt_r, 120 -alt_r, 200 -q", []),
    ],
)
def test_a_lone_modifier(story: str, expected: list[tuple[str, int]]) -> None:
    assert done(story, undo="alt_r") == expected


def test_a_chord_of_three_grows_out_of_the_hotkey() -> None:
    story = "0 +ctrl_r, 60 +alt_l, 120 +z, 180 -z, 250 -alt_l, 300 -ctrl_r"
    asked = done(story, undo="ctrl+alt+z", speak="ctrl_r")
    assert asked == [("start", 0), ("cancel", 60), (UNDO, 180)]
    slowly = "0 +ctrl_r, 60 +alt_l, 900 +z, 980 -z, 1250 -alt_l, 1300 -ctrl_r"
    assert done(slowly, undo="ctrl+alt+z", speak="ctrl_r")[-1] == (UNDO, 980)


def test_another_shortcut_with_the_modifier_still_held_begins_nothing() -> None:
    story = "0 +ctrl_r, 60 +c, 120 -c, 200 +v, 260 -v, 300 +f9, 380 -f9, 500 -ctrl_r"
    assert done(story, undo="f9", speak="ctrl_r") == [("start", 0), ("cancel", 60)]


def test_a_chord_takes_the_place_of_the_modifier_it_begins_with() -> None:
    story = "0 +ctrl_r, 100 +z, 180 -z, 250 -ctrl_r"
    asked = done(story, undo="ctrl_r+z", speak="ctrl_r")
    assert asked == [("start", 0), ("cancel", 100), (UNDO, 180)]
