"""Weights of a CTranslate2 folder read back, and given the names of mlx-whisper."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest

from benchmarks.ctranslate2_folder import write_folder
from benchmarks.scripted_weights import Scripted, Shape, scripted
from dictate import host
from dictate.engine import mlx_weights, whisper_arrays
from dictate.engine.mlx_weights import Dimensions

SHAPE = Shape(64, 2, 2)


@pytest.fixture(scope="module")
def model() -> Scripted:
    return scripted(SHAPE)


@pytest.fixture(scope="module")
def folder(model: Scripted, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("scripted") / "model"
    write_folder(place, model)
    return place


def in_mlx(name: str) -> str:
    """Return mlx-whisper's name of a weight in OpenAI's checkpoints."""
    return name.replace(".mlp.0.", ".mlp1.").replace(".mlp.2.", ".mlp2.")


def test_every_weight_comes_back_under_its_name(model: Scripted, folder: Path) -> None:
    arrays = whisper_arrays.read(folder / "model.bin")
    found = dict(mlx_weights.renamed(arrays))
    expected = {in_mlx(name): weight for name, weight in model.state.items()}
    expected.pop("encoder.positional_embedding")
    # Where the checkpoint has no bias and CTranslate2 wants one it holds zeros.
    assert expected.keys() <= found.keys()
    assert all(not found[name].any() for name in found.keys() - expected.keys())
    for name, weight in expected.items():
        there = weight.transpose(0, 2, 1) if ".conv" in name and weight.ndim == 3 else weight
        np.testing.assert_allclose(found[name], there, atol=1e-3, err_msg=name)


def test_the_sizes_are_read_off_the_arrays(folder: Path) -> None:
    sizes = mlx_weights.dimensions(whisper_arrays.read(folder / "model.bin"))
    assert sizes == Dimensions(80, 1500, 64, 2, 2, 51865, 448, 64, 2, 2)


def test_whisper_s_own_vocabulary_is_told_without_reading_the_weights(
    folder: Path, tmp_path: Path
) -> None:
    assert whisper_arrays.has_stock_vocabulary(folder)
    assert not whisper_arrays.has_stock_vocabulary(host.resource_path("models", "builtin"))
    assert whisper_arrays.has_stock_vocabulary(tmp_path)  # nothing to tell by


def test_int8_is_widened_by_the_scale_of_each_row() -> None:
    arrays = whisper_arrays.read(host.resource_path("models", "builtin") / "model.bin")
    rows = arrays["encoder/conv2/weight"]
    assert rows.dtype == np.float32 and not [name for name in arrays if name.endswith("_scale")]
    largest = np.abs(rows).reshape(len(rows), -1).max(axis=1)
    assert np.all(largest > 0) and np.all(largest < 2)
    assert len(np.unique(np.round(rows[0] / (largest[0] / 127)))) > 50


def test_bfloat16_is_the_upper_half_of_a_float(tmp_path: Path) -> None:
    def name(text: str) -> bytes:
        raw = text.encode() + b"\0"
        return struct.pack("<H", len(raw)) + raw

    values = np.array([1.0, -2.5, 0.15625], np.float32)
    upper = (values.view(np.uint32) >> 16).astype(np.uint16).tobytes()
    variable = name("w") + struct.pack("<BIBI", 1, 3, 5, len(upper)) + upper
    alias = struct.pack("<I", 1) + name("v") + name("w")
    head = struct.pack("<I", 6) + name("WhisperSpec") + struct.pack("<II", 3, 1)
    (tmp_path / "model.bin").write_bytes(head + variable + alias)
    arrays = whisper_arrays.read(tmp_path / "model.bin")
    np.testing.assert_array_equal(arrays["w"], values)
    np.testing.assert_array_equal(arrays["v"], values)


@pytest.mark.parametrize("length", [3, 40, 400])
def test_a_file_that_ends_too_early_is_told(folder: Path, tmp_path: Path, length: int) -> None:
    cut = tmp_path / "model.bin"
    cut.write_bytes((folder / "model.bin").read_bytes()[:length])
    with pytest.raises(ValueError):
        whisper_arrays.read(cut)
