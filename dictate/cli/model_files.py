"""``dictate models verify``, ``import`` and ``remove``: the files of models on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dictate.cli.invocation import invocation, note, say, say_json
from dictate.cli.model_facts import size_mb
from dictate.cli.progress import progress_of
from dictate.cli.questions import is_sure
from dictate.cli.tables import show_table
from dictate.errors import (
    ControlError,
    DictateError,
    EngineOutOfMemory,
    ModelDamaged,
    ModelError,
    ModelNotCached,
    ModelUnknown,
)

if TYPE_CHECKING:
    from dictate.engine.facts import ResolvedModel
    from dictate.engine.removal import Leftovers

AsJson = Annotated[bool, typer.Option("--json", help="For other programs.")]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("verify")(verify)
    app.command("import")(bring)
    app.command("remove")(remove)


def verify(
    names: Annotated[
        list[str] | None, typer.Argument(metavar="[NAME]...", help="Of models here; else all.")
    ] = None,
    load: Annotated[bool, typer.Option("--load", help="Load each one as well.")] = False,
    as_json: AsJson = False,
) -> None:
    """Check models on this machine: whole files, and checksums where they are known."""
    from dictate.engine import storage

    results = [
        _verified(name, load) for name in names or [model.name for model in storage.cached_models()]
    ]
    if as_json:
        say_json(results)
    else:
        columns = ("Name", "Result", "Where")
        show_table(columns, [(str(r["name"]), _told(r), str(r["path"] or "")) for r in results])
    bad = [result for result in results if not result["ok"]]
    if bad:
        raise ModelDamaged(str(bad[0]["problem"]), str(bad[0]["next_step"]))


def _verified(name: str, load: bool) -> dict[str, object]:
    """Return what was found out about one model."""
    from dictate.engine import checksums, storage

    result: dict[str, object] = {"name": name, "path": None, "ok": False, "checked": "files"}
    result |= {"here": True, "loaded": False, "problem": "", "next_step": ""}
    try:
        resolved = storage.resolve(name)
        result |= {"name": resolved.name, "path": str(resolved.path)}
        record = checksums.read_record(resolved.path)
        if record is not None:
            total_bytes = sum(file.size_bytes for file in record.files)
            with progress_of(resolved.name, total_bytes) as count:
                remedy = "Get it again: " + _how_to_get(resolved, record.source)
                checksums.verify(resolved.path, record, count.add, remedy)
            result["checked"] = "checksums"
        if load:
            _load(resolved)
            result["loaded"] = True
    except (ModelUnknown, ModelNotCached) as error:
        result |= {"here": False, "problem": error.message, "next_step": error.next_step}
    except EngineOutOfMemory as error:
        result |= {"ok": True, "problem": error.message, "next_step": error.next_step}
    except DictateError as error:
        result |= {"problem": error.message, "next_step": error.next_step}
    else:
        result["ok"] = True
    return result


def _how_to_get(resolved: ResolvedModel, source: str) -> str:
    from dictate.engine import catalogue

    if catalogue.is_repo_id(source):
        return f"dictate models download {resolved.name} --again"
    return f"dictate models import {source or 'PATH'} --name {resolved.name} --replace"


def _told(result: dict[str, object]) -> str:
    if not result["ok"]:
        return "damaged" if result["here"] else "not here"
    checked = "checksums are right" if result["checked"] == "checksums" else "whole, no checksums"
    if result["problem"]:
        return f"{checked}, {result['problem']}"
    return f"{checked}, loads" if result["loaded"] else checked


def bring(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="A folder, zip or tar archive.")],
    name: Annotated[str, typer.Option(help="What to call it; else as the path is called.")] = "",
    replace: Annotated[
        bool, typer.Option("--replace", help="In place of a model of this name.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Bring in a model from another machine. Needs no network."""
    from dictate.engine import importing

    with progress_of(path.name) as show:
        done = importing.import_model(
            importing.Order(path, name, replace), importing.Surroundings(_load, show)
        )
    if done.too_large:
        note(f"{done.name} is whole, but there is too little memory to load it here.")
    if as_json:
        told = {"name": done.name, "path": str(done.path), "loads": not done.too_large}
        say_json(told)
        return
    note(f"{done.name} is here. To use it: dictate settings set engine.model {done.name}")
    say(str(done.path))


def _load(resolved: ResolvedModel) -> None:
    """Load a model as the engine does, in a process of its own, and let it go."""
    from dictate.domain import ModelChoice
    from dictate.engine.child_backend import ChildBackend

    backend = ChildBackend()
    try:
        backend.load(resolved, ModelChoice(model=resolved.name))
    finally:
        backend.unload()


def remove(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="A model that was downloaded or imported.")],
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    as_json: AsJson = False,
) -> None:
    """Delete a model, with what an interrupted download of it left."""
    from dictate.engine import removal

    found = removal.find(name)
    _refuse_used(context, found)
    if not yes:
        _ask(found)
    removal.remove(found)
    freed_mb = size_mb(found.size_bytes)
    if as_json:
        say_json({"name": found.name, "path": str(found.place), "freed_mb": freed_mb})
    else:
        note(f"{found.name} is removed, {freed_mb} MB are free again.")


def _ask(found: Leftovers) -> None:
    if not is_sure(f"Delete {found.name} ({size_mb(found.size_bytes)} MB) from {found.place}?"):
        raise ModelError("Nothing was removed.", "Answer y, or say --yes.")


def _refuse_used(context: typer.Context, found: Leftovers) -> None:
    """Raise ModelError where the settings or the running program use this model."""
    if not found.place.is_dir():
        return  # half a download is in nobody's use
    if found.place.resolve() == _settings_path(context) or found.name == _running_model():
        raise ModelError(
            f"The model {found.name} is in use.",
            "Choose another one first: dictate settings set engine.model NAME",
        )


def _settings_path(context: typer.Context) -> Path | None:
    from dictate.engine import storage

    try:
        return storage.resolve(invocation(context).settings().engine.model).path
    except DictateError:
        return None


def _running_model() -> str | None:
    from dictate.control import channel

    try:
        engine = channel.send("status").get("engine")
    except ControlError:
        return None
    model = engine.get("model") if isinstance(engine, dict) else None
    return str(model) if model else None
