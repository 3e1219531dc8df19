"""The rules of dictating, told as sequences of commands."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from dictate.domain import (
    Delivery,
    Fate,
    OutputMethod,
    Phase,
    Recording,
    Samples,
    Severity,
    Span,
    TakeId,
    Transcript,
    Verdict,
)
from dictate.errors import DecodeFailed as DecodeError
from dictate.errors import MicrophoneMissing, OutputError
from dictate.events import (
    NoticeRaised,
    PhaseChanged,
    TakeCancelled,
    TakeFinished,
    TextForeseen,
)
from dictate.session.ahead import Heard
from dictate.session.commands import (
    Cancel,
    CaptureEnded,
    CaptureFailed,
    Command,
    Decoded,
    DecodeFailed,
    Delivered,
    Hearing,
    Paused,
    PieceDecoded,
    Retry,
    Start,
    Stop,
    Toggle,
)
from dictate.session.effects import (
    AbandonDecode,
    BeginCapture,
    Decode,
    DecodeAhead,
    Deliver,
    Discard,
    DropCapture,
    Effect,
    EndCapture,
    Keep,
    Recover,
    Tell,
)
from dictate.session.machine import step
from dictate.session.outcome import TRY_AGAIN
from dictate.session.state import State

ONE, TWO = TakeId(1), TakeId(2)
SPEECH = Recording(np.zeros(16_000, np.float32), (Span(0, 16_000),), "a microphone")
SILENCE = replace(SPEECH, speech=())
HELLO = Transcript("Hello.", Verdict.TEXT)
UNCLEAR = Transcript("", Verdict.NOT_UNDERSTOOD)


def delivered(take: TakeId, text: str = "Hello.", error: OutputError | None = None) -> Delivered:
    delivery = None if error else Delivery(OutputMethod.TYPE, len(text))
    return Delivered(take, text, delivery, text_ms=1, output_ms=2, at_s=3.5, error=error)


def run(*commands: Command, state: State | None = None) -> tuple[State, list[Effect]]:
    """Feed commands to a fresh machine; return the last state and all effects."""
    state = state or State()
    effects: list[Effect] = []
    for command in commands:
        state, more = step(state, command)
        effects += more
    return state, effects


def of(effects: list[Effect], kind: type) -> list[object]:
    """Return the effects (or told events) of one kind, in order."""
    told = [e.event if isinstance(e, Tell) else e for e in effects]
    return [e for e in told if isinstance(e, kind)]


def test_a_take_from_press_to_text() -> None:
    state, effects = run(
        Start(1.0),
        Hearing(ONE, True),
        Stop(3.0),
        CaptureEnded(ONE, SPEECH, 3.1),
        Decoded(ONE, HELLO),
        delivered(ONE),
    )
    work = [e for e in effects if not isinstance(e, Tell)]
    assert work == [
        BeginCapture(ONE),
        EndCapture(ONE, 3.0),
        Decode(ONE, SPEECH, SPEECH.speech),
        Deliver(ONE, HELLO),
        Discard(ONE),
    ]
    phases = [e.phase for e in of(effects, PhaseChanged)]  # type: ignore[attr-defined]
    assert phases == [
        Phase.OPENING,
        Phase.RECORDING,
        Phase.FINISHING,
        Phase.DELIVERING,
        Phase.IDLE,
    ]
    (finished,) = of(effects, TakeFinished)
    assert isinstance(finished, TakeFinished)
    assert finished.report.text == "Hello."
    assert finished.report.timings.release_to_text_ms == 500
    assert round(finished.report.timings.tail_ms) == 100
    assert state.takes == ()


def test_the_new_phase_is_told_before_the_device_is_opened() -> None:
    _, effects = run(Start(0))
    assert [type(e) for e in effects] == [Tell, BeginCapture]


def test_it_records_from_the_first_sound_on_and_only_while_sound_comes() -> None:
    state, _ = run(Start(0))
    assert state.phase is Phase.OPENING
    for sound, phase in ((True, Phase.RECORDING), (False, Phase.OPENING), (True, Phase.RECORDING)):
        state, effects = run(Hearing(ONE, sound), state=state)
        assert (state.phase, effects) == (phase, [Tell(PhaseChanged(phase, ONE))])


def test_sound_that_comes_after_the_key_is_up_shows_nothing() -> None:
    state, effects = run(Start(0), Stop(0.1), Hearing(ONE, True))
    assert state.phase is Phase.FINISHING
    assert [e.phase for e in of(effects, PhaseChanged)] == [Phase.OPENING, Phase.FINISHING]  # type: ignore[attr-defined]


def test_a_second_press_while_recording_changes_nothing() -> None:
    _, effects = run(Start(0), Start(0.1))
    assert of(effects, BeginCapture) == [BeginCapture(ONE)]


def test_toggle_starts_and_stops() -> None:
    state, effects = run(Toggle(0), Toggle(2))
    assert of(effects, EndCapture) == [EndCapture(ONE, 2)]
    assert state.phase is Phase.FINISHING


def test_silence_is_a_result_and_is_not_decoded() -> None:
    state, effects = run(Start(0), Stop(1), CaptureEnded(ONE, SILENCE, 1.1))
    assert not of(effects, Decode)
    (finished,) = of(effects, TakeFinished)
    assert isinstance(finished, TakeFinished)
    assert finished.report.verdict is Verdict.NO_SPEECH
    assert not of(effects, NoticeRaised)
    assert state.phase is Phase.IDLE


def test_what_the_model_declined_is_not_delivered() -> None:
    _, effects = run(Start(0), Stop(1), CaptureEnded(ONE, SPEECH, 1), Decoded(ONE, UNCLEAR))
    assert not of(effects, Deliver)
    (finished,) = of(effects, TakeFinished)
    assert isinstance(finished, TakeFinished)
    assert finished.report.verdict is Verdict.NOT_UNDERSTOOD


def test_a_press_while_the_last_take_is_decoded_starts_the_next() -> None:
    state, effects = run(Start(0), Stop(1), CaptureEnded(ONE, SPEECH, 1), Start(1.2))
    assert of(effects, BeginCapture) == [BeginCapture(ONE), BeginCapture(TWO)]
    assert state.phase is Phase.OPENING


def test_texts_are_delivered_in_the_order_they_were_spoken() -> None:
    before, effects = run(
        Start(0), Stop(1), CaptureEnded(ONE, SPEECH, 1), Start(2), Stop(3),
        CaptureEnded(TWO, SPEECH, 3), Decoded(TWO, HELLO),
    )  # fmt: skip
    assert not of(effects, Deliver)
    after, effects = run(Decoded(ONE, HELLO), state=before)
    assert of(effects, Deliver) == [Deliver(ONE, HELLO)]
    _, effects = run(delivered(ONE), state=after)
    assert of(effects, Deliver) == [Deliver(TWO, HELLO)]


def test_a_text_waits_while_the_key_is_held_for_the_next_take() -> None:
    state, effects = run(
        Start(0, held=True), Stop(1), CaptureEnded(ONE, SPEECH, 1), Start(2, held=True),
        Decoded(ONE, HELLO),
    )  # fmt: skip
    assert not of(effects, Deliver), "typing would mix with the key"
    _, effects = run(Stop(3), state=state)
    assert of(effects, Deliver) == [Deliver(ONE, HELLO)]


def test_a_text_does_not_wait_for_a_take_nobody_holds_a_key_for() -> None:
    _, effects = run(
        Toggle(0), Toggle(1), CaptureEnded(ONE, SPEECH, 1), Toggle(2), Decoded(ONE, HELLO)
    )
    assert of(effects, Deliver) == [Deliver(ONE, HELLO)]


def test_cancelling_the_held_take_lets_the_waiting_text_out() -> None:
    _, effects = run(
        Start(0, held=True), Stop(1), CaptureEnded(ONE, SPEECH, 1), Start(2, held=True),
        Decoded(ONE, HELLO), Cancel(3),
    )  # fmt: skip
    assert of(effects, Deliver) == [Deliver(ONE, HELLO)]


def test_a_failed_take_does_not_hold_up_the_next() -> None:
    _, effects = run(
        Start(0), Stop(1), CaptureEnded(ONE, SPEECH, 1), Start(2), Stop(3),
        CaptureEnded(TWO, SPEECH, 3), Decoded(TWO, HELLO),
        DecodeFailed(ONE, DecodeError("It broke.", "Try again.")),
    )  # fmt: skip
    assert of(effects, Deliver) == [Deliver(TWO, HELLO)]
    (notice,) = of(effects, NoticeRaised)
    assert isinstance(notice, NoticeRaised)
    assert notice.notice.next_step == "Try again."


def test_cancel_while_recording_drops_the_capture() -> None:
    state, effects = run(Start(0), Cancel(1))
    assert of(effects, DropCapture) == [DropCapture(ONE)]
    assert of(effects, TakeCancelled) == [TakeCancelled(ONE)]
    assert state.phase is Phase.IDLE


def test_cancel_while_decoding_abandons_the_job_and_its_late_result() -> None:
    state, effects = run(Start(0), Stop(1), CaptureEnded(ONE, SPEECH, 1), Cancel(2))
    assert of(effects, AbandonDecode) == [AbandonDecode(ONE)]
    state, effects = run(Decoded(ONE, HELLO), state=state)
    assert effects == []


def test_cancel_takes_the_recording_before_older_takes() -> None:
    state, effects = run(Start(0), Stop(1), CaptureEnded(ONE, SPEECH, 1), Start(2), Cancel(3))
    assert of(effects, TakeCancelled) == [TakeCancelled(TWO)]
    assert state.phase is Phase.FINISHING


def test_no_microphone_is_told_once_and_ends_the_take() -> None:
    error = MicrophoneMissing("There is no microphone.", "Plug one in.")
    state, effects = run(Start(0), CaptureFailed(ONE, error), Stop(1))
    assert len(of(effects, NoticeRaised)) == 1
    assert not of(effects, EndCapture)
    assert state.phase is Phase.IDLE


def test_an_unplugged_microphone_keeps_what_was_said() -> None:
    cut = replace(SPEECH, interrupted="The microphone was unplugged.")
    state, effects = run(Start(0), CaptureEnded(ONE, cut, 1.5))
    assert of(effects, Decode) == [Decode(ONE, cut, cut.speech)]
    (notice,) = of(effects, NoticeRaised)
    assert isinstance(notice, NoticeRaised)
    assert notice.notice.severity is Severity.WARNING
    assert state.phase is Phase.FINISHING


def test_a_source_that_ends_by_itself_counts_as_released_at_its_end() -> None:
    _, effects = run(Start(0), CaptureEnded(ONE, SPEECH, 3.0), Decoded(ONE, HELLO), delivered(ONE))
    (finished,) = of(effects, TakeFinished)
    assert isinstance(finished, TakeFinished)
    assert finished.report.timings.release_to_text_ms == 500


def test_an_undeliverable_text_is_kept_in_the_report() -> None:
    error = OutputError("Nothing worked.", "Copy it from the tray.")
    _, effects = run(
        Start(0), Stop(1), CaptureEnded(ONE, SPEECH, 1), Decoded(ONE, HELLO),
        delivered(ONE, error=error),
    )  # fmt: skip
    (finished,) = of(effects, TakeFinished)
    assert isinstance(finished, TakeFinished)
    assert finished.report.text == "Hello."
    assert finished.report.delivery is None
    assert of(effects, NoticeRaised) == [NoticeRaised(error.notice())]


def test_what_failed_or_was_cancelled_is_kept_and_what_arrived_is_not() -> None:
    broken = DecodeFailed(ONE, DecodeError("It broke."))
    _, effects = run(Start(0), Stop(1), CaptureEnded(ONE, SPEECH, 1), broken)
    assert of(effects, Keep) == [Keep(ONE, Fate.FAILED)]
    _, effects = run(Start(0), Cancel(1))
    assert of(effects, Keep) == [Keep(ONE, Fate.CANCELLED)]
    _, effects = run(Start(0), Stop(1), CaptureEnded(ONE, SILENCE, 1))
    assert of(effects, Discard) == [Discard(ONE)]


def test_what_the_model_declined_is_kept_for_another_model() -> None:
    declined = replace(HELLO, text="", verdict=Verdict.NOT_UNDERSTOOD)
    _, effects = run(Start(0), Stop(1), CaptureEnded(ONE, SPEECH, 1), Decoded(ONE, declined))
    assert of(effects, Keep) == [Keep(ONE, Fate.DECLINED)]
    assert not of(effects, Discard)


def test_a_failure_names_the_retry_where_the_sound_is_kept() -> None:
    failed = DecodeFailed(ONE, DecodeError("It broke.", "Choose another model."))
    plain = "Choose another model."
    for kept, next_step in ((True, f"{plain} {TRY_AGAIN}"), (False, plain)):
        recording = replace(SPEECH, kept=kept)
        _, effects = run(Start(0), Stop(1), CaptureEnded(ONE, recording, 1), failed)
        (told,) = of(effects, NoticeRaised)
        assert isinstance(told, NoticeRaised)
        assert (told.notice.message, told.notice.next_step) == ("It broke.", next_step)
    assert "dictate retry" in TRY_AGAIN


def test_a_retry_can_use_another_model() -> None:
    _, effects = run(Retry(1.0, "small"), CaptureEnded(ONE, SPEECH, 1.2))
    assert of(effects, Decode) == [Decode(ONE, SPEECH, SPEECH.speech, "small")]


def test_a_retry_goes_the_way_of_a_take_that_was_just_captured() -> None:
    state, effects = run(Retry(1.0), Retry(1.1))
    assert of(effects, Recover) == [Recover(ONE)], "one at a time"
    assert state.phase is Phase.FINISHING
    _, effects = run(
        CaptureEnded(ONE, SPEECH, 1.2), Decoded(ONE, HELLO), delivered(ONE), state=state
    )
    assert of(effects, Deliver) == [Deliver(ONE, HELLO)]
    assert of(effects, Discard) == [Discard(ONE)]


def test_one_can_dictate_while_a_recording_is_looked_for() -> None:
    state, effects = run(Retry(1.0), Start(1.1), CaptureEnded(ONE, SPEECH, 1.2))
    assert of(effects, BeginCapture) == [BeginCapture(TWO)]
    assert state.phase is Phase.OPENING


def test_the_credit_for_decoding_ahead_outlasts_a_press() -> None:
    state, _ = run(Start(0), state=State(credit_s=1.5))
    assert state.credit_s == 1.5


def speech_until(end_s: float) -> Heard:
    end = round(end_s * 16_000)
    return Heard(end + 4_500, end, 0, (Span(0, end),))


class Script:
    """A sound of any length."""

    def cut(self, span: Span) -> Samples:
        return np.zeros(span.length_samples, np.float32)


def test_a_pause_is_decoded_ahead_unless_the_engine_is_slow() -> None:
    paused = Paused(ONE, speech_until(3.0), Script())
    _, effects = run(Start(0), paused)
    assert len(of(effects, DecodeAhead)) == 1
    _, effects = run(Start(0), paused, state=State(decode_ms=3000))
    assert not of(effects, DecodeAhead)
    long = Paused(ONE, speech_until(20.0), Script())
    _, effects = run(Start(0), long, state=State(decode_ms=3000))
    assert len(of(effects, DecodeAhead)) == 1, "surely kept"


def test_what_was_decoded_ahead_is_told_before_the_key_is_up() -> None:
    state, _ = run(Start(0), Paused(ONE, speech_until(3.0), Script()))
    state, effects = run(PieceDecoded(ONE, 1, HELLO), state=state)
    assert of(effects, TextForeseen) == [TextForeseen(ONE, committed="", tentative="Hello.")]
    _, effects = run(Cancel(1), PieceDecoded(ONE, 1, HELLO), state=state)
    assert not of(effects, TextForeseen), "a late word of a cancelled take"


def test_how_long_the_engine_takes_is_learnt_from_each_answer() -> None:
    slow = replace(HELLO, decode_ms=2500)
    state, _ = run(Start(0), Stop(1), CaptureEnded(ONE, SPEECH, 1), Decoded(ONE, slow))
    assert state.decode_ms == 2500


ids = st.integers(1, 3).map(TakeId)
commands: st.SearchStrategy[Command] = st.one_of(
    st.builds(Start, st.just(0.0), st.booleans()), st.just(Stop(1.0)), st.just(Toggle(1.0)),
    st.just(Cancel(1.0)),
    st.just(Retry(1.0)),
    st.builds(Hearing, ids, st.booleans()),
    st.builds(CaptureEnded, ids, st.sampled_from([SPEECH, SILENCE]), st.just(1.0)),
    st.builds(CaptureFailed, ids, st.just(MicrophoneMissing("gone"))),
    st.builds(Decoded, ids, st.sampled_from([HELLO, UNCLEAR])),
    st.builds(DecodeFailed, ids, st.just(DecodeError("broken"))),
    st.builds(delivered, ids),
)  # fmt: skip


@given(st.lists(commands, max_size=30))
def test_whatever_happens_the_order_holds_and_every_take_ends_once(run_of: list[Command]) -> None:
    state, effects = run(*run_of)
    begun = [e.take for e in of(effects, BeginCapture)]  # type: ignore[attr-defined]
    assert begun == sorted(set(begun)), "each take is begun once, in order"
    texts = [e.take for e in of(effects, Deliver)]  # type: ignore[attr-defined]
    assert texts == sorted(set(texts)), "texts leave in the order spoken, once"
    ended = [e.report.take for e in of(effects, TakeFinished)]  # type: ignore[attr-defined]
    ended += [e.take for e in of(effects, TakeCancelled)]  # type: ignore[attr-defined]
    assert len(ended) == len(set(ended)), "a take ends once"
    assert set(ended).isdisjoint(t.id for t in state.takes)
    settled = [e.take for e in effects if isinstance(e, Keep | Discard)]
    assert sorted([*settled, *(t.id for t in state.takes)]) == list(range(1, state.next_id)), (
        "what becomes of a recording is said once, when its take ends"
    )
    assert sum(1 for t in state.takes if t.stage.name == "CAPTURING") <= 1
    assert sum(1 for t in state.takes if t.stage.name == "DELIVERING") <= 1
