"""What the overlay knows of the running take, how events change it, and what it shows. No Qt.

Times come from the caller. A take ends with the phase turning idle, and what became of it is told
right after; so the end is shown for a moment before the overlay fades.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from dictate.domain import (
    OutputMethod,
    Phase,
    Severity,
    TakeId,
    TakeReport,
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
from dictate.gui.core_sentences import told
from dictate.gui.face import Face
from dictate.gui.translation import translate

FRAME_MS = 33
"""30 frames a second, while sound is shown or the overlay fades."""
EARLY_MS = 6
"""So much sooner a frame may come: levels are measured every 32 ms, and heard with some unrest."""
LATEST_MS = 50
"""Without a level that would bring it, a frame comes then: the clock goes on, texts arrive."""
SLOW_OPENING_S = 0.15
"""A microphone that gives sound sooner is not said to be opening."""
FADE_S = 0.25
WORD_S = 1.6
FAILURE_S = 4.0
LATE_S = 1.0
"""What is told later than this after the end of a take is not about it."""
BARS = 32
"""So many levels are kept, about one second."""
QUIETEST_DBFS, LOUDEST_DBFS = -54.0, -8.0


@dataclass(frozen=True, slots=True)
class Word:
    """How a take ended, in a word or a sentence."""

    text: str
    face: Face = Face.IDLE
    shown_s: float = WORD_S
    is_failure: bool = False
    """There is no text, and the user did not want it so."""


@dataclass(frozen=True, slots=True)
class OverlayState:
    """Everything the overlay shows depends on."""

    phase: Phase = Phase.IDLE
    since_s: float = float("-inf")
    """When this phase began, or the word was said."""
    take: TakeId | None = None
    profile: str = ""
    begun_s: float = 0.0
    """When the sound began to come."""
    spoken_s: float = 0.0
    """How long was spoken; counts on while recording."""
    levels: tuple[float, ...] = ()
    """How loud it was lately, in 0..1, the newest last."""
    is_speech: bool = False
    committed: str = ""
    tentative: str = ""
    word: Word | None = None


@dataclass(frozen=True, slots=True)
class View:
    """What is to be seen at one moment."""

    face: Face
    label: str
    """In words what ``face`` tells; also for screen readers."""
    profile: str = ""
    """The name of what the take is written with, shown beside."""
    language: str = ""
    """What is to be spoken, where that is settled."""
    is_word: bool = False
    """The label is the end of a take and stands alone."""
    clock: str = ""
    levels: tuple[float, ...] = ()
    is_speech: bool = False
    committed: str = ""
    tentative: str = ""
    opacity: float = 1.0
    is_leaving: bool = False
    """What is said leaves this machine."""

    def written(self, *, is_full: bool) -> str:
        """Return the words of the pill; the small one needs none beside its clock."""
        if self.is_word:
            return self.label
        if not is_full:
            return self.profile if self.clock else self._beside(self.profile)
        return self._beside(self.profile, self.language)

    def _beside(self, *words: str) -> str:
        return " · ".join(filter(None, (self.label, *words)))


def after(state: OverlayState, event: Event, now_s: float) -> OverlayState:
    """Return what is known after ``event``."""
    match event:
        case PhaseChanged(phase, take, profile):
            return replace(_in_phase(state, phase, take, now_s), profile=profile)
        case ProfileChosen(take, profile) if take == state.take:
            return replace(state, profile=profile)
        case LevelMeasured() if state.phase is Phase.RECORDING:
            levels = (*state.levels, share_of(event.rms_dbfs))[-BARS:]
            return replace(state, levels=levels, is_speech=event.speech)
        case TextForeseen(take, committed, tentative) if take == state.take:
            return replace(state, committed=committed, tentative=tentative)
        case TakeFinished(report):
            return _said(state, _word_for(report), now_s)
        case TakeCancelled():
            return _said(state, Word(translate("Overlay", "Cancelled")), now_s)
        case NoticeRaised(notice) if notice.severity is Severity.ERROR:
            return _said(
                state, Word(told(notice.message), Face.PROBLEM, FAILURE_S, is_failure=True), now_s
            )
        case _:
            return state


def view(state: OverlayState, now_s: float) -> View | None:
    """Return what is to be seen now; None when nothing is."""
    if state.phase is Phase.IDLE:
        return _farewell(state, now_s)
    if state.phase is Phase.OPENING and now_s < state.since_s + SLOW_OPENING_S:
        return None
    face, label = _FACES[state.phase], label_of(state.phase)
    if state.phase is Phase.OPENING:
        return View(face, label)
    return View(
        face,
        label,
        profile=state.profile,
        clock=clock(_spoken_s(state, now_s)) if state.begun_s else "",
        levels=state.levels,
        is_speech=state.is_speech and state.phase is Phase.RECORDING,
        committed=state.committed,
        tentative=state.tentative,
    )


def next_look_ms(state: OverlayState, now_s: float) -> int | None:
    """Return when something else is to be seen; None when only an event changes that."""
    match state.phase:
        case Phase.RECORDING:
            return LATEST_MS
        case Phase.OPENING:
            left_s = state.since_s + SLOW_OPENING_S - now_s
            return _ms(left_s) if left_s > 0 else None
        case Phase.IDLE:
            left_s = _left_s(state, now_s)
            if left_s > FADE_S:
                return _ms(left_s - FADE_S)
            return FRAME_MS if left_s > 0 else None
        case _:
            return None


def soonest_ms(since_frame_s: float) -> int:
    """Return how long a level has to wait so long after a frame; 0: it is drawn at once."""
    left_ms = FRAME_MS - since_frame_s * 1000
    return math.ceil(left_ms) if left_ms > EARLY_MS else 0


def share_of(level_dbfs: float) -> float:
    """Return how high a loudness is drawn, in 0..1."""
    share = (level_dbfs - QUIETEST_DBFS) / (LOUDEST_DBFS - QUIETEST_DBFS)
    return min(1.0, max(0.0, share))


def clock(seconds: float) -> str:
    """Return a duration as a clock shows it."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"


