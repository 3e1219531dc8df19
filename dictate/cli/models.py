"""``dictate models``: which models there are, which are here, and getting one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dictate.cli import model_files
from dictate.cli.invocation import invocation, note, say, say_json
from dictate.cli.model_facts import COLUMNS, catalogued, described, row, size_mb
from dictate.cli.progress import progress_of
from dictate.cli.tables import show_facts, show_table
from dictate.errors import DictateError

app = typer.Typer(
    help="Models: list, download, bring from elsewhere, check, remove.", no_args_is_help=True
)
AsJson = Annotated[bool, typer.Option("--json", help="For other programs.")]


@app.command("list")
def list_models(context: typer.Context, as_json: AsJson = False) -> None:
    """List the models that are here and those that can be downloaded; * marks the one in use."""
    records = catalogued(_used(context))
    if as_json:
        say_json(records)
        return
    show_table(COLUMNS, [row(record) for record in records])


@app.command()
def info(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="A name of the list, OWNER/REPO, or a folder.")],
    as_json: AsJson = False,
) -> None:
    """Tell what is known of a model: size, memory, languages, where it comes from."""
    facts = described(name, _used(context))
    if as_json:
        say_json(facts)
    else:
        show_facts(facts)


@app.command()
def download(
    name: Annotated[str, typer.Argument(help="A name of `dictate models list`, or OWNER/REPO.")],
    again: Annotated[
        bool, typer.Option("--again", help="Also when it is here, in its place.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Download a model, the only command that uses the network. A second call goes on."""
    from dictate.engine import download as fetching

    try:
        with progress_of(name) as show:
            folder = fetching.download(name, show, lambda: False, again=again)
    except KeyboardInterrupt:
        note(f"The download was stopped. To go on: dictate models download {name}")
        raise
    if as_json:
        say_json({"name": name, "path": str(folder), "size_mb": _folder_mb(folder)})
        return
    note(f"{name} is here and is used from the next start on unless the settings name another.")
    _note_missing_package(name)
    say(str(folder))


@app.command()
def path(
    name: Annotated[str, typer.Argument(help='A model that is here, or "auto".')] = "auto",
    as_json: AsJson = False,
) -> None:
    """Tell in which folder a model lies, after checking that it is whole."""
    from dictate.engine import storage

    resolved = storage.resolve(name)
    if as_json:
        say_json({"name": resolved.name, "path": str(resolved.path)})
    else:
        say(str(resolved.path))


model_files.register(app)


def _folder_mb(folder: Path) -> int:
    return size_mb(sum(path.stat().st_size for path in folder.iterdir()))


def _note_missing_package(name: str) -> None:
    from dictate.engine import family, storage

    if not family.usable(storage.resolve(name).stored_as, family.installed_families()):
        note(f"It needs the Python package onnx-asr. {family.install_step(family.Family.ONNX_ASR)}")


def _used(context: typer.Context) -> str:
    """Return the name of the model a take would be decoded with, "" when there is none."""
    from dictate.engine import storage

    try:
        return storage.resolve(invocation(context).settings().engine.model).name
    except DictateError as error:
        note(error)
        return ""
