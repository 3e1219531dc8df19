"""The rules of dictating: ``step(state, command)`` gives the next state and what to do about it.

Pure: no clock, no thread, no device. The coordinator feeds it commands one at a time and runs the
effects; nothing else changes the phase. Takes live in a tuple in the order they were begun and
leave it at its head only, so texts are delivered in the order they were spoken even when a later
take is decoded first. A command that names a take which is gone (cancelled, failed) changes
nothing: that is how late results are dropped.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from dictate.domain import (
    Fate,
    Recording,
    Severity,
    TakeId,
    Transcript,
    Verdict,
)
from dictate.errors import DictateError
from dictate.events import (
    NoticeRaised,
    PhaseChanged,
    TakeCancelled,
    TakeFinished,
    TextForeseen,
)
from dictate.session import ahead, outcome, profile_rules
from dictate.session.ahead import Ahead, Heard
from dictate.session.commands import (
    Cancel,
    CaptureEnded,
    CaptureFailed,
    Command,
    Decoded,
    DecodeFailed,
    Delivered,
    Hearing,
    LetGo,
    Paused,
    PieceDecoded,
    PieceFailed,
    Profiled,
    Progress,
    Retry,
    Secret,
    Start,
    Stop,
    Toggle,
)
from dictate.session.effects import (
    AbandonDecode,
    AbandonText,
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
from dictate.session.state import Stage, State, Take

_EXPECTED: dict[type[Progress], tuple[Stage, ...]] = {
    Profiled: (Stage.CAPTURING, Stage.TAIL, Stage.RECOVERING),
    Secret: tuple(Stage),
    Hearing: (Stage.CAPTURING,),
    Paused: (Stage.CAPTURING, Stage.TAIL),
    PieceDecoded: (Stage.CAPTURING, Stage.TAIL, Stage.DECODING),
    PieceFailed: (Stage.CAPTURING, Stage.TAIL, Stage.DECODING),
    CaptureEnded: (Stage.CAPTURING, Stage.TAIL, Stage.RECOVERING),
    CaptureFailed: (Stage.CAPTURING, Stage.TAIL, Stage.RECOVERING),
    Decoded: (Stage.DECODING,),
    DecodeFailed: (Stage.DECODING,),
    Delivered: (Stage.DELIVERING,),
}
"""In which stages a worker's word counts; anything else is late and ignored."""

Result: TypeAlias = tuple[State, tuple[Effect, ...]]


def step(state: State, command: Command) -> Result:
    """Return what holds after ``command`` and what has to be done, in order."""
    after, effects = _decide(state, command)
    if after.phase is not state.phase:
        newest = after.takes[-1].id if after.takes else None
        # First of all: the hotkey and the icon must not wait for a device to open.
        profile = after.takes[-1].profile if after.takes else ""
        effects = (Tell(PhaseChanged(after.phase, newest, profile)), *effects)
    return after, effects


def _decide(state: State, command: Command) -> Result:
    match command:
        case Start(_, held, profile):
            return _start(state, held, profile)
        case Stop(at_s):
            return _stop(state, at_s)
        case Toggle(at_s) if state.capturing():
            return _stop(state, at_s)
        case Toggle(_, profile, patience_s):
            return _start(state, False, profile, patience_s)
        case LetGo():
            return _let_go(state)
        case Cancel():
            return _cancel(state)
        case Retry(at_s, model):
            return _retry(state, at_s, model)
        case _:
            take = state.find(command.take)
            if take is None or take.stage not in _EXPECTED[type(command)]:
                return state, ()
            return _advance(state, take, command)


def _advance(state: State, take: Take, command: Progress) -> Result:
    match command:
        case Profiled(_, profile):
            return profile_rules.chosen(state, take, profile)
        case Secret():
            return state.put(replace(take, private=True)), ()
        case Hearing(_, sound):
            return state.put(replace(take, heard=sound)), ()
        case Paused(_, heard, sound):
            return _decode_ahead(state, replace(take, sound=sound), heard)
        case PieceDecoded(_, number, transcript):
            return _piece_decoded(state, take, number, transcript)
        case PieceFailed(_, number):
            return _piece_failed(state, take, number)
        case CaptureEnded():
            return _captured(state, take, command)
        case Decoded(_, transcript):
            state = replace(state, decode_ms=transcript.decode_ms or state.decode_ms)
            return _try_to_finish(state, replace(take, tail=transcript))
        case Delivered():
            return _delivered(state, take, command)
        case CaptureFailed(_, error) | DecodeFailed(_, error):
            told = Tell(NoticeRaised(outcome.failure(take, error)))
            return _remove(state, take, (_kept(take, Fate.FAILED), told))


