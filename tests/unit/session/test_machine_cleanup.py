"""What cancelling means while a text is gone over, and what clean-up has to say."""

from __future__ import annotations

import numpy as np

from dictate.domain import (
    Fate,
    Notice,
    Phase,
    Recording,
    Severity,
    Span,
    TakeId,
    Transcript,
    Verdict,
)
from dictate.events import (
    NoticeRaised,
    TakeCancelled,
    TakeFinished,
)
from dictate.session.commands import Cancel, CaptureEnded, Command, Decoded, Delivered, Start, Stop
from dictate.session.effects import AbandonText, Discard, Keep, Tell
from dictate.session.machine import step
from dictate.session.state import State

ONE = TakeId(1)
SPEECH = Recording(np.zeros(16_000, np.float32), (Span(0, 16_000),), "a microphone")
COMMANDS: tuple[Command, ...] = (
    Start(0.0),
    Stop(1.0),
    CaptureEnded(ONE, SPEECH, 1.1),
    Decoded(ONE, Transcript("hello", Verdict.TEXT)),
)


def _delivering() -> State:
    state = State()
    for command in COMMANDS:
        state, _ = step(state, command)
    assert state.phase is Phase.DELIVERING
    return state


def test_cancel_asks_for_the_text_not_to_be_delivered() -> None:
    state, effects = step(_delivering(), Cancel(2.0))
    assert effects == (AbandonText(ONE),)
    assert state.phase is Phase.DELIVERING, "it may come too late"


def test_a_text_taken_back_in_time_is_kept_as_a_cancelled_recording() -> None:
    done = Delivered(ONE, "hello", None, 1, 0, 2.0, cancelled=True)
    state, effects = step(_delivering(), done)
    assert Keep(ONE, Fate.CANCELLED) in effects
    assert Tell(TakeCancelled(ONE)) in effects
    assert Discard(ONE) not in effects
    assert state.takes == ()


def test_what_clean_up_says_is_told_and_the_raw_text_reported() -> None:
    notice = Notice(Severity.INFO, "The clean-up was not used.")
    done = Delivered(ONE, "Hello.", None, 1, 2, 2.0, raw_text="hello", notices=(notice,))
    _, effects = step(_delivering(), done)
    events = [effect.event for effect in effects if isinstance(effect, Tell)]
    assert NoticeRaised(notice) in events
    report = next(event.report for event in events if isinstance(event, TakeFinished))
    assert (report.text, report.raw_text) == ("Hello.", "hello")
