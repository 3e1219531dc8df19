"""Every harm to a model for onnx-asr is named before anything loads it."""

import json
from collections.abc import Callable
from pathlib import Path

import onnx
import pytest

from dictate.engine import integrity, onnx_integrity
from dictate.engine.model_format import Format
from dictate.errors import ModelDamaged
from tests.fakes.onnx_model import write_attention, write_ctc, write_transducer

ENCODER = "encoder-model.int8.onnx"
JOINT = "decoder_joint-model.int8.onnx"


@pytest.mark.parametrize("write", [write_transducer, write_ctc, write_attention])
def test_a_whole_model_of_each_kind_passes(tmp_path: Path, write: Callable[[Path], Path]) -> None:
    folder = write(tmp_path / "model")
    integrity.check(folder, "Get it again.")
    assert integrity.format_of(folder) is Format.ONNX
    assert onnx_integrity.parameters(folder)[0] > 100


def test_several_precisions_may_lie_side_by_side(tmp_path: Path) -> None:
    folder = write_transducer(tmp_path / "model", ("int8", "float32"), external=True)
    integrity.check(folder, "Get it again.")
    kind = onnx_integrity.kind_of(folder, "")
    assert onnx_integrity.precisions_of(folder, kind) == ("int8", "float32")


def _write(name: str, text: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_text(text, "utf-8")


def _cut(name: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_bytes((folder / name).read_bytes()[:200])


def _config(**changes: object) -> Callable[[Path], object]:
    def change(folder: Path) -> None:
        config = json.loads((folder / "config.json").read_text("utf-8"))
        (folder / "config.json").write_text(json.dumps(config | changes), "utf-8")

    return change


HARMS: list[tuple[Callable[[Path], object], str]] = [
    (lambda folder: (folder / ENCODER).unlink(), f"{ENCODER} is missing"),
    (lambda folder: (folder / JOINT).unlink(), f"{JOINT} is missing"),
    (lambda folder: (folder / "vocab.txt").unlink(), "vocab.txt is missing"),
    (lambda folder: (folder / "config.json").unlink(), "config.json is missing"),
    (_cut(ENCODER), f"{ENCODER} is damaged: it ends too early"),
    (_write(JOINT, ""), f"{JOINT} is damaged"),
    (_write("config.json", "{"), "config.json is damaged: it is not readable JSON"),
    (_write("config.json", "[]"), "config.json is damaged: it holds nothing useful"),
    (_config(model_type="t-one-ctc"), "names no kind of model that is known"),
    (_config(features_size=64), "asks for features that cannot be computed"),
    (_write("vocab.txt", "a 0\nb\n"), "a line is no token with its number"),
    (_write("vocab.txt", "a 0\nb 1\n"), "<blk> is not in it"),
]


@pytest.mark.parametrize(("harm", "told"), HARMS, ids=[told for _, told in HARMS])
def test_what_is_wrong_is_named(tmp_path: Path, harm: Callable[[Path], object], told: str) -> None:
    folder = write_transducer(tmp_path / "model")
    harm(folder)
    with pytest.raises(ModelDamaged) as caught:
        integrity.check(folder, "Get it again.")
    assert told in caught.value.message and caught.value.next_step


@pytest.mark.parametrize("harm", ["removed", "cut"])
def test_weights_in_a_file_of_their_own_are_looked_at(tmp_path: Path, harm: str) -> None:
    folder = write_transducer(tmp_path / "model", ("float32",), external=True)
    data = folder / "encoder-model.onnx.data"
    if harm == "removed":
        data.unlink()
    else:
        data.write_bytes(data.read_bytes()[:-1])
    with pytest.raises(ModelDamaged, match=r"encoder-model.onnx.data is (missing|damaged)"):
        integrity.check(folder, "Get it again.")


def test_weights_that_lie_elsewhere_are_refused(tmp_path: Path) -> None:
    folder = write_transducer(tmp_path / "model", ("float32",), external=True)
    model = onnx.load(folder / "encoder-model.onnx", load_external_data=False)
    for tensor in model.graph.initializer:
        for entry in tensor.external_data:
            if entry.key == "location":
                entry.value = "../../secret"
    (folder / "encoder-model.onnx").write_bytes(model.SerializeToString())
    with pytest.raises(ModelDamaged, match="a place outside"):
        integrity.check(folder, "Get it again.")


def test_tokens_that_look_like_ends_of_lines_are_tokens(tmp_path: Path) -> None:
    folder = write_transducer(tmp_path / "model")
    vocabulary = (folder / "vocab.txt").read_text("utf-8")
    (folder / "vocab.txt").write_text(vocabulary + "\u2028 7\n\x85 8\n", "utf-8")
    integrity.check(folder, "Get it again.")
