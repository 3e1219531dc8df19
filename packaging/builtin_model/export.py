"""Writes a trained checkpoint as a CTranslate2 model folder (int8) that faster-whisper opens.

python export.py OUT FOLDER        OUT holds model.pt and tokenizer.json
"""

import argparse
import json
import pathlib

import numpy as np
import numpy.typing as npt
import torch
from ctranslate2.specs import attention_spec, common_spec, transformer_spec, whisper_spec
from network import Attention, Feed, Network, Shape
from tokens import Tokens
from torch import Tensor, nn

# What an engine has to know to decode with this model; any model folder may hold such a file.
DECODING = {
    "name": "builtin",
    "demonstration": True,
    "no_speech_threshold": 0.5,
    "log_prob_threshold": -0.3,
    "languages": ["en", "de"],
    "no_speech_alone": True,
    # Takes of several sentences in one window are beyond it: see the card.
    "join_gap_s": 0.0,
}


def _array(tensor: Tensor) -> npt.NDArray[np.float32]:
    return np.ascontiguousarray(tensor.detach().float().numpy())


def _norm(spec: common_spec.LayerNormSpec, norm: nn.LayerNorm) -> None:
    spec.gamma, spec.beta = _array(norm.weight), _array(norm.bias)


def _linear(spec: common_spec.LinearSpec, linear: nn.Linear) -> None:
    spec.weight, spec.bias = _array(linear.weight), _array(linear.bias)


def _attention(spec: attention_spec.MultiHeadAttentionSpec, attention: Attention) -> None:
    _norm(spec.layer_norm, attention.norm)
    parts = [attention.inward, attention.memory, attention.outward]
    for target, linear in zip(spec.linear, [p for p in parts if p is not None], strict=True):
        _linear(target, linear)


def _feed(spec: transformer_spec.FeedForwardSpec, feed: Feed) -> None:
    _norm(spec.layer_norm, feed.norm)
    _linear(spec.linear_0, feed.wide)
    _linear(spec.linear_1, feed.narrow)


def specification(network: Network, tokens: Tokens) -> whisper_spec.WhisperSpec:
    """The CTranslate2 description of a network, its vocabulary and its decoding facts."""
    shape = network.shape
    spec = whisper_spec.WhisperSpec(
        shape.encoder_layers, shape.heads, shape.decoder_layers, shape.heads
    )
    for target, conv in ((spec.encoder.conv1, network.conv1), (spec.encoder.conv2, network.conv2)):
        target.weight, target.bias = _array(conv.weight), _array(conv.bias)
    spec.encoder.position_encodings.encodings = _array(network.audio_positions().detach())
    spec.decoder.position_encodings.encodings = _array(network.text_positions)
    spec.decoder.embeddings.weight = _array(network.embedding.weight)
    spec.decoder.projection.weight = _array(network.embedding.weight)
    for half, layers, norm in (
        (spec.encoder, network.encoder, network.encoder_norm),
        (spec.decoder, network.decoder, network.decoder_norm),
    ):
        _norm(half.layer_norm, norm)
        for target, layer in zip(half.layer, layers, strict=True):
            _attention(target.self_attention, layer.itself)
            if layer.other is not None:
                _attention(target.attention, layer.other)
            _feed(target.ffn, layer.feed)
    spec.register_vocabulary(tokens.empties_blanked())
    spec.config.suppress_ids = []
    spec.config.suppress_ids_begin = [tokens.end]
    spec.config.lang_ids = sorted(tokens.languages.values())
    spec.config.alignment_heads = [[shape.decoder_layers - 1, h] for h in range(shape.heads)]
    return spec


def loaded(path: pathlib.Path) -> Network:
    """Read a checkpoint."""
    content = torch.load(path)
    network = Network(Shape(**content["shape"]))
    network.load_state_dict(content["weights"])
    network.eval()
    return network


def main() -> None:
    """Read the command line and write the folder."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--quantization", default="int8")
    arguments = parser.parse_args()
    tokens = Tokens.read(arguments.out / "tokenizer.json")
    spec = specification(loaded(arguments.out / "model.pt"), tokens)
    spec.validate()
    spec.optimize(quantization=arguments.quantization)
    arguments.folder.mkdir(parents=True, exist_ok=True)
    spec.save(str(arguments.folder))
    tokens.tokenizer.save(str(arguments.folder / "tokenizer.json"), pretty=False)
    (arguments.folder / "dictate.json").write_text(json.dumps(DECODING, indent=2) + "\n")
    for path in sorted(arguments.folder.iterdir()):
        print(f"{path.name} {path.stat().st_size} bytes")


if __name__ == "__main__":
    main()
