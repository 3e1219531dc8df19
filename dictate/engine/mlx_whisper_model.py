"""One Whisper network in MLX, made from a model folder in CTranslate2 format; all of mlx-whisper.

The library would fetch a model by name. Here it is handed a network that is filled already, under a
name that nothing else has, so that it has no reason to look for one.
"""

from __future__ import annotations

import importlib
import json
import threading
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, Protocol, TypeAlias

import numpy as np

from dictate.domain import SAMPLE_RATE_HZ, Samples
from dictate.engine import mlx_weights, whisper_arrays
from dictate.engine.integrity import WEIGHTS_FILE
from dictate.errors import DeviceUnavailable

_PLACE = "the network in memory"
WINDOW_SAMPLES = 30 * SAMPLE_RATE_HZ

Said: TypeAlias = dict[str, Any]
"""What ``mlx_whisper.transcribe`` returns; the library has no types."""


class WhisperInMlx(Protocol):
    """What the backend needs of a network."""

    @property
    def multilingual(self) -> bool:
        """False for a model that only writes English."""

    def language_probabilities(self, samples: Samples) -> list[tuple[str, float]]:
        """Return what the model thinks of the first 30 s: language codes with probabilities."""

    def count_tokens(self, text: str) -> int:
        """Return how many tokens a text takes."""

    def transcribe(self, samples: Samples, **options: object) -> Said:
        """Return segments with times, by the options of ``mlx_whisper.transcribe``."""


class _EncodeOnce:
    """Remembers the last encoding: detecting the language and decoding share it."""

    def __init__(self, encoder: Callable[[Any], Any], are_equal: Callable[..., Any]) -> None:
        self._encoder = encoder
        self._are_equal = are_equal
        self._last: tuple[Any, Any] | None = None

    def __call__(self, mel: Any) -> Any:  # noqa: ANN401  # mlx.core.arrays
        if self._last is None or not bool(self._are_equal(self._last[0], mel)):
            self._last = (mel, self._encoder(mel))
        return self._last[1]


class MlxWhisper:
    """A network of mlx-whisper."""

    def __init__(self, folder: Path, precision: str = "float16") -> None:
        """Raises DeviceUnavailable where the vocabulary is not Whisper's own."""
        arrays = whisper_arrays.read(folder / WEIGHTS_FILE)
        sizes = mlx_weights.dimensions(arrays)
        if sizes.n_vocab not in whisper_arrays.STOCK_VOCABULARIES:
            raise DeviceUnavailable(
                "This model has a vocabulary of its own, for the CPU only.",
                'Choose another model, or set [engine] device to "cpu".',
            )
        import mlx.core as mx
        from mlx.utils import tree_unflatten
        from mlx_whisper.whisper import ModelDimensions, Whisper

        _keep_tqdm_in_this_process()
        self._mx: Any = mx
        self._dtype = getattr(mx, precision)
        self._half = precision == "float16"
        self._model: Any = Whisper(ModelDimensions(**asdict(sizes)), self._dtype)
        named = [(name, self._array(weight)) for name, weight in mlx_weights.renamed(arrays)]
        self._model.update(tree_unflatten(named))
        positions = arrays["encoder/position_encodings/encodings"]
        self._model.encoder._positional_embedding = self._array(positions)
        heads = json.loads((folder / "config.json").read_bytes()).get("alignment_heads")
        if heads:
            self._model.set_alignment_heads(np.array(heads))
        mx.eval(self._model.parameters())
        self._model.encoder = _EncodeOnce(self._model.encoder, mx.array_equal)
        self._tokenizer: Any = self._make_tokenizer()

    @property
    def multilingual(self) -> bool:
        """False for a model that only writes English."""
        return bool(self._model.is_multilingual)

    def language_probabilities(self, samples: Samples) -> list[tuple[str, float]]:
        """Return what the model thinks of the first 30 s: language codes with probabilities."""
        from mlx_whisper.audio import N_FRAMES, log_mel_spectrogram, pad_or_trim

        mel = log_mel_spectrogram(samples, self._model.dims.n_mels, padding=WINDOW_SAMPLES)
        spoken = mel[: max(1, mel.shape[-2] - N_FRAMES)]  # as transcribe does it
        window = pad_or_trim(spoken, N_FRAMES, axis=-2).astype(self._dtype)
        _tokens, probabilities = self._model.detect_language(window, self._tokenizer)
        return [(str(code), float(p)) for code, p in probabilities.items()]

    def count_tokens(self, text: str) -> int:
        """Return how many tokens a text takes."""
        return len(self._tokenizer.encode(text))

    def encode(self, samples: Samples) -> Any:  # noqa: ANN401  # an mlx.core.array
        """Return what the encoder makes of the first 30 s."""
        from mlx_whisper.audio import N_FRAMES, log_mel_spectrogram, pad_or_trim

        mel = log_mel_spectrogram(samples, self._model.dims.n_mels, padding=WINDOW_SAMPLES)
        return self._model.encoder(pad_or_trim(mel, N_FRAMES, axis=-2).astype(self._dtype)[None])

    def transcribe(self, samples: Samples, **options: object) -> Said:
        """Return segments with times, by the options of ``mlx_whisper.transcribe``."""
        library: Any = importlib.import_module("mlx_whisper.transcribe")
        library.ModelHolder.model, library.ModelHolder.model_path = self._model, _PLACE
        said: Said = library.transcribe(
            samples, path_or_hf_repo=_PLACE, fp16=self._half, verbose=None, **options
        )
        return said

    def _array(self, weight: mlx_weights.Array) -> Any:  # noqa: ANN401  # an mlx.core.array
        return self._mx.array(np.ascontiguousarray(weight)).astype(self._dtype)

    def _make_tokenizer(self) -> Any:  # noqa: ANN401  # mlx_whisper.tokenizer.Tokenizer
        from mlx_whisper.tokenizer import get_tokenizer

        many = self._model.is_multilingual
        return get_tokenizer(
            many,
            num_languages=self._model.num_languages,
            language="en" if many else None,
            task="transcribe" if many else None,
        )


def computes() -> bool:
    """Tell whether MLX computes on Metal here."""
    import mlx.core as mx

    product = mx.ones((8, 8)) @ mx.ones((8, 8))
    mx.eval(product)
    return bool(mx.metal.is_available()) and float(product[0, 0]) == 8.0


def _keep_tqdm_in_this_process() -> None:
    """tqdm's own lock is a system semaphore, which a process that is killed leaves behind."""
    import tqdm

    tqdm.tqdm.set_lock(threading.RLock())
