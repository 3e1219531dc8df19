"""What tray, window and menu show: one value, and how each event of the core changes it. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from dictate.assembly.usage import Usage
from dictate.cleanup import endpoint
from dictate.domain import (
    EngineState,
    EngineStatus,
    Fate,
    MicrophoneStatus,
    ModelInfo,
    Notice,
    Phase,
    Severity,
    TakeReport,
    Verdict,
)
from dictate.engine.holding import HeldModel
from dictate.engine.remote import place
from dictate.events import (
    CleanupProgressed,
    EngineChanged,
    Event,
    MicrophoneChanged,
    PhaseChanged,
    ProfileChosen,
    RecordingKept,
    TakeCancelled,
    TakeFinished,
    UpdateSeen,
)
from dictate.gui.core_sentences import told, told_notice
from dictate.gui.face import Face
from dictate.gui.translation import translate
from dictate.settings.choices import KeepHistory
from dictate.settings.profiles import resolved
from dictate.settings.schema import Settings

MOST_RECENT = 5
"""Texts in the menu; the history has them all."""


@dataclass(frozen=True, slots=True)
class ModelRow:
    """One model of the menu."""

    name: str
    size_mb: int
    is_cached: bool
    is_demonstration: bool = False


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """One compute device of the menu; ``obstacle`` says why it cannot be used, if so."""

    name: str
    obstacle: str = ""


class Outcome(StrEnum):
    """How the last take ended, as far as that is worth a word while idle."""

    NONE = "none"
    TEXT = "text"
    NO_SPEECH = "no_speech"
    NOT_UNDERSTOOD = "not_understood"
    CANCELLED = "cancelled"


_OUTCOMES = {
    Verdict.TEXT: Outcome.TEXT,
    Verdict.NO_SPEECH: Outcome.NO_SPEECH,
    Verdict.NOT_UNDERSTOOD: Outcome.NOT_UNDERSTOOD,
}


_FACES = {
    Phase.RECORDING: Face.RECORDING,
    Phase.FINISHING: Face.FINISHING,
    Phase.DELIVERING: Face.DELIVERING,
}


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything there is to show."""

    settings: Settings = field(default_factory=Settings)
    phase: Phase = Phase.IDLE
    is_slow_to_open: bool = False
    """The microphone has been opening long enough to say so; before, it would only flicker."""
    engine: EngineStatus = field(default_factory=lambda: EngineStatus(EngineState.LOADING))
    ready_model: ModelInfo | None = None
    """The model that was ready last; it still works while another is downloaded."""
    microphone: MicrophoneStatus | None = None
    """None until somebody looked."""
    hotkey: str = ""
    """The hotkey in words; empty when none can be used."""
    hotkey_problem: Notice | None = None
    is_paused: bool = False
    """No hotkey is heard, as the user wishes."""
    profile: str = ""
    """That of the take under way; empty: none."""
    last: TakeReport | None = None
    """The last take that gave a text."""
    recent: tuple[str, ...] = ()
    """The last texts, the newest first; none where no history is wanted."""
    outcome: Outcome = Outcome.NONE
    kept: Fate | None = None
    """Whether a recording can be tried again or brought back."""
    cleaned: float | None = None
    """How much of the text that is being cleaned is done, about; None while none is."""
    models: tuple[ModelRow, ...] = ()
    devices: tuple[DeviceRow, ...] = ()
    microphones: tuple[str, ...] = ()
    usage: Usage | None = None
    update: UpdateSeen = field(default_factory=UpdateSeen)
    """The newer version there is, if one was looked for."""
    is_update_untold: bool = False
    """A notice about it waits for the end of the take."""
    is_first_start: bool = False
    """The first steps came by themselves; they offer a model, so no notice does at once."""

    @property
    def is_downloading(self) -> bool:
        """A model is being fetched."""
        return self.engine.state is EngineState.DOWNLOADING

    @property
    def model_in_use(self) -> ModelInfo | None:
        """The model that would recognise a take now."""
        return self.ready_model if self.is_downloading else self.engine.model

    @property
    def held_by_model_in_use(self) -> HeldModel | None:
        """What that model holds, where it is loaded and was measured."""
        model, held = self.model_in_use, self.usage.models if self.usage else ()
        if model is None:
            return None
        return next((h for h in held if h.name == model.name and h.device == model.device), None)

    @property
    def has_real_model(self) -> bool:
        """A model other than the demonstration is on this machine."""
        return any(m.is_cached and not m.is_demonstration for m in self.models)

    @property
    def problem(self) -> Notice | None:
        """What keeps the user from dictating now, the worst first."""
        if self.engine.state in (EngineState.FAILED, EngineState.MISSING):
            return told_notice(engine_problem(self.engine))
        if self.microphone is not None and self.microphone.problem and not self.is_standing_in:
            return told_notice(self.microphone.problem)
        return None if self.hotkey_problem is None else told_notice(self.hotkey_problem)

    @property
    def face(self) -> Face:
        """What the icon shows: first what the user is doing, then what is in the way."""
        if self.phase in _FACES:
            return _FACES[self.phase]
        if self.phase is Phase.OPENING and self.is_slow_to_open:
            return Face.OPENING
        if self.engine.state in (EngineState.LOADING, EngineState.DOWNLOADING):
            return Face.LOADING
        return Face.PROBLEM if self.problem else Face.IDLE

    @property
    def is_listening(self) -> bool:
        """The microphone is on between takes."""
        return self.microphone is not None and self.microphone.listening

    @property
    def is_marked(self) -> bool:
        """The icon bears the mark of a microphone that is on, unless its face says so itself."""
        return self.is_listening and self.phase is not Phase.RECORDING

    @property
    def settings_in_use(self) -> Settings:
        """The settings with the profile of the take under way."""
        return resolved(self.settings, self.settings.profiles.get(self.profile))

    @property
    def is_private(self) -> bool:
        """Nothing of the take under way is kept, as its profile wants it."""
        profile = self.settings.profiles.get(self.profile)
        return profile is not None and profile.private

    @property
    def spoken_language(self) -> str:
        """The code of the language that the take is in; empty while it is yet to be found out."""
        engine = self.settings_in_use.engine
        if engine.language != "auto":
            return engine.language
        return engine.languages[0] if len(engine.languages) == 1 else ""

    @property
    def leaving(self) -> str:
        """Where texts go when they leave this machine for clean-up; empty when they stay."""
        return told(endpoint.route(self.settings_in_use.llm))

    @property
    def speech_server(self) -> str:
        """The server that recognises, on whatever machine; empty when this program does."""
        remote = self.settings_in_use.remote
        return place.parse(remote.endpoint).host if place.is_on(remote) else ""

    @property
    def speech_leaving(self) -> str:
        """Where speech goes when it leaves this machine; empty when it stays."""
        return told(place.route(self.settings_in_use.remote))

    @property
    def is_standing_in(self) -> bool:
        """Another microphone than the chosen one works in its place: no obstacle."""
        return self.microphone is not None and bool(self.microphone.name and self.microphone.wanted)

    def model(self, name: str) -> ModelRow | None:
        """Return the row of a model."""
        return next((m for m in self.models if m.name == name), None)


