"""Writes tiny models with the graphs, names and shapes of NeMo's in ONNX format.

The encoder takes every eighth frame as it is. A frame is loud when its features, which the library
makes even over a recording, are above their mean, and only loud frames say something: a transducer
its script, a token a frame; a CTC model "a" for each stretch. The model with attention says the
script of the language that it is told to write, whatever it hears.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

BANDS = 128
STEP = 8
"""Frames of 10 ms from one encoded frame to the next."""
DURATIONS = 5
SCRIPT = ("▁the", "▁rep", "ort", ".", "▁is", "▁here")
"""What the transducer says: "the report. is here"."""
SAYS = "the report. is here"
BLANK = "<blk>"
SURE = 20.0

LANGUAGES = ("en", "de")
PROMPT = (
    "▁",
    "<|startofcontext|>",
    "<|startoftranscript|>",
    "<|emo:undefined|>",
    "<|pnc|>",
    "<|noitn|>",
    "<|notimestamp|>",
    "<|nodiarize|>",
    "<|endoftext|>",
)
GREETINGS = {"en": "▁hello", "de": "▁hallo"}

_FLOAT, _INT64, _INT32 = TensorProto.FLOAT, TensorProto.INT64, TensorProto.INT32
Table = npt.NDArray[np.float32]


def write_transducer(
    folder: Path,
    precisions: Sequence[str] = ("int8",),
    kind: str = "nemo-conformer-tdt",
    external: bool = False,
) -> Path:
    """Write a model that says ``SCRIPT``, a token each loud frame."""
    tokens = [*SCRIPT, BLANK]
    _begin(folder, kind, tokens)
    durations = DURATIONS if kind.endswith("tdt") else 0
    for precision in precisions:
        _save(_encoder(), folder / _file("encoder-model", precision), external)
        joint = _joint(_next_tokens(tokens, durations), precision == "int8")
        _save(joint, folder / _file("decoder_joint-model", precision))
    return folder


def write_ctc(folder: Path) -> Path:
    """Write a model that says "a" for each loud stretch."""
    _begin(folder, "nemo-conformer-ctc", ["▁a", BLANK])
    rows = np.stack([np.full(BANDS, 1.0), np.full(BANDS, -1.0)]).astype(np.float32) * SURE / BANDS
    graph = helper.make_graph(
        [
            helper.make_node("Conv", ["audio_signal", "w"], ["scores"], strides=[STEP]),
            helper.make_node("Transpose", ["scores"], ["by_frame"], perm=[0, 2, 1]),
            helper.make_node("LogSoftmax", ["by_frame"], ["logprobs"], axis=-1),
        ],
        "ctc",
        _sound(),
        [helper.make_tensor_value_info("logprobs", _FLOAT, [1, None, 2])],
        [numpy_helper.from_array(rows[:, :, None], "w")],
    )
    _save(graph, folder / "model.int8.onnx")
    return folder


def write_attention(folder: Path) -> Path:
    """Write a model like Canary that greets in the language it is told to write."""
    tokens = [*PROMPT, *(f"<|{code}|>" for code in LANGUAGES), *GREETINGS.values()]
    _begin(folder, "nemo-conformer-aed", tokens)
    follows = {f"<|{code}|>": greeting for code, greeting in GREETINGS.items()}
    follows |= dict.fromkeys(GREETINGS.values(), "<|endoftext|>")
    table = np.zeros((len(tokens), len(tokens)), np.float32)
    for before, after in follows.items():
        table[tokens.index(before), tokens.index(after)] = SURE
    _save(_attention_encoder(), folder / "encoder-model.int8.onnx")
    _save(_attention_decoder(table), folder / "decoder-model.int8.onnx")
    return folder


def _file(part: str, precision: str) -> str:
    return f"{part}.int8.onnx" if precision == "int8" else f"{part}.onnx"


def _begin(folder: Path, kind: str, tokens: Sequence[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    config = {"model_type": kind, "features_size": BANDS, "subsampling_factor": STEP}
    (folder / "config.json").write_text(json.dumps(config), "utf-8")
    lines = [f"{token} {number}\n" for number, token in enumerate(tokens)]
    (folder / "vocab.txt").write_text("".join(lines), "utf-8")


def _save(graph: onnx.GraphProto, path: Path, external: bool = False) -> None:
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(model)
    place = {"location": path.name + ".data", "size_threshold": 0} if external else {}
    onnx.save(model, str(path), save_as_external_data=external, **place)


def _sound() -> list[onnx.ValueInfoProto]:
    return [
        helper.make_tensor_value_info("audio_signal", _FLOAT, [1, BANDS, None]),
        helper.make_tensor_value_info("length", _INT64, [1]),
    ]


def _subsampling(out: str) -> list[onnx.NodeProto]:
    return [
        helper.make_node("Conv", ["audio_signal", "w"], [out], strides=[STEP]),
        helper.make_node("Sub", ["length", "one"], ["less"]),
        helper.make_node("Div", ["less", "step"], ["part"]),
        helper.make_node("Add", ["part", "one"], ["encoded_lengths"]),
    ]


def _constants(arrays: Mapping[str, object]) -> list[onnx.TensorProto]:
    return [numpy_helper.from_array(np.asarray(array), name) for name, array in arrays.items()]


def _encoder() -> onnx.GraphProto:
    same = np.eye(BANDS, dtype=np.float32)[:, :, None]
    return helper.make_graph(
        _subsampling("outputs"),
        "encoder",
        _sound(),
        [
            helper.make_tensor_value_info("outputs", _FLOAT, [1, BANDS, None]),
            helper.make_tensor_value_info("encoded_lengths", _INT64, [1]),
        ],
        _constants({"w": same, "one": np.array([1], np.int64), "step": np.array([STEP], np.int64)}),
    )


def _next_tokens(tokens: Sequence[str], durations: int) -> Table:
    """Return the logits after each token; after the blank, the first; after the last, the blank."""
    table = np.zeros((len(tokens), len(tokens) + durations), np.float32)
    blank = tokens.index(BLANK)
    for number in range(len(tokens)):
        after = 0 if number == blank else min(number + 1, blank)
        table[number, after] = SURE
    if durations:
        table[:, len(tokens) + 1] = SURE  # one frame on
    return table


def _joint(table: Table, is_int8: bool) -> onnx.GraphProto:
    states = [f"{way}_states_{n}" for way in ("input", "output") for n in (1, 2)]
    stored: dict[str, object] = {"table": table}
    head: list[onnx.NodeProto] = []
    if is_int8:
        stored = {"narrow": table.astype(np.int8), "scale": np.float32(1.0)}
        head = [helper.make_node("DequantizeLinear", ["narrow", "scale"], ["table"])]
    blank = np.zeros(table.shape[1], np.float32)
    blank[len(table) - 1] = 2 * SURE
    nodes = [
        *head,
        helper.make_node("Gather", ["table", "targets"], ["after"], axis=0),  # [1, 1, V]
        helper.make_node("ReduceMean", ["encoder_outputs"], ["loudness"], axes=[1], keepdims=1),
        helper.make_node("Less", ["loudness", "zero"], ["quiet"]),
        helper.make_node("Cast", ["quiet"], ["hush"], to=_FLOAT),  # [1, 1, 1]
        helper.make_node("Mul", ["hush", "blank"], ["held"]),
        helper.make_node("Add", ["after", "held"], ["scores"]),
        helper.make_node("Unsqueeze", ["scores", "axis"], ["outputs"]),
        helper.make_node("Identity", [states[0]], [states[2]]),
        helper.make_node("Identity", [states[1]], [states[3]]),
    ]
    return helper.make_graph(
        nodes,
        "joint",
        [
            helper.make_tensor_value_info("encoder_outputs", _FLOAT, [1, BANDS, 1]),
            helper.make_tensor_value_info("targets", _INT32, [1, 1]),
            helper.make_tensor_value_info("target_length", _INT32, [1]),
            *(helper.make_tensor_value_info(name, _FLOAT, [2, 1, 4]) for name in states[:2]),
        ],
        [
            helper.make_tensor_value_info("outputs", _FLOAT, [1, 1, 1, table.shape[1]]),
            *(helper.make_tensor_value_info(name, _FLOAT, [2, 1, 4]) for name in states[2:]),
        ],
        _constants(
            {**stored, "blank": blank, "zero": np.float32(0.0), "axis": np.array([1], np.int64)}
        ),
    )


def _attention_encoder() -> onnx.GraphProto:
    same = np.eye(BANDS, dtype=np.float32)[:, :, None]
    nodes = [
        helper.make_node("Conv", ["audio_signal", "w"], ["frames"], strides=[STEP]),
        helper.make_node("Transpose", ["frames"], ["encoder_embeddings"], perm=[0, 2, 1]),
        helper.make_node("ReduceMax", ["encoder_embeddings"], ["top"], axes=[2], keepdims=0),
        helper.make_node("Cast", ["top"], ["whole"], to=_INT64),
        helper.make_node("Mul", ["whole", "zero"], ["none"]),
        helper.make_node("Add", ["none", "one"], ["encoder_mask"]),
    ]
    return helper.make_graph(
        nodes,
        "encoder",
        _sound(),
        [
            helper.make_tensor_value_info("encoder_embeddings", _FLOAT, [1, None, BANDS]),
            helper.make_tensor_value_info("encoder_mask", _INT64, [1, None]),
        ],
        _constants({"w": same, "one": np.int64(1), "zero": np.int64(0)}),
    )


def _attention_decoder(table: Table) -> onnx.GraphProto:
    """The prompt's sixth token is the language to write; later there is one token at a time."""
    nodes = [
        helper.make_node("Shape", ["input_ids"], ["count"], start=1),
        helper.make_node("Sub", ["count", "one"], ["last"]),
        helper.make_node("Min", ["last", "sixth"], ["which"]),
        helper.make_node("Gather", ["input_ids", "which"], ["said"], axis=1),
        helper.make_node("Gather", ["table", "said"], ["logits"], axis=0),  # [1, 1, V]
        helper.make_node("Concat", ["decoder_mems", "more"], ["decoder_hidden_states"], axis=2),
    ]
    return helper.make_graph(
        nodes,
        "decoder",
        [
            helper.make_tensor_value_info("input_ids", _INT64, [1, None]),
            helper.make_tensor_value_info("encoder_embeddings", _FLOAT, [1, None, BANDS]),
            helper.make_tensor_value_info("encoder_mask", _INT64, [1, None]),
            helper.make_tensor_value_info("decoder_mems", _FLOAT, [1, 1, None, 4]),
        ],
        [
            helper.make_tensor_value_info("logits", _FLOAT, [1, 1, len(table)]),
            helper.make_tensor_value_info("decoder_hidden_states", _FLOAT, [1, 1, None, 4]),
        ],
        _constants(
            {
                "table": table,
                "one": np.array([1], np.int64),
                "sixth": np.array([5], np.int64),
                "more": np.zeros((1, 1, 1, 4), np.float32),
            }
        ),
    )
