"""Recognises speech with mlx-whisper on the graphics cores of Apple silicon.

It takes the same model folders as faster-whisper. What mlx-whisper cannot do is left out: it
decodes greedily, without a beam, and always shows the encoder 30 s.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from dictate.domain import (
    SAMPLE_RATE_HZ,
    DecodeOptions,
    ModelChoice,
    ModelInfo,
    Samples,
    Segment,
    Task,
    Word,
)
from dictate.engine import mlx_whisper_model
from dictate.engine.backend import Decoded
from dictate.engine.facts import ModelFacts, ResolvedModel
from dictate.engine.failures import load_failure, translate
from dictate.engine.faster_whisper_backend import TEMPERATURES, WARM_UP_TOKENS, WINDOW_SAMPLES
from dictate.engine.languages import choose_language, chosen_language, within
from dictate.engine.mlx_whisper_model import MlxWhisper, WhisperInMlx
from dictate.engine.padding import pad_short
from dictate.engine.probing import DeviceTrials
from dictate.engine.vocabulary import echoes, hint
from dictate.errors import DecodeFailed, DeviceUnavailable

METAL = "metal"
FLOAT16, FLOAT32 = "float16", "float32"
_CPU_STEP = 'Set [engine] device to "cpu" to stop trying it.'


class MlxWhisperBackend:
    """A ``Backend`` for Whisper models in CTranslate2 format, on Metal."""

    def __init__(
        self,
        open_model: Callable[[ResolvedModel, str], WhisperInMlx] | None = None,
        computes: Callable[[], bool] = mlx_whisper_model.computes,
        trials: DeviceTrials | None = None,
    ) -> None:
        self._open_model = open_model or (lambda m, precision: MlxWhisper(m.path, precision))
        self._computes = computes
        self._trials = trials or DeviceTrials()
        self._model: WhisperInMlx | None = None
        self._facts = ModelFacts()
        self._languages: tuple[str, ...] = ()

    def load(self, resolved: ResolvedModel, choice: ModelChoice) -> ModelInfo:
        """Load and decode a second of silence. Raises DeviceUnavailable where Metal is not."""
        self.unload()
        if not self._trials.passes(METAL, self._computes):
            raise DeviceUnavailable("Metal cannot be used on this machine.", _CPU_STEP)
        precision = FLOAT32 if choice.compute_type == FLOAT32 else FLOAT16
        try:
            model = self._open_model(resolved, precision)
            self._facts = resolved.facts
            self._languages = resolved.facts.languages or (() if model.multilingual else ("en",))
            silence = np.zeros(SAMPLE_RATE_HZ, np.float32)
            self._decode(model, silence, DecodeOptions(), WARM_UP_TOKENS)
        except Exception as exc:
            raise load_failure(exc, resolved) from exc
        self._model = model
        return ModelInfo(
            name=resolved.name,
            path=resolved.path,
            device=METAL,
            compute_type=precision,
            demonstration=resolved.facts.demonstration,
            languages=self._languages,
            notices=resolved.notices,
        )

    def decode(self, samples: Samples, options: DecodeOptions) -> Decoded:
        """Recognise one window."""
        if self._model is None:
            raise DecodeFailed("No model is loaded.", "Choose a model.")
        try:
            return self._decode(self._model, samples, options)
        except Exception as exc:
            raise translate(exc) from exc

    def interrupt(self) -> None:
        """Do nothing: native code in our own process cannot be stopped from outside."""

    def unload(self) -> None:
        """Drop the model."""
        self._model = None

    def _decode(
        self,
        model: WhisperInMlx,
        samples: Samples,
        options: DecodeOptions,
        most_tokens: int | None = None,
    ) -> Decoded:
        audio = pad_short(samples)
        allowed = within(self._languages, options.languages)
        language = chosen_language(options.language, self._languages, allowed)
        probability = 1.0
        if language is None:
            heard = model.language_probabilities(audio)
            language, probability = choose_language(heard, allowed)
        said_before = ""
        if self._facts.takes_hints:
            said_before = hint(options.vocabulary, model.count_tokens)
        segments = self._segments(model, audio, options, (language, said_before), most_tokens)
        if echoes(" ".join(segment.text for segment in segments), said_before):
            segments = self._segments(model, audio, options, (language, ""), most_tokens)
        return Decoded(segments, language, probability)

    def _segments(
        self,
        model: WhisperInMlx,
        audio: Samples,
        options: DecodeOptions,
        known: tuple[str, str],
        most_tokens: int | None,
    ) -> tuple[Segment, ...]:
        language, said_before = known
        said = model.transcribe(
            audio,
            language=language,
            task=str(options.task if model.multilingual else Task.TRANSCRIBE),
            temperature=TEMPERATURES if most_tokens is None else 0.0,
            no_speech_threshold=self._facts.no_speech_threshold,
            logprob_threshold=self._facts.log_prob_threshold,
            compression_ratio_threshold=self._facts.compression_ratio_threshold,
            condition_on_previous_text=False,
            without_timestamps=not options.timestamps and len(audio) <= WINDOW_SAMPLES,
            initial_prompt=said_before or None,
            word_timestamps=options.word_times,
            sample_len=most_tokens,
        )
        length_s = len(audio) / SAMPLE_RATE_HZ
        return tuple(_segment(part, length_s) for part in said["segments"])


def _segment(part: dict[str, Any], length_s: float) -> Segment:
    return Segment(
        start_s=min(float(part["start"]), length_s),
        end_s=min(float(part["end"]), length_s),
        text=str(part["text"]),
        avg_logprob=float(part["avg_logprob"]),
        no_speech_prob=float(part["no_speech_prob"]),
        compression_ratio=float(part["compression_ratio"]),
        words=tuple(
            Word(
                min(float(word["start"]), length_s),
                min(float(word["end"]), length_s),
                str(word["word"]),
                float(word["probability"]),
            )
            for word in part.get("words") or ()
        ),
    )
