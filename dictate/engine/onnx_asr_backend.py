"""Recognises speech with onnx-asr on ONNX Runtime (Parakeet, Canary); always from a local folder.

The folder was checked before (``onnx_integrity``), and a folder that is there keeps the library off
the network. These models have no prompt, so the user's vocabulary is left to the text stage.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
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
)
from dictate.engine import onnx_ladder, onnx_providers, token_words
from dictate.engine.backend import Decoded
from dictate.engine.facts import ResolvedModel
from dictate.engine.failures import load_failure, translate
from dictate.engine.ladder import Rung, descend
from dictate.engine.languages import fixed_language, within
from dictate.engine.model_format import OnnxKind
from dictate.engine.onnx_integrity import kind_of, precisions_of
from dictate.engine.padding import pad_short
from dictate.engine.probing import DeviceTrials
from dictate.engine.races import Races
from dictate.engine.token_words import Token
from dictate.engine.window import compression_ratio
from dictate.errors import DecodeFailed, DeviceUnavailable, EngineOutOfMemory

log = logging.getLogger(__name__)

ENGLISH = "en"
AUTO = "auto"
PHRASE_S, LOUDNESS, RUNS = 5, 0.1, 3
"""What is decoded to compare devices; the fastest of the runs counts, the first one warms up."""
_QUANTIZATIONS = {"int8": "int8", "float16": "fp16", "float32": None}
"""What onnx-asr calls the precisions of files."""


class Heard(Protocol):
    """An ``onnx_asr`` result with times."""

    text: str
    timestamps: list[float] | None
    tokens: list[str] | None
    logprobs: list[float] | None


class Recogniser(Protocol):
    """A model that ``onnx_asr`` has loaded."""

    def recognize(self, waveform: Samples, **options: str) -> Heard:
        """Return what is said in samples of 16 kHz."""


@dataclass(frozen=True, slots=True)
class _Loaded:
    recogniser: Recogniser
    kind: OnnxKind
    languages: tuple[str, ...]


class OnnxAsrBackend:
    """A ``Backend`` for models in ONNX format."""

    def __init__(
        self,
        open_model: Callable[[ResolvedModel, OnnxKind, Rung], Recogniser] | None = None,
        usable: Callable[[], frozenset[str]] | None = None,
        races: Races | None = None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        self._open_model = open_model or open_recogniser
        self._usable = usable or (lambda: onnx_providers.usable_devices(DeviceTrials()))
        self._races = races or Races()
        self._clock = clock
        self._loaded: _Loaded | None = None

    def load(self, resolved: ResolvedModel, choice: ModelChoice) -> ModelInfo:
        """Load on the first rung that also passes one silent decode."""
        self.unload()
        kind = kind_of(resolved.path, "Get the model again.")
        # On a machine whose driver crashes, "cpu" must not touch it.
        usable = frozenset({"cpu"}) if choice.device == "cpu" else self._usable()
        ladder = onnx_ladder.plan(choice, usable - kind.not_on, precisions_of(resolved.path, kind))
        notices = [*resolved.notices, *ladder.notices]
        rungs = ladder.rungs
        if choice.device == AUTO and len(rungs) > 1:
            rungs = self._fastest_first(resolved, kind, rungs)
        rung = descend(rungs, lambda rung: self._try(resolved, kind, rung), notices)
        return ModelInfo(
            name=resolved.name,
            path=resolved.path,
            device=rung.name,
            compute_type=rung.compute_type,
            demonstration=resolved.facts.demonstration,
            languages=resolved.facts.languages,
            notices=tuple(notices),
        )

    def decode(self, samples: Samples, options: DecodeOptions) -> Decoded:
        """Recognise one window."""
        if self._loaded is None:
            raise DecodeFailed("No model is loaded.", "Choose a model.")
        try:
            return _decode(self._loaded, samples, options)
        except Exception as exc:
            raise translate(exc) from exc

    def interrupt(self) -> None:
        """Do nothing: native code in our own process cannot be stopped from outside."""

    def unload(self) -> None:
        """Drop the model; ONNX Runtime frees its memory with the last reference."""
        self._loaded = None

    def _fastest_first(
        self, resolved: ResolvedModel, kind: OnnxKind, rungs: tuple[Rung, ...]
    ) -> tuple[Rung, ...]:
        """Begin the ladder with the device that is known, or now found out, to be the fastest."""
        winner = self._races.winner(resolved, [rung.name for rung in rungs])
        if winner is None:
            took_ms = self._compared(resolved, kind, rungs)
            if len(took_ms) < len(rungs):
                return rungs  # the ladder says what is the matter with the others
            winner = self._races.put(resolved, took_ms)
        first = next(at for at, rung in enumerate(rungs) if rung.name == winner)
        others = [] if rungs[first] is rungs[-1] else [r for r in rungs if r is not rungs[first]]
        return (rungs[first], *others)

    def _compared(
        self, resolved: ResolvedModel, kind: OnnxKind, rungs: tuple[Rung, ...]
    ) -> dict[str, float]:
        """Return the milliseconds a phrase takes on each device, up to one that does not load."""
        sound = np.random.default_rng(7).normal(0, LOUDNESS, PHRASE_S * SAMPLE_RATE_HZ)
        took_ms: dict[str, float] = {}
        for rung in rungs:
            try:
                self._try(resolved, kind, rung)
                took_ms[rung.name] = min(self._timed(sound.astype(np.float32)) for _ in range(RUNS))
            except (EngineOutOfMemory, DeviceUnavailable) as exc:
                log.warning("%s cannot be compared: %s", rung.name, type(exc).__name__)
                break
        self.unload()
        return took_ms

    def _timed(self, sound: Samples) -> float:
        began_s = self._clock()
        self.decode(sound, DecodeOptions())
        return (self._clock() - began_s) * 1000

    def _try(self, resolved: ResolvedModel, kind: OnnxKind, rung: Rung) -> None:
        self.unload()
        try:
            recogniser = self._open_model(resolved, kind, rung)
            loaded = _Loaded(recogniser, kind, resolved.facts.languages)
            # Kernels of a graphics card are chosen at the first computation only.
            _decode(loaded, np.zeros(SAMPLE_RATE_HZ, np.float32), DecodeOptions())
        except Exception as exc:
            raise load_failure(exc, resolved) from exc
        self._loaded = loaded


def open_recogniser(resolved: ResolvedModel, kind: OnnxKind, rung: Rung) -> Recogniser:
    """Load the files of one precision on one device."""
    import onnx_asr

    model: Any = onnx_asr.load_model(
        kind.name,
        resolved.path,
        quantization=_QUANTIZATIONS[rung.compute_type],
        sess_options=onnx_providers.session_options(rung),
        providers=onnx_providers.providers(rung),
    )
    recogniser: Recogniser = model.with_timestamps()
    return recogniser


def _decode(loaded: _Loaded, samples: Samples, options: DecodeOptions) -> Decoded:
    language, probability = spoken_language(loaded.kind, loaded.languages, options)
    said: dict[str, str] = {}
    if loaded.kind.wants_language:
        into = ENGLISH if options.task is Task.TRANSLATE else language
        said = {"language": language, "target_language": into}
    heard = loaded.recogniser.recognize(pad_short(samples), **said)
    length_s = len(samples) / SAMPLE_RATE_HZ
    return Decoded(_segments(heard, length_s, options), language, probability)


def spoken_language(
    kind: OnnxKind, known: tuple[str, ...], options: DecodeOptions
) -> tuple[str, float]:
    """Return the language and how sure it is; empty where the model finds out and does not tell.

    A model that has to be told gets the language of the settings, the first of the user's that it
    knows, or English.
    """
    mine = within(known, options.languages)
    fixed = fixed_language(options.language, known) or fixed_language(None, mine)
    if fixed is not None:
        return fixed, 1.0
    if not kind.wants_language:
        return "", 0.0
    candidates = mine if options.languages else ()
    first = next(iter(candidates), ENGLISH)
    return (first if not known or first in known else known[0]), 0.0


def _segments(heard: Heard, length_s: float, options: DecodeOptions) -> tuple[Segment, ...]:
    text = heard.text.strip()
    if not text:
        return ()
    tokens = _tokens(heard)
    plain = Segment(
        start_s=0.0,
        end_s=length_s,
        text=text,
        avg_logprob=token_words.average_logprob(tokens),
        compression_ratio=compression_ratio(text),
    )
    if not (options.timestamps or options.word_times):
        return (plain,)
    words = token_words.words(text, tokens, length_s)
    cut = token_words.segments(words, plain) if options.timestamps and words else (plain,)
    if not options.word_times:
        return tuple(replace(part, words=()) for part in cut)
    return cut if options.timestamps and words else (replace(plain, words=words),)


def _tokens(heard: Heard) -> tuple[Token, ...]:
    texts, times = heard.tokens or [], heard.timestamps or []
    if len(texts) != len(times):
        return ()  # a model without times: Canary
    logprobs: list[float | None] = [*(heard.logprobs or [])]
    logprobs = logprobs if len(logprobs) == len(texts) else [None] * len(texts)
    return tuple(Token(*token) for token in zip(texts, times, logprobs, strict=True))
