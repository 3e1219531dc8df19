"""Turns what the engines' libraries throw into this program's errors.

CTranslate2, ONNX Runtime, tokenizers and faster-whisper throw RuntimeError with a text for nearly
everything, so the text is what there is to go by. ``TABLE`` is read top down; the first entry whose
pattern is found decides.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass

from dictate.engine.facts import ResolvedModel
from dictate.errors import (
    DecodeFailed,
    DeviceUnavailable,
    DictateError,
    EngineOutOfMemory,
    ModelDamaged,
    PackageMissing,
)

log = logging.getLogger(__name__)

_SMALLER = "Choose a smaller model, or close other programs."
_AGAIN = "Get the model again: dictate models download NAME"
_CPU = 'Set [engine] device to "cpu" to stop trying it.'


@dataclass(frozen=True, slots=True)
class Known:
    """One failure that is told by its text."""

    pattern: re.Pattern[str]
    error: type[DictateError]
    message: str
    next_step: str


def _known(pattern: str, error: type[DictateError], message: str, next_step: str) -> Known:
    return Known(re.compile(pattern, re.IGNORECASE), error, message, next_step)


TABLE: tuple[Known, ...] = (
    _known(
        r"CUDA.*out of memory|CUDA_ERROR_OUT_OF_MEMORY|cudaErrorMemoryAllocation|ALLOC_FAILED"
        r"|Insufficient Memory|8007000E",
        EngineOutOfMemory,
        "The graphics card has too little free memory for this model.",
        _SMALLER,
    ),
    _known(
        r"out of memory|bad[_ ]?alloc|failed to allocate|cannot allocate memory",
        EngineOutOfMemory,
        "There is too little free memory for this model.",
        _SMALLER,
    ),
    _known(
        r"lib\S+ is not found or cannot be loaded"
        r"|(?:unable to|could not|cannot) load .*lib(?:cublas|cudnn|cudart)"
        r"|(?:cublas|cudnn)\S*\.dll",
        DeviceUnavailable,
        "A CUDA library (cuBLAS or cuDNN) is missing.",
        "Install them with pip: nvidia-cublas-cu12 and nvidia-cudnn-cu12. " + _CPU,
    ),
    _known(
        r"driver version is insufficient|no CUDA-capable device|CUDA driver|not compiled with CUDA"
        r"|invalid device ordinal|unsupported device|no kernel image",
        DeviceUnavailable,
        "CUDA cannot be used on this machine.",
        "Install a current NVIDIA driver. " + _CPU,
    ),
    _known(
        r"CUDA fail|cuBLAS fail|cuDNN fail|CUBLAS_STATUS|CUDNN_STATUS|illegal memory access"
        r"|launch failure|DmlExecutionProvider|887A00|\[METAL\] Command buffer|CoreML.*fail",
        DeviceUnavailable,
        "The graphics card failed while computing.",
        _CPU,
    ),
    _known(
        r"requested .* compute type",
        DeviceUnavailable,
        "The device cannot compute in this precision.",
        'Set [engine] compute_type to "auto".',
    ),
    _known(
        r"unable to open file|model\.bin.*(?:incomplete|truncated)|file .* is incomplete"
        r"|unsupported model binary version|variable .* not found|specification revision"
        r"|parsing the configuration|json\.exception",
        ModelDamaged,
        "The weights of the model are damaged.",
        _AGAIN,
    ),
    _known(
        r"INVALID_PROTOBUF|INVALID_GRAPH|NO_SUCHFILE|NO_MODEL|Load model from .* failed",
        ModelDamaged,
        "The weights of the model are damaged.",
        _AGAIN,
    ),
    _known(
        r"cannot load the vocabulary|vocabulary .*mismatch|untagged enum|EOF while parsing"
        r"|invalid input features shape",
        ModelDamaged,
        "The vocabulary or the preprocessor file does not fit the model.",
        _AGAIN,
    ),
    _known(
        r"is not a valid language code",
        DecodeFailed,
        "The model does not know the language of the settings.",
        'Set [engine] language to "auto" or to a code such as "en".',
    ),
)


def translate(exc: Exception) -> DictateError:
    """Return the error of this program that says what happened; the caller raises it ``from``."""
    if isinstance(exc, DictateError):
        return exc
    if isinstance(exc, ImportError):
        return _package_missing(exc)
    text = str(exc)
    for known in TABLE:
        if known.pattern.search(text):
            return known.error(known.message, known.next_step)
    if isinstance(exc, MemoryError):
        return EngineOutOfMemory("There is too little free memory for this model.", _SMALLER)
    first_line = text.strip().partition("\n")[0][:120] or type(exc).__name__
    return DecodeFailed(
        f"The recogniser failed: {first_line}.", "Try again; if it stays, choose another model."
    )


def _package_missing(exc: ImportError) -> PackageMissing:
    """A module that is not there says nothing about the model."""
    name = (exc.name or "it needs").partition(".")[0]
    return PackageMissing(
        f"The Python package {name} is missing or broken, so the recogniser cannot start.",
        "Install Dictate's packages again, as its README says.",
    )


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
