from __future__ import annotations

from dataclasses import replace

import pytest

from dictate.domain import (
    EngineState,
    EngineStatus,
    Fate,
    MicrophoneStatus,
    Notice,
    Phase,
    Severity,
    TakeId,
    Verdict,
)
from dictate.events import (
    MicrophoneChanged,
    RecordingKept,
    TakeCancelled,
)
from dictate.gui import wording
from dictate.gui.face import Face
from dictate.gui.facts import Facts, Outcome, after
from tests.gui.events import BASE, DEMONSTRATION, engine, finished, phase, ready

LOST = Notice(Severity.ERROR, "No microphone.", "Plug one in.")


def played(*events: object) -> Facts:
    facts = Facts(hotkey="Right Ctrl")
    for event in events:
        facts = after(facts, event)  # type: ignore[arg-type]  # events of any kind
    return facts


@pytest.mark.parametrize(
    ("events", "face"),
    [
        ((), Face.LOADING),
        ((ready(),), Face.IDLE),
        ((engine(EngineState.DOWNLOADING, "3 %"),), Face.LOADING),
        ((engine(EngineState.FAILED, "Broken."),), Face.PROBLEM),
        ((engine(EngineState.MISSING),), Face.PROBLEM),
        ((ready(), MicrophoneChanged(MicrophoneStatus("", problem=LOST))), Face.PROBLEM),
        ((ready(), MicrophoneChanged(MicrophoneStatus("Headset"))), Face.IDLE),
        ((ready(), MicrophoneChanged(MicrophoneStatus("Muted", problem=LOST))), Face.PROBLEM),
        ((ready(), MicrophoneChanged(MicrophoneStatus("Other", "Headset", LOST))), Face.IDLE),
        ((ready(), phase(Phase.OPENING)), Face.IDLE),  # for a moment; see the next test
        ((ready(), phase(Phase.RECORDING)), Face.RECORDING),
        ((phase(Phase.RECORDING),), Face.RECORDING),
        ((ready(), phase(Phase.FINISHING)), Face.FINISHING),
        ((ready(), phase(Phase.DELIVERING)), Face.DELIVERING),
    ],
)
def test_each_state_has_its_face(events: tuple[object, ...], face: Face) -> None:
    assert played(*events).face is face


def test_a_dead_hotkey_is_a_problem() -> None:
    dead = replace(played(ready()), hotkey_problem=LOST)
    assert (dead.face, dead.problem) == (Face.PROBLEM, LOST)


def test_the_old_model_is_in_use_while_another_is_downloaded_but_not_while_it_loads() -> None:
    downloading = played(ready(), engine(EngineState.DOWNLOADING, "3 %"))
    assert downloading.model_in_use == BASE
    assert after(downloading, engine(EngineState.LOADING, "small")).model_in_use is None


def test_an_empty_take_keeps_the_last_text() -> None:
    facts = played(finished("One."), finished("", Verdict.NO_SPEECH))
    assert facts.last is not None
    assert facts.last.text == "One."
    assert facts.outcome is Outcome.NO_SPEECH


def test_a_new_recording_forgets_how_the_last_ended() -> None:
    cancelled = played(TakeCancelled(TakeId(1)))
    assert cancelled.outcome is Outcome.CANCELLED
    assert after(cancelled, phase(Phase.RECORDING)).outcome is Outcome.NONE


def test_the_tooltip_says_what_to_do_and_with_which_model() -> None:
    assert wording.tooltip(played(ready())).splitlines() == [
        "Dictate: Ready",
        "Hold Right Ctrl and speak.",
        "Model base on CPU, int8",
    ]
    assert "Built-in demonstration model on CPU" in wording.tooltip(played(ready(DEMONSTRATION)))


def test_opening_is_shown_once_it_takes_long_and_not_after_it() -> None:
    slow = replace(played(ready(), phase(Phase.OPENING)), is_slow_to_open=True)
    assert slow.face is Face.OPENING
    assert after(slow, phase(Phase.RECORDING)).face is Face.RECORDING
    again = after(after(slow, phase(Phase.IDLE)), phase(Phase.OPENING))
    assert again.face is Face.IDLE


def test_a_microphone_that_is_on_between_takes_is_marked_whatever_else_is_shown() -> None:
    on = MicrophoneChanged(MicrophoneStatus("Headset", listening=True))
    assert not played(ready()).is_marked
    for more in (ready(), engine(EngineState.FAILED, "Broken."), phase(Phase.FINISHING)):
        assert played(on, more).is_marked
    assert not played(on, phase(Phase.RECORDING)).is_marked, "that face says it already"
    assert "The microphone is on" in wording.tooltip(played(on, ready()))
    off = MicrophoneChanged(MicrophoneStatus("Headset"))
    assert not played(on, off).is_marked


@pytest.mark.parametrize("value", list(Phase))
def test_every_phase_has_its_tooltip(value: Phase) -> None:
    def shown_in(phase_: Phase) -> Facts:
        slow = phase_ is Phase.OPENING
        return replace(played(ready(), phase(phase_)), is_slow_to_open=slow)

    shown = {p: wording.tooltip(shown_in(p)) for p in Phase}
    assert [p for p in Phase if shown[p] == shown[value]] == [value]


@pytest.mark.parametrize(
    ("size_mb", "text"), [(78, "78 MB"), (999.4, "999 MB"), (1500, "1.5 GB"), (3094, "3.1 GB")]
)
def test_sizes(size_mb: float, text: str) -> None:
    assert wording.size(size_mb) == text


def test_excerpts_stay_within_their_length() -> None:
    assert wording.excerpt("a\n b") == "a b"
    assert wording.excerpt("x" * 40) == "x" * 40
    assert wording.excerpt("x" * 41) == "x" * 39 + "…"


def test_devices_by_name() -> None:
    assert [wording.device_name(d) for d in ("auto", "cpu", "cuda:1", "metal")] == [
        "Automatic",
        "CPU",
        "CUDA 1",
        "Metal",
    ]


def test_a_demonstration_that_failed_to_say_more_is_still_told() -> None:
    status = EngineStatus(EngineState.FAILED, BASE)
    assert replace(Facts(), engine=status).problem is not None


def test_a_kept_recording_is_known_until_it_is_gone() -> None:
    assert played(RecordingKept(Fate.FAILED)).kept is Fate.FAILED
    assert played(RecordingKept(Fate.FAILED), RecordingKept(None)).kept is None
