"""Recognises speech with faster-whisper on CTranslate2; always from a local folder.

The folder was checked before (``integrity``), so nothing in here has a reason to ask the network:
a missing tokenizer would be one.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Protocol, TypeAlias

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
from dictate.engine import cuda_libraries
from dictate.engine.backend import Decoded
from dictate.engine.facts import ModelFacts, ResolvedModel
from dictate.engine.failures import translate
from dictate.engine.ladder import Machine, Plan, Rung, descend, plan
from dictate.engine.languages import choose_language, chosen_language, within
from dictate.engine.probing import DeviceTrials
from dictate.engine.short_form import LONGEST_S, ShortForm, vocabulary_hint
from dictate.engine.vocabulary import echoes
from dictate.errors import (
    DecodeFailed,
    DictateError,
    ModelDamaged,
)

log = logging.getLogger(__name__)

TEMPERATURES = (0.0, 0.4, 0.8)
"""Greedy or beam first; sampling only when its result looks wrong, twice at most."""
SHORT_SAMPLES = SAMPLE_RATE_HZ
PADDED_SAMPLES = SAMPLE_RATE_HZ * 5 // 4
"""Clips under 1 s are filled up with silence to 1.25 s; stock models lose single words else."""
WINDOW_SAMPLES = 30 * SAMPLE_RATE_HZ
MAX_THREADS = 8
WARM_UP_TOKENS = 8

WhisperLike: TypeAlias = Any
"""A ``faster_whisper.WhisperModel``; the library has no types."""


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


def load_failure(exc: Exception, resolved: ResolvedModel) -> DictateError:
    """Return why loading failed. What is neither memory nor device is wrong with the files."""
    failure = translate(exc)
    if not isinstance(failure, DecodeFailed | ModelDamaged):
        return failure
    log.warning("%s did not load: %s: %s", resolved.name, type(exc).__name__, exc)
    return ModelDamaged(
        f"The model in {resolved.path} does not load; a file in it is damaged or does not fit.",
        "Remove this folder and get the model again, or choose another one.",
    )


def pad_short(samples: Samples) -> Samples:
    """Return the samples, a clip under 1 s with silence behind it."""
    audio = np.ascontiguousarray(samples, np.float32)
    if len(audio) >= SHORT_SAMPLES:
        return audio
    return np.pad(audio, (0, PADDED_SAMPLES - len(audio)))


def language_probabilities(model: WhisperLike, audio: Samples) -> list[tuple[str, float]]:
    """Return what the model thinks of the first 30 s: language codes with probabilities."""
    from faster_whisper.audio import pad_or_trim

    features = model.feature_extractor(audio)
    frames = min(features.shape[-1] - 1, model.feature_extractor.nb_max_frames)
    encoded = model.encode(pad_or_trim(features[:, :frames]))
    return [(token[2:-2], float(p)) for token, p in model.model.detect_language(encoded)[0]]


def open_whisper(resolved: ResolvedModel, rung: Rung) -> WhisperLike:
    """Load a model folder on one device."""
    if rung.device == "cuda":
        cuda_libraries.make_known()
    import tqdm
    from faster_whisper import WhisperModel

    # tqdm's own lock is a system semaphore, which a process that is killed leaves behind.
    tqdm.tqdm.set_lock(threading.RLock())

    class EncodeOnceWhisper(WhisperModel):  # type: ignore[misc]  # the library has no types
        """Remembers the last encoding: detecting the language and decoding share it.

        faster-whisper encodes the same window once for each, most of the time a short take needs.
        """

        _last: tuple[Any, Any] | None = None

        def encode(self, features: Any) -> Any:  # noqa: ANN401  # a ctranslate2.StorageView
            if self._last is not None and np.array_equal(self._last[0], features):
                encoded = self._last[1]
                self._last = None
                return encoded
            encoded = super().encode(features)
            self._last = (features, encoded)
            return encoded

    return EncodeOnceWhisper(
        str(resolved.path),
        device=rung.device,
        device_index=rung.index,
        compute_type=rung.compute_type,
        cpu_threads=rung.threads or thread_count(),
        local_files_only=True,
    )


def probe_machine(trials: DeviceTrials | None = None) -> Machine:
    """Ask CTranslate2 what it can compute with here; a graphics card is tried first."""
    import ctranslate2

    hidden = cuda_libraries.has_driver() and not (trials or DeviceTrials()).passes(
        "cuda", _card_answers
    )
    cuda_devices = 0 if hidden else int(ctranslate2.get_cuda_device_count())
    return Machine(
        cuda_devices=cuda_devices,
        cpu_types=frozenset(ctranslate2.get_supported_compute_types("cpu")),
        cuda_types=frozenset(ctranslate2.get_supported_compute_types("cuda"))
        if cuda_devices
        else frozenset(),
    )


def _card_answers() -> bool:
    """Bring a few numbers to the card: that starts its driver for this process.

    Only a driver that ends the process is bad enough to hide the card. What it throws says more
    when a model is loaded, and to the user.
    """
    import ctranslate2

    numbers = ctranslate2.StorageView.from_array(np.ones((1, 8), np.float32))
    try:
        if ctranslate2.get_cuda_device_count():
            numbers.to_device(ctranslate2.Device.cuda)
    except Exception as exc:  # noqa: BLE001  # the ladder hears it again and translates it
        log.warning("the graphics card does not take numbers: %s", exc)
    return True


def thread_count() -> int:
    """Return how many threads to compute with: the physical cores this process may use, up to 8."""
    import psutil

    physical = psutil.cpu_count(logical=False) or os.cpu_count() or 1
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else physical
    return max(1, min(physical, allowed, MAX_THREADS))


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
