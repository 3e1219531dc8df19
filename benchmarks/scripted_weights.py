"""Makes Whisper weights of the real shapes that say one fixed script, for timing.

Real weights cannot be had without the network, and the time a decode takes does not depend on
their values. Here the attention and feed-forward layers are random but for their output
projections, which are zero, so what reaches the vocabulary is the position's own embedding.
Positions with the same duty share one embedding, all of them orthogonal, and the vocabulary row of
a token is the embedding of the place where it is due. The rows of all other tokens are zero.

Weights bear the names they have in OpenAI's checkpoints; ``ctranslate2_folder``, ``ggml_file`` and
``state_file`` write the same ones for each engine.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from benchmarks.scripted_tokens import number_of, vocabulary

SCRIPT = ("Please", "send", "the", "report", "to", "Anna", "on", "Monday")
"""As many tokens as one says in about three seconds."""

AUDIO_POSITIONS = 1500
TEXT_POSITIONS = 448
CERTAINTY = 30.0
"""Logit of the token that is due; of any other it is about zero."""
WEIGHT_SCALE = 0.02
TINY = 1e-3

Weights: TypeAlias = npt.NDArray[np.float16] | npt.NDArray[np.float32]
"""Matrices in half precision, as stock models are stored; vectors in single."""
State: TypeAlias = dict[str, Weights]


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes that decide how much work a model is."""

    width: int
    layers: int
    heads: int
    decoder_layers: int = 0
    """Where the decoder is of another depth than the encoder."""
    mel_bands: int = 80
    cantonese: bool = False

    @property
    def text_layers(self) -> int:
        """Layers of the decoder."""
        return self.decoder_layers or self.layers


SHAPES = {
    "tiny": Shape(384, 4, 6),
    "base": Shape(512, 6, 8),
    "small": Shape(768, 12, 12),
    "large-v3-turbo": Shape(1280, 32, 20, decoder_layers=4, mel_bands=128, cantonese=True),
}


@dataclass(frozen=True, slots=True)
class Scripted:
    """A model in no engine's format yet."""

    shape: Shape
    script: tuple[str, ...]
    tokens: list[str]
    state: State


def scripted(shape: Shape, script: tuple[str, ...] = SCRIPT) -> Scripted:
    """Make the weights of this shape; the same ones each time."""
    tokens = vocabulary(script, cantonese=shape.cantonese)
    random, state = np.random.default_rng(7), State()
    _fill_encoder(state, shape, random)
    _fill_decoder(state, shape, random)
    positions, rows = duties(tokens, script, shape.width)
    state["decoder.positional_embedding"] = positions.astype(np.float16)
    state["decoder.token_embedding.weight"] = rows.astype(np.float16)
    return Scripted(shape, script, tokens, state)


def duties(
    tokens: list[str], script: tuple[str, ...], width: int
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Return the position embeddings and the vocabulary that together say the script.

    Every position stands for a duty: name the language, say word n, end. With timestamps the first
    token has to be one, and an end is then where the decoder is made to choose among them.
    """
    language, end, *words = _directions(len(script) + 2, width)
    positions = np.tile(end, (TEXT_POSITIONS, 1))
    positions[0] = language  # after <|startoftranscript|>
    for begin in word_places(len(script)):
        positions[begin : begin + len(script)] = words[: TEXT_POSITIONS - begin]
    rows = np.zeros((len(tokens), width), np.float32)
    scale = CERTAINTY / width
    rows[tokens.index("<|en|>")] = scale * language
    rows[tokens.index("<|endoftext|>")] = scale * end
    rows[tokens.index("<|0.00|>")] = scale / 2 * end
    for number, direction in zip(number_of(tokens, script), words, strict=True):
        rows[number] = scale * direction
    return positions, rows


def word_places(words: int) -> Iterable[int]:
    """Return the positions at which the script begins: one for each window of a long recording.

    The prompt of the first window has the start, the language and the task; <|notimestamps|>, or
    else the first timestamp, makes four. A later window is given <|startofprev|> and what was said
    before, a timestamp and the script for each window, in front of that.
    """
    yield 3
    yield from range(4 + 1 + words, TEXT_POSITIONS, words + 1)


def _directions(count: int, width: int) -> list[npt.NDArray[np.float32]]:
    """Return orthogonal vectors that a layer norm leaves as they are: mean 0, variance 1."""
    random = np.random.default_rng(11).standard_normal((width, count + 1))
    random[:, 0] = 1.0
    orthogonal, _ = np.linalg.qr(random)
    return list((orthogonal.T[1:] * np.sqrt(width)).astype(np.float32))


def _fill_encoder(state: State, shape: Shape, random: np.random.Generator) -> None:
    width = shape.width
    for name, inputs in (("conv1", shape.mel_bands), ("conv2", width)):
        state[f"encoder.{name}.weight"] = _noise(random, width, inputs, 3)
        state[f"encoder.{name}.bias"] = np.zeros(width, np.float32)
    state["encoder.positional_embedding"] = _noise(random, AUDIO_POSITIONS, width)
    for number in range(shape.layers):
        block = f"encoder.blocks.{number}"
        _attention(state, f"{block}.attn", width, random)
        _feed_forward(state, block, width, random)
    _norm(state, "encoder.ln_post", width)


def _fill_decoder(state: State, shape: Shape, random: np.random.Generator) -> None:
    for number in range(shape.text_layers):
        block = f"decoder.blocks.{number}"
        for name in ("attn", "cross_attn"):
            _attention(state, f"{block}.{name}", shape.width, random)
        _feed_forward(state, block, shape.width, random)
    _norm(state, "decoder.ln", shape.width)


def _attention(state: State, name: str, width: int, random: np.random.Generator) -> None:
    _norm(state, f"{name}_ln", width)
    for part in ("query", "key", "value"):
        state[f"{name}.{part}.weight"] = _noise(random, width, width)
        if part != "key":  # Whisper's keys have none
            state[f"{name}.{part}.bias"] = np.zeros(width, np.float32)
    _linear(state, f"{name}.out", _nothing(random, width, width))


def _feed_forward(state: State, block: str, width: int, random: np.random.Generator) -> None:
    _norm(state, f"{block}.mlp_ln", width)
    _linear(state, f"{block}.mlp.0", _noise(random, 4 * width, width))
    _linear(state, f"{block}.mlp.2", _nothing(random, width, 4 * width))


def _linear(state: State, name: str, weight: Weights) -> None:
    state[f"{name}.weight"], state[f"{name}.bias"] = weight, np.zeros(len(weight), np.float32)


def _norm(state: State, name: str, width: int) -> None:
    state[f"{name}.weight"] = np.ones(width, np.float32)
    state[f"{name}.bias"] = np.zeros(width, np.float32)


def _noise(random: np.random.Generator, *size: int) -> npt.NDArray[np.float16]:
    noise = random.standard_normal(size, np.float32) * np.float32(WEIGHT_SCALE)
    return noise.astype(np.float16)


def _nothing(random: np.random.Generator, *size: int) -> npt.NDArray[np.float16]:
    """Return zeros but for one tiny weight: equal matrices would be stored, and cached, once."""
    zeros = np.zeros(size, np.float16)
    zeros[0, 0] = TINY * (1 + random.random())
    return zeros
