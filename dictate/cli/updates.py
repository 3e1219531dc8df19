"""``dictate updates check``: asks the feed of the settings for a newer version, now."""

from __future__ import annotations

from typing import Annotated

import typer

from dictate import __version__
from dictate.cli.invocation import invocation, one_line, say, say_json

app = typer.Typer(help="Whether there is a newer version.", no_args_is_help=True)


@app.callback()
def updates() -> None:
    """Ask whether there is a newer version."""


@app.command()
def check(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="For other programs.")] = False,
) -> None:
    """Ask the feed of the settings now, whether it is asked by itself or not.

    Ends with 0 when it answered, newer version or not.
    """
    from dictate.cancellation import Cancellation
    from dictate.updates import feed
    from dictate.updates.release import is_newer

    offered = feed.offered(invocation(context).settings().updates.feed, Cancellation())
    newer = is_newer(offered.version, __version__)
    if as_json:
        say_json(
            {
                "version": __version__,
                "offered": offered.version,
                "is_newer": newer,
                "page": offered.page,
                "notes": offered.notes or None,
            }
        )
        return
    if newer:
        told = f"Version {offered.version} is available, this is {__version__}."
        say(one_line(f"{told} {offered.notes} {offered.page}"))
    else:
        say(f"Version {__version__} is up to date; the feed offers {offered.version}.")
