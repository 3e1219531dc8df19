"""What the icon can tell; apart from the rest, for the icon is there before that is loaded."""

from __future__ import annotations

from enum import StrEnum


class Face(StrEnum):
    """What the icon tells; each is drawn so that it is told apart without colour."""

    IDLE = "idle"
    OPENING = "opening"
    RECORDING = "recording"
    FINISHING = "finishing"
    DELIVERING = "delivering"
    LOADING = "loading"
    PROBLEM = "problem"
