"""Makes the sound of takes: recorded phrases glued with the pauses of somebody who thinks.

The voice detector and the pauses decide when work is done ahead, so the sound has to be speech;
what the scripted models hear in it is their script.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from dictate import host
from dictate.audio.file_source import read_audio
from dictate.domain import FRAME_SAMPLES, SAMPLE_RATE_HZ, Samples

LEAD_IN_S = (0.2, 0.4)
"""From the key going down to the first word; it varies, or every release would hit the same moment
between two frames of the microphone."""
QUIET_S = 3.0
"""What the microphone goes on hearing after the last word."""
PAUSES_S = (0.25, 0.9)
NOISE = 1e-3
"""Of a quiet room: -60 dBFS."""
SPEECH_RANGE_DB = 35.0
PHRASE_SLACK_S = 0.5
"""How far a phrase may be from the length that is wanted of it."""
GLUE_SLACK_S = 1.25
"""Half a phrase: a longer take ends with the phrase that brings it nearest to its length."""


@dataclass(frozen=True, slots=True, eq=False)
class Spoken:
    """One take as the microphone hears it, with where the last word ends."""

    samples: Samples
    last_word_end: int
    text: str

    def until(self, gap_ms: int) -> Samples:
        """Return what a recorder has that stops so long after the last word."""
        return self.samples[: self.last_word_end + gap_ms * SAMPLE_RATE_HZ // 1000]


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """Something somebody said."""

    samples: Samples
    text: str
    language: str


def spoken(seconds: float, number: int, known: Sequence[Phrase] | None = None) -> Spoken:
    """Return a take of about so many seconds of speech; each number is another one.

    It is made of the shipped samples unless other phrases are given.
    """
    random = np.random.default_rng(number)
    said, pauses = _phrases_for(seconds, number, known or phrases(), random)
    speech = _glued(said, pauses)
    lead_in, quiet = (_silence(seconds) for seconds in (random.uniform(*LEAD_IN_S), QUIET_S))
    sound = np.concatenate((lead_in, speech, quiet))
    room = random.standard_normal(len(sound), np.float32) * np.float32(NOISE)
    text = " ".join(phrase.text for phrase in said)
    return Spoken(sound + room, len(lead_in) + len(speech), text)


def trimmed(samples: Samples) -> Samples:
    """Return what lies between the first and the last loud frame."""
    count = len(samples) // FRAME_SAMPLES
    frames = samples[: count * FRAME_SAMPLES].reshape(count, FRAME_SAMPLES)
    loudness_db = 20 * np.log10(np.std(frames, axis=1) + 1e-9)
    (loud,) = np.nonzero(loudness_db > loudness_db.max() - SPEECH_RANGE_DB)
    return samples[loud[0] * FRAME_SAMPLES : (loud[-1] + 1) * FRAME_SAMPLES]


@cache
def phrases() -> tuple[Phrase, ...]:
    """Return the shipped samples without the silence around them."""
    folder: Path = host.resource_path("samples")
    return tuple(
        Phrase(
            trimmed(read_audio(path)),
            path.with_suffix(".txt").read_text("utf-8").strip(),
            path.stem.rpartition("_")[2],
        )
        for path in sorted(folder.glob("*.wav"))
    )


def _phrases_for(
    seconds: float, number: int, known: Sequence[Phrase], random: np.random.Generator
) -> tuple[list[Phrase], list[float]]:
    """Return what is said, and the pauses in between."""
    slack = PHRASE_SLACK_S * SAMPLE_RATE_HZ
    alone = [p for p in known if abs(len(p.samples) - seconds * SAMPLE_RATE_HZ) <= slack]
    if alone:
        return [alone[number % len(alone)]], []
    said: list[Phrase] = [known[number % len(known)]]
    pauses: list[float] = []
    while _length_s(said) + sum(pauses) < seconds - GLUE_SLACK_S:
        pauses.append(random.uniform(*PAUSES_S))
        said.append(known[int(random.integers(len(known)))])
    return said, pauses


def _length_s(said: list[Phrase]) -> float:
    return sum(len(phrase.samples) for phrase in said) / SAMPLE_RATE_HZ


def _glued(said: list[Phrase], pauses: list[float]) -> Samples:
    parts = [said[0].samples]
    for pause_s, phrase in zip(pauses, said[1:], strict=True):
        parts += [_silence(pause_s), phrase.samples]
    return np.concatenate(parts)


def _silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * SAMPLE_RATE_HZ), np.float32)
