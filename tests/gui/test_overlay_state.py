"""What the overlay shows at each moment of a take. No window, no waiting."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictate.domain import (
    Delivery,
    Notice,
    OutputMethod,
    Phase,
    Severity,
    TakeId,
    Verdict,
)
from dictate.events import (
    Event,
    LevelMeasured,
    NoticeRaised,
    PhaseChanged,
    ProfileChosen,
    TakeCancelled,
    TakeFinished,
    TextForeseen,
)
from dictate.gui.face import Face
from dictate.gui.overlay_state import (
    BARS,
    EARLY_MS,
    FADE_S,
    FAILURE_S,
    FRAME_MS,
    LATE_S,
    LATEST_MS,
    SLOW_OPENING_S,
    WORD_S,
    OverlayState,
    View,
    after,
    clock,
    next_look_ms,
    share_of,
    soonest_ms,
    view,
)
from tests.gui.events import finished, level, phase, report

MOMENT_S = 0.001
LOST = NoticeRaised(Notice(Severity.ERROR, "The microphone is gone.", "Plug one in."))


def told(*events: tuple[float, Event]) -> OverlayState:
    state = OverlayState()
    for at_s, event in events:
        state = after(state, event, at_s)
    return state


def seen(state: OverlayState, now_s: float) -> View:
    found = view(state, now_s)
    assert found is not None
    return found


def recorded(end_s: float = 5.0) -> OverlayState:
    """A take of some seconds that has just ended."""
    return told(
        (1.0, phase(Phase.RECORDING)), (4.0, phase(Phase.FINISHING)), (end_s, phase(Phase.IDLE))
    )


def test_nothing_is_shown_and_nothing_awaited_before_a_take() -> None:
    assert view(OverlayState(), 100.0) is None
    assert next_look_ms(OverlayState(), 100.0) is None


def test_a_quick_microphone_is_not_said_to_be_opening() -> None:
    state = told((1.0, phase(Phase.OPENING)))
    assert view(state, 1.0) is None
    wait_ms = next_look_ms(state, 1.0)
    assert wait_ms == round(SLOW_OPENING_S * 1000)
    assert seen(state, 1.0 + SLOW_OPENING_S).face is Face.OPENING
    assert next_look_ms(state, 1.0 + SLOW_OPENING_S) is None


def test_the_clock_counts_while_sound_comes_and_then_stands() -> None:
    state = told((1.0, phase(Phase.OPENING)), (2.0, phase(Phase.RECORDING)))
    assert (seen(state, 2.0).clock, seen(state, 65.5).clock) == ("0:00", "1:03")
    state = after(state, phase(Phase.FINISHING), 12.0)
    assert seen(state, 30.0).clock == "0:10"
    state = after(state, phase(Phase.DELIVERING), 31.0)
    assert seen(state, 31.0).clock == "0:10"


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0:00"), (59.99, "0:59"), (60, "1:00"), (3725, "1:02:05")]
)
def test_clock(seconds: float, shown: str) -> None:
    assert clock(seconds) == shown


def test_frames_are_drawn_while_recording_only() -> None:
    looks = {
        value: next_look_ms(told((0.0, phase(Phase.RECORDING)), (1.0, phase(value))), 1.0)
        for value in (Phase.RECORDING, Phase.FINISHING, Phase.DELIVERING)
    }
    assert looks == {Phase.RECORDING: LATEST_MS, Phase.FINISHING: None, Phase.DELIVERING: None}


@given(st.lists(st.floats(0.0, 0.08), max_size=60))
def test_levels_bring_frames_in_their_time_however_they_come(pauses_s: list[float]) -> None:
    now_s, drawn_s, due_s, drawn = 0.0, 0.0, LATEST_MS / 1000, 0
    for pause_s in pauses_s:
        now_s += pause_s
        while due_s <= now_s:  # the timer was first
            drawn_s, due_s, drawn = due_s, due_s + LATEST_MS / 1000, drawn + 1
        if wait_ms := soonest_ms(now_s - drawn_s):
            due_s = now_s + wait_ms / 1000
            assert FRAME_MS - 0.001 <= (due_s - drawn_s) * 1000 <= FRAME_MS + 1.001
        else:
            assert (now_s - drawn_s) * 1000 >= FRAME_MS - EARLY_MS
            drawn_s, due_s, drawn = now_s, now_s + LATEST_MS / 1000, drawn + 1
    assert drawn <= now_s * 1000 / (FRAME_MS - EARLY_MS) + 1


def test_levels_of_the_microphone_are_one_frame_each() -> None:
    assert soonest_ms(0.032) == soonest_ms(0.028) == 0
    assert soonest_ms(0.010) == 23


def test_after_a_text_it_fades_at_once() -> None:
    state = after(recorded(5.0), finished("Hello."), 5.0)
    assert seen(state, 5.0).opacity == 1.0
    assert 0.4 < seen(state, 5.0 + FADE_S / 2).opacity < 0.6
    assert next_look_ms(state, 5.0 + FADE_S / 2) == FRAME_MS
    assert view(state, 5.0 + FADE_S) is None
    assert next_look_ms(state, 5.0 + FADE_S) is None


COPIED = replace(report("Hello."), delivery=Delivery(OutputMethod.COPY, 6))


@pytest.mark.parametrize(
    ("event", "text", "shown_s"),
    [
        (finished("", Verdict.NO_SPEECH), "No speech", WORD_S),
        (finished("", Verdict.NOT_UNDERSTOOD), "Not understood", WORD_S),
        (TakeFinished(COPIED), "Copied", WORD_S),
        (TakeCancelled(TakeId(1)), "Cancelled", WORD_S),
        (LOST, "The microphone is gone.", FAILURE_S),
    ],
)
def test_how_it_ended_is_shown_for_a_moment(event: Event, text: str, shown_s: float) -> None:
    state = after(recorded(5.0), event, 5.1)
    word = seen(state, 5.1 + shown_s - MOMENT_S)
    assert (word.label, word.is_word, word.clock, word.opacity) == (text, True, "", 1.0)
    assert next_look_ms(state, 5.1) == round(shown_s * 1000)
    assert view(state, 5.1 + shown_s + FADE_S + MOMENT_S) is None


def test_a_failure_is_not_replaced_by_a_milder_word() -> None:
    state = after(after(recorded(), LOST, 5.0), TakeCancelled(TakeId(1)), 5.0)
    assert seen(state, 5.0).face is Face.PROBLEM


def test_a_microphone_that_never_opened_is_told() -> None:
    state = told((1.0, phase(Phase.OPENING)), (1.05, phase(Phase.IDLE)))
    assert view(state, 1.05) is None
    assert seen(after(state, LOST, 1.06), 1.06).face is Face.PROBLEM


def test_a_failure_that_is_not_of_a_take_stays_with_the_tray() -> None:
    assert view(after(recorded(5.0), LOST, 5.1 + LATE_S), 5.1 + LATE_S) is None
    assert view(told((1.0, LOST)), 1.0) is None


def test_the_end_of_a_take_does_not_disturb_the_next() -> None:
    speaking = told((1.0, phase(Phase.RECORDING)))
    assert after(speaking, finished("", Verdict.NO_SPEECH), 2.0) == speaking


def test_a_new_take_begins_afresh() -> None:
    state = told(
        (1.0, phase(Phase.RECORDING)),
        (1.1, level(-20)),
        (1.2, TextForeseen(TakeId(1), "Hello", "there")),
        (2.0, phase(Phase.IDLE)),
        (2.0, LOST),
        (3.0, phase(Phase.RECORDING)),
    )
    now = seen(state, 3.0)
    assert (now.levels, now.committed, now.tentative, now.is_word) == ((), "", "", False)


def test_a_kept_recording_that_is_tried_again_has_no_clock() -> None:
    state = after(recorded(5.0), phase(Phase.FINISHING), 60.0)
    assert (seen(state, 61.0).clock, seen(state, 61.0).label) == ("", "Recognising")


def test_text_of_another_take_is_not_shown() -> None:
    state = told((1.0, PhaseChanged(Phase.RECORDING, TakeId(2))))
    assert after(state, TextForeseen(TakeId(1), "old", ""), 1.5) is state
    state = after(state, TextForeseen(TakeId(2), "sure", "maybe"), 1.5)
    assert (seen(state, 2.0).committed, seen(state, 2.0).tentative) == ("sure", "maybe")


def test_the_last_levels_are_kept_and_speech_is_told_apart() -> None:
    state = told((1.0, phase(Phase.RECORDING)), *((1.1, level(-20.0)) for _ in range(BARS + 5)))
    assert len(state.levels) == BARS
    assert seen(state, 1.2).is_speech
    state = after(state, LevelMeasured(-60, -55, speech=False), 1.2)
    assert not seen(state, 1.2).is_speech
    assert state.levels[-1] == 0.0


def test_a_level_after_the_key_is_up_says_nothing() -> None:
    state = told((1.0, phase(Phase.RECORDING)), (2.0, phase(Phase.FINISHING)))
    assert after(state, level(-20), 2.0) is state


@given(st.floats(-200, 20), st.floats(-200, 20))
def test_louder_is_never_drawn_lower(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0.0 <= share_of(low) <= share_of(high) <= 1.0


@given(st.lists(st.tuples(st.sampled_from(list(Phase)), st.floats(0.0, 3.0)), max_size=12))
def test_whatever_happens_it_is_gone_soon_after_the_last_take(
    steps: list[tuple[Phase, float]],
) -> None:
    state, now_s = OverlayState(), 100.0
    for value, wait_s in steps:
        now_s += wait_s
        state = after(after(state, phase(value), now_s), LOST, now_s)
    state = after(after(state, phase(Phase.IDLE), now_s), LOST, now_s)
    end_s = now_s + FAILURE_S + FADE_S + MOMENT_S
    assert view(state, end_s) is None
    assert next_look_ms(state, end_s) is None


@given(st.floats(0.0, 1e6), st.floats(0.0, 10.0))
def test_whatever_fades_looks_again(end_s: float, later_s: float) -> None:
    state = after(after(recorded(end_s), LOST, end_s), phase(Phase.IDLE), end_s)
    now_s = end_s + later_s
    assert (view(state, now_s) is None) == (next_look_ms(state, now_s) is None)


def test_the_profile_of_a_take_is_beside_its_clock_and_gone_after_it() -> None:
    recording = PhaseChanged(Phase.RECORDING, TakeId(1), "german")
    state = told((0.0, PhaseChanged(Phase.OPENING, TakeId(1), "german")), (1.0, recording))
    now = seen(state, 2.0)
    assert now.written(is_full=False) == "german"
    assert now.written(is_full=True) == "Recording · german"
    state = after(state, PhaseChanged(Phase.IDLE, None), 3.0)
    assert seen(state, 3.0 + MOMENT_S).written(is_full=False) == ""


def test_the_window_may_choose_the_profile_a_moment_later() -> None:
    state = told((1.0, PhaseChanged(Phase.RECORDING, TakeId(1))))
    assert seen(state, 1.1).written(is_full=False) == ""
    late = after(state, ProfileChosen(TakeId(7), "other"), 1.2)
    assert seen(late, 1.2).profile == ""
    state = after(state, ProfileChosen(TakeId(1), "mail"), 1.2)
    assert seen(state, 1.2).profile == "mail"
