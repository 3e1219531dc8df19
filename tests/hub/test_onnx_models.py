"""Models for onnx-asr from a hub that has them in two precisions."""

from __future__ import annotations

from pathlib import Path

import pytest

from dictate.engine import storage
from dictate.engine.model_format import Format
from tests.fakes.onnx_model import write_transducer
from tests.hub.fetching import Run
from tests.hub.loopback_hub import LoopbackHub

REPO = "istupakov/parakeet-tdt-0.6b-v3-onnx"
V3 = "parakeet-tdt-0.6b-v3"


@pytest.fixture
def parakeet(hub: LoopbackHub, tmp_path: Path) -> LoopbackHub:
    folder = write_transducer(tmp_path / "served", ("int8", "float32"), external=True)
    (folder / "README.md").write_text("about", "utf-8")
    (folder / "nemo128.onnx").write_bytes(b"features")
    hub.add(REPO, folder)
    return hub


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize(("name", "ending"), [(V3, ".int8.onnx"), (f"{V3}-float32", ".onnx")])
def test_one_precision_is_fetched(parakeet: LoopbackHub, name: str, ending: str) -> None:
    folder = Run()(name)
    assert names(folder) == {
        "checksums.json",
        "config.json",
        "vocab.txt",
        f"encoder-model{ending}",
        f"encoder-model{ending}.data",
        f"decoder_joint-model{ending}",
    }
    assert storage.resolve(name).stored_as is Format.ONNX


def test_of_any_other_repository_the_smallest_is_taken(hub: LoopbackHub, tmp_path: Path) -> None:
    hub.add("me/mine", write_transducer(tmp_path / "served", ("int8", "float32")))
    assert "encoder-model.int8.onnx" in names(Run()("me/mine"))
    assert "encoder-model.onnx" not in names(Run()("me/mine"))


@pytest.mark.parametrize(
    ("gone", "told"),
    [
        ("vocab.txt", "no vocab.txt"),
        ("decoder_joint-model.int8.onnx", "a part of its weights is not there"),
    ],
)
def test_half_a_model_is_refused_before_anything_is_fetched(
    hub: LoopbackHub, tmp_path: Path, gone: str, told: str
) -> None:
    folder = write_transducer(tmp_path / "served")
    (folder / gone).unlink()
    hub.add("me/mine", folder)
    assert told in Run().failure("me/mine").message
    assert not hub.asked("/resolve/")


def test_what_is_no_model_for_onnx_asr_is_not_kept(hub: LoopbackHub, tmp_path: Path) -> None:
    folder = write_transducer(tmp_path / "served")
    (folder / "config.json").write_text('{"model_type": "whisper"}', "utf-8")
    hub.add("me/mine", folder)
    failure = Run().failure("me/mine")
    assert "not a usable model" in failure.message and "Choose another model" in failure.next_step
