"""What is known of models, as records for JSON and as rows and lines for people."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from dictate.errors import DictateError

if TYPE_CHECKING:
    from dictate.engine.catalogue import ModelEntry
    from dictate.engine.storage import CachedModel

SPEEDS = ("", "very slow", "slow", "medium", "fast", "very fast")
ACCURACIES = ("", "low", "fair", "good", "very good", "best")
COMPUTED = "computed from the number of weights; `dictate benchmark` measures it"


def catalogued(used: str) -> list[dict[str, object]]:
    """Return every model of this machine and of the catalogue, as it goes into JSON."""
    from dictate.engine import catalogue, storage

    cached = {model.name: model for model in storage.cached_models()}
    known = {entry.name: entry for entry in catalogue.CATALOGUE}
    names = [*cached, *(name for name in known if name not in cached)]
    return [_record(name, cached.get(name), known.get(name), used) for name in names]


def described(name: str, used: str) -> dict[str, object]:
    """Return all that is known of one model, here or not. Raises ModelError."""
    from dictate.engine import catalogue, checksums

    found = _found(name)
    entry = _entry(found.name if found else name)
    if found is None and entry is None:
        entry = catalogue.find(name)  # raises for what nobody knows
    record = _record(found.name if found else name, found, entry, used)
    record["aliases"] = list(entry.aliases) if entry else []
    if found is not None:
        said = checksums.read_record(found.path)
        record["stored_as"] = _stored_as(found.path)
        record["source"] = said.source if said else ""
        record["commit"] = said.commit if said else ""
        record["checksums"] = said is not None
    return record


def row(record: dict[str, object]) -> tuple[str, ...]:
    """Return a record as a row of the list."""
    memory = record["memory_mb"]
    return (
        "*" if record["used"] else "",
        str(record["name"]),
        f"{record['size_mb']} MB" if record["size_mb"] else "",
        f"{min(memory.values())} MB" if isinstance(memory, dict) and memory else "",
        str(record["languages"]),
        str(record["speed"]),
        str(record["accuracy"]),
        _where(record),
    )


def _where(record: dict[str, object]) -> str:
    if record["path"]:
        return str(record["place"])
    here = record["unfinished_mb"]
    return f"to download, {here} MB are here" if here else "to download"


COLUMNS = ("", "Name", "Size", "Memory", "Languages", "Speed", "Accuracy", "Where")


def size_mb(size_bytes: int) -> int:
    """Return bytes in MB, as users are told."""
    return max(1, round(size_bytes / 1_000_000)) if size_bytes else 0


def _found(name: str) -> CachedModel | None:
    """Return a model that is here, damaged or not; None for one that is not."""
    from dictate.engine import storage
    from dictate.errors import ModelDamaged, ModelNotCached

    for model in storage.cached_models():
        if model.name == name:
            return model
    try:
        resolved = storage.resolve(name)
    except (ModelNotCached, ModelDamaged):
        return None
    return storage.as_cached(resolved)


def _entry(name: str) -> ModelEntry | None:
    from dictate.engine import catalogue

    try:
        entry = catalogue.find(name)
    except DictateError:
        return None
    return entry if entry.name == name or entry in catalogue.CATALOGUE else None


def _record(
    name: str, model: CachedModel | None, entry: ModelEntry | None, used: str
) -> dict[str, object]:
    from dictate.engine import storage
    from dictate.engine.model_format import Format

    demonstration = model is not None and model.demonstration
    parameters_m = entry.parameters_m if entry else 0.0
    if not parameters_m and model is not None:
        parameters_m = round(_parameters(model.path) / 1_000_000, 1)
    memory = _memory_mb(entry, parameters_m)
    stored_as = model.stored_as if model else entry.format if entry else Format.CTRANSLATE2
    return {
        "name": entry.name if entry else name,
        "size_mb": size_mb(model.size_bytes) if model else entry.size_mb if entry else 0,
        "parameters_m": parameters_m,
        "memory_mb": memory,
        "memory_is": _memory_is(entry) if memory else "",
        "languages": _languages(demonstration, model is not None, entry),
        "speed": SPEEDS[entry.speed] if entry else "",
        "accuracy": ACCURACIES[entry.accuracy] if entry else "",
        "repository": entry.repo if entry else "",
        "engine": "onnx-asr" if stored_as is Format.ONNX else "faster-whisper",
        "cached": model is not None,
        "path": str(model.path) if model else None,
        "place": _place(model.path) if model else "",
        "unfinished_mb": size_mb(storage.unfinished_bytes(entry.name if entry else name)),
        "demonstration": demonstration,
        "used": name == used,
    }


def _place(folder: Path) -> str:
    from dictate import host
    from dictate.engine import hub_cache

    if folder.is_relative_to(host.models_folder()):
        return "here"
    if folder.is_relative_to(hub_cache.hub_cache_folder()):
        return "Hugging Face cache"
    return "in the program" if folder.name == "builtin" else "a folder of yours"


def _memory_mb(entry: ModelEntry | None, parameters_m: float) -> dict[str, int]:
    from dictate.engine import catalogue

    if entry is not None and entry.memory_mb:
        return entry.memory_mb
    return catalogue.memory_mb(parameters_m * 1_000_000) if parameters_m else {}


def _memory_is(entry: ModelEntry | None) -> str:
    measured = [kind for kind, _ in entry.measured_mb] if entry else []
    return f"measured in {' and '.join(measured)}, otherwise {COMPUTED}" if measured else COMPUTED


def _parameters(folder: Path) -> int:
    return _weights(folder)[0]


def _stored_as(folder: Path) -> str:
    return _weights(folder)[1]


def _weights(folder: Path) -> tuple[int, str]:
    """Return how many weights are stored, and in which precision."""
    from dictate.engine import integrity, onnx_integrity, weights
    from dictate.engine.model_format import Format

    try:
        if integrity.format_of(folder) is Format.ONNX:
            return onnx_integrity.parameters(folder)
        summary = weights.summarise(folder / integrity.WEIGHTS_FILE)
    except (OSError, ValueError, DictateError):
        return 0, ""
    return summary.parameters, summary.precision


def _languages(demonstration: bool, cached: bool, entry: ModelEntry | None) -> str:
    if demonstration:
        return "few words"
    if entry is None or not entry.languages:
        return "many" if cached else ""
    return "English" if entry.languages == 1 else f"{entry.languages}"