def label_of(phase: Phase) -> str:
    """Return what a phase is called here."""
    match phase:
        case Phase.OPENING:
            return translate("Overlay", "Opening the microphone")
        case Phase.RECORDING:
            return translate("Overlay", "Recording")
        case Phase.FINISHING:
            return translate("Overlay", "Recognising")
        case Phase.DELIVERING:
            return translate("Overlay", "Writing")
        case Phase.IDLE:
            return translate("Overlay", "Ready")


_FACES = {
    Phase.OPENING: Face.OPENING,
    Phase.RECORDING: Face.RECORDING,
    Phase.FINISHING: Face.FINISHING,
    Phase.DELIVERING: Face.DELIVERING,
}


def _in_phase(state: OverlayState, phase: Phase, take: TakeId | None, now_s: float) -> OverlayState:
    match phase:
        case Phase.OPENING:
            return OverlayState(phase, now_s, take)
        case Phase.RECORDING:
            return OverlayState(phase, now_s, take, begun_s=now_s)
        case _:
            spoken_s = _spoken_s(state, now_s)
            is_new = state.phase is Phase.IDLE  # a kept recording is tried again
            state = OverlayState(take=take) if is_new and phase is not Phase.IDLE else state
            return replace(state, phase=phase, since_s=now_s, spoken_s=spoken_s, word=None)


def _said(state: OverlayState, word: Word | None, now_s: float) -> OverlayState:
    """Show the word at the end of a take; while another one goes on it would only disturb."""
    if word is None or state.phase is not Phase.IDLE or now_s > state.since_s + LATE_S:
        return state
    if state.word is not None and state.word.face is Face.PROBLEM:
        return state  # the worse one stays
    return replace(state, word=word, since_s=now_s)


def _word_for(report: TakeReport) -> Word | None:
    match report.verdict:
        case Verdict.NO_SPEECH:
            return Word(translate("Overlay", "No speech"), is_failure=True)
        case Verdict.NOT_UNDERSTOOD:
            return Word(translate("Overlay", "Not understood"), is_failure=True)
        case Verdict.TEXT:
            is_copied = report.delivery and report.delivery.method is OutputMethod.COPY
            return Word(translate("Overlay", "Copied")) if is_copied else None


def _farewell(state: OverlayState, now_s: float) -> View | None:
    word, left_s = state.word, _left_s(state, now_s)
    if left_s <= 0:
        return None
    opacity = min(1.0, left_s / FADE_S)
    if word is not None:
        return View(word.face, word.text, is_word=True, opacity=opacity)
    if not state.begun_s:  # it never opened
        return None
    return View(
        Face.IDLE,
        label_of(Phase.IDLE),
        clock=clock(state.spoken_s),
        levels=state.levels,
        committed=state.committed,
        tentative=state.tentative,
        opacity=opacity,
    )


def _left_s(state: OverlayState, now_s: float) -> float:
    """Return how long the end of a take is still seen."""
    return state.since_s + (state.word.shown_s if state.word else 0.0) + FADE_S - now_s


def _spoken_s(state: OverlayState, now_s: float) -> float:
    return now_s - state.begun_s if state.phase is Phase.RECORDING else state.spoken_s


def _ms(seconds: float) -> int:
    return max(1, round(seconds * 1000))
