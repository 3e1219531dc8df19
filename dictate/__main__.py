"""The way in: ``python -m dictate`` and the installed ``dictate`` script.

The tray program is what is started most, with each log-in, and needs nothing of the command line.
So it is started past it: what reads and checks the words of commands takes longer to load than all
that the icon needs. The processes that this one starts import this module too, so it stays small.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class TrayStart:
    """How the tray program was called."""

    config: str = ""
    is_welcome: bool = False


def tray_start(words: Sequence[str]) -> TrayStart | None:
    """Return how the tray program is wanted; None where the command line has to look at it."""
    config, is_welcome = "", False
    rest = list(words)
    while rest:
        word = rest.pop(0)
        if word == "--welcome":
            is_welcome = True
        elif word == "--config" and rest and rest[0] and not rest[0].startswith("-"):
            config = rest.pop(0)
        else:
            return None
    return TrayStart(config, is_welcome)


def main() -> None:
    """Start the tray program, or run a command."""
    start = tray_start(sys.argv[1:])
    if start is not None:
        _end_at_ctrl_c(at_once=True)
        from dictate import host

        if host.has_display():
            sys.exit(_tray(start))
        _end_at_ctrl_c(at_once=False)
    try:
        from dictate.cli import main as run_command

        run_command()
    except KeyboardInterrupt:  # while the command was still loading
        from dictate import host

        sys.exit(host.INTERRUPTED)


def _end_at_ctrl_c(*, at_once: bool) -> None:
    """Have the system end the program until the GUI listens for Ctrl+C (``gui.quit_signals``).

    Qt for Python aborts, or hangs, where it meets a KeyboardInterrupt while it is loaded. Nothing
    is begun by then that would have to be put in order.
    """
    if signal.getsignal(signal.SIGINT) != signal.SIG_IGN:  # it may have been started deaf to it
        signal.signal(signal.SIGINT, signal.SIG_DFL if at_once else signal.default_int_handler)


def _tray(start: TrayStart) -> int:
    import logging

    from dictate import host

    logging.raiseExceptions = False  # as for every command
    host.set_up_logging(verbose=False)
    config = Path(start.config).expanduser().absolute() if start.config else host.settings_path()
    try:
        from dictate.gui.app import run

        return run(config, welcome=start.is_welcome)
    except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the top of the program
        from dictate.cli import told

        return told(error)


if __name__ == "__main__":
    main()
