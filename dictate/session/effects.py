"""What the machine wants done; the coordinator does it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from dictate.domain import (
    Fate,
    Recording,
    Span,
    TakeId,
    Transcript,
)
from dictate.events import (
    Event,
)
from dictate.session.commands import Sound


@dataclass(frozen=True, slots=True)
class BeginCapture:
    """Open the microphone for a take."""

    take: TakeId
    profile: str = ""
    """Empty: ask which one the window has."""
    patience_s: float = 0.0
    """End the take after so much silence; 0: do not."""


@dataclass(frozen=True, slots=True)
class EndCapture:
    """The key is up: collect what is still under way and finish."""

    take: TakeId
    released_at_s: float


@dataclass(frozen=True, slots=True)
class DropCapture:
    """Stop capturing and forget the samples."""

    take: TakeId


@dataclass(frozen=True, slots=True)
class Recover:
    """Fetch a kept recording and mark the speech in it."""

    take: TakeId


@dataclass(frozen=True, slots=True)
class Keep:
    """Keep the recording on disk: it can be tried again."""

    take: TakeId
    fate: Fate


@dataclass(frozen=True, slots=True)
class Discard:
    """Delete the recording: all that was in it has arrived."""

    take: TakeId


@dataclass(frozen=True, slots=True)
class Decode:
    """Give the spans of a recording to the engine that are not decoded yet."""

    take: TakeId
    recording: Recording
    spans: tuple[Span, ...]
    model: str = ""
    """Empty: that of the settings."""
    profile: str = ""


@dataclass(frozen=True, slots=True)
class DecodeAhead:
    """Give a piece of a take that is still spoken to the engine."""

    take: TakeId
    number: int
    spans: tuple[Span, ...]
    sound: Sound
    profile: str = ""


@dataclass(frozen=True, slots=True)
class AbandonDecode:
    """Nobody waits for the results of this take any more."""

    take: TakeId


@dataclass(frozen=True, slots=True)
class Deliver:
    """Make the text and bring it to the window."""

    take: TakeId
    transcript: Transcript
    profile: str = ""


@dataclass(frozen=True, slots=True)
class AbandonText:
    """Do not deliver this text if it is still being cleaned."""

    take: TakeId


@dataclass(frozen=True, slots=True)
class Tell:
    """Publish an event."""

    event: Event


Effect: TypeAlias = (
    BeginCapture
    | EndCapture
    | DropCapture
    | Recover
    | Keep
    | Discard
    | Decode
    | DecodeAhead
    | AbandonDecode
    | Deliver
    | AbandonText
    | Tell
)
