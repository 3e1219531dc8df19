"""Recognises speech with faster-whisper on CTranslate2; always from a local folder.

The folder was checked before (``integrity``), so nothing in here has a reason to ask the network:
a missing tokenizer would be one.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol

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
from dictate.engine.backend import Decoded
from dictate.engine.ctranslate2_machine import probe_machine
from dictate.engine.facts import ModelFacts, ResolvedModel
from dictate.engine.failures import load_failure, translate
from dictate.engine.ladder import Machine, Plan, Rung, descend, plan
from dictate.engine.languages import choose_language, chosen_language, within
from dictate.engine.padding import pad_short
from dictate.engine.short_form import LONGEST_S, ShortForm, vocabulary_hint
from dictate.engine.vocabulary import echoes
from dictate.engine.whisper_model import WhisperLike, language_probabilities, open_whisper
from dictate.errors import DecodeFailed

log = logging.getLogger(__name__)

TEMPERATURES = (0.0, 0.4, 0.8)
"""Greedy or beam first; sampling only when its result looks wrong, twice at most."""
WINDOW_SAMPLES = 30 * SAMPLE_RATE_HZ
WARM_UP_TOKENS = 8


class WindowDecoder(Protocol):
    """Decodes in a window shorter than 30 s, or leaves it be."""

    def decode(self, samples: Samples, options: DecodeOptions) -> Decoded | None:
        """Return what was heard, None when the full window should have a look."""


class FasterWhisperBackend:
    """A ``Backend`` for Whisper models in CTranslate2 format."""

    def __init__(
        self,
        open_model: Callable[[ResolvedModel, Rung], WhisperLike] | None = None,
        probe: Callable[[], Machine] | None = None,
        short_form: Callable[[WhisperLike, ModelFacts, tuple[str, ...]], WindowDecoder] = ShortForm,
    ) -> None:
        self._open_model = open_model or open_whisper
        self._probe = probe or probe_machine
        self._short_form = short_form
        self._model: WhisperLike | None = None
        self._facts = ModelFacts()
        self._languages: tuple[str, ...] = ()

    def load(self, resolved: ResolvedModel, choice: ModelChoice) -> ModelInfo:
        """Load on the first rung that also passes one silent decode."""
        self.unload()
        ladder: Plan = plan(choice, self._probe(), resolved.tunings)
        notices = [*resolved.notices, *ladder.notices]
        rung = descend(ladder.rungs, lambda rung: self._try(resolved, rung), notices)
        return ModelInfo(
            name=resolved.name,
            path=resolved.path,
            device=rung.name,
            compute_type=str(self._model.model.compute_type) if self._model else rung.compute_type,
            demonstration=resolved.facts.demonstration,
            languages=self._languages,
            notices=tuple(notices),
        )

    def decode(self, samples: Samples, options: DecodeOptions) -> Decoded:
        """Recognise one window; the generator of faster-whisper is drained in here."""
        if self._model is None:
            raise DecodeFailed("No model is loaded.", "Choose a model.")
        try:
            return self._decode(self._model, samples, options)
        except Exception as exc:
            raise translate(exc) from exc

    def interrupt(self) -> None:
        """Do nothing: native code in our own process cannot be stopped from outside."""

    def unload(self) -> None:
        """Drop the model; CTranslate2 frees its memory with the last reference."""
        self._model = None

    def _try(self, resolved: ResolvedModel, rung: Rung) -> None:
        self.unload()
        try:
            model = self._open_model(resolved, rung)
            self._facts = resolved.facts
            self._languages = resolved.facts.languages or (
                () if model.model.is_multilingual else ("en",)
            )
            # Missing CUDA libraries show at the first computation only, so it belongs to loading.
            silence = np.zeros(SAMPLE_RATE_HZ, np.float32)
            self._decode(model, silence, DecodeOptions(beam_size=1), WARM_UP_TOKENS)
        except Exception as exc:
            raise load_failure(exc, resolved) from exc
        self._model = model

    def _decode(
        self,
        model: WhisperLike,
        samples: Samples,
        options: DecodeOptions,
        max_new_tokens: int | None = None,
    ) -> Decoded:
        audio = pad_short(samples)
        short = options.adaptive_window and not (options.timestamps or options.word_times)
        if not short or len(audio) > LONGEST_S * SAMPLE_RATE_HZ:
            return self._decode_fully(model, audio, options, max_new_tokens)
        heard = self._short_form(model, self._facts, self._languages).decode(audio, options)
        if heard is not None:
            return heard
        log.info("the short window was in doubt, decoding in the full one")
        full = self._decode_fully(model, audio, options, max_new_tokens)
        return replace(full, full_window_again=True)

    def _decode_fully(
        self, model: WhisperLike, audio: Samples, options: DecodeOptions, max_new_tokens: int | None
    ) -> Decoded:
        allowed = within(self._languages, options.languages)
        language = chosen_language(options.language, self._languages, allowed)
        probability = 1.0
        if language is None:
            heard = language_probabilities(model, audio)
            language, probability = choose_language(heard, allowed)
        said_before = vocabulary_hint(model, self._facts, options)
        segments = self._segments(model, audio, options, (language, said_before), max_new_tokens)
        if echoes(" ".join(segment.text for segment in segments), said_before):
            log.info("the vocabulary came back, decoding without it")
            segments = self._segments(model, audio, options, (language, ""), max_new_tokens)
        return Decoded(segments, language, probability)

    def _segments(
        self,
        model: WhisperLike,
        audio: Samples,
        options: DecodeOptions,
        known: tuple[str, str],
        max_new_tokens: int | None,
    ) -> tuple[Segment, ...]:
        language, said_before = known
        segments, _info = model.transcribe(
            audio,
            language=language,
            task=str(options.task if model.model.is_multilingual else Task.TRANSCRIBE),
            beam_size=options.beam_size,
            temperature=TEMPERATURES if max_new_tokens is None else 0.0,
            no_speech_threshold=self._facts.no_speech_threshold,
            log_prob_threshold=self._facts.log_prob_threshold,
            compression_ratio_threshold=self._facts.compression_ratio_threshold,
            condition_on_previous_text=False,
            without_timestamps=not options.timestamps and len(audio) <= WINDOW_SAMPLES,
            vad_filter=False,
            max_new_tokens=max_new_tokens,
            hotwords=said_before or None,
            word_timestamps=options.word_times,
        )
        length_s = len(audio) / SAMPLE_RATE_HZ
        return tuple(_segment(part, length_s) for part in segments)


def _segment(part: Any, length_s: float) -> Segment:  # noqa: ANN401  # faster_whisper.Segment
    return Segment(
        start_s=min(float(part.start), length_s),
        end_s=min(float(part.end), length_s),
        text=str(part.text),
        avg_logprob=float(part.avg_logprob),
        no_speech_prob=float(part.no_speech_prob),
        compression_ratio=float(part.compression_ratio),
        words=tuple(
            Word(
                min(float(word.start), length_s),
                min(float(word.end), length_s),
                str(word.word),
                float(word.probability),
            )
            for word in getattr(part, "words", None) or ()
        ),
    )
