"""Opens a Whisper model with faster-whisper, and asks it for the language."""

from __future__ import annotations

import threading
from typing import Any, TypeAlias

import numpy as np

from dictate.domain import Samples
from dictate.engine import cuda_libraries
from dictate.engine.facts import ResolvedModel
from dictate.engine.ladder import Rung
from dictate.engine.threads import thread_count

WhisperLike: TypeAlias = Any
"""A ``faster_whisper.WhisperModel``; the library has no types."""


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


def language_probabilities(model: WhisperLike, audio: Samples) -> list[tuple[str, float]]:
    """Return what the model thinks of the first 30 s: language codes with probabilities."""
    from faster_whisper.audio import pad_or_trim

    features = model.feature_extractor(audio)
    frames = min(features.shape[-1] - 1, model.feature_extractor.nb_max_frames)
    encoded = model.encode(pad_or_trim(features[:, :frames]))
    return [(token[2:-2], float(p)) for token, p in model.model.detect_language(encoded)[0]]