def engine_problem(status: EngineStatus) -> Notice:
    """Return why the engine cannot work, from its status."""
    if status.detail:  # a sentence and, mostly, the next step in another one
        message, end, step = status.detail.partition(". ")
        return Notice(Severity.ERROR, f"{message}." if end else message, step)
    missing = status.state is EngineState.MISSING
    plain = (
        translate("Problem", "There is no model to recognise speech with.")
        if missing
        else translate("Problem", "Speech recognition does not work.")
    )
    step = translate("Problem", "Choose another model or device in the menu.")
    return Notice(Severity.ERROR, plain, step)


def after(facts: Facts, event: Event) -> Facts:
    """Return what is to be shown after ``event``."""
    match event:
        case PhaseChanged(phase, _, profile):
            cleaned, outcome = None, facts.outcome
            if phase is Phase.RECORDING:
                cleaned, outcome = facts.cleaned, Outcome.NONE
            return replace(
                facts, phase=phase, is_slow_to_open=False, profile=profile,
                cleaned=cleaned, outcome=outcome,
                is_update_untold=facts.is_update_untold and phase is not Phase.IDLE,
            )  # fmt: skip
        case ProfileChosen(_, profile):
            return replace(facts, profile=profile)
        case CleanupProgressed(_, share):
            return replace(facts, cleaned=share)
        case EngineChanged(status):
            return replace(facts, engine=status, ready_model=status.model or facts.ready_model)
        case MicrophoneChanged(status):
            return replace(facts, microphone=status)
        case TakeFinished(report):
            last = report if report.text else facts.last
            outcome, recent = _OUTCOMES[report.verdict], _recent(facts, report.text)
            return replace(facts, last=last, recent=recent, outcome=outcome, cleaned=None)
        case TakeCancelled():
            return replace(facts, outcome=Outcome.CANCELLED, cleaned=None)
        case RecordingKept(fate):
            return replace(facts, kept=fate)
        case UpdateSeen(version, is_news=is_news):
            waits = bool(version) and (is_news or facts.is_update_untold)
            in_take = facts.phase is not Phase.IDLE
            return replace(facts, update=event, is_update_untold=waits and in_take)
        case _:
            return facts


def with_recent(facts: Facts, texts: tuple[str, ...]) -> Facts:
    """Return what is to be shown with these last texts, where a history is wanted."""
    return replace(facts, recent=texts if _wants_recent(facts) else ())


def _wants_recent(facts: Facts) -> bool:
    return facts.settings.history.keep is not KeepHistory.OFF


def _recent(facts: Facts, text: str) -> tuple[str, ...]:
    if not _wants_recent(facts):
        return ()
    others = [other for other in facts.recent if other != text]
    return tuple([text, *others] if text else others)[:MOST_RECENT]
