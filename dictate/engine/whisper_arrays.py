"""Reads the weights of a Whisper model in CTranslate2 format as plain arrays, for another engine.

The file has them by the names of CTranslate2's layers, query, key and value in one matrix, equal
ones stored once, and, in int8, a scale for each row (``python/ctranslate2/specs/model_spec.py``).
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from dictate.engine import weights
from dictate.engine.integrity import WEIGHTS_FILE

Arrays: TypeAlias = dict[str, npt.NDArray[Any]]

STOCK_VOCABULARIES = (51864, 51865, 51866)
"""English only, 99 languages, 100 languages: Whisper's own tokens."""

EMBEDDINGS = "decoder/embeddings/weight"
_SCALE = "_scale"
_FLOAT32, _INT8, _INT16, _INT32, _FLOAT16, _BFLOAT16 = range(6)
_TYPES: dict[int, Any] = {
    _FLOAT32: np.float32,
    _INT8: np.int8,
    _INT16: np.int16,
    _INT32: np.int32,
    _FLOAT16: np.float16,
    _BFLOAT16: np.uint16,
}


def has_stock_vocabulary(folder: Path) -> bool:
    """Tell, without reading the weights, whether a model has Whisper's own tokens.

    Where nothing can be told they are taken for it; loading then says what is wrong.
    """
    try:
        stored, _aliases = weights.places(folder / WEIGHTS_FILE)
    except (OSError, ValueError, struct.error):
        return True
    sizes = [place.shape[0] for place in stored if place.name == EMBEDDINGS]
    return not sizes or sizes[0] in STOCK_VOCABULARIES


def read(path: Path) -> Arrays:
    """Return all arrays by CTranslate2's names, in floats. Raises ValueError, OSError."""
    content = np.memmap(path, np.uint8, "r")
    try:
        stored, aliases = weights.places(path)
    except struct.error as exc:
        raise ValueError("it ends too early or is not a CTranslate2 model") from exc
    arrays: Arrays = {}
    for place in stored:
        raw = content[place.start : place.start + place.length]
        if place.data_type not in _TYPES:
            raise ValueError("its weights are of an unknown type")
        array = raw.view(_TYPES[place.data_type]).reshape(place.shape)
        if place.data_type == _BFLOAT16:
            array = (array.astype(np.uint32) << 16).view(np.float32)
        arrays[place.name] = array
    for name in [name for name in arrays if name + _SCALE in arrays]:
        arrays[name] = _widened(arrays[name], arrays.pop(name + _SCALE))
    return arrays | {alias: arrays[name] for alias, name in aliases.items() if name in arrays}


def _widened(narrow: npt.NDArray[Any], scale: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    by_row = scale.reshape(-1, *([1] * (narrow.ndim - 1)))
    return (narrow.astype(np.float32) / by_row).astype(np.float32)
