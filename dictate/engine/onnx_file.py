"""Reads the outline of an ``.onnx`` file without loading it: is it whole, what does it hold.

Such a file is one protocol buffer message. Walking over its fields tells in milliseconds whether it
ends where it should, how many weights it holds in which precision, and which weights lie in other
files. Field numbers and data types: ``onnx/onnx.proto`` of the ONNX project.
"""

from __future__ import annotations

import math
import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, TypeAlias

_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_GRAPH, _INITIALIZER = 7, 5
_DIMS, _DATA_TYPE, _EXTERNAL = 1, 2, 13
_KEY, _VALUE = 1, 2
_PRECISIONS = {1: "float32", 2: "int8", 3: "int8", 10: "float16", 11: "float64", 16: "bfloat16"}
"""By the number the file has for each; whether a byte has a sign makes no difference here."""
_TOO_EARLY = "it ends too early"
_GARBLED = "it is not an ONNX model"
LONGEST_VARINT_BYTES = 10


@dataclass(frozen=True, slots=True)
class External:
    """Weights that lie in a file beside this one."""

    name: str
    end_bytes: int
    """So long the file has to be at least."""


@dataclass(frozen=True, slots=True)
class OnnxSummary:
    """What a file says about itself."""

    parameters: int
    precision: str
    """In what most of them are stored; empty when there are none."""
    externals: tuple[External, ...]


@dataclass(frozen=True, slots=True)
class _Message:
    """A stretch of the file."""

    start: int
    end: int


_Field: TypeAlias = tuple[int, "int | _Message"]


def summarise(path: Path) -> OnnxSummary:
    """Walk over the file. Raises ValueError where it is not whole, OSError where not readable."""
    counts: Counter[str] = Counter()
    ends: dict[str, int] = {}
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        graphs = [f for n, f in _fields(file, _Message(0, size)) if n == _GRAPH]
        if len(graphs) != 1 or not isinstance(graphs[0], _Message):
            raise ValueError(_GARBLED)
        for number, tensor in _fields(file, graphs[0]):
            if number == _INITIALIZER and isinstance(tensor, _Message):
                _take_tensor(file, tensor, counts, ends)
    most = counts.most_common(1)
    return OnnxSummary(
        counts.total(),
        most[0][0] if most else "",
        tuple(External(name, end) for name, end in sorted(ends.items())),
    )


def _take_tensor(
    file: BinaryIO, tensor: _Message, counts: Counter[str], ends: dict[str, int]
) -> None:
    dims: list[int] = []
    data_type, external = 0, dict[str, str]()
    for number, value in _fields(file, tensor):
        if number == _DIMS:
            dims += [value] if isinstance(value, int) else _packed(file, value)
        elif number == _DATA_TYPE and isinstance(value, int):
            data_type = value
        elif number == _EXTERNAL and isinstance(value, _Message):
            entry = {n: _text(file, v) for n, v in _fields(file, value) if isinstance(v, _Message)}
            external[entry.get(_KEY, "")] = entry.get(_VALUE, "")
    if data_type in _PRECISIONS:
        counts[_PRECISIONS[data_type]] += math.prod(dims)
    if name := external.get("location"):
        end = int(external.get("offset", "0")) + int(external.get("length", "0"))
        ends[name] = max(end, ends.get(name, 0))


def _fields(file: BinaryIO, within: _Message) -> Iterator[_Field]:
    """Yield number and value of each field; contents of bytes are skipped."""
    at = within.start
    while at < within.end:
        file.seek(at)
        key = _varint(file)
        number, kind = key >> 3, key & 7
        value: int | _Message
        if number == 0:
            raise ValueError(_GARBLED)
        if kind == _VARINT:
            value = _varint(file)
            at = file.tell()
        elif kind == _BYTES:
            length = _varint(file)
            value = _Message(file.tell(), file.tell() + length)
            at = value.end
        elif kind in (_FIXED64, _FIXED32):
            value = _Message(file.tell(), file.tell() + (8 if kind == _FIXED64 else 4))
            at = value.end
        else:
            raise ValueError(_GARBLED)
        if at > within.end:
            raise ValueError(_TOO_EARLY)
        yield number, value


def _packed(file: BinaryIO, numbers: _Message) -> list[int]:
    file.seek(numbers.start)
    found = []
    while file.tell() < numbers.end:
        found.append(_varint(file))
    return found


def _text(file: BinaryIO, text: _Message) -> str:
    file.seek(text.start)
    return file.read(text.end - text.start).decode("utf-8", "replace")


def _varint(file: BinaryIO) -> int:
    value = 0
    for position in range(LONGEST_VARINT_BYTES):
        byte = file.read(1)
        if not byte:
            raise ValueError(_TOO_EARLY)
        value |= (byte[0] & 0x7F) << (7 * position)
        if byte[0] < 0x80:
            return value
    raise ValueError(_GARBLED)
