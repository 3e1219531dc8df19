"""Decodes one short window with an encoder no longer than it needs: the path of dictation.

faster-whisper shows the encoder 30 s whatever was said. Here the model's own parts (features,
encoder, decoder, tokenizer) are called directly: one encoding for language and text, greedy first,
no timestamps, a token limit from the duration. An answer the model itself doubts, or that looks
like what too small a window does to it, is not given; the caller then decodes in the full window.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from dictate.domain import SAMPLE_RATE_HZ, DecodeOptions, Samples, Segment, Task
from dictate.engine.backend import Decoded
from dictate.engine.facts import ModelFacts
from dictate.engine.languages import choose_language, chosen_language, within
from dictate.engine.vocabulary import echoes, hint
from dictate.engine.window import (
    FRAMES_PER_S,
    FULL_WINDOW_S,
    compression_ratio,
    repeats_itself,
    token_limit,
    window_frames,
)

log = logging.getLogger(__name__)

WhisperLike: TypeAlias = Any
"""A ``faster_whisper.WhisperModel``; the library has no types."""

MOST_NEW_TOKENS = 224
"""Half of Whisper's 448 text positions; the other half is for a prompt."""

LONGEST_S = FULL_WINDOW_S - 2.0
"""From here on a short window would be the full one."""


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A loaded model with what is known of it."""

    model: WhisperLike
    facts: ModelFacts
    languages: tuple[str, ...]

    def decode(self, samples: Samples, options: DecodeOptions) -> Decoded | None:
        """Return what was heard, or None when the full window should have a look."""
        length_s = len(samples) / SAMPLE_RATE_HZ
        encoded = self.model.encode(self._features(samples, window_frames(length_s)))
        language, probability = self._language(encoded, options)
        limit = min(MOST_NEW_TOKENS, token_limit(length_s))
        segment, token_count = self._segment(encoded, language, options, limit)
        if echoes(segment.text, self._hint(options)):
            log.info("the vocabulary came back, decoding without it")
            options = replace(options, vocabulary=())
            segment, token_count = self._segment(encoded, language, options, limit)
        if segment.no_speech_prob > self.facts.no_speech_threshold:
            return Decoded((segment,), language, probability)  # silence is silence in any window
        if token_count >= limit or self._is_doubtful(segment):
            return None
        return Decoded((replace(segment, end_s=length_s),), language, probability)

    def _features(self, samples: Samples, frames: int) -> npt.NDArray[np.float32]:
        hop = SAMPLE_RATE_HZ // FRAMES_PER_S
        padded = np.zeros(frames * hop, np.float32)
        padded[: len(samples)] = samples
        features: npt.NDArray[np.float32] = self.model.feature_extractor(padded)[..., :frames]
        return features

    def _language(self, encoded: Any, options: DecodeOptions) -> tuple[str, float]:  # noqa: ANN401
        allowed = within(self.languages, options.languages)
        fixed = chosen_language(options.language, self.languages, allowed)
        if fixed is not None:
            return fixed, 1.0
        heard = self.model.model.detect_language(encoded)[0]
        return choose_language([(token[2:-2], float(p)) for token, p in heard], allowed)

    def _hint(self, options: DecodeOptions) -> str:
        return vocabulary_hint(self.model, self.facts, options)

    def _segment(
        self,
        encoded: Any,  # noqa: ANN401  # a ctranslate2.StorageView
        language: str,
        options: DecodeOptions,
        limit: int,
    ) -> tuple[Segment, int]:
        from faster_whisper.tokenizer import Tokenizer

        multilingual = self.model.model.is_multilingual
        task = options.task if multilingual else Task.TRANSCRIBE
        tokenizer = Tokenizer(
            self.model.hf_tokenizer, multilingual, task=str(task), language=language
        )
        said_before = self._hint(options)
        before = [tokenizer.sot_prev, *tokenizer.encode(f" {said_before}")] if said_before else []
        prompt = [*before, *tokenizer.sot_sequence, tokenizer.no_timestamps]
        result = self.model.model.generate(
            encoded,
            [prompt],
            beam_size=1,
            max_length=len(prompt) + limit,
            return_scores=True,
            return_no_speech_prob=True,
            suppress_blank=True,
            suppress_tokens=_suppressed(tokenizer),
        )[0]
        tokens = result.sequences_ids[0]
        text = tokenizer.decode(tokens)
        segment = Segment(
            start_s=0.0,
            end_s=0.0,
            text=text,
            # The score is per token without the end mark, the log probability with it.
            avg_logprob=float(result.scores[0]) * len(tokens) / (len(tokens) + 1),
            no_speech_prob=float(result.no_speech_prob),
            compression_ratio=compression_ratio(text.strip()),
        )
        return segment, len(tokens)

    def _is_doubtful(self, segment: Segment) -> bool:
        return (
            segment.avg_logprob < self.facts.log_prob_threshold
            or segment.compression_ratio > self.facts.compression_ratio_threshold
            or repeats_itself(segment.text)
        )


def vocabulary_hint(model: WhisperLike, facts: ModelFacts, options: DecodeOptions) -> str:
    """Return what to show the decoder of the user's vocabulary, in this model's tokens."""
    if not options.vocabulary or not facts.takes_hints:
        return ""
    return hint(options.vocabulary, lambda line: len(model.hf_tokenizer.encode(f" {line}").ids))


def _suppressed(tokenizer: WhisperLike) -> list[int]:
    """Return the tokens that are no speech: symbols, and the marks of Whisper's own protocol."""
    own = (
        tokenizer.transcribe,
        tokenizer.translate,
        tokenizer.sot,
        tokenizer.sot_prev,
        tokenizer.sot_lm,
        tokenizer.no_speech,
    )
    return sorted({*tokenizer.non_speech_tokens, *own})
