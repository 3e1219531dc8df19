"""What the core tells whoever watches: values, published from any thread. No behaviour, no I/O."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from dictate.domain import EngineStatus, Fate, MicrophoneStatus, Notice, Phase, TakeId, TakeReport


@dataclass(frozen=True, slots=True)
class PhaseChanged:
    """The phase is now another one. ``take`` is the newest take it concerns."""

    phase: Phase
    take: TakeId | None
    profile: str = ""
    """That of the take; empty: none, or not known yet."""


@dataclass(frozen=True, slots=True)
class ProfileChosen:
    """The window of the press has decided which profile a take has."""

    take: TakeId
    profile: str


@dataclass(frozen=True, slots=True)
class LevelMeasured:
    """Loudness of about the last 32 ms of a running recording."""

    rms_dbfs: float
    peak_dbfs: float
    speech: bool


@dataclass(frozen=True, slots=True)
class TextForeseen:
    """What was recognised so far of a take whose text is not written yet."""

    take: TakeId
    committed: str
    """Stays, as the engine wrote it."""
    tentative: str
    """May read otherwise once more was said."""


@dataclass(frozen=True, slots=True)
class EngineChanged:
    """The engine loads, is ready, or failed."""

    status: EngineStatus


@dataclass(frozen=True, slots=True)
class MicrophoneChanged:
    """Another microphone, none, or one again."""

    status: MicrophoneStatus


@dataclass(frozen=True, slots=True)
class TakeFinished:
    """A take is done: delivered, or empty."""

    report: TakeReport


@dataclass(frozen=True, slots=True)
class TakeCancelled:
    """The user took a take back."""

    take: TakeId


@dataclass(frozen=True, slots=True)
class RecordingKept:
    """A recording can be tried again (FAILED) or brought back (CANCELLED); None: there is none."""

    fate: Fate | None


@dataclass(frozen=True, slots=True)
class CleanupProgressed:
    """A text is being cleaned; ``share`` in 0..1 is how much of it is done, about."""

    take: TakeId
    share: float


@dataclass(frozen=True, slots=True)
class HotkeyChanged:
    """The desktop has decided which key is the hotkey, or it is heard in another way."""


@dataclass(frozen=True, slots=True)
class NoticeRaised:
    """Something the user should read."""

    notice: Notice


@dataclass(frozen=True, slots=True)
class ModelSuggested:
    """Another model or precision would suit this machine better: what to set, and why."""

    key: str
    value: str
    notice: Notice


@dataclass(frozen=True, slots=True)
class UpdateSeen:
    """What the feed of updates offers; without a version: nothing newer than what runs."""

    version: str = ""
    page: str = ""
    notes: str = ""
    is_news: bool = False
    """Nobody was told of this version before."""
    problem: str = ""
    """Why the feed could not be asked, if so."""


Event: TypeAlias = (
    PhaseChanged
    | ProfileChosen
    | LevelMeasured
    | TextForeseen
    | EngineChanged
    | MicrophoneChanged
    | TakeFinished
    | TakeCancelled
    | RecordingKept
    | CleanupProgressed
    | HotkeyChanged
    | ModelSuggested
    | NoticeRaised
    | UpdateSeen
)
