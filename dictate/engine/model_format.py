"""In which format a model is stored, told from the names of its files.

Whisper models come in CTranslate2's format. The models that onnx-asr reads (Parakeet, Canary) are a
few ``.onnx`` files, each stored in one precision or in several, with a vocabulary beside them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

CONFIG_FILE = "config.json"
EXTERNAL_ENDING = ".data"
"""Of the file that holds the weights of an ``.onnx`` file of more than 2 GB."""
_ENDINGS = {"int8": ".int8.onnx", "float16": ".fp16.onnx", "float32": ".onnx"}
"""Of the files by precision, the smallest first."""
ONNX_PRECISIONS = tuple(_ENDINGS)


class Format(StrEnum):
    """How weights are stored."""

    CTRANSLATE2 = "ctranslate2"
    ONNX = "onnx"


@dataclass(frozen=True, slots=True)
class OnnxKind:
    """One way in which a model is made of ``.onnx`` files."""

    name: str
    """As onnx-asr and the model's ``config.json`` call it."""
    parts: tuple[str, ...]
    needs_token: str
    """A token its vocabulary must have."""
    wants_language: bool = False
    """It has to be told the language, and can translate into another one."""
    not_on: frozenset[str] = frozenset()
    """Kinds of device that onnx-asr leaves out for it."""

    def files(self, precision: str) -> tuple[str, ...]:
        """Return the names of the weights in one precision."""
        return tuple(part + _ENDINGS[precision] for part in self.parts)

    def precisions(self, names: Collection[str]) -> tuple[str, ...]:
        """Return in which precisions these files hold all parts."""
        return tuple(p for p in ONNX_PRECISIONS if all(name in names for name in self.files(p)))


VOCABULARY_FILE = "vocab.txt"
ONNX_KINDS = (
    OnnxKind("nemo-conformer-tdt", ("encoder-model", "decoder_joint-model"), "<blk>"),
    OnnxKind("nemo-conformer-rnnt", ("encoder-model", "decoder_joint-model"), "<blk>"),
    OnnxKind("nemo-conformer-ctc", ("model",), "<blk>"),
    OnnxKind(
        "nemo-conformer-aed",
        ("encoder-model", "decoder-model"),
        "<|endoftext|>",
        wants_language=True,
        not_on=frozenset({"metal"}),
    ),
)
_PARTS = frozenset(name for kind in ONNX_KINDS for p in _ENDINGS for name in kind.files(p))


def names_in(folder: Path) -> frozenset[str]:
    """Return the names of what lies in a folder, none where it cannot be read."""
    try:
        return frozenset(path.name for path in folder.iterdir())
    except OSError:
        return frozenset()


def of_names(names: Collection[str]) -> Format:
    """Return the format of a folder with files so named; CTranslate2 where nothing tells."""
    is_onnx = "model.bin" not in names and any(name in _PARTS for name in names)
    return Format.ONNX if is_onnx else Format.CTRANSLATE2


def onnx_kind(name: str) -> OnnxKind | None:
    """Return the kind of this name."""
    return next((kind for kind in ONNX_KINDS if kind.name == name), None)


def onnx_precisions(names: Collection[str]) -> tuple[str, ...]:
    """Return in which precisions some kind of model is here with all of its parts."""
    found = {p for kind in ONNX_KINDS for p in kind.precisions(names)}
    return tuple(p for p in ONNX_PRECISIONS if p in found)


def onnx_files(names: Collection[str], precisions: Sequence[str] = ()) -> tuple[str, ...]:
    """Return which of these files make the model, in these precisions or all there are."""
    wanted = precisions or onnx_precisions(names)
    parts = {
        name
        for kind in ONNX_KINDS
        for p in kind.precisions(names)
        if p in wanted
        for name in kind.files(p)
    }
    external = {name + EXTERNAL_ENDING for name in parts}
    extra = {CONFIG_FILE, VOCABULARY_FILE, "dictate.json"}
    return tuple(name for name in names if name in parts | external | extra)


def weights_bytes(folder: Path) -> int:
    """Return how much the weights in a folder take on disk, 0 where nothing can be read."""
    try:
        return sum(path.stat().st_size for path in folder.iterdir() if is_weights(path.name))
    except OSError:
        return 0


def is_weights(name: str) -> bool:
    """Tell whether a file of this name holds weights, which may be large."""
    return name == "model.bin" or name.endswith((".onnx", ".onnx" + EXTERNAL_ENDING))
