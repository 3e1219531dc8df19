"""Measures what decoding a short window takes in this process: the child's side of tuning.

The work is that of a phrase of eight seconds, features to text, with a fixed number of tokens: what
is in the sound changes the words and not the time. The first run warms up and does not count.
"""

from __future__ import annotations

import os
import time

import numpy as np

from dictate.domain import SAMPLE_RATE_HZ, Samples
from dictate.engine.backend import Reading
from dictate.engine.failures import translate
from dictate.engine.faster_whisper_backend import FasterWhisperBackend
from dictate.engine.threads import thread_count
from dictate.engine.whisper_model import WhisperLike
from dictate.engine.window import FRAMES_PER_S, window_frames
from dictate.errors import DecodeFailed

PHRASE_S = 8.0
TOKENS = 8
LOUDNESS = 0.1
FEWEST_RUNS = 3
ENOUGH_S = 10.0
"""A model this slow is not measured more often than it has to be."""
MEGABYTE = 1_000_000


class StopwatchBackend(FasterWhisperBackend):
    """A backend that can be timed."""

    def measure(self, runs: int) -> Reading:
        """Decode a window so many times, the warm-up not counted. Raises EngineError."""
        model = self._model
        if model is None:
            raise DecodeFailed("No model is loaded.", "Choose a model.")
        try:
            return _reading(model, _timed(model, runs))
        except Exception as exc:
            raise translate(exc) from exc


def _timed(model: WhisperLike, runs: int) -> tuple[float, ...]:
    random = np.random.default_rng(7)
    took_s: list[float] = []
    for run in range(runs + 1):
        sound = random.normal(0, LOUDNESS, int(PHRASE_S * SAMPLE_RATE_HZ)).astype(np.float32)
        began_s = time.perf_counter()
        _decode(model, sound)
        if run > 0:
            took_s.append(time.perf_counter() - began_s)
        if run >= FEWEST_RUNS and sum(took_s) > ENOUGH_S:
            break
    return tuple(1000 * s for s in took_s)


def _decode(model: WhisperLike, sound: Samples) -> None:
    from faster_whisper.tokenizer import Tokenizer

    frames = window_frames(PHRASE_S)
    padded = np.zeros(frames * SAMPLE_RATE_HZ // FRAMES_PER_S, np.float32)
    padded[: len(sound)] = sound
    encoded = model.encode(model.feature_extractor(padded)[..., :frames])
    multilingual = model.model.is_multilingual
    tokens = Tokenizer(model.hf_tokenizer, multilingual, task="transcribe", language="en")
    prompt = [*tokens.sot_sequence, tokens.no_timestamps]
    model.model.generate(
        encoded,
        [prompt],
        beam_size=1,
        max_length=len(prompt) + TOKENS,
        suppress_blank=False,
        suppress_tokens=[tokens.eot],  # the same number of tokens every time
    )


def _reading(model: WhisperLike, runs_ms: tuple[float, ...]) -> Reading:
    import ctranslate2
    import psutil

    device = str(model.model.device)
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return Reading(
        device=device,
        compute_type=str(model.model.compute_type),
        threads=thread_count(),
        cores=allowed or 1,
        supported=tuple(sorted(ctranslate2.get_supported_compute_types(device))),
        runs_ms=runs_ms,
        memory_mb=psutil.Process().memory_info().rss / MEGABYTE,
    )
