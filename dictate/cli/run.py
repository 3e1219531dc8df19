"""``dictate`` without a command: the tray program, or the demonstration where no display is."""

from __future__ import annotations

import typer

from dictate import host
from dictate.cli.invocation import invocation, note


def run(context: typer.Context, *, welcome: bool = False) -> None:
    """Start the tray program; it hands over to one that runs already."""
    if not host.has_display():
        from dictate.cli import demo

        note("There is no display here, so `dictate demo` runs instead of the tray program.")
        demo.play(invocation(context).settings(), as_json=False)
        return
    from dictate.gui.app import run as run_tray

    raise typer.Exit(run_tray(invocation(context).settings_file, welcome=welcome))
