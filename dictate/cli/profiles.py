"""``dictate profiles``: which profiles there are, and which one the window in front has."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from dictate.cli.invocation import invocation, say, say_json

if TYPE_CHECKING:
    from dictate.output.window import Window
    from dictate.settings.profiles import Profile


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("profiles")(profiles)


def profiles(
    context: typer.Context,
    wait: Annotated[
        float,
        typer.Option(metavar="S", min=0, max=60, help="Look after so many seconds."),
    ] = 0.0,
    as_json: Annotated[bool, typer.Option("--json", help="For other programs.")] = False,
) -> None:
    """List the profiles, and tell which one the window with the keyboard has.

    With --wait there is time to go to the window one wants to know about.
    """
    from dictate.output import front_window, profile_match

    known = invocation(context).settings().profiles
    time.sleep(wait)
    window = front_window.look()
    chosen = profile_match.choose(known, window) if window is not None else ""
    if as_json:
        say_json(_facts(known, window, chosen))
        return
    for line in lines(known, window, chosen):
        say(line)


def lines(known: Mapping[str, Profile], window: Window | None, chosen: str) -> list[str]:
    """Return what is told to a person."""
    if not known:
        return ["There are no profiles. The settings window makes one; see docs/settings.md."]
    told = []
    for name, profile in known.items():
        says = ", ".join(profile.overrides) or "changes nothing"
        told.append(f"{'*' if name == chosen else ' '} {name}: {_where(profile)}; {says}")
    if window is None:
        return [*told, "Which window has the keyboard cannot be seen here."]
    facts = (
        _list("class", window.classes),
        f'title "{window.title}"' if window.title else "",
        _list("executable", window.programs),
    )
    seen = "; ".join(filter(None, facts))
    told.append(f"The window in front: {seen or 'tells nothing of itself'}.")
    return [*told, f"It has the profile {chosen}." if chosen else "It has no profile."]


def _where(profile: Profile) -> str:
    parts = (
        _list("class", profile.window_class),
        _list("executable", profile.executable),
        _list("title", profile.title),
    )
    return " and ".join(filter(None, parts)) or "by hotkey or command only"


def _list(what: str, values: tuple[str, ...]) -> str:
    return f"{what} {' or '.join(values)}" if values else ""


def _facts(known: Mapping[str, Profile], window: Window | None, chosen: str) -> dict[str, object]:
    return {
        "profiles": list(known),
        "chosen": chosen or None,
        "window": None
        if window is None
        else {
            "class": list(window.classes),
            "title": window.title,
            "executable": list(window.programs),
        },
    }
