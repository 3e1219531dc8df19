"""Tells whether a folder holds a whole model for onnx-asr, and in words what to do when not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dictate.engine import onnx_file
from dictate.engine.model_format import (
    CONFIG_FILE,
    ONNX_KINDS,
    VOCABULARY_FILE,
    OnnxKind,
    onnx_kind,
)
from dictate.errors import ModelDamaged

FEATURE_SIZES = (80, 128)
"""What onnx-asr can compute for NeMo's models."""
MOST_CONFIG_BYTES = 1_000_000


def kind_of(folder: Path, next_step: str) -> OnnxKind:
    """Return what kind of model ``config.json`` speaks of. Raises ModelDamaged."""
    path = folder / CONFIG_FILE
    config = _config(path, next_step)
    kind = onnx_kind(str(config.get("model_type", "")))
    if kind is None:
        known = ", ".join(kind.name for kind in ONNX_KINDS)
        raise ModelDamaged(
            f'{path} names no kind of model that is known here: "{config.get("model_type", "")}".',
            f"Known are {known}. Choose another model.",
        )
    if config.get("features_size", FEATURE_SIZES[0]) not in FEATURE_SIZES:
        raise ModelDamaged(f"{path} asks for features that cannot be computed.", next_step)
    return kind


def precisions_of(folder: Path, kind: OnnxKind) -> tuple[str, ...]:
    """Return in which precisions the model is here, the smallest first."""
    return kind.precisions({path.name for path in folder.iterdir()})


def check(folder: Path, next_step: str) -> None:
    """Raise ModelDamaged, naming the file, unless everything a load needs is there and whole."""
    kind = kind_of(folder, next_step)
    precisions = precisions_of(folder, kind)
    if not precisions:
        names = {path.name for path in folder.iterdir()}
        best = max(("int8", "float32"), key=lambda p: len(names.intersection(kind.files(p))))
        missing = next(name for name in kind.files(best) if name not in names)
        raise ModelDamaged(f"{folder / missing} is missing.", next_step)
    for precision in precisions:
        for name in kind.files(precision):
            _check_weights(folder / name, next_step)
    _check_vocabulary(folder / VOCABULARY_FILE, kind, next_step)


def parameters(folder: Path) -> tuple[int, str]:
    """Return how many weights the model has, and their precision. Raises ModelDamaged."""
    kind = kind_of(folder, "")
    for precision in precisions_of(folder, kind):
        try:
            parts = [onnx_file.summarise(folder / name) for name in kind.files(precision)]
        except (OSError, ValueError):
            continue
        return sum(part.parameters for part in parts), precision
    return 0, ""


def _config(path: Path, next_step: str) -> dict[str, Any]:
    if not path.is_file():
        raise ModelDamaged(f"{path} is missing.", next_step)
    try:
        with path.open("rb") as file:
            config = json.loads(file.read(MOST_CONFIG_BYTES))
    except (ValueError, OSError, RecursionError) as exc:
        raise ModelDamaged(f"{path} is damaged: it is not readable JSON.", next_step) from exc
    if not isinstance(config, dict):
        raise ModelDamaged(f"{path} is damaged: it holds nothing useful.", next_step)
    return config


def _check_weights(path: Path, next_step: str) -> None:
    try:
        summary = onnx_file.summarise(path)
    except (ValueError, OSError) as exc:
        why = exc.strerror or "not readable" if isinstance(exc, OSError) else str(exc)
        raise ModelDamaged(f"{path} is damaged: {why}.", next_step) from exc
    for external in summary.externals:
        if Path(external.name).name != external.name:
            raise ModelDamaged(
                f"{path} is refused: its weights lie at a place outside.",
                "Do not trust it; get the model from another place.",
            )
        beside = path.with_name(external.name)
        if not beside.is_file():
            raise ModelDamaged(f"{beside} is missing.", next_step)
        if beside.stat().st_size < external.end_bytes:
            raise ModelDamaged(f"{beside} is damaged: it ends too early.", next_step)


def _check_vocabulary(path: Path, kind: OnnxKind, next_step: str) -> None:
    if not path.is_file():
        raise ModelDamaged(f"{path} is missing.", next_step)
    try:
        # Tokens may be characters that str.splitlines() takes for ends of lines.
        lines = path.read_text("utf-8").removesuffix("\n").split("\n")
    except (OSError, UnicodeDecodeError) as exc:
        raise ModelDamaged(f"{path} is damaged: it is not readable text.", next_step) from exc
    pairs = [line.split(" ") for line in lines]
    if not all(len(pair) == 2 and pair[1].isdecimal() for pair in pairs):
        raise ModelDamaged(f"{path} is damaged: a line is no token with its number.", next_step)
    if kind.needs_token not in {pair[0] for pair in pairs}:
        raise ModelDamaged(f"{path} is damaged: {kind.needs_token} is not in it.", next_step)
