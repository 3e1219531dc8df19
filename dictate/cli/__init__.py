"""The command line: one module per command, each importing what it needs when it runs.

A failure is one line with its next step on standard error and exit code 1, whatever broke: errors
of the program are told as they are, anything else goes into the log file. Wrong usage is told by
typer with exit code 2.
"""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import sys
import warnings
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from dictate import __version__, host
from dictate.cli import (
    benchmark,
    compare,
    control,
    demo,
    devices,
    doctor,
    history,
    llm,
    models,
    profiles,
    remote,
    settings,
    stats,
    text,
    transcribe,
    tune,
    updates,
)
from dictate.cli.ctrl_c import CtrlC
from dictate.cli.invocation import Invocation, say, tell_failure, unwritable
from dictate.errors import DictateError

log = logging.getLogger(__name__)

_ctrl_c = CtrlC()


class _Commands(TyperGroup):
    """Runs a command and turns what it raises into one line and an exit code."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401  # typer brings its own or click's Context
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise  # typer ends quietly: nobody reads any more
        except (Exception, KeyboardInterrupt) as error:
            if isinstance(error, typer.Abort) or hasattr(error, "exit_code"):
                raise  # typer's own: wrong usage, or a command that is done
            raise typer.Exit(told(error)) from error


def told(error: Exception | KeyboardInterrupt) -> int:
    """Tell why the program ends, in one line; return the exit code."""
    if isinstance(error, KeyboardInterrupt) or _ctrl_c.was_pressed:
        return host.INTERRUPTED
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        error = unwritable(error)
    if isinstance(error, DictateError):
        log.info("failed: %s", type(error).__name__)
        tell_failure(error)
    else:
        log.error("unexpected", exc_info=error)
        tell_failure(_unexpected(error))
    return 1


def _unexpected(error: Exception) -> DictateError:
    return DictateError(
        f"Something unexpected went wrong ({type(error).__name__}).",
        f"Please report it with the end of {host.log_folder() / 'dictate.log'}.",
    )


app = typer.Typer(
    name="dictate",
    cls=_Commands,
    help="Push-to-talk dictation: hold a key, speak, let go, and the text is in your window.",
    epilog="Without a command, the tray program starts.",
    context_settings={"help_option_names": ["-h", "--help"]},
    pretty_exceptions_enable=False,
    add_completion=False,
)


def _version(wanted: bool) -> None:
    if wanted:
        say(f"dictate {__version__}")
        raise typer.Exit()


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    config: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Settings file (TOML). DICTATE_CONFIG names it as well."),
    ] = None,
    verbose: Annotated[
        bool, typer.Option("--verbose", "-v", help="Tell on stderr what is done.")
    ] = False,
    welcome: Annotated[
        bool, typer.Option("--welcome", help="Show the first steps once more.")
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Push-to-talk dictation: hold a key, speak, let go, and the text is in your window."""
    host.set_up_logging(verbose=verbose)
    settings_file = config.expanduser().absolute() if config else host.settings_path()
    context.obj = Invocation(settings_file, file_was_named=config is not None)
    if context.invoked_subcommand is None:
        from dictate.cli import run

        run.run(context, welcome=welcome)


transcribe.register(app)
demo.register(app)
devices.register(app)
app.add_typer(models.app, name="models")
tune.register(app)
doctor.register(app)
benchmark.register(app)
compare.register(app)
app.add_typer(llm.app, name="llm")
app.add_typer(remote.app, name="remote")
app.add_typer(settings.app, name="settings")
text.register(app)
control.register(app)
profiles.register(app)
app.add_typer(history.app, name="history")
stats.register(app)
app.add_typer(updates.app, name="updates")


def _command() -> Any:  # noqa: ANN401  # typer brings its own or click's
    """Return the command line; its help gives no type for switches, which take no value."""
    waiting = [typer.main.get_command(app)]
    for command in waiting:
        switch = command.get_help_option(command.context_class(command))
        for parameter in (*command.params, switch):
            if parameter is not None and getattr(parameter, "is_bool_flag", False):
                parameter.metavar = ""  # else it shows as "--json <bool>"
        waiting += getattr(command, "commands", {}).values()
    return waiting[0]


def main() -> None:
    """Run the command line."""
    # A program that logs while another one turns the file over must not tell the user so.
    logging.raiseExceptions = False
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # a library's word to programmers, with lines of its code
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):
            if sys.platform == "win32" and not stream.isatty():
                stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
            # A text is never lost to a terminal of few characters.
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    _open_closed_streams()
    _ctrl_c.listen()
    try:
        _command()(prog_name="dictate")
    except (OSError, DictateError) as error:  # what help and version are written to is full
        sys.exit(told(error))


def _open_closed_streams() -> None:
    """Have whoever starts the program with a closed stream lose that stream only."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 - for good
            setattr(sys, name, nowhere)
