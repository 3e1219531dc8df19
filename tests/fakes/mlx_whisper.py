"""A network as mlx-whisper would have it, that answers by script."""

from __future__ import annotations

from collections import deque

from dictate.domain import Samples
from dictate.engine.mlx_whisper_model import Said


def said(text: str, **more: object) -> Said:
    """Return one confident segment."""
    part = {"start": 0.0, "end": 1.0, "text": text, "avg_logprob": -0.1, "no_speech_prob": 0.01}
    return {"segments": [{**part, "compression_ratio": 1.0, **more}], "language": "en"}


class ScriptedMlx:
    """A ``WhisperInMlx``: replies by script, then with "word"."""

    def __init__(self, *replies: Said, multilingual: bool = True) -> None:
        self.replies = deque(replies)
        self.multilingual = multilingual
        self.asked: list[dict[str, object]] = []
        self.sounds: list[Samples] = []
        self.detections = 0

    def language_probabilities(self, samples: Samples) -> list[tuple[str, float]]:
        self.detections += 1
        return [("en", 0.5), ("nl", 0.3), ("de", 0.2)]

    def count_tokens(self, text: str) -> int:
        return len(text.split())

    def transcribe(self, samples: Samples, **options: object) -> Said:
        self.sounds.append(samples)
        self.asked.append(options)
        return self.replies.popleft() if self.replies else said(" word")
