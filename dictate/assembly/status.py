"""What the program is doing, as one value for the tray and for ``dictate status``."""

from __future__ import annotations

from dataclasses import dataclass

from dictate.domain import EngineStatus, Fate, MicrophoneStatus, Notice, Phase, TakeReport
from dictate.events import Event, MicrophoneChanged, PhaseChanged, ProfileChosen, RecordingKept


@dataclass(frozen=True, slots=True)
class ProgramStatus:
    """What the program is doing, for the tray and for ``dictate status``."""

    phase: Phase
    engine: EngineStatus
    microphone: MicrophoneStatus
    last: TakeReport | None
    hotkey_problem: Notice | None
    kept: Fate | None = None
    """Whether a recording can be tried again or brought back."""
    leaving: str = ""
    """Where texts go when they leave this machine for clean-up; empty when they stay."""
    trigger: str = ""
    """The hotkey in the desktop's words, where the desktop decides."""
    paused: bool = False
    """No hotkey is heard, as the user wishes."""
    profile: str = ""
    """That of the take under way; empty: none."""


class LastTold:
    """What was last told of the microphone, of a kept recording, and of the take's profile."""

    def __init__(self) -> None:
        self.microphone = MicrophoneStatus("")
        self.kept: Fate | None = None
        self.profile = ""

    def follow(self, event: Event) -> None:
        """Remember it."""
        match event:
            case PhaseChanged(_, _, profile) | ProfileChosen(_, profile):
                self.profile = profile
            case MicrophoneChanged(status):
                self.microphone = status
            case RecordingKept(fate):
                self.kept = fate
            case _:
                pass
