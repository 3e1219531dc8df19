"""The backend of the engine's process: hands each model to the engine family it is for.

A family that turns out to have no usable device, or too little memory on it, hands over to the next
one of its ``Pick``, and the user is told. Libraries are imported by the family that is used.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from dictate.domain import DecodeOptions, ModelChoice, ModelInfo, Notice, Samples, Severity
from dictate.engine import onnx_providers, whisper_arrays
from dictate.engine.backend import Backend, Decoded
from dictate.engine.crashes import Crashes
from dictate.engine.ctranslate2_machine import probe_machine
from dictate.engine.facts import ResolvedModel
from dictate.engine.family import Family, Here, Pick, pick, this_machine
from dictate.engine.faster_whisper_backend import FasterWhisperBackend
from dictate.engine.mlx_whisper_backend import MlxWhisperBackend
from dictate.engine.onnx_asr_backend import OnnxAsrBackend
from dictate.engine.probing import DeviceTrials
from dictate.engine.races import Races
from dictate.errors import DecodeFailed, DeviceUnavailable, EngineOutOfMemory, PackageMissing

log = logging.getLogger(__name__)


class FamilyBackend:
    """A ``Backend`` for every kind of model."""

    def __init__(
        self,
        makers: Mapping[Family, Callable[[], Backend]] | None = None,
        here: Callable[[], Here] = this_machine,
    ) -> None:
        self._makers = makers or backends(DeviceTrials())
        self._here = here
        self._in_use: Backend | None = None

    def load(self, resolved: ResolvedModel, choice: ModelChoice) -> ModelInfo:
        """Load with the first family that can. ``ModelInfo.notices`` says what gave way."""
        self.unload()
        here = self._here()
        fits_metal = not here.apple_silicon or whisper_arrays.has_stock_vocabulary(resolved.path)
        picked: Pick = pick(resolved.stored_as, choice, here, fits_metal=fits_metal)
        notices = list(picked.notices)
        *before, last = picked.attempts
        for attempt in before:
            try:
                return self._loaded(attempt.family, resolved, attempt.choice, notices)
            except (DeviceUnavailable, EngineOutOfMemory, PackageMissing) as exc:
                log.warning("%s gave way: %s", attempt.family, type(exc).__name__)
                told = f"{exc.message} Speech is recognised on the CPU instead."
                notices.append(Notice(Severity.WARNING, told, exc.next_step))
        return self._loaded(last.family, resolved, last.choice, notices)

    def decode(self, samples: Samples, options: DecodeOptions) -> Decoded:
        """Recognise one window."""
        if self._in_use is None:
            raise DecodeFailed("No model is loaded.", "Choose a model.")
        return self._in_use.decode(samples, options)

    def interrupt(self) -> None:
        """Cut a running call short where that is possible."""
        if self._in_use is not None:
            self._in_use.interrupt()

    def unload(self) -> None:
        """Free the memory."""
        backend, self._in_use = self._in_use, None
        if backend is not None:
            backend.unload()

    def _loaded(
        self, family: Family, resolved: ResolvedModel, choice: ModelChoice, notices: list[Notice]
    ) -> ModelInfo:
        backend = self._makers[family]()
        info = backend.load(resolved, choice)
        self._in_use = backend
        return replace(info, notices=(*notices, *info.notices))


def backends(
    trials: DeviceTrials, races: Races | None = None
) -> Mapping[Family, Callable[[], Backend]]:
    """Return what makes the backend of each family; all try devices through ``trials``."""
    return {
        Family.FASTER_WHISPER: lambda: FasterWhisperBackend(probe=lambda: probe_machine(trials)),
        Family.ONNX_ASR: lambda: OnnxAsrBackend(
            usable=lambda: onnx_providers.usable_devices(trials), races=races
        ),
        Family.MLX_WHISPER: lambda: MlxWhisperBackend(trials=trials),
    }


def remembering(crashes_file: Path, races_file: Path) -> FamilyBackend:
    """Return a backend that remembers which devices ended its process, and which are fastest."""
    return FamilyBackend(backends(DeviceTrials(Crashes(crashes_file)), Races(races_file)))