def _start(state: State, held: bool, profile: str = "", patience_s: float = 0.0) -> Result:
    if state.capturing():
        return state, ()
    take = Take(TakeId(state.next_id), Stage.CAPTURING, held, profile=profile)
    after = replace(state, takes=(*state.takes, take), next_id=state.next_id + 1)
    return after, (BeginCapture(take.id, profile, patience_s),)


def _let_go(state: State) -> Result:
    take = state.capturing()
    if take is None or not take.held:
        return state, ()
    return _deliver_next(state.put(replace(take, held=False)))


def _retry(state: State, at_s: float, model: str) -> Result:
    if any(take.stage is Stage.RECOVERING for take in state.takes):
        return state, ()
    take = Take(TakeId(state.next_id), Stage.RECOVERING, released_at_s=at_s, model=model)
    after = replace(state, takes=(*state.takes, take), next_id=state.next_id + 1)
    return after, (Recover(take.id),)


def _stop(state: State, at_s: float) -> Result:
    take = state.capturing()
    if take is None:
        return state, ()
    released = replace(take, stage=Stage.TAIL, released_at_s=at_s)
    after, more = _deliver_next(state.put(released))
    return after, (EndCapture(take.id, at_s), *more)


def _cancel(state: State) -> Result:
    open_takes = [t for t in state.takes if t.stage is not Stage.DELIVERING]
    take = state.capturing() or (open_takes[-1] if open_takes else None)
    if take is None:
        # Its text may still be cleaned; once it is handed over, this comes too late.
        return state, tuple(AbandonText(t.id) for t in state.takes)
    kept, told = _taken_back(take)
    match take.stage:
        case Stage.CAPTURING | Stage.TAIL:
            work = (DropCapture(take.id), AbandonDecode(take.id), kept, told)
            return _remove(state, take, work)
        case Stage.DECODING:
            return _remove(state, take, (AbandonDecode(take.id), kept, told))
        case _:
            return _remove(state, take, (kept, told))


def _taken_back(take: Take) -> tuple[Effect, Effect]:
    return _kept(take, Fate.CANCELLED), Tell(TakeCancelled(take.id))


def _kept(take: Take, fate: Fate) -> Effect:
    """Keep its sound, or delete it where nothing of the take may be kept."""
    return Discard(take.id) if take.private else Keep(take.id, fate)


def _captured(state: State, take: Take, command: CaptureEnded) -> Result:
    recording = command.recording
    effects: tuple[Effect, ...] = ()
    if recording.interrupted:
        error = DictateError(recording.interrupted, "What was said until then is written.")
        effects = (Tell(NoticeRaised(error.notice(Severity.WARNING))),)
    pieces, left = ahead.at_end(take.ahead, ahead.heard_in(recording))
    take = replace(
        take,
        stage=Stage.DECODING,
        # A source that ended by itself was released at its end.
        released_at_s=take.released_at_s or command.at_s,
        captured_at_s=command.at_s,
        duration_s=recording.duration_s,
        vad_ms=recording.vad_ms,
        recording=recording,
        ahead=pieces,
        tail_wanted=bool(left),
    )
    if recording.speech:
        credit_s = state.credit_s + ahead.earned_s(pieces, _speech_s(recording))
        state = replace(state, credit_s=min(ahead.MOST_CREDIT_S, credit_s))
    if left:
        return state.put(take), (
            *effects,
            Decode(take.id, recording, left, take.model, take.profile),
        )
    after, more = _try_to_finish(state, take)
    return after, (*effects, *more)


def _decode_ahead(state: State, take: Take, heard: Heard) -> Result:
    # A slow model would still be busy with a superseded piece when the key comes up.
    credit_s = state.credit_s if state.decode_ms <= ahead.SLOW_DECODE_MS else 0.0
    has_released = take.stage is Stage.TAIL
    pieces, piece = ahead.on_pause(take.ahead, heard, credit_s, has_released=has_released)
    state = state.put(replace(take, ahead=pieces))
    if piece is None or take.sound is None:
        return state, ()
    told = DecodeAhead(take.id, piece.number, piece.spans, take.sound, take.profile)
    return state, (told,)


