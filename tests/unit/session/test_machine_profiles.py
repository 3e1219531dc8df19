"""The rules about profiles: chosen once, carried by the effects, kept for a second try."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dictate.domain import Phase, Recording, Span, TakeId, Transcript, Verdict
from dictate.events import PhaseChanged, ProfileChosen
from dictate.session.commands import (
    Cancel,
    CaptureEnded,
    Command,
    Decoded,
    LetGo,
    Profiled,
    Retry,
    Secret,
    Start,
    Stop,
    Toggle,
)
from dictate.session.effects import BeginCapture, Decode, Deliver, Effect, Tell
from dictate.session.machine import step
from dictate.session.state import State

ONE = TakeId(1)
SPEECH = Recording(np.zeros(16_000, np.float32), (Span(0, 16_000),), "mic", kept=True)
HELLO = Transcript("Hello.", Verdict.TEXT)


def run(*commands: Command) -> tuple[State, list[Effect]]:
    state, effects = State(), list[Effect]()
    for command in commands:
        state, more = step(state, command)
        effects += more
    return state, effects


def work(effects: list[Effect]) -> list[Effect]:
    return [effect for effect in effects if isinstance(effect, BeginCapture | Decode | Deliver)]


def spoken(*before: Command) -> tuple[State, list[Effect]]:
    return run(*before, Stop(2.0), CaptureEnded(ONE, SPEECH, 2.1), Decoded(ONE, HELLO))


def test_the_profile_goes_with_every_effect() -> None:
    _, effects = spoken(Start(1.0, profile="german"))
    assert work(effects) == [
        BeginCapture(ONE, "german"),
        Decode(ONE, SPEECH, SPEECH.speech, profile="german"),
        Deliver(ONE, HELLO, "german"),
    ]
    phases = [e.event for e in effects if isinstance(e, Tell) and isinstance(e.event, PhaseChanged)]
    assert {phase.profile for phase in phases} == {"german"}


def test_the_window_decides_where_nobody_else_did() -> None:
    _, effects = spoken(Start(1.0), Profiled(ONE, "mail"))
    assert Tell(ProfileChosen(ONE, "mail")) in effects
    assert work(effects)[1:] == [
        Decode(ONE, SPEECH, SPEECH.speech, profile="mail"),
        Deliver(ONE, HELLO, "mail"),
    ]


def test_the_choice_of_the_hotkey_stays() -> None:
    state, effects = run(Toggle(1.0, "german"), Profiled(ONE, "mail"))
    assert state.takes[0].profile == "german"
    assert not [e for e in effects if isinstance(e, Tell) and isinstance(e.event, ProfileChosen)]


def test_the_window_comes_too_late_once_something_is_decoded() -> None:
    state, _ = run(Start(1.0), Stop(2.0), CaptureEnded(ONE, SPEECH, 2.1), Profiled(ONE, "mail"))
    assert state.takes[0].profile == ""
    state, _ = run(Start(1.0), Cancel(1.5), Profiled(ONE, "mail"))
    assert not state.takes


def test_a_second_try_has_the_profile_of_the_first() -> None:
    state, _ = run(Retry(3.0))
    state, effects = step(state, Profiled(ONE, "german"))
    assert effects == (Tell(ProfileChosen(ONE, "german")),)
    state, _ = step(state, Secret(ONE))
    state, effects = step(state, CaptureEnded(ONE, SPEECH, 3.1))
    assert work(list(effects)) == [Decode(ONE, SPEECH, SPEECH.speech, profile="german")]
    assert state.takes[0].private


def test_patience_goes_to_the_capture_and_a_second_press_ends_it() -> None:
    state, effects = run(Toggle(1.0, patience_s=2.0))
    assert work(effects) == [BeginCapture(ONE, patience_s=2.0)]
    state, _ = step(state, Toggle(3.0, patience_s=2.0))
    assert state.phase is Phase.FINISHING


def test_letting_go_keeps_the_take_and_frees_the_texts_before_it() -> None:
    state, _ = run(Start(1.0, held=True), LetGo(1.1))
    assert not state.takes[0].held
    assert state.phase is Phase.OPENING
    assert step(State(), LetGo(1.0)) == (State(), ())
    waiting = replace(SPEECH, kept=False)
    state, effects = run(
        Start(1.0, held=True),
        Stop(2.0),
        CaptureEnded(ONE, waiting, 2.1),
        Start(2.2, held=True),
        Decoded(ONE, HELLO),
    )
    assert Deliver(ONE, HELLO) not in effects
    state, effects_after = step(state, LetGo(2.4))
    assert Deliver(ONE, HELLO) in effects_after
