"""Writes scripted weights as the model folder that faster-whisper and Dictate read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from ctranslate2.specs import whisper_spec

from benchmarks.scripted_tokens import blanked, write_tokenizer
from benchmarks.scripted_weights import Scripted, State


def write_folder(folder: Path, model: Scripted) -> None:
    """Write the folder in float16, as stock models are stored; the tokenizer comes last."""
    shape, tokens, state = model.shape, model.tokens, model.state
    spec = whisper_spec.WhisperSpec(shape.layers, shape.heads, shape.text_layers, shape.heads)
    _fill_encoder(spec.encoder, state)
    _fill_decoder(spec.decoder, state)
    spec.register_vocabulary(blanked(tokens))
    spec.config.suppress_ids = []
    spec.config.suppress_ids_begin = [tokens.index("<|endoftext|>")]
    first = tokens.index("<|en|>")
    spec.config.lang_ids = list(range(first, tokens.index("<|translate|>")))
    last = shape.text_layers - 1
    spec.config.alignment_heads = [[last, head] for head in range(shape.heads)]
    spec.validate()
    spec.optimize(quantization="float16")
    folder.mkdir(parents=True)
    spec.save(str(folder))
    features = json.dumps({"feature_size": shape.mel_bands})
    (folder / "preprocessor_config.json").write_text(features, "utf-8")
    write_tokenizer(folder / "tokenizer.json", tokens)


def _fill_encoder(spec: Any, state: State) -> None:  # noqa: ANN401  # CTranslate2's specs have no types
    for name in ("conv1", "conv2"):
        conv = getattr(spec, name)
        conv.weight = _single(state, f"encoder.{name}.weight")
        conv.bias = _single(state, f"encoder.{name}.bias")
    spec.position_encodings.encodings = _single(state, "encoder.positional_embedding")
    _norm(spec.layer_norm, state, "encoder.ln_post")
    for number, layer in enumerate(spec.layer):
        block = f"encoder.blocks.{number}"
        _self_attention(layer.self_attention, state, f"{block}.attn")
        _feed_forward(layer.ffn, state, block)


def _fill_decoder(spec: Any, state: State) -> None:  # noqa: ANN401
    spec.position_encodings.encodings = _single(state, "decoder.positional_embedding")
    spec.embeddings.weight = _single(state, "decoder.token_embedding.weight")
    spec.projection.weight = spec.embeddings.weight
    _norm(spec.layer_norm, state, "decoder.ln")
    for number, layer in enumerate(spec.layer):
        block = f"decoder.blocks.{number}"
        _self_attention(layer.self_attention, state, f"{block}.attn")
        _cross_attention(layer.attention, state, f"{block}.cross_attn")
        _feed_forward(layer.ffn, state, block)


def _self_attention(spec: Any, state: State, name: str) -> None:  # noqa: ANN401
    _norm(spec.layer_norm, state, f"{name}_ln")
    _linear(spec.linear[0], state, f"{name}.query", f"{name}.key", f"{name}.value")
    _linear(spec.linear[1], state, f"{name}.out")


def _cross_attention(spec: Any, state: State, name: str) -> None:  # noqa: ANN401
    _norm(spec.layer_norm, state, f"{name}_ln")
    _linear(spec.linear[0], state, f"{name}.query")
    _linear(spec.linear[1], state, f"{name}.key", f"{name}.value")
    _linear(spec.linear[2], state, f"{name}.out")


def _feed_forward(spec: Any, state: State, block: str) -> None:  # noqa: ANN401
    _norm(spec.layer_norm, state, f"{block}.mlp_ln")
    _linear(spec.linear_0, state, f"{block}.mlp.0")
    _linear(spec.linear_1, state, f"{block}.mlp.2")


def _linear(spec: Any, state: State, *names: str) -> None:  # noqa: ANN401
    """Stack the layers of these names into one; those without a bias get one of zeros."""
    weights = [state[f"{name}.weight"] for name in names]
    biases = [
        state.get(f"{name}.bias", np.zeros(len(weight), np.float32))
        for name, weight in zip(names, weights, strict=True)
    ]
    spec.weight = np.concatenate(weights).astype(np.float32)
    spec.bias = np.concatenate(biases).astype(np.float32)


def _norm(spec: Any, state: State, name: str) -> None:  # noqa: ANN401
    spec.gamma, spec.beta = _single(state, f"{name}.weight"), _single(state, f"{name}.bias")


def _single(state: State, name: str) -> np.ndarray[Any, np.dtype[np.float32]]:
    return state[name].astype(np.float32)
