"""Tells whether a folder holds a whole model, and in words what to do when it does not.

Run before every load: the library below answers a missing tokenizer by going to the network and a
cut-off file by a message nobody understands.
"""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

from dictate.engine import model_format, onnx_integrity, weights
from dictate.errors import ModelDamaged

WEIGHTS_FILE = "model.bin"
NEEDED_FILES = (WEIGHTS_FILE, "config.json", "tokenizer.json")
VOCABULARY_FILES = ("vocabulary.json", "vocabulary.txt")
PREPROCESSOR_FILE = "preprocessor_config.json"
MODEL_FILES = (*NEEDED_FILES, *VOCABULARY_FILES, PREPROCESSOR_FILE, "dictate.json")
"""Everything a model may consist of; other files of a repository or folder are of no use here."""
COPIED_FILES = ("tokenizer.json", PREPROCESSOR_FILE)
"""What the converter has to bring along from a Transformers checkpoint."""
_CHECKPOINT = re.compile(
    r"(model|pytorch_model)([.-].*)?\.(safetensors|bin|msgpack|h5)(\.index\.json)?"
    r"|(flax|tf)_model\..*"
)
STOCK_MEL_BANDS = 80


def looks_like_model(folder: Path) -> bool:
    """Tell cheaply whether this folder is meant as a Whisper model; damage inside is not seen."""
    return weights.specification(folder / WEIGHTS_FILE) == weights.WHISPER


def format_of(folder: Path) -> model_format.Format:
    """Return in which format the model of a folder is stored."""
    return model_format.of_names(model_format.names_in(folder))


def is_transformers_checkpoint(names: set[str]) -> bool:
    """Tell from the file names whether these are weights for Transformers, not for us."""
    return WEIGHTS_FILE not in names and any(_CHECKPOINT.fullmatch(name) for name in names)


def check(folder: Path, next_step: str) -> None:
    """Raise ModelDamaged, naming the file, unless everything a load needs is there and whole."""
    _check_is_folder(folder, next_step)
    names = {path.name for path in folder.iterdir()}
    if model_format.of_names(names) is model_format.Format.ONNX:
        onnx_integrity.check(folder, next_step)
        return
    if is_transformers_checkpoint(names):
        raise ModelDamaged(
            f"{folder} is a Transformers checkpoint, not a CTranslate2 model.",
            conversion_step(folder, names),
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


def conversion_step(source: Path | str, names: set[str]) -> str:
    """Return what to do about a Transformers checkpoint: the command, what it needs, what then."""
    command = shlex.join(conversion_command(source, names))
    return (
        f"Convert it: {command} (where `pip install transformers[torch] ctranslate2` was done), "
        f"then: {shlex.join(['dictate', 'models', 'import', _converted(source)])}"
    )


def conversion_command(source: Path | str, names: set[str]) -> list[str]:
    """Return the command that makes a CTranslate2 model of a checkpoint with files so named.

    A repository that does not have a file cannot have it copied, the converter would stop.
    """
    copied = [name for name in COPIED_FILES if name in names]
    return [
        "ct2-transformers-converter",
        *("--model", str(source)),
        *("--output_dir", _converted(source)),
        *(("--copy_files", *copied) if copied else ()),
        *("--quantization", "float16"),
    ]


def _converted(source: Path | str) -> str:
    return f"{source}-ct2".replace("/", "--") if isinstance(source, str) else f"{source}-ct2"


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
