"""What the program is doing, as one value for the tray and for ``dictate status``."""

from __future__ import annotations

from dataclasses import dataclass

from dictate.domain import EngineStatus, Fate, MicrophoneStatus, Notice, Phase, TakeReport


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
