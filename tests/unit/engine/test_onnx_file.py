"""The outline of .onnx files, compared with what the onnx package itself says of them."""

from pathlib import Path

import numpy as np
import onnx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from onnx import numpy_helper

from dictate.engine import onnx_file
from tests.fakes.onnx_model import write_transducer


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_transducer(
        tmp_path_factory.mktemp("onnx") / "model", ("int8", "float32"), external=True
    )


@pytest.mark.parametrize(
    "name", ["encoder-model.onnx", "decoder_joint-model.onnx", "decoder_joint-model.int8.onnx"]
)
def test_counts_the_weights_the_file_has(folder: Path, name: str) -> None:
    stored = onnx.load(folder / name).graph.initializer
    summary = onnx_file.summarise(folder / name)
    known = [t for t in stored if t.data_type != onnx.TensorProto.INT64]
    assert summary.parameters == sum(int(np.prod(t.dims)) for t in known)
    assert summary.precision == ("int8" if "int8" in name else "float32")


def test_names_the_file_that_holds_its_weights_and_how_long_it_must_be(folder: Path) -> None:
    (external,) = onnx_file.summarise(folder / "encoder-model.onnx").externals
    assert external.name == "encoder-model.onnx.data"
    assert external.end_bytes == (folder / external.name).stat().st_size
    assert onnx_file.summarise(folder / "decoder_joint-model.onnx").externals == ()


def test_sizes_written_one_by_one_count_as_well(tmp_path: Path) -> None:
    tensor = numpy_helper.from_array(np.zeros((3, 5), np.float32), "w")
    raw = tensor.SerializeToString()
    assert raw.startswith(b"\x0a\x02\x03\x05") or raw.startswith(b"\x08\x03\x08\x05")
    unpacked = b"\x08\x03\x08\x05" + raw[raw.index(b"\x10\x01") :]
    graph = b"\x2a" + bytes([len(unpacked)]) + unpacked
    (tmp_path / "m.onnx").write_bytes(b"\x08\x08\x3a" + bytes([len(graph)]) + graph)
    assert onnx_file.summarise(tmp_path / "m.onnx").parameters == 15


def test_a_file_cut_off_anywhere_is_not_whole(folder: Path, tmp_path: Path) -> None:
    whole = (folder / "decoder_joint-model.int8.onnx").read_bytes()
    cut = tmp_path / "cut.onnx"
    graph_ends = len(whole) - len(onnx.load_from_string(whole).opset_import[0].SerializeToString())
    for length in range(0, graph_ends - 2, 7):
        cut.write_bytes(whole[:length])
        with pytest.raises(ValueError, match=r"early|not an ONNX"):
            onnx_file.summarise(cut)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    path = Path(__file__).with_name("__pycache__") / "any.onnx"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    try:
        onnx_file.summarise(path)
    except ValueError:
        pass
    finally:
        path.unlink()
