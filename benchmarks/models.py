"""Which weights to measure with: real ones where this machine has them, scripted ones else."""

from __future__ import annotations

from pathlib import Path

import platformdirs

from benchmarks.results import Model
from benchmarks.scripted_weights import scripted_model
from dictate.engine import storage
from dictate.errors import ModelError
from dictate.host import APP


def find(name: str) -> Model:
    """Return the model of this name; a scripted one is made on its first use."""
    try:
        return Model(name, str(storage.resolve(name).path), scripted=False)
    except ModelError:
        folder = scripted_model(name, cache_folder())
    return Model(name, str(folder), scripted=True)


def builtin() -> Model:
    """Return the model that comes with the program."""
    return Model(storage.BUILTIN, str(storage.resolve(storage.BUILTIN).path), scripted=False)


def cache_folder() -> Path:
    """Return where scripted models are kept."""
    return Path(platformdirs.user_cache_dir(APP, appauthor=False)) / "benchmarks"
