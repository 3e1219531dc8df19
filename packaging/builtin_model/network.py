"""A small Whisper in plain torch, with a CTC head on the encoder that only training uses."""

# mypy: disable-error-code=misc
# torch is absent where the project is checked, so its classes are Any there.

import dataclasses
import math

import torch
from torch import Tensor, nn
from torch.nn import functional

MEL_BINS = 80
AUDIO_POSITIONS = 1500  # 30 s at 50 per second, as in every Whisper
TEXT_POSITIONS = 448  # what faster-whisper takes for granted
TEXT_POSITION_SCALE = 0.1
# A fresh convolution lets through a tenth of what the position table holds, a trained one forty
# times as much as a table scaled down to meet it: the encoder then cannot tell where a sound was.
# So the convolution starts louder, and the table's scale is learned.
CONVOLUTION_GAIN = 3.0
# Offsets (positions of 20 ms) the heads of a fresh encoder layer look at, and how sharply.
LOOKS_AT = (-4, 0, 4)
SHARPNESS = 1.2


@dataclasses.dataclass(frozen=True)
class Shape:
    """Sizes of the network."""

    vocabulary: int
    pieces: int
    width: int = 144
    heads: int = 3
    feed: int = 480
    encoder_layers: int = 3
    decoder_layers: int = 2


