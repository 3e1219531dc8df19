"""What presses mean, told as little stories with the time in milliseconds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictate.hotkey import gesture
from dictate.hotkey.binding import parse
from dictate.hotkey.gesture import (
    Action,
    Gesture,
    HotkeyAction,
    KeyDown,
    KeyUp,
    RecordingChanged,
    Tick,
)
from dictate.hotkey.rules import Bound, Rules
from dictate.settings.choices import (
    HotkeyMode,
)

START, STOP = HotkeyAction.START, HotkeyAction.STOP
TOGGLE, CANCEL = HotkeyAction.TOGGLE, HotkeyAction.CANCEL
HOLD, SWITCH = HotkeyMode.HOLD, HotkeyMode.TOGGLE


def fresh(binding: str, mode: HotkeyMode = HOLD, recording: bool = False) -> Gesture:
    rules = Rules((Bound(parse(binding), mode),), parse("esc"))
    return Gesture(rules, recording=recording)


def play(state: Gesture, story: str, end_ms: int = 60_000) -> list[tuple[HotkeyAction, int]]:
    """Feed ``"0 +f9, 500 -f9"``, waking the gesture whenever it asks; return actions and times."""
    actions: list[Action] = []
    wake_at_s: float | None = None
    for line in [*story.split(","), f"{end_ms} ."]:
        at, what = line.split()
        at_s = int(at) / 1000
        while wake_at_s is not None and wake_at_s < at_s:
            state, more, wake_at_s = gesture.step(state, Tick(wake_at_s))
            actions += more
        event: gesture.KeyEvent = Tick(at_s)
        if what[0] == "+":
            event = KeyDown(what[1:], at_s)
        elif what[0] == "-":
            event = KeyUp(what[1:], at_s)
        elif what in ("rec", "idle"):
            event = RecordingChanged(what == "rec", at_s)
        state, more, wake_at_s = gesture.step(state, event)
        actions += more
    return [(action.kind, round(action.at_s * 1000)) for action in actions]


@pytest.mark.parametrize(
    ("binding", "story", "expected"),
    [
        pytest.param("f9", "0 +f9, 900 -f9", [(START, 0), (STOP, 900)], id="hold"),
        pytest.param(
            "f9",
            "0 +f9, 400 -f9, 400 +f9, 430 -f9, 430 +f9, 700 -f9",
            [(START, 0), (STOP, 700)],
            id="auto-repeat as pairs",
        ),
        pytest.param(
            "f9", "0 +f9, 400 +f9, 430 +f9, 700 -f9", [(START, 0), (STOP, 700)], id="auto-repeat"
        ),
        pytest.param(
            "f9",
            "0 +f9, 500 -f9, 549 +f9, 900 -f9",
            [(START, 0), (STOP, 900)],
            id="press within the grace goes on",
        ),
        pytest.param(
            "f9",
            "0 +f9, 500 -f9, 551 +f9, 900 -f9",
            [(START, 0), (STOP, 500), (START, 551), (STOP, 900)],
            id="press after the grace is a new one",
        ),
        pytest.param("f9", "0 +f9, 20 -f9", [(START, 0), (CANCEL, 20)], id="bounce"),
        pytest.param(
            "f9", "0 +f9, 4 -f9, 8 +f9, 700 -f9", [(START, 0), (STOP, 700)], id="bouncing contact"
        ),
        pytest.param(
            "ctrl+alt+d",
            "0 +ctrl_l, 50 +alt_l, 90 +d, 800 -d, 850 -alt_l, 900 -ctrl_l",
            [(START, 90), (STOP, 800)],
            id="chord",
        ),
        pytest.param(
            "ctrl+alt+d",
            "0 +ctrl_l, 1 +alt_r, 2 +d, 500 -alt_r, 700 -d, 800 -ctrl_l",
            [(START, 2), (STOP, 500)],
            id="chord ends with its first key",
        ),
        pytest.param(
            "ctrl+d",
            "0 +ctrl_l, 1 +d, 500 -d, 800 +d, 1200 -d",
            [(START, 1), (STOP, 500), (START, 800), (STOP, 1200)],
            id="chord again with the modifier kept",
        ),
        pytest.param("f9", "0 +ctrl_l, 5 +f9, 500 -f9", [], id="another chord: ctrl+f9"),
        pytest.param(
            "f9", "0 +x, 5 +f9, 500 -f9", [(START, 5), (STOP, 500)], id="fast typing before f9"
        ),
        pytest.param("ctrl_r", "0 +ctrl_l, 9 -ctrl_l", [], id="the other side"),
        pytest.param("ctrl", "0 +ctrl_r, 900 -ctrl_r", [(START, 0), (STOP, 900)], id="either side"),
        pytest.param(
            "ctrl_r",
            "0 +ctrl_r, 100 +c, 150 -c, 200 -ctrl_r",
            [(START, 0), (CANCEL, 100)],
            id="ctrl+c aborts",
        ),
        pytest.param(
            "ctrl_r",
            "0 +ctrl_r, 300 +c, 350 -c, 900 -ctrl_r",
            [(START, 0), (STOP, 900)],
            id="a late key does not",
        ),
        pytest.param(
            "ctrl_r",
            "0 +ctrl_l, 5 +ctrl_r, 900 -ctrl_l, 901 -ctrl_r",
            [(START, 5), (STOP, 901)],
            id="the other side beside it is no other chord",
        ),
        pytest.param("ctrl_r", "0 +x, 100 +ctrl_r, 900 -ctrl_r", [], id="never with a key held"),
        pytest.param(
            "ctrl_r",
            "0 +x, 20000 +ctrl_r, 21000 -ctrl_r",
            [(START, 20000), (STOP, 21000)],
            id="a key whose release was lost is forgotten",
        ),
        pytest.param(
            "ctrl_r",
            "0 +ctrl_r, 100 +c, 120 -c, 200 +v, 220 -v, 300 -ctrl_r, 900 +ctrl_r, 1500 -ctrl_r",
            [(START, 0), (CANCEL, 100), (START, 900), (STOP, 1500)],
            id="aborted once, fresh after release",
        ),
        pytest.param("f9", "0 +esc, 50 -esc", [], id="escape while idle"),
        pytest.param("f9", "0 rec, 5 +esc, 50 -esc", [(CANCEL, 5)], id="escape while recording"),
        pytest.param("f9", "0 rec, 5 idle, 9 +esc, 50 -esc", [], id="escape after recording"),
        pytest.param(
            "f9",
            "0 +f9, 10 rec, 500 +esc, 560 -esc, 900 -f9",
            [(START, 0), (CANCEL, 500)],
            id="escape in a hold: no stop after it",
        ),
        pytest.param(
            "f9",
            "0 rec, 5 +esc, 500 +esc, 530 +esc, 600 -esc",
            [(CANCEL, 5)],
            id="escape repeats: once",
        ),
        pytest.param(
            "alt_gr",
            "0 +ctrl_l, 1 +alt_gr, 900 -ctrl_l, 901 -alt_gr",
            [(START, 1), (STOP, 901)],
            id="AltGr on Windows brings a ctrl_l",
        ),
        pytest.param(
            "f9",
            "0 +f9, 500 -f9",
            [(START, 0), (STOP, 500)],
            id="stop carries the time of the release",
        ),
    ],
)
def test_hold(binding: str, story: str, expected: list[tuple[HotkeyAction, int]]) -> None:
    assert play(fresh(binding), story) == expected


@pytest.mark.parametrize(
    ("binding", "story", "expected"),
    [
        ("f9", "0 +f9, 90 -f9", [(TOGGLE, 0)]),
        ("f9", "0 +f9, 9 -f9", [(TOGGLE, 0)]),
        ("f9", "0 +f9, 90 -f9, 500 rec, 900 +f9, 990 -f9", [(TOGGLE, 0), (TOGGLE, 900)]),
        ("f9", "0 +f9, 400 -f9, 400 +f9, 430 +f9, 700 -f9", [(TOGGLE, 0)]),
        ("f9", "0 +f9, 5 -f9, 10 +f9, 90 -f9", [(TOGGLE, 0)]),
        ("ctrl_r", "0 +ctrl_r, 100 +c, 120 -c, 200 -ctrl_r", [(TOGGLE, 0), (CANCEL, 100)]),
        ("ctrl_r", "0 rec, 5 +ctrl_r, 100 +c, 120 -c, 200 -ctrl_r", [(TOGGLE, 5)]),
        ("f9", "0 +f9, 9 rec, 90 -f9, 500 +esc, 600 -esc", [(TOGGLE, 0), (CANCEL, 500)]),
    ],
)
def test_toggle(binding: str, story: str, expected: list[tuple[HotkeyAction, int]]) -> None:
    assert play(fresh(binding, SWITCH), story) == expected


def test_the_grace_is_asked_for_and_not_longer() -> None:
    state = fresh("f9")
    state, _, wake = gesture.step(state, KeyDown("f9", 1.0))
    assert wake is None
    state, actions, wake = gesture.step(state, KeyUp("f9", 2.0))
    assert (actions, wake) == ((), 2.0 + gesture.GRACE_S)
    state, actions, wake = gesture.step(state, Tick(2.0 + gesture.GRACE_S))
    assert [(action.kind, action.at_s) for action in actions] == [(STOP, 2.0)]
    assert wake is None


keys = st.sampled_from(["ctrl_r", "ctrl_l", "f9", "d", "esc", "x"])
events = st.lists(
    st.tuples(
        st.sampled_from(["down", "up", "rec", "idle", "tick"]),
        keys,
        st.sampled_from([0.0, 0.001, 0.02, 0.04, 0.051, 0.2, 0.3, 12.0]),
    ),
    max_size=60,
)


def feed(state: Gesture, history: list[tuple[str, str, float]]) -> tuple[Gesture, list[Action]]:
    now_s = 0.0
    actions: list[Action] = []
    for kind, key, later_s in history:
        now_s += later_s
        event: gesture.KeyEvent = Tick(now_s)
        if kind in ("rec", "idle"):
            event = RecordingChanged(kind == "rec", now_s)
        elif kind != "tick":
            event = KeyDown(key, now_s) if kind == "down" else KeyUp(key, now_s)
        state, more, wake = gesture.step(state, event)
        actions += more
        assert all(action.at_s <= now_s for action in more)
        assert wake is None or wake > now_s
    for key in ("ctrl_r", "ctrl_l", "f9", "d", "esc", "x"):
        state, more, _ = gesture.step(state, KeyUp(key, now_s))
        actions += more
    state, more, wake = gesture.step(state, Tick(now_s + 1))
    assert wake is None
    return state, [*actions, *more]


@given(events, st.sampled_from(["ctrl_r", "f9", "ctrl+d", "ctrl"]))
def test_any_hold_ends_and_start_and_stop_alternate(
    history: list[tuple[str, str, float]], binding: str
) -> None:
    state, actions = feed(fresh(binding), history)
    assert state.press is None
    assert not state.held
    open_take = False
    for action, _, _ in actions:
        assert action is not TOGGLE
        if action is START:
            assert not open_take
            open_take = True
        elif action is STOP:
            assert open_take
            open_take = False
        else:
            open_take = False
    assert not open_take


@given(events)
def test_any_toggling_gives_one_per_press(history: list[tuple[str, str, float]]) -> None:
    _, actions = feed(fresh("f9", SWITCH), history)
    kinds = [action.kind for action in actions]
    assert START not in kinds
    assert STOP not in kinds
    assert kinds.count(TOGGLE) <= sum(
        1 for kind, key, _ in history if (kind, key) == ("down", "f9")
    )
