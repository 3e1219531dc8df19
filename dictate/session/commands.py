"""What the machine is told: the user's wishes, and what workers say about one take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, TypeAlias

from dictate.domain import Delivery, Notice, Recording, Samples, Span, TakeId, Transcript
from dictate.errors import DictateError
from dictate.session.ahead import Heard


class Sound(Protocol):
    """What was captured of a take so far; grows while it is spoken."""

    def cut(self, span: Span) -> Samples:
        """Return a copy of these samples."""


@dataclass(frozen=True, slots=True)
class Start:
    """Begin a take, unless one is being spoken."""

    at_s: float
    held: bool = False
    """A key is down as long as the take lasts: typing now would mix with it."""
    profile: str = ""
    """What was chosen with it; empty: the window decides."""


@dataclass(frozen=True, slots=True)
class Stop:
    """End the take that is being spoken. ``at_s``: when the key really came up."""

    at_s: float


@dataclass(frozen=True, slots=True)
class Toggle:
    """Start or stop, whichever applies."""

    at_s: float
    profile: str = ""
    """What was chosen with it; empty: the window decides."""
    patience_s: float = 0.0
    """The take ends by itself after so much silence; 0: it does not."""


@dataclass(frozen=True, slots=True)
class LetGo:
    """The key is up, and the take goes on without it."""

    at_s: float


@dataclass(frozen=True, slots=True)
class Cancel:
    """Take back the take being spoken, else the newest whose text is not handed over yet."""

    at_s: float


@dataclass(frozen=True, slots=True)
class Retry:
    """Recognise the last recording that brought no text, or was left by a crash."""

    at_s: float
    model: str = ""
    """With this model instead of the one of the settings."""


@dataclass(frozen=True, slots=True)
class Profiled:
    """The window of the press has a profile, or the first try of a recording had."""

    take: TakeId
    profile: str


@dataclass(frozen=True, slots=True)
class Secret:
    """The take is spoken into a field that hides what is typed: nothing of it is kept."""

    take: TakeId


@dataclass(frozen=True, slots=True)
class Hearing:
    """Sound has begun to come from the microphone, or has stopped coming."""

    take: TakeId
    sound: bool


@dataclass(frozen=True, slots=True)
class Paused:
    """The user stopped speaking for a moment, with the key still down."""

    take: TakeId
    heard: Heard
    sound: Sound


@dataclass(frozen=True, slots=True)
class PieceDecoded:
    """The engine is done with a piece decoded ahead."""

    take: TakeId
    number: int
    transcript: Transcript


@dataclass(frozen=True, slots=True)
class PieceFailed:
    """The engine could not decode a piece; its words are decoded again at the end."""

    take: TakeId
    number: int


@dataclass(frozen=True, slots=True)
class CaptureEnded:
    """All samples of a take are here; also when the source ended it by itself."""

    take: TakeId
    recording: Recording
    at_s: float


@dataclass(frozen=True, slots=True)
class CaptureFailed:
    """The take has no samples at all."""

    take: TakeId
    error: DictateError


@dataclass(frozen=True, slots=True)
class Decoded:
    """The engine is done with a take."""

    take: TakeId
    transcript: Transcript


@dataclass(frozen=True, slots=True)
class DecodeFailed:
    """The engine could not decode a take."""

    take: TakeId
    error: DictateError


@dataclass(frozen=True, slots=True)
class Delivered:
    """A text was handed over; ``error`` when no way worked, the text is then kept for copying."""

    take: TakeId
    text: str
    delivery: Delivery | None
    text_ms: float
    output_ms: float
    at_s: float
    error: DictateError | None = None
    raw_text: str = ""
    """What was heard, tidied only, where that is not the text."""
    cleanup_ms: float = 0.0
    notices: tuple[Notice, ...] = ()
    """What clean-up has to say."""
    cancelled: bool = False
    """The user took the take back before anything was handed over."""
    declined: bool = False
    """The text stage found that nobody said that."""
    private: bool = False
    """It went where what is typed is hidden."""


Progress: TypeAlias = (
    Profiled
    | Secret
    | Hearing
    | Paused
    | PieceDecoded
    | PieceFailed
    | CaptureEnded
    | CaptureFailed
    | Decoded
    | DecodeFailed
    | Delivered
)
"""What the workers say about one take."""

Command: TypeAlias = Start | Stop | Toggle | LetGo | Cancel | Retry | Progress
