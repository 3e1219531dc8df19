"""Finds models other programs have already fetched into the Hugging Face cache.

Only looks at folder names (``models--OWNER--NAME/snapshots/REVISION``): the library that writes
this cache takes half a second to import and is not needed to read it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from dictate.engine import model_format
from dictate.engine.integrity import NEEDED_FILES, looks_like_model


def hub_cache_folder() -> Path:
    """Return the cache folder by the rules of huggingface_hub: its environment variables first."""
    named = os.environ.get("HF_HUB_CACHE") or os.environ.get("HUGGINGFACE_HUB_CACHE")
    if named:
        return _expanded(named)
    home = os.environ.get("HF_HOME")
    if home:
        return _expanded(home) / "hub"
    cache = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return _expanded(cache) / "huggingface" / "hub"


def find_snapshot(repo: str) -> Path | None:
    """Return the folder of this repository's newest complete snapshot, None when there is none."""
    return newest_snapshot(hub_cache_folder() / ("models--" + repo.replace("/", "--")))


def cached_snapshots() -> Iterator[tuple[str, Path]]:
    """Yield repository id and folder of every complete model in the cache."""
    try:
        folders = sorted(hub_cache_folder().glob("models--*--*"))
    except OSError:
        return
    for folder in folders:
        snapshot = newest_snapshot(folder)
        if snapshot is not None:
            yield folder.name.removeprefix("models--").replace("--", "/", 1), snapshot


def newest_snapshot(repo_folder: Path) -> Path | None:
    """Return a repository's complete snapshot: what ``main`` points to, else the youngest."""
    try:
        snapshots = [path for path in (repo_folder / "snapshots").iterdir() if path.is_dir()]
        main = repo_folder / "refs" / "main"
        current = main.read_text("utf-8").strip() if main.is_file() else ""
    except OSError:
        return None
    snapshots.sort(key=lambda path: (path.name == current, path.stat().st_mtime), reverse=True)
    return next((path for path in snapshots if _is_complete(path)), None)


def _is_complete(snapshot: Path) -> bool:
    names = model_format.names_in(snapshot)
    if model_format.of_names(names) is model_format.Format.ONNX:
        needed = {model_format.CONFIG_FILE, model_format.VOCABULARY_FILE}
        return needed <= names and bool(model_format.onnx_precisions(names))
    return all((snapshot / name).is_file() for name in NEEDED_FILES) and looks_like_model(snapshot)


def _expanded(path: str) -> Path:
    return Path(os.path.expandvars(path)).expanduser()
