"""``dictate models``: which models there are, which are here, and getting one."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from dictate.cli.invocation import invocation, note, say, say_json
from dictate.cli.progress import TenthLines
from dictate.cli.tables import show_table
from dictate.errors import DictateError

if TYPE_CHECKING:
    from dictate.engine.download import Progress

app = typer.Typer(help="Models: list, download, find.", no_args_is_help=True)


@app.command("list")
def list_models(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="For other programs.")] = False,
) -> None:
    """List the models that are here and those that can be downloaded; * marks the one in use."""
    records = catalogued(_used(context))
    if as_json:
        say_json(records)
        return
    show_table(
        ("", "Name", "Size", "Languages", "Where"),
        [
            (
                "*" if record["used"] else "",
                str(record["name"]),
                f"{record['size_mb']} MB" if record["size_mb"] else "",
                str(record["languages"]),
                str(record["path"] or "to download"),
            )
            for record in records
        ],
    )


@app.command()
def download(
    name: Annotated[str, typer.Argument(help="A name of `dictate models list`, or OWNER/REPO.")],
) -> None:
    """Download a model, the only command that uses the network. A second call goes on."""
    from dictate.engine import download as fetching

    with _progress(name) as show:
        folder = fetching.download(name, show, lambda: False)
    note(f"{name} is here and is used from the next start on unless the settings name another.")
    say(str(folder))


@app.command()
def path(
    name: Annotated[str, typer.Argument(help='A model that is here, or "auto".')] = "auto",
) -> None:
    """Tell in which folder a model lies, after checking that it is whole."""
    from dictate.engine import storage

    say(str(storage.resolve(name).path))


def _used(context: typer.Context) -> str:
    """Return the name of the model a take would be decoded with, "" when there is none."""
    from dictate.engine import storage

    try:
        return storage.resolve(invocation(context).settings().engine.model).name
    except DictateError as error:
        note(error)
        return ""


def catalogued(used: str) -> list[dict[str, object]]:
    """Return every model of this machine and of the catalogue, as it goes into JSON."""
    from dictate.engine import catalogue, storage

    cached = {model.name: model for model in storage.cached_models()}
    known = {entry.name: entry for entry in catalogue.CATALOGUE}
    records: list[dict[str, object]] = []
    for name in [*cached, *(name for name in known if name not in cached)]:
        model, entry = cached.get(name), known.get(name)
        demonstration = model is not None and model.demonstration
        records.append(
            {
                "name": name,
                "size_mb": _size_mb(model.size_bytes) if model else entry.size_mb if entry else 0,
                "languages": _languages(demonstration, entry is None or entry.multilingual),
                "cached": model is not None,
                "path": str(model.path) if model else None,
                "demonstration": demonstration,
                "used": name == used,
            }
        )
    return records


def _size_mb(size_bytes: int) -> int:
    return max(1, round(size_bytes / 1_000_000))


def _languages(demonstration: bool, multilingual: bool) -> str:
    if demonstration:
        return "a demonstration of few words"
    return "many" if multilingual else "English"


@contextmanager
def _progress(name: str) -> Iterator[Callable[[Progress], None]]:
    if not sys.stderr.isatty():
        lines = TenthLines(name)
        yield lambda progress: lines.show(progress.share, f"{_size_mb(progress.total_bytes)} MB")
        return
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, TransferSpeedColumn
    from rich.progress import Progress as Bar

    columns = ("{task.description}", BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Bar(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(name, total=None)

        def show(progress: Progress) -> None:
            bar.update(task, completed=progress.done_bytes, total=progress.total_bytes or None)

        yield show
