"""What the text stage takes for noise was not understood."""

from __future__ import annotations

import numpy as np

from dictate.domain import (
    Fate,
    Recording,
    Span,
    TakeId,
    Transcript,
    Verdict,
)
from dictate.events import (
    TakeFinished,
)
from dictate.session.commands import CaptureEnded, Command, Decoded, Delivered, Start, Stop
from dictate.session.effects import Discard, Keep, Tell
from dictate.session.machine import step
from dictate.session.state import State

ONE = TakeId(1)
SPEECH = Recording(np.zeros(16_000, np.float32), (Span(0, 16_000),), "a microphone")
COMMANDS: tuple[Command, ...] = (
    Start(0.0),
    Stop(1.0),
    CaptureEnded(ONE, SPEECH, 1.1),
    Decoded(ONE, Transcript("Thank you.", Verdict.TEXT)),
    Delivered(ONE, "", None, 1, 0, 2.0, raw_text="Thank you.", declined=True),
)


def test_noise_is_reported_as_not_understood_and_its_sound_kept() -> None:
    state = State()
    for command in COMMANDS:
        state, effects = step(state, command)
    events = [effect.event for effect in effects if isinstance(effect, Tell)]
    (report,) = [event.report for event in events if isinstance(event, TakeFinished)]
    assert (report.verdict, report.text) == (Verdict.NOT_UNDERSTOOD, "")
    assert report.raw_text == "Thank you."
    assert Keep(ONE, Fate.DECLINED) in effects and Discard(ONE) not in effects
    assert state.takes == ()
