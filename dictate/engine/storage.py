"""Which models are on this machine, and which folder a wish of the user leads to.

Models lie in the folder of downloads (``host.models_folder()/NAME``), in the Hugging Face cache,
anywhere the user names a folder, and one small one comes with the program. Nothing here goes to
the network or imports anything heavy: listing takes milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from dictate import host
from dictate.domain import Notice, Severity
from dictate.engine import catalogue, family, hub_cache, integrity, model_format, placing
from dictate.engine.facts import ResolvedModel, read_facts
from dictate.engine.model_format import Format
from dictate.errors import DictateError, ModelDamaged, ModelNotCached, ModelUnknown

__all__ = [
    "AUTO",
    "BUILTIN",
    "CachedModel",
    "ResolvedModel",
    "as_cached",
    "cached_models",
    "resolve",
    "resolve_loadable",
    "smaller_models",
    "unfinished_bytes",
]

AUTO = "auto"
BUILTIN = "builtin"
"""Name of the model that comes with the program."""

SUGGESTED = "base"
"""What a user without a model is told to get."""


@dataclass(frozen=True, slots=True)
class CachedModel:
    """A model on this machine; not checked yet, ``resolve`` does that."""

    name: str
    path: Path
    size_bytes: int
    demonstration: bool = False
    stored_as: Format = Format.CTRANSLATE2


def cached_models() -> tuple[CachedModel, ...]:
    """Return what is on this machine: downloads, then the Hugging Face cache, then the built-in."""
    found: dict[str, CachedModel] = {}
    for name, folder in (*_downloaded(), *_in_hub_cache(), *_builtin()):
        if name not in found:
            size_bytes, demonstration = _size_bytes(folder), _demonstration(folder)
            found[name] = CachedModel(
                name, folder, size_bytes, demonstration, integrity.format_of(folder)
            )
    return tuple(found.values())


def as_cached(resolved: ResolvedModel) -> CachedModel:
    """Return a checked model in the shape of the list; also one in a folder of the user's own."""
    size_bytes = _size_bytes(resolved.path)
    return CachedModel(
        resolved.name,
        resolved.path,
        size_bytes,
        resolved.facts.demonstration,
        resolved.stored_as,
    )


def unfinished_bytes(name: str) -> int:
    """Return how much of an interrupted download of this model is here."""
    return _size_bytes(placing.gathering_of(placing.place_of(name.replace("/", "--"))))


def smaller_models(model: ResolvedModel) -> tuple[str, ...]:
    """Return the real models on this machine that are smaller than this one, largest first."""
    limit = _size_bytes(model.path)
    fitting = [m for m in _loadable() if m.size_bytes < limit]
    return tuple(m.name for m in sorted(fitting, key=lambda m: m.size_bytes, reverse=True))


def resolve(model: str) -> ResolvedModel:
    """Return the checked folder for "auto", a name, a repository id or a folder path.

    Raises ModelUnknown, ModelNotCached, or ModelDamaged.
    """
    wanted = model.strip()
    if wanted == AUTO:
        return _resolve_auto()
    if wanted == BUILTIN:
        return _checked(BUILTIN, host.resource_path("models", BUILTIN), _REINSTALL)
    if _is_path(wanted):
        folder = Path(wanted).expanduser()
        if not folder.exists():
            raise ModelUnknown(
                f"There is no model folder {folder}.", "Name an existing folder, or a model's name."
            )
        return _checked(folder.name, folder, "Copy the model folder again, or choose another one.")
    placed = host.models_folder() / wanted.replace("/", "--")
    if wanted not in _catalogue_names() and placed.is_dir():
        return _checked(wanted, placed, "Copy the model folder again, or choose another one.")
    return _resolve_entry(catalogue.find(wanted))


def resolve_loadable(model: str) -> ResolvedModel:
    """Return what ``resolve`` does. Raises PackageMissing, too, where no engine here reads it."""
    resolved = resolve(model)
    if resolved.stored_as is Format.ONNX:
        family.require(family.Family.ONNX_ASR, family.installed_families())
    return resolved


_REINSTALL = "Install Dictate again; a file was lost."


def _is_path(wanted: str) -> bool:
    if Path(wanted).is_absolute() or wanted.startswith((".", "~")) or "\\" in wanted:
        return True
    return wanted not in _catalogue_names() and ("/" in wanted) and Path(wanted).is_dir()


