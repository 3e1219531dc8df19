"""Makes Whisper models of the real shapes whose weights say one fixed script, for timing.

Real weights cannot be had without the network, and the time a decode takes does not depend on
their values. Here the attention and feed-forward layers are random but for their output
projections, which are zero, so what reaches the vocabulary is the position's own embedding.
Positions with the same duty share one embedding, all of them orthogonal, and the vocabulary row of
a token is the embedding of the place where it is due. The rows of all other tokens are zero.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from ctranslate2.specs import whisper_spec

from benchmarks.scripted_tokens import blanked, number_of, vocabulary, write_tokenizer

FORMAT = 1
"""Part of the folder's name: raised when what is written here changes."""

SCRIPT = ("Please", "send", "the", "report", "to", "Anna", "on", "Monday")
"""As many tokens as one says in about three seconds."""

MEL_BANDS = 80
AUDIO_POSITIONS = 1500
TEXT_POSITIONS = 448
CERTAINTY = 30.0
"""Logit of the token that is due; of any other it is about zero."""
WEIGHT_SCALE = 0.02
TINY = 1e-3

Weights = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes that decide how much work a model is."""

    width: int
    layers: int
    heads: int


SHAPES = {"tiny": Shape(384, 4, 6), "base": Shape(512, 6, 8), "small": Shape(768, 12, 12)}


def scripted_model(name: str, cache: Path, script: tuple[str, ...] = SCRIPT) -> Path:
    """Return the folder of the scripted model of this size, made on the first call."""
    folder = cache / f"scripted-{name}-{len(script)}-{FORMAT}"
    if not (folder / "tokenizer.json").is_file():  # written last
        unfinished = folder.with_name(folder.name + ".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        write_model(unfinished, SHAPES[name], script)
        shutil.rmtree(folder, ignore_errors=True)
        unfinished.rename(folder)
    return folder


def write_model(folder: Path, shape: Shape, script: tuple[str, ...] = SCRIPT) -> None:
    """Write a CTranslate2 model folder in float16, as stock models are stored."""
    tokens = vocabulary(script)
    spec = whisper_spec.WhisperSpec(shape.layers, shape.heads, shape.layers, shape.heads)
    random = np.random.default_rng(7)
    _fill_encoder(spec.encoder, shape, random)
    _fill_decoder(spec.decoder, shape, random)
    positions, rows = duties(tokens, script, shape.width)
    spec.decoder.position_encodings.encodings = positions
    spec.decoder.embeddings.weight = rows
    spec.decoder.projection.weight = rows
    spec.register_vocabulary(blanked(tokens))
    spec.config.suppress_ids = []
    spec.config.suppress_ids_begin = [tokens.index("<|endoftext|>")]
    first = tokens.index("<|en|>")
    spec.config.lang_ids = list(range(first, tokens.index("<|translate|>")))
    spec.config.alignment_heads = [[shape.layers - 1, head] for head in range(shape.heads)]
    spec.validate()
    spec.optimize(quantization="float16")
    folder.mkdir(parents=True)
    spec.save(str(folder))
    write_tokenizer(folder / "tokenizer.json", tokens)


def duties(tokens: list[str], script: tuple[str, ...], width: int) -> tuple[Weights, Weights]:
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


def _directions(count: int, width: int) -> list[Weights]:
    """Return orthogonal vectors that a layer norm leaves as they are: mean 0, variance 1."""
    random = np.random.default_rng(11).standard_normal((width, count + 1))
    random[:, 0] = 1.0
    orthogonal, _ = np.linalg.qr(random)
    return list((orthogonal.T[1:] * np.sqrt(width)).astype(np.float32))


def _fill_encoder(spec: Any, shape: Shape, random: np.random.Generator) -> None:  # noqa: ANN401
    width = shape.width
    for conv, inputs in ((spec.conv1, MEL_BANDS), (spec.conv2, width)):
        conv.weight = _noise(random, width, inputs, 3)
        conv.bias = np.zeros(width, np.float32)
    spec.position_encodings.encodings = _noise(random, AUDIO_POSITIONS, width)
    _norm(spec.layer_norm, width)
    for layer in spec.layer:
        _attention(layer.self_attention, (3 * width,), width, random)
        _feed_forward(layer.ffn, width, random)


def _fill_decoder(spec: Any, shape: Shape, random: np.random.Generator) -> None:  # noqa: ANN401
    width = shape.width
    _norm(spec.layer_norm, width)
    for layer in spec.layer:
        _attention(layer.self_attention, (3 * width,), width, random)
        _attention(layer.attention, (width, 2 * width), width, random)
        _feed_forward(layer.ffn, width, random)


def _attention(
    spec: Any,  # noqa: ANN401  # CTranslate2's specs have no types
    outputs: Sequence[int],
    width: int,
    random: np.random.Generator,
) -> None:
    _norm(spec.layer_norm, width)
    *inward, outward = spec.linear
    for linear, rows in zip(inward, outputs, strict=True):
        _linear(linear, _noise(random, rows, width))
    _linear(outward, _nothing(random, width, width))


def _feed_forward(spec: Any, width: int, random: np.random.Generator) -> None:  # noqa: ANN401
    _norm(spec.layer_norm, width)
    _linear(spec.linear_0, _noise(random, 4 * width, width))
    _linear(spec.linear_1, _nothing(random, width, 4 * width))


def _linear(spec: Any, weight: Weights) -> None:  # noqa: ANN401
    spec.weight, spec.bias = weight, np.zeros(len(weight), np.float32)


def _norm(spec: Any, width: int) -> None:  # noqa: ANN401
    spec.gamma, spec.beta = np.ones(width, np.float32), np.zeros(width, np.float32)


def _noise(random: np.random.Generator, *size: int) -> Weights:
    return random.standard_normal(size, np.float32) * np.float32(WEIGHT_SCALE)


def _nothing(random: np.random.Generator, *size: int) -> Weights:
    """Return zeros but for one tiny weight: equal matrices would be stored, and cached, once."""
    zeros = np.zeros(size, np.float32)
    zeros[0, 0] = TINY * (1 + random.random())
    return zeros
