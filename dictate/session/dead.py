"""A microphone that seems to work and gives nothing but zeros: when that is sure, and what is told.

A switch, a permission, or a sound server that lost its card does that. A filter for noise gives
zeros too, but not before the first word and for long, so it is told within a take only then.
"""

from __future__ import annotations

from dictate.domain import FRAME_SAMPLES, SAMPLE_RATE_HZ, Notice, Recording, Samples, Severity

DEAD_S = 1.5
"""No microphone that works gives nothing but zeros for so long; looked at when a take has ended."""
DEAD_WITHIN_S = 3.0
"""The same while one still speaks into it, and might just be thinking."""


class DeadWatch:
    """Looks at the frames of a take in order, until the first one that is no silence."""

    def __init__(self) -> None:
        self._zeros = 0
        self._is_alive = False
        self.has_told = False

    def tells(self, frame: Samples) -> bool:
        """Tell, once, that only zeros have come for too long."""
        if self._is_alive or self.has_told:
            return False
        self._is_alive = bool(frame.any())
        self._zeros += 1
        self.has_told = (
            not self._is_alive and self._zeros * FRAME_SAMPLES >= DEAD_WITHIN_S * SAMPLE_RATE_HZ
        )
        return self.has_told


def is_dead(recording: Recording) -> bool:
    """Tell whether a microphone that seems to work gave no sound at all."""
    too_long = recording.duration_s >= DEAD_S and not recording.speech
    return too_long and not recording.samples.any()


def dead(name: str) -> Notice:
    """Return what the user is told then."""
    return Notice(
        Severity.WARNING,
        f'The microphone "{name}" gives nothing but zeros.',
        "Look for its mute switch and for the permission to record, or choose another one.",
    )
