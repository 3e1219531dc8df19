"""The model file is found without importing the package around it."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dictate.errors import ModelDamaged
from dictate.vad.silero import model_path

Install = Callable[..., Path]
TRAP = 'raise ImportError("must not be imported")\n'


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """A folder in front of the path; packages in it refuse to be imported."""

    def install(package: str, *files: str) -> Path:
        folder = tmp_path / package
        folder.mkdir(exist_ok=True)
        (folder / "__init__.py").write_text(TRAP)
        for name in files:
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(b"model")
        importlib.invalidate_caches()
        return folder

    monkeypatch.syspath_prepend(str(tmp_path))
    for name in ("silero_vad", "faster_whisper"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    return install


def test_silero_vad_comes_first(packages: Install) -> None:
    packages("faster_whisper", "assets/silero_vad_v6.onnx")
    folder = packages("silero_vad", "data/silero_vad.onnx")
    assert model_path() == folder / "data/silero_vad.onnx"


def test_the_graph_for_many_frames_comes_first(packages: Install) -> None:
    folder = packages("silero_vad", "data/silero_vad.onnx", "data/silero_vad_16k_sequence.onnx")
    assert model_path() == folder / "data/silero_vad_16k_sequence.onnx"


def test_else_the_one_inside_faster_whisper(packages: Install) -> None:
    packages("silero_vad")
    folder = packages("faster_whisper", "assets/silero_vad_v6.onnx")
    assert model_path() == folder / "assets/silero_vad_v6.onnx"


def test_none_at_all(packages: Install) -> None:
    packages("silero_vad")
    packages("faster_whisper")
    with pytest.raises(ModelDamaged) as error:
        model_path()
    assert error.value.next_step
