"""``dictate toggle``, ``start``, ``stop``, ... and ``status``: commands to the running program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated

import typer

from dictate.cli.invocation import note, say, say_json
from dictate.control import channel
from dictate.control.patience import UNDER_WAY
from dictate.errors import NotRunning

_HELP = {
    "stop": "End the recording; its text is typed.",
    "cancel": "Take the newest recording back.",
    "pause": "Let the running program hear no hotkey until `dictate resume`.",
    "resume": "Let it hear its hotkeys again.",
    "again": "Insert the last text once more.",
    "undo": "Take the last text out of its window again.",
    "swap": "Write the last text as it was heard, or as it was cleaned.",
    "quit": "End the running program.",
}


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("toggle")(toggle)
    app.command("start")(start)
    for name, text in _HELP.items():
        app.command(name, help=text)(_sender(name))
    app.command("retry")(retry)
    app.command("raw")(raw)
    app.command("last")(last)
    app.command("status", help="Tell what the running program is doing.")(status)


def _sender(name: str) -> Callable[[], None]:
    def command() -> None:
        _command(name)

    return command


def _command(command: str) -> None:
    """Have the running program do something. Raises ControlError when nothing was done."""
    if channel.send(command).get(UNDER_WAY):
        note("That is still under way; should it fail, a notice of the running program says so.")


_Profile = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="With this profile; else with that of the window."),
]


def toggle(profile: _Profile = None) -> None:
    """Start a recording in the running program, or end it."""
    _command(f"toggle {profile}" if profile else "toggle")


def start(profile: _Profile = None) -> None:
    """Start a recording in the running program."""
    _command(f"start {profile}" if profile else "start")


def retry(
    model: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="With this model; that of the settings stays in use."),
    ] = None,
) -> None:
    """Recognise the last recording that failed, was taken back or not understood.

    What a crash left is offered too. Cancelled and not understood ones stay for ten minutes.
    """
    _command(f"retry {_findable(model)}" if model else "retry")


def raw(
    copy: Annotated[bool, typer.Option("--copy", help="Only put it on the clipboard.")] = False,
) -> None:
    """Write the last text once more as it was before clean-up: no language model, no command."""
    _command("raw copy" if copy else "raw")


def last() -> None:
    """Print the last text, also one that could not be inserted."""
    say(str(channel.send("last").get("text", "")))


def _findable(model: str) -> str:
    """Return a model as the running program finds it, wherever it was started."""
    from dictate.engine import storage

    folder = storage.resolve(model).path
    named_by_path = model.startswith((".", "~")) or any(mark in model for mark in "/\\")
    return str(folder) if named_by_path and Path(model).expanduser().is_dir() else model


def status(
    as_json: Annotated[bool, typer.Option("--json", help="For other programs.")] = False,
) -> None:
    """Tell what the running program is doing."""
    try:
        facts = channel.send("status")
    except NotRunning:
        if as_json:
            say_json({"running": False})
        raise
    if as_json:
        say_json({"running": True, **facts})
    else:
        for line in lines(facts):
            say(line)


def lines(facts: Mapping[str, object], prefix: str = "") -> list[str]:
    """Return facts as ``name: value`` lines, nested names joined, empty ones left out."""
    told: list[str] = []
    for name, value in facts.items():
        label = f"{prefix}{name}".replace("_", " ")
        if isinstance(value, Mapping):
            told += lines(value, f"{prefix}{name} ")
        elif value not in (None, "", [], ()):
            told.append(f"{label}: {_in_words(value)}")
    return told


def _in_words(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.0f}" if abs(value) >= 10 else f"{value:.2g}"
    if isinstance(value, Mapping):
        known = ((name.replace("_", " "), part) for name, part in value.items() if part is not None)
        return ", ".join(f"{name} {_in_words(part)}" for name, part in known)
    if isinstance(value, list):
        between = "; " if any(isinstance(item, Mapping) for item in value) else ", "
        return between.join(_in_words(item) for item in value)
    return str(value)
