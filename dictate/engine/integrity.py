"""Tells whether a folder holds a whole Whisper model, and in words what to do when it does not.

Run before every load: the library below answers a missing tokenizer by going to the network and a
cut-off file by a message nobody understands.
"""

from __future__ import annotations

import json
import shlex
from pathlib import Path

from dictate.engine import weights
from dictate.errors import ModelDamaged

WEIGHTS_FILE = "model.bin"
NEEDED_FILES = (WEIGHTS_FILE, "config.json", "tokenizer.json")
VOCABULARY_FILES = ("vocabulary.json", "vocabulary.txt")
PREPROCESSOR_FILE = "preprocessor_config.json"
TRANSFORMERS_FILES = (
    "model.safetensors",
    "model.safetensors.index.json",
    "pytorch_model.bin",
    "pytorch_model.bin.index.json",
)
STOCK_MEL_BANDS = 80


def looks_like_model(folder: Path) -> bool:
    """Tell cheaply whether this folder is meant as a Whisper model; damage inside is not seen."""
    return weights.specification(folder / WEIGHTS_FILE) == weights.WHISPER


def is_transformers_checkpoint(names: set[str]) -> bool:
    """Tell from the file names whether these are weights for Transformers, not for us."""
    return WEIGHTS_FILE not in names and not names.isdisjoint(TRANSFORMERS_FILES)


def check(folder: Path, next_step: str) -> None:
    """Raise ModelDamaged, naming the file, unless everything a load needs is there and whole."""
    _check_is_folder(folder, next_step)
    if is_transformers_checkpoint({path.name for path in folder.iterdir()}):
        raise ModelDamaged(
            f"{folder} is a Transformers checkpoint, not a CTranslate2 model.",
            f"Convert it: {conversion_command(folder)}",
        )
    for name in NEEDED_FILES:
        _check_there(folder / name, next_step)
    summary = _check_weights(folder / WEIGHTS_FILE, next_step)
    vocabulary = [folder / name for name in VOCABULARY_FILES if (folder / name).is_file()]
    if not vocabulary:
        raise ModelDamaged(f"{folder / VOCABULARY_FILES[0]} is missing.", next_step)
    preprocessor = folder / PREPROCESSOR_FILE
    if summary.mel_bands not in (0, STOCK_MEL_BANDS):
        _check_there(preprocessor, next_step)
    for path in (folder / "config.json", folder / "tokenizer.json", vocabulary[0], preprocessor):
        if path.suffix == ".json" and path.is_file():
            _check_json(path, next_step)


def conversion_command(source: Path | str) -> str:
    """Return the command line that makes a CTranslate2 model of a Transformers checkpoint."""
    target = f"{source}-ct2".replace("/", "--") if isinstance(source, str) else f"{source}-ct2"
    return shlex.join(
        [
            "ct2-transformers-converter",
            "--model",
            str(source),
            "--output_dir",
            target,
            "--copy_files",
            "tokenizer.json",
            PREPROCESSOR_FILE,
            "--quantization",
            "float16",
        ]
    )


def _check_is_folder(folder: Path, next_step: str) -> None:
    if not folder.is_dir():
        kind = "a file, not a model folder" if folder.exists() else "not there"
        raise ModelDamaged(f"{folder} is {kind}.", next_step)


def _check_there(path: Path, next_step: str) -> None:
    if not path.is_file():
        raise ModelDamaged(f"{path} is missing.", next_step)
    if path.stat().st_size == 0:
        raise ModelDamaged(f"{path} is empty.", next_step)


def _check_weights(path: Path, next_step: str) -> weights.WeightsSummary:
    try:
        summary = weights.summarise(path)
    except (ValueError, OSError) as exc:
        why = exc.strerror or "not readable" if isinstance(exc, OSError) else str(exc)
        raise ModelDamaged(f"{path} is damaged: {why}.", next_step) from exc
    if summary.specification != weights.WHISPER:
        raise ModelDamaged(f"{path} does not hold a Whisper model.", next_step)
    return summary


def _check_json(path: Path, next_step: str) -> None:
    try:
        content = json.loads(path.read_bytes())
    except (ValueError, OSError) as exc:
        raise ModelDamaged(f"{path} is damaged: it is not readable JSON.", next_step) from exc
    if not isinstance(content, dict | list) or not content:
        raise ModelDamaged(f"{path} is damaged: it holds nothing useful.", next_step)
