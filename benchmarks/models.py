"""Which weights to measure with: real ones where this machine has them, scripted ones else.

A rival gets the same weights in its own format. Those of a real model are not converted: a rival
is measured with it where its own file of that model is on this machine.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

import platformdirs

from benchmarks.ctranslate2_folder import write_folder
from benchmarks.ggml_file import write_ggml
from benchmarks.results import Model
from benchmarks.scripted_weights import SHAPES, Scripted, scripted
from benchmarks.state_file import write_state
from dictate.engine import storage
from dictate.errors import ModelError, ModelNotCached
from dictate.host import APP

FORMAT = 2
"""Part of the names of scripted models: raised when what is written changes."""


class Format(StrEnum):
    """How weights are stored."""

    CTRANSLATE2 = "ctranslate2"
    CHECKPOINT = "checkpoint"  # openai-whisper's
    GGML = "ggml"


def find(name: str) -> Model:
    """Return the model of this name; a scripted one is made on its first use."""
    try:
        return Model(name, str(storage.resolve(name).path), scripted=False)
    except ModelError:
        folder = kept(_path(name, ""), lambda path: write_folder(path, _scripted(name)))
    return Model(name, str(folder), scripted=True)


def builtin() -> Model:
    """Return the model that comes with the program."""
    return Model(storage.BUILTIN, str(storage.resolve(storage.BUILTIN).path), scripted=False)


def best_real() -> Model | None:
    """Return the largest stock model on this machine."""
    real = [model for model in storage.cached_models() if not model.demonstration]
    best = max(real, key=lambda model: model.size_bytes, default=None)
    return Model(best.name, str(best.path), scripted=False) if best else None


def weights(model: Model, form: Format, compute_type: str) -> str:
    """Return the path of a model's weights in this format. Raises ModelNotCached."""
    if form is Format.CTRANSLATE2:
        return model.folder
    if not model.scripted:
        return str(_real(model.name, form, compute_type))
    if form is Format.GGML:
        path = _path(model.name, f".{compute_type}.bin")
        return str(kept(path, lambda to: write_ggml(to, _scripted(model.name), compute_type)))
    path = _path(model.name, ".npz")
    return str(kept(path, lambda to: write_state(to, _scripted(model.name))))


def kept(path: Path, write: Callable[[Path], None]) -> Path:
    """Return what lies at ``path``, written under another name first if it is not there."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(path.name + ".unfinished")
        if unfinished.is_dir():
            shutil.rmtree(unfinished)
        write(unfinished)
        unfinished.rename(path)
    return path


def cache_folder() -> Path:
    """Return where scripted models are kept."""
    return Path(platformdirs.user_cache_dir(APP, appauthor=False)) / "benchmarks"


def _path(name: str, ending: str) -> Path:
    return cache_folder() / f"scripted-{name}-{FORMAT}{ending}"


def _scripted(name: str) -> Scripted:
    return scripted(SHAPES[name])


def _real(name: str, form: Format, compute_type: str) -> Path:
    if form is Format.CHECKPOINT:
        root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "whisper"
        path = root / f"{name}.pt"
    else:
        root = Path(platformdirs.user_data_dir("pywhispercpp")) / "models"
        path = root / f"ggml-{name}{'' if compute_type == 'f16' else f'-{compute_type}'}.bin"
    if not path.is_file():
        raise ModelNotCached(f"Its file of the real model, {path.name}, is not on this machine.")
    return path