def _catalogue_names() -> set[str]:
    return {entry.name for entry in catalogue.CATALOGUE}


def _resolve_auto() -> ResolvedModel:
    """Take the best that is whole; what was damaged on the way there becomes a notice."""
    damaged: list[Notice] = []
    ranks = {entry.name: entry.auto_rank for entry in catalogue.CATALOGUE}
    for found in sorted(_loadable(), key=lambda found: ranks.get(found.name, 0), reverse=True):
        try:
            resolved = resolve(found.name)
        except DictateError as exc:
            damaged.append(exc.notice(Severity.WARNING))
            continue
        return replace(resolved, notices=(*damaged, *resolved.notices))
    resolved = resolve(BUILTIN)
    return replace(resolved, notices=(*damaged, *resolved.notices))


def _loadable() -> list[CachedModel]:
    """Return the real models that an engine on this machine can read."""
    installed = family.installed_families()
    return [
        found
        for found in cached_models()
        if not found.demonstration and family.usable(found.stored_as, installed)
    ]


def _resolve_entry(entry: catalogue.ModelEntry) -> ResolvedModel:
    """Take the download, else the Hugging Face cache. A damaged one falls behind a whole one."""
    remedy = f"Get it again: dictate models download {entry.name}"
    snapshot = hub_cache.find_snapshot(entry.repo)
    if snapshot is not None and not _holds(snapshot, entry):
        snapshot = None
    folders = [host.models_folder() / entry.folder_name, snapshot]
    failure: ModelDamaged | None = None
    for folder in folders:
        if folder is None or not folder.is_dir():
            continue
        try:
            resolved = _checked(entry.name, folder, remedy)
            return _with_languages(resolved, entry)
        except ModelDamaged as exc:
            failure = failure or exc
    if failure is not None:
        raise failure
    size = f" ({entry.size_mb} MB)" if entry.size_mb else ""
    raise ModelNotCached(
        f"The model {entry.name} is not on this machine.",
        f"Get it{size}: dictate models download {entry.name}",
    )


def _holds(snapshot: Path, entry: catalogue.ModelEntry) -> bool:
    """A repository may have several precisions, and a cache only one of them."""
    if entry.format is not Format.ONNX:
        return True
    return entry.precision in model_format.onnx_precisions(model_format.names_in(snapshot))


def _with_languages(resolved: ResolvedModel, entry: catalogue.ModelEntry) -> ResolvedModel:
    """The distil models have every language in their vocabulary and only English in their head."""
    languages = resolved.facts.languages or entry.codes or (() if entry.multilingual else ("en",))
    return replace(resolved, facts=replace(resolved.facts, languages=languages))


def _checked(name: str, folder: Path, remedy: str) -> ResolvedModel:
    integrity.check(folder, remedy)
    facts = read_facts(folder)
    notices = _demonstration_notice() if facts.demonstration else ()
    return ResolvedModel(
        name, folder.resolve(), facts, notices, stored_as=integrity.format_of(folder)
    )


def _demonstration_notice() -> tuple[Notice, ...]:
    return (
        Notice(
            Severity.WARNING,
            "The built-in demonstration model is in use; it knows a small vocabulary only.",
            f"Get a real one: dictate models download {SUGGESTED}",
        ),
    )


def _downloaded() -> Iterator[tuple[str, Path]]:
    try:
        folders = sorted(path for path in host.models_folder().iterdir() if path.is_dir())
    except OSError:
        return
    for folder in folders:
        if not folder.name.startswith(".") and _has_weights(folder):
            yield folder.name.replace("--", "/", 1), folder


def _in_hub_cache() -> Iterator[tuple[str, Path]]:
    for repo, folder in hub_cache.cached_snapshots():
        precisions = model_format.onnx_precisions(model_format.names_in(folder))
        yield catalogue.find_stored(repo, precisions).name, folder


def _builtin() -> Iterator[tuple[str, Path]]:
    try:
        yield BUILTIN, host.resource_path("models", BUILTIN)
    except DictateError:
        return


def _has_weights(folder: Path) -> bool:
    return any(model_format.is_weights(name) for name in model_format.names_in(folder))


def _size_bytes(folder: Path) -> int:
    try:
        return sum(path.stat().st_size for path in folder.iterdir() if path.is_file())
    except OSError:
        return 0


def _demonstration(folder: Path) -> bool:
    try:
        return read_facts(folder).demonstration
    except ModelDamaged:
        return False
