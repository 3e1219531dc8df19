"""The options by which a command recognises otherwise than the settings say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dictate.domain import Task
from dictate.errors import SettingInvalid

if TYPE_CHECKING:
    from dictate.settings.schema import Settings

Model = Annotated[
    str | None,
    typer.Option(metavar="NAME|PATH", help="A name of `dictate models list`, or a model's folder."),
]
Language = Annotated[
    str | None, typer.Option(metavar="xx|auto", help='What is spoken: "en", "de", ... or "auto".')
]
TaskOption = Annotated[
    Task | None, typer.Option(help="Write what was said, or its translation into English.")
]
Device = Annotated[
    str | None, typer.Option(metavar="auto|cpu|cuda|metal", help="Where to compute.")
]
ComputeType = Annotated[
    str | None, typer.Option(metavar="TYPE", help='Precision: "int8", "float16", ... or "auto".')
]


def changed(settings: Settings, **engine: str | None) -> Settings:
    """Return the settings with what the command line says instead; wrong values are wrong usage."""
    from dictate.settings import store

    for name, value in engine.items():
        if value is None:
            continue
        try:
            given = value.lower() if name == "language" else value
            settings = store.replace_value(settings, f"engine.{name}", given)
        except SettingInvalid as error:
            option = "--" + name.replace("_", "-")
            wanted = error.next_step.partition(";")[0]
            raise typer.BadParameter(f"{value!r}. {wanted}.", param_hint=option) from error
    return settings


def require_translating(settings: Settings, asked_by: str) -> None:
    """Ask for another model, as wrong usage, where this one would write the wrong language."""
    from dictate.engine import storage, translating

    refusal = translating.refusal(storage.resolve(settings.engine.model))
    if refusal is not None:
        raise typer.BadParameter(str(refusal), param_hint=asked_by)
