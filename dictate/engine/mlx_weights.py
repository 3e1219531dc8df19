"""Gives the weights of a CTranslate2 Whisper model the names and shapes that mlx-whisper has. Pure.

So one download serves both engines. CTranslate2 keeps query, key and value of self-attention in one
matrix, key and value of cross-attention in another; Whisper's keys have no bias. A convolution of
MLX has its channels last.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

Array: TypeAlias = npt.NDArray[Any]
Named: TypeAlias = tuple[str, Array]


@dataclass(frozen=True, slots=True)
class Dimensions:
    """Sizes of the network, as ``mlx_whisper.whisper.ModelDimensions`` calls them."""

    n_mels: int
    n_audio_ctx: int
    n_audio_state: int
    n_audio_head: int
    n_audio_layer: int
    n_vocab: int
    n_text_ctx: int
    n_text_state: int
    n_text_head: int
    n_text_layer: int


def dimensions(arrays: Mapping[str, Array]) -> Dimensions:
    """Read the sizes off the arrays. Raises KeyError where one is missing."""
    audio = arrays["encoder/position_encodings/encodings"]
    text = arrays["decoder/position_encodings/encodings"]
    return Dimensions(
        n_mels=arrays["encoder/conv1/weight"].shape[1],
        n_audio_ctx=audio.shape[0],
        n_audio_state=audio.shape[1],
        n_audio_head=int(arrays["encoder/num_heads"]),
        n_audio_layer=_layers(arrays, "encoder"),
        n_vocab=arrays["decoder/embeddings/weight"].shape[0],
        n_text_ctx=text.shape[0],
        n_text_state=text.shape[1],
        n_text_head=int(arrays["decoder/num_heads"]),
        n_text_layer=_layers(arrays, "decoder"),
    )


def renamed(arrays: Mapping[str, Array]) -> Iterator[Named]:
    """Yield every weight of the network. Raises KeyError where one is missing."""
    for name in ("conv1", "conv2"):
        yield f"encoder.{name}.weight", arrays[f"encoder/{name}/weight"].transpose(0, 2, 1)
        yield f"encoder.{name}.bias", arrays[f"encoder/{name}/bias"]
    yield from _norm(arrays, "encoder/layer_norm", "encoder.ln_post")
    for number in range(_layers(arrays, "encoder")):
        yield from _layer(arrays, f"encoder/layer_{number}", f"encoder.blocks.{number}")
    yield "decoder.token_embedding.weight", arrays["decoder/embeddings/weight"]
    yield "decoder.positional_embedding", arrays["decoder/position_encodings/encodings"]
    yield from _norm(arrays, "decoder/layer_norm", "decoder.ln")
    for number in range(_layers(arrays, "decoder")):
        there, here = f"decoder/layer_{number}", f"decoder.blocks.{number}"
        yield from _layer(arrays, there, here)
        yield from _norm(arrays, f"{there}/attention/layer_norm", f"{here}.cross_attn_ln")
        cross = f"{here}.cross_attn"
        yield from _split(arrays, f"{there}/attention/linear_0", cross, "query")
        yield from _split(arrays, f"{there}/attention/linear_1", cross, "key", "value")
        yield from _split(arrays, f"{there}/attention/linear_2", cross, "out")


def _layer(arrays: Mapping[str, Array], there: str, here: str) -> Iterator[Named]:
    yield from _norm(arrays, f"{there}/self_attention/layer_norm", f"{here}.attn_ln")
    attention = f"{here}.attn"
    yield from _split(
        arrays, f"{there}/self_attention/linear_0", attention, "query", "key", "value"
    )
    yield from _split(arrays, f"{there}/self_attention/linear_1", attention, "out")
    yield from _norm(arrays, f"{there}/ffn/layer_norm", f"{here}.mlp_ln")
    yield from _split(arrays, f"{there}/ffn/linear_0", here, "mlp1")
    yield from _split(arrays, f"{there}/ffn/linear_1", here, "mlp2")


def _norm(arrays: Mapping[str, Array], there: str, here: str) -> Iterator[Named]:
    yield f"{here}.weight", arrays[f"{there}/gamma"]
    yield f"{here}.bias", arrays[f"{there}/beta"]


def _split(arrays: Mapping[str, Array], there: str, here: str, *names: str) -> Iterator[Named]:
    """Cut a stack of layers into the layers it is made of."""
    matrices = np.split(arrays[f"{there}/weight"], len(names))
    biases = np.split(arrays[f"{there}/bias"], len(names))
    for name, weight, bias in zip(names, matrices, biases, strict=True):
        yield f"{here}.{name}.weight", weight
        if name != "key":
            yield f"{here}.{name}.bias", bias


def _layers(arrays: Mapping[str, Array], side: str) -> int:
    number = 0
    while f"{side}/layer_{number}/ffn/linear_0/weight" in arrays:
        number += 1
    return number