def sinusoids(length: int, width: int) -> Tensor:
    """Whisper's position table: sines in the first half of the width, cosines in the second."""
    step = math.log(10_000) / (width // 2 - 1)
    scales = torch.exp(-step * torch.arange(width // 2))
    angles = torch.arange(length)[:, None] * scales[None]
    return torch.cat([angles.sin(), angles.cos()], dim=1)


class Attention(nn.Module):
    """Multi-head attention after a layer norm: over the input itself, or over `memory`."""

    def __init__(self, shape: Shape, cross: bool) -> None:
        super().__init__()
        width = shape.width
        self.heads, self.cross = shape.heads, cross
        self.norm = nn.LayerNorm(width)
        self.inward = nn.Linear(width, width if cross else 3 * width)
        self.memory = nn.Linear(width, 2 * width) if cross else None
        self.outward = nn.Linear(width, width)

    def _split(self, packed: Tensor, parts: int) -> list[Tensor]:
        batch, length, _ = packed.shape
        return list(packed.view(batch, length, parts, self.heads, -1).transpose(1, 3).unbind(2))

    def forward(self, x: Tensor, memory: Tensor | None = None, causal: bool = False) -> Tensor:
        """What to add to `x` [batch, length, width]."""
        projected = self.inward(self.norm(x))
        if self.memory is None:
            query, key, value = self._split(projected, 3)
        else:
            (query,) = self._split(projected, 1)
            key, value = self._split(self.memory(memory), 2)
        # Written out: the fused kernel's backward pass takes twice the time on a CPU in bfloat16.
        scores = (query * query.shape[-1] ** -0.5) @ key.transpose(-1, -2)
        if causal:
            later = torch.ones(scores.shape[-2:], dtype=torch.bool).triu(1)
            scores = scores.masked_fill(later, float("-inf"))
        mixed = scores.softmax(-1).to(value.dtype) @ value
        result: Tensor = self.outward(mixed.transpose(1, 2).flatten(2))
        return result


def look_around(attention: Attention) -> None:
    """Let the heads of a fresh encoder layer begin with looking before, at and after a frame.

    Queries and keys read the fastest sinusoids of the position table, the keys turned by the
    offset, so that their product is the largest at that distance. Learning locality from nothing
    takes a small network most of its training.
    """
    width = attention.outward.weight.shape[0]
    each, half = width // attention.heads, width // 2
    count = each // 2
    steps = torch.exp(-math.log(10_000) / (half - 1) * torch.arange(count))
    for head in range(attention.heads):
        offset = LOOKS_AT[head % len(LOOKS_AT)]
        sine, cosine = (steps * offset).sin(), (steps * offset).cos()
        query, key = torch.zeros(each, width), torch.zeros(each, width)
        at = torch.arange(count)
        query[at, at] = query[count + at, half + at] = SHARPNESS
        key[at, at], key[at, half + at] = SHARPNESS * cosine, SHARPNESS * sine
        key[count + at, half + at], key[count + at, at] = SHARPNESS * cosine, -SHARPNESS * sine
        first = head * each
        with torch.no_grad():
            attention.inward.weight[first : first + each] += query
            attention.inward.weight[width + first : width + first + each] += key


class Feed(nn.Module):
    """The feed-forward half of a layer, after a layer norm."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(shape.width)
        self.wide = nn.Linear(shape.width, shape.feed)
        self.narrow = nn.Linear(shape.feed, shape.width)

    def forward(self, x: Tensor) -> Tensor:
        """What to add to `x` [batch, length, width]."""
        result: Tensor = self.narrow(functional.gelu(self.wide(self.norm(x))))
        return result


class Layer(nn.Module):
    """One encoder layer, or one decoder layer when it attends to the encoder too."""

    def __init__(self, shape: Shape, decoder: bool) -> None:
        super().__init__()
        self.itself = Attention(shape, cross=False)
        self.other = Attention(shape, cross=True) if decoder else None
        self.feed = Feed(shape)

    def forward(self, x: Tensor, memory: Tensor | None = None) -> Tensor:
        """`x` [batch, length, width] after this layer."""
        x = x + self.itself(x, causal=self.other is not None)
        if self.other is not None:
            x = x + self.other(x, memory)
        result: Tensor = x + self.feed(x)
        return result


class Network(nn.Module):
    """Encoder and decoder of Whisper; `ctc` reads pieces off the encoder while training."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape, width = shape, shape.width
        self.conv1 = nn.Conv1d(MEL_BINS, width, 3, padding=1)
        self.conv2 = nn.Conv1d(width, width, 3, stride=2, padding=1)
        with torch.no_grad():
            self.conv1.weight.mul_(CONVOLUTION_GAIN)
            self.conv2.weight.mul_(CONVOLUTION_GAIN)
        self.register_buffer("sinusoids", sinusoids(AUDIO_POSITIONS, width))
        self.position_scale = nn.Parameter(torch.ones(width))
        self.encoder = nn.ModuleList(
            Layer(shape, decoder=False) for _ in range(shape.encoder_layers)
        )
        for layer in self.encoder:
            look_around(layer.itself)
        self.encoder_norm = nn.LayerNorm(width)
        self.embedding = nn.Embedding(shape.vocabulary, width)
        nn.init.normal_(self.embedding.weight, std=width**-0.5)
        self.text_positions = nn.Parameter(sinusoids(TEXT_POSITIONS, width) * TEXT_POSITION_SCALE)
        self.decoder = nn.ModuleList(
            Layer(shape, decoder=True) for _ in range(shape.decoder_layers)
        )
        self.decoder_norm = nn.LayerNorm(width)
        self.ctc = nn.Linear(width, shape.pieces + 1)

    def audio_positions(self) -> Tensor:
        """The table that is added to the convolution's output: [1500, width]."""
        return self.get_buffer("sinusoids") * self.position_scale

    def encode(self, mel: Tensor) -> Tensor:
        """Normalised mel [batch, 80, frames] -> [batch, frames / 2, width]."""
        x = functional.gelu(self.conv2(functional.gelu(self.conv1(mel)))).transpose(1, 2)
        x = x + self.audio_positions()[: x.shape[1]]
        for layer in self.encoder:
            x = layer(x)
        result: Tensor = self.encoder_norm(x)
        return result

    def decode(self, memory: Tensor, tokens: Tensor) -> Tensor:
        """Hidden states [batch, length, width] for the token after each given one."""
        x = self.embedding(tokens) + self.text_positions[: tokens.shape[1]]
        for layer in self.decoder:
            x = layer(x, memory)
        result: Tensor = self.decoder_norm(x)
        return result

    def scores(self, hidden: Tensor) -> Tensor:
        """Unnormalised log probabilities over the vocabulary (the embedding, shared)."""
        return functional.linear(hidden, self.embedding.weight)
