"""Which sound a take makes when, and how each is made: short, soft, and unlike any voice. No Qt.

The loudspeaker may stand beside the microphone, so a recording may hold its own start sound. It is
two pure tones with soft edges, which the voice detector does not take for speech at any loudness.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from dictate.domain import Phase
from dictate.gui.overlay_state import OverlayState

if TYPE_CHECKING:
    from dictate.domain import Samples


class Sound(StrEnum):
    """What there is to hear."""

    START = "start"
    STOP = "stop"
    FAILURE = "failure"


@dataclass(frozen=True, slots=True)
class Note:
    """One tone."""

    frequency_hz: float
    length_s: float


NOTES = {
    Sound.START: (Note(1320.0, 0.05), Note(1760.0, 0.07)),
    Sound.STOP: (Note(1760.0, 0.05), Note(1320.0, 0.07)),
    Sound.FAILURE: (Note(990.0, 0.09), Note(880.0, 0.14)),
}
PEAK = 0.07
"""About -23 dBFS."""


def sound_between(before: OverlayState, now: OverlayState) -> Sound | None:
    """Return what is to be heard of a change."""
    was_recording, is_recording = (state.phase is Phase.RECORDING for state in (before, now))
    if is_recording and not was_recording:
        return Sound.START
    if was_recording and not is_recording:
        return Sound.STOP
    is_new = now.word is not None and now.word is not before.word
    return Sound.FAILURE if is_new and now.word is not None and now.word.is_failure else None


def wave(sound: Sound, rate_hz: int) -> Samples:
    """Return the samples of a sound, mono, shape ``(n,)``."""
    import numpy as np

    notes = [_tone(note, rate_hz) for note in NOTES[sound]]
    return (PEAK * np.concatenate(notes)).astype(np.float32)


def _tone(note: Note, rate_hz: int) -> Samples:
    """Return a sine that swells and dies away like half a wave, so that nothing clicks."""
    import numpy as np

    count = round(note.length_s * rate_hz)
    at_s = np.arange(count) / rate_hz
    envelope = np.sin(np.pi * np.arange(count) / max(1, count - 1)) ** 2
    return (envelope * np.sin(2 * np.pi * note.frequency_hz * at_s)).astype(np.float32)
