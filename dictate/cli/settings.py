"""``dictate settings``: where the settings are and what they are."""

from __future__ import annotations

from typing import Annotated

import typer

from dictate.cli.invocation import invocation, note, say, say_json

app = typer.Typer(help="Where the settings are, and what they are.", no_args_is_help=True)


@app.command()
def path(context: typer.Context) -> None:
    """Tell which file the settings are read from."""
    say(str(invocation(context).settings_file))


@app.command()
def show(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="For other programs.")] = False,
) -> None:
    """Show every setting in force with its meaning, as a settings file.

    Ends with 1 when the file has mistakes, each told in one line.
    """
    from dictate.settings import manual, salvage, store
    from dictate.settings.schema import Settings

    found = store.load(invocation(context).settings_file)
    if as_json:
        say_json({key: salvage.value_of(found.settings, key) for key in salvage.keys_of(Settings)})
    else:
        say(store.to_toml(found.settings, manual.texts()).rstrip())
    for problem in found.problems:
        note(problem)
    if found.problems:
        raise typer.Exit(1)