def _piece_decoded(state: State, take: Take, number: int, transcript: Transcript) -> Result:
    state = replace(state, decode_ms=transcript.decode_ms or state.decode_ms)
    take = replace(take, ahead=ahead.on_decoded(take.ahead, number, transcript))
    shown = ("", "") if take.private else ahead.foreseen(take.ahead)
    told = Tell(TextForeseen(take.id, *shown))
    waiting = take.ahead.waiting
    if take.stage is Stage.DECODING:
        state, more = _try_to_finish(state, take)
    elif waiting is not None:
        state, more = _decode_ahead(state, take, waiting)
    else:
        state, more = state.put(take), ()
    return state, (told, *more)


def _piece_failed(state: State, take: Take, number: int) -> Result:
    counted = any(piece.number == number for piece in take.ahead.pieces)
    take = replace(take, ahead=ahead.on_failed(take.ahead, number))
    recording = take.recording
    if take.stage is not Stage.DECODING or not counted or recording is None:
        return state.put(take), ()
    # Its words are missing in front of the tail: everything once more, in one go.
    take = replace(take, ahead=Ahead(), tail=None, tail_wanted=True)
    everything = Decode(take.id, recording, recording.speech, profile=take.profile)
    return state.put(take), (AbandonDecode(take.id), everything)


def _try_to_finish(state: State, take: Take) -> Result:
    """Put the parts together once all of them are there."""
    parts = [(p.spans[0].start_sample, p.transcript) for p in take.ahead.pieces]
    done = [(start, said) for start, said in parts if said is not None]
    if len(done) < len(parts) or (take.tail_wanted and take.tail is None):
        return state.put(take), ()
    if take.tail is not None:
        done.append((0, take.tail))  # its times count from the take's first sample already
    if not done:
        nothing = Transcript("", Verdict.NO_SPEECH, duration_s=take.duration_s)
        return _decoded(state, take, nothing)
    whole = done[0][1] if take.tail is done[0][1] else ahead.joined(done, take.duration_s)
    return _decoded(state, take, whole)


def _speech_s(recording: Recording) -> float:
    return recording.speech[-1].end_s - recording.speech[0].start_s


def _decoded(state: State, take: Take, transcript: Transcript) -> Result:
    done = replace(take, stage=Stage.DECODED, transcript=transcript)
    return _deliver_next(state.put(done))


def _deliver_next(state: State) -> Result:
    """Bring the head of the queue on its way; finish takes without text at once.

    While a key is held for the next take, texts wait for it to come up.
    """
    speaking = state.capturing()
    held = speaking is not None and speaking.held
    effects: tuple[Effect, ...] = ()
    while state.takes and state.takes[0].stage is Stage.DECODED:
        head = state.takes[0]
        transcript = head.transcript
        assert transcript is not None  # set by _decoded, the only way into DECODED
        if transcript.verdict is Verdict.TEXT:
            if held:
                break
            head = replace(head, stage=Stage.DELIVERING)
            return state.put(head), (*effects, Deliver(head.id, transcript, head.profile))
        report = outcome.report(head, transcript, None)
        state = replace(state, takes=state.takes[1:])
        # There was something like speech in it, and another model may know the words.
        declined = transcript.verdict is Verdict.NOT_UNDERSTOOD
        done = _kept(head, Fate.DECLINED) if declined else Discard(head.id)
        effects = (*effects, done, Tell(TakeFinished(report)))
    return state, effects


def _delivered(state: State, take: Take, command: Delivered) -> Result:
    transcript = take.transcript
    assert transcript is not None  # set by _decoded, the only way to here
    take = replace(take, private=take.private or command.private)
    if command.cancelled:
        return _remove(state, take, _taken_back(take))
    report = outcome.report(take, transcript, command)
    # Also when no window took it: the text itself is kept then.
    # What was taken for noise is kept: another model may hear words in it.
    done = _kept(take, Fate.DECLINED) if command.declined else Discard(take.id)
    effects: tuple[Effect, ...] = (done, Tell(TakeFinished(report)))
    effects = (*effects, *(Tell(NoticeRaised(notice)) for notice in command.notices))
    if command.error is not None:
        effects = (*effects, Tell(NoticeRaised(command.error.notice())))
    return _remove(state, take, effects)


def _remove(state: State, take: Take, effects: tuple[Effect, ...]) -> Result:
    """Take it out; whoever waited behind it may be next."""
    rest = replace(state, takes=tuple(t for t in state.takes if t.id != take.id))
    after, more = _deliver_next(rest)
    return after, (*effects, *more)
