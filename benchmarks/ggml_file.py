"""Writes scripted weights as the model file that whisper.cpp reads.

The file is the number that names the format, the sizes, the mel filters, the vocabulary, and all
weights one after another. Precisions are those of the files people use: half precision, or eight
bits in blocks of 32 weights that share a scale.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import numpy as np
import numpy.typing as npt

from benchmarks.scripted_tokens import piece_bytes
from benchmarks.scripted_weights import AUDIO_POSITIONS, TEXT_POSITIONS, Scripted, Weights
from dictate.domain import SAMPLE_RATE_HZ

MAGIC = 0x67676D6C
F32, F16, Q8_0 = 0, 1, 8
"""How ggml numbers the precision of one weight matrix."""
FILE_TYPES = {"f16": 1, "q8_0": 2007}
"""How it numbers that of a file: 2 is the version of its quantisation, 7 stands for ``q8_0``."""
BLOCK = 32
FFT_SAMPLES = 400
IN_SINGLE = ("encoder.positional_embedding", "decoder.positional_embedding")


def write_ggml(path: Path, model: Scripted, precision: str) -> None:
    """Write the file in a precision of ``FILE_TYPES``."""
    with path.open("wb") as file:
        _numbers(file, MAGIC, *_sizes(model), FILE_TYPES[precision])
        filters = mel_filters(model.shape.mel_bands)
        _numbers(file, *filters.shape)
        file.write(filters.tobytes())
        pieces = piece_bytes(model.tokens)
        _numbers(file, len(pieces))
        for piece in pieces:
            _numbers(file, len(piece))
            file.write(piece)
        for name, weights in model.state.items():
            _write_weights(file, name, weights, precision)


def mel_filters(bands: int) -> npt.NDArray[np.float32]:
    """Return triangular filters on Slaney's mel scale, each of area one, as Whisper's are.

    Shape ``(bands, FFT_SAMPLES // 2 + 1)``. The scale is linear up to 1 kHz (15 mel), above it
    6.4 times the frequency makes 27 mel more.
    """
    step = np.log(6.4) / 27
    highest = 15 + np.log(SAMPLE_RATE_HZ / 2 / 1000) / step
    mels = np.linspace(0, highest, bands + 2)
    edges_hz = np.where(mels < 15, mels * 200 / 3, 1000 * np.exp(step * (mels - 15)))
    bins_hz = np.linspace(0, SAMPLE_RATE_HZ / 2, FFT_SAMPLES // 2 + 1)
    left, middle, right = (edges_hz[n : n + bands, None] for n in range(3))
    rising, falling = (bins_hz - left) / (middle - left), (right - bins_hz) / (right - middle)
    filters = np.maximum(0, np.minimum(rising, falling)) * 2 / (right - left)
    return np.asarray(filters, np.float32)


def in_blocks(weights: Weights) -> bytes:
    """Return a matrix as ``q8_0``: for each 32 weights of a row, a half-precision scale and bytes.

    The largest weight of a block becomes 127.
    """
    blocks = weights.astype(np.float32).reshape(-1, BLOCK)
    scales = np.abs(blocks).max(axis=1, keepdims=True) / 127
    with np.errstate(divide="ignore", invalid="ignore"):
        numbers = np.where(scales > 0, np.rint(blocks / scales), 0)
    stored = np.empty(len(blocks), np.dtype([("scale", np.float16), ("numbers", np.int8, BLOCK)]))
    stored["scale"], stored["numbers"] = scales[:, 0], numbers
    return stored.tobytes()


def _sizes(model: Scripted) -> Iterator[int]:
    shape = model.shape
    yield len(model.tokens)
    yield from (AUDIO_POSITIONS, shape.width, shape.heads, shape.layers)
    yield from (TEXT_POSITIONS, shape.width, shape.heads, shape.text_layers)
    yield shape.mel_bands


def _write_weights(file: BinaryIO, name: str, weights: Weights, precision: str) -> None:
    if name.startswith("encoder.conv") and name.endswith(".bias"):
        weights = weights.reshape(-1, 1)  # a column, to be added to each moment
    if weights.ndim == 1 or name in IN_SINGLE or name.endswith(".bias"):
        kind, data = F32, weights.astype(np.float32).tobytes()
    elif precision == "q8_0" and weights.ndim == 2:
        kind, data = Q8_0, in_blocks(weights)
    else:
        kind, data = F16, weights.astype(np.float16).tobytes()
    letters = name.encode()
    _numbers(file, weights.ndim, len(letters), kind, *reversed(weights.shape))
    file.write(letters)
    file.write(data)


def _numbers(file: BinaryIO, *numbers: int) -> None:
    file.write(struct.pack(f"<{len(numbers)}i", *numbers))
