"""What the rules of dictating depend on: the takes on their way, in the order they were begun.

Values only; what becomes of them is decided in ``machine``.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum, auto

from dictate.domain import Phase, Recording, TakeId, Transcript
from dictate.session import ahead
from dictate.session.ahead import Ahead
from dictate.session.commands import Sound


class Stage(Enum):
    """Where one take is on its way."""

    CAPTURING = auto()
    RECOVERING = auto()  # a kept recording is looked for
    TAIL = auto()  # released; the last samples are still coming
    DECODING = auto()
    DECODED = auto()  # waits until the takes before it are delivered
    DELIVERING = auto()


@dataclass(frozen=True, slots=True)
class Take:
    """One take that is not done yet."""

    id: TakeId
    stage: Stage
    held: bool = False
    heard: bool = False
    """Sound comes from its microphone: the user may speak."""
    released_at_s: float = 0.0
    captured_at_s: float = 0.0
    duration_s: float = 0.0
    vad_ms: float = 0.0
    sound: Sound | None = None
    ahead: Ahead = field(default_factory=Ahead)
    recording: Recording | None = None
    tail: Transcript | None = None
    tail_wanted: bool = False
    """Something was left to decode at the end."""
    transcript: Transcript | None = None
    model: str = ""
    """The model it is tried again with, when that is another one."""
    profile: str = ""
    """The profile it has; empty: none."""
    private: bool = False
    """Nothing of it is kept."""


@dataclass(frozen=True, slots=True)
class State:
    """Everything the rules depend on."""

    takes: tuple[Take, ...] = ()
    next_id: int = 1
    decode_ms: float = 0.0
    """How long the engine took last time."""
    credit_s: float = ahead.FIRST_CREDIT_S
    """What may still be wasted on decoding ahead."""

    @property
    def phase(self) -> Phase:
        """What the user is shown: the liveliest of what is going on."""
        speaking = self.capturing()
        if speaking is not None:
            return Phase.RECORDING if speaking.heard else Phase.OPENING
        stages = {take.stage for take in self.takes}
        if Stage.DELIVERING in stages:
            return Phase.DELIVERING
        return Phase.FINISHING if stages else Phase.IDLE

    def find(self, take: TakeId) -> Take | None:
        """Return the take if it is still on its way."""
        return next((t for t in self.takes if t.id == take), None)

    def capturing(self) -> Take | None:
        """Return the take that is being spoken."""
        return next((t for t in self.takes if t.stage is Stage.CAPTURING), None)

    def put(self, take: Take) -> State:
        """Return the state with this take in the place of the one before it."""
        return replace(self, takes=tuple(take if t.id == take.id else t for t in self.takes))
