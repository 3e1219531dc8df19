"""Reads the table of contents of a CTranslate2 ``model.bin`` without loading the weights.

The file names every variable with its size, so walking over them tells in milliseconds whether
the file ends where it should: a download that was cut off does not. Format: binary version 6 of
CTranslate2 (``python/ctranslate2/specs/model_spec.py``), little endian; a name is a 16-bit length
and that many bytes with a closing zero.
"""

from __future__ import annotations

import struct
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

WHISPER = "WhisperSpec"
KNOWN_VERSIONS = (4, 5, 6)
MAX_RANK = 8
_PRECISIONS = ("float32", "int8", "int16", "int32", "float16", "bfloat16")
"""By the number the file has for each (``DataType`` of CTranslate2)."""
_WIDTHS = (4, 1, 2, 4, 2, 2)
_MEL_WEIGHT = "encoder/conv1/weight"


@dataclass(frozen=True, slots=True)
class WeightsSummary:
    """What a weights file says about itself."""

    specification: str
    variables: int
    mel_bands: int
    """Height of the spectrogram the encoder wants: 80, 128 since large-v3; 0 if not found."""
    parameters: int = 0
    """Numbers in it; 0 if not found."""
    precision: str = ""
    """In what most of them are stored, such as "float16"; empty if not found."""


def specification(path: Path) -> str:
    """Return the kind of model a weights file holds, empty for none. Reads a few bytes only."""
    try:
        with path.open("rb") as file:
            version, length = struct.unpack("<IH", file.read(6))
            name = file.read(min(length, 64))
    except (OSError, struct.error):
        return ""
    return name[:-1].decode("ascii", "replace") if 0 < version < 64 else ""


def summarise(path: Path) -> WeightsSummary:
    """Walk over the file. Raises ValueError where it is not whole, OSError where not readable."""
    size = path.stat().st_size
    with path.open("rb") as file:
        try:
            (version,) = _unpack(file, "I")
            if version not in KNOWN_VERSIONS:
                # A newer format: leave the judgement to the library that knows it.
                return WeightsSummary(specification(path) if version < 64 else "", 0, 0)
            kind = _name(file)
            _revision, variables = _unpack(file, "II")
            mel_bands = 0
            stored: Counter[int] = Counter()
            for _ in range(variables):
                name, shape, data_type, length = _skip_variable(file, size)
                if data_type < len(_WIDTHS):
                    stored[data_type] += length // _WIDTHS[data_type]
                if name == _MEL_WEIGHT and len(shape) == 3:
                    mel_bands = shape[1]
            (aliases,) = _unpack(file, "I")
            for _ in range(2 * aliases):
                _name(file)
        except (struct.error, UnicodeDecodeError) as exc:
            raise ValueError("it ends too early or is not a CTranslate2 model") from exc
        if file.tell() != size:
            raise ValueError("it is longer than its table of contents says")
    return WeightsSummary(kind, variables, mel_bands, stored.total(), _most(stored))


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file a variable lies."""

    name: str
    shape: tuple[int, ...]
    data_type: int
    start: int
    length: int


def places(path: Path) -> tuple[tuple[Place, ...], dict[str, str]]:
    """Return where each variable lies, and what other names some have.

    Raises ValueError and struct.error where the file is not whole, OSError where not readable.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        (version,) = _unpack(file, "I")
        if version not in KNOWN_VERSIONS:
            raise ValueError("it is of a version that is not known here")
        _name(file)
        _revision, variables = _unpack(file, "II")
        found = []
        for _ in range(variables):
            name, shape, data_type, length = _skip_variable(file, size)
            found.append(Place(name, shape, data_type, file.tell() - length, length))
        (aliases,) = _unpack(file, "I")
        other_names = {_name(file): _name(file) for _ in range(aliases)}
    return tuple(found), other_names


def _most(stored: Counter[int]) -> str:
    return _PRECISIONS[stored.most_common(1)[0][0]] if stored else ""


def _unpack(file: BinaryIO, layout: str) -> tuple[int, ...]:
    wanted = struct.calcsize("<" + layout)
    return struct.unpack("<" + layout, file.read(wanted))


def _name(file: BinaryIO) -> str:
    (length,) = _unpack(file, "H")
    raw = file.read(length)
    if len(raw) != length:
        raise struct.error("cut off inside a name")
    return raw.rstrip(b"\0").decode("utf-8")


def _skip_variable(file: BinaryIO, size: int) -> tuple[str, tuple[int, ...], int, int]:
    name = _name(file)
    (rank,) = _unpack(file, "B")
    if rank > MAX_RANK:
        raise ValueError("its table of contents is garbled")
    shape = _unpack(file, f"{rank}I")
    data_type, length = _unpack(file, "BI")
    if file.tell() + length > size:
        raise ValueError("it ends too early")
    file.seek(length, 1)
    return name, shape, data_type, length
