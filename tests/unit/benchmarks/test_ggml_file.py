"""The file for whisper.cpp, read back by its rules: sizes, filters, vocabulary, weights."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.ggml_file import BLOCK, F16, F32, Q8_0, in_blocks, mel_filters, write_ggml
from benchmarks.scripted_weights import SCRIPT, Scripted, Shape, scripted

SHAPE = Shape(width=64, layers=2, heads=2, decoder_layers=1)


@pytest.fixture(scope="module")
def model() -> Scripted:
    return scripted(SHAPE)


@dataclass
class File:
    """What was read back."""

    sizes: tuple[int, ...]
    filters: tuple[int, ...]
    pieces: list[bytes]
    kinds: dict[str, int]
    weights: dict[str, Any]


def read_back(path: Path) -> File:
    data = memoryview(path.read_bytes())
    place = 0

    def numbers(count: int) -> tuple[int, ...]:
        nonlocal place
        place += 4 * count
        return struct.unpack_from(f"<{count}i", data, place - 4 * count)

    def taken(count: int) -> bytes:
        nonlocal place
        place += count
        return bytes(data[place - count : place])

    assert taken(4) == b"lmgg"  # the magic number, low byte first
    file = File(numbers(11), (), [], {}, {})
    file.filters = numbers(2)
    taken(4 * file.filters[0] * file.filters[1])
    file.pieces = [taken(numbers(1)[0]) for _ in range(numbers(1)[0])]
    while place < len(data):
        dimensions, letters, kind = numbers(3)
        shape = tuple(reversed(numbers(dimensions)))
        name, count = taken(letters).decode(), int(np.prod(shape))
        file.kinds[name] = kind
        if kind == Q8_0:
            blocks = np.frombuffer(
                taken(count // BLOCK * (2 + BLOCK)), [("scale", "<f2"), ("bytes", "i1", BLOCK)]
            )
            values = blocks["scale"][:, None].astype(np.float32) * blocks["bytes"]
        else:
            kind_of_number = np.dtype("<f4" if kind == F32 else "<f2")
            values = np.frombuffer(taken(count * kind_of_number.itemsize), kind_of_number)
        file.weights[name] = values.reshape(shape)
    return file


@pytest.mark.parametrize(
    ("precision", "matrix", "file_type"), [("f16", F16, 1), ("q8_0", Q8_0, 2007)]
)
def test_the_file_holds_the_model(
    model: Scripted, tmp_path: Path, precision: str, matrix: int, file_type: int
) -> None:
    write_ggml(tmp_path / "model.bin", model, precision)
    file = read_back(tmp_path / "model.bin")
    assert file.sizes == (51_865, 1500, 64, 2, 2, 448, 64, 2, 1, 80, file_type)
    assert file.filters == (80, 201)
    assert file.weights.keys() == model.state.keys()
    for name, weights in model.state.items():
        stored = file.weights[name].reshape(weights.shape)
        assert np.abs(stored - weights).max() <= np.abs(weights).max() / 200
    assert file.kinds["decoder.token_embedding.weight"] == matrix
    assert file.kinds["encoder.conv1.weight"] == F16
    assert file.kinds["encoder.positional_embedding"] == file.kinds["decoder.ln.bias"] == F32
    assert file.weights["encoder.conv1.bias"].shape == (64, 1)


def test_the_vocabulary_is_bytes_and_the_words_have_their_stock_numbers(
    model: Scripted, tmp_path: Path
) -> None:
    write_ggml(tmp_path / "model.bin", model, "f16")
    pieces = read_back(tmp_path / "model.bin").pieces
    assert len(pieces) == 50_257 and pieces[-1] == b""
    numbers = (2555, 2845, 264, 2275, 281, 12_899, 322, 8138)
    assert [pieces[number] for number in numbers] == [f" {word}".encode() for word in SCRIPT]
    assert {bytes([number]) for number in range(256)} <= set(pieces)


@pytest.mark.parametrize("bands", [80, 128])
def test_the_filters_are_whispers(bands: int) -> None:
    from faster_whisper.feature_extractor import FeatureExtractor

    wanted = FeatureExtractor(feature_size=bands).mel_filters
    np.testing.assert_allclose(mel_filters(bands), wanted, atol=1e-6)


@given(st.lists(st.floats(-100, 100, width=16), min_size=BLOCK, max_size=BLOCK))
def test_a_block_is_near_what_it_was(values: list[float]) -> None:
    block = np.array(values, np.float32)
    stored = np.frombuffer(in_blocks(block), [("scale", "<f2"), ("bytes", "i1", BLOCK)])[0]
    back = np.float32(stored["scale"]) * stored["bytes"]
    assert np.abs(back - block).max() <= np.abs(block).max() * 0.006 + 1e-5
