"""Which chord somebody pressed: what was down together before all was let go."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictate import keynames
from dictate.hotkey import binding
from dictate.hotkey import chord_recorder as recorder
from dictate.hotkey.chord_recorder import GRACE_S, Recorded


def play(*steps: str) -> Recorded:
    """Press (+) and release (-) keys, 0.1 s apart; ``~`` is an auto-repeat, at once."""
    state, now_s = Recorded(), 0.0
    for step in steps:
        sign, key = step[0], step[1:]
        if sign == "~":
            state = recorder.press(recorder.release(state, key, now_s), key, now_s + 0.001)
            continue
        now_s += 0.1
        state = recorder.settle(state, now_s)
        move = recorder.press if sign == "+" else recorder.release
        state = move(state, key, now_s)
    return recorder.settle(state, now_s + 2 * GRACE_S)


@pytest.mark.parametrize(
    ("steps", "written"),
    [
        (("+ctrl_r", "-ctrl_r"), "ctrl_r"),
        (("+ctrl_l", "+alt_l", "+d", "-d", "-ctrl_l", "-alt_l"), "ctrl_l+alt_l+d"),
        (("-enter", "+f9", "~f9", "~f9", "-f9"), "f9"),
        (("+a", "+b", "-a", "+c", "-b", "-c"), "a+b"),
        (("+ctrl_l", "++", "-+", "-ctrl_l"), "ctrl_l+plus"),
    ],
)
def test_the_chord_is_what_was_down_together(steps: tuple[str, ...], written: str) -> None:
    state = play(*steps)
    assert state.is_done
    assert recorder.written(state.chord) == written


def test_nothing_is_done_while_a_key_is_down() -> None:
    state = play("+ctrl_l", "+d", "-d")
    assert not state.is_done
    assert state.held == {"ctrl_l"}


def test_keys_after_the_end_change_nothing() -> None:
    state = play("+f9", "-f9")
    assert recorder.press(state, "a", 9.0) == state
    assert recorder.release(state, "f9", 9.0) == state


def test_how_long_it_was_held() -> None:
    assert play("+f9", "~f9", "-f9").held_s == pytest.approx(0.1)


def test_either_side_of_a_modifier() -> None:
    keys = {"ctrl_r", "alt_gr", "d"}
    assert recorder.generalised(keys) == {"ctrl", "alt_gr", "d"}


@given(keys=st.sets(st.sampled_from(sorted(keynames.NAMED | {"+", "a", "ä", ","})), min_size=1))
def test_what_is_written_is_read_again(keys: set[str]) -> None:
    clash = any(a != b and keynames.accepts(a, b) for a in keys for b in keys)
    if not clash:
        assert binding.parse(recorder.written(keys)).keys == keys
