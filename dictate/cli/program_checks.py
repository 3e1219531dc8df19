"""Whether the settings are right, and whether the program runs."""

from __future__ import annotations

from pathlib import Path

from dictate.cli.check import Check, failed, good
from dictate.errors import DictateError, NotRunning


def check_settings(path: Path) -> list[Check]:
    """Look at the settings file and what counts more; a check for each mistake in it."""
    from dictate.assembly import stages
    from dictate.settings import store

    problems = (*store.load(path).problems, *stages.environment_slips())
    if problems:
        return [failed("settings", problem) for problem in problems]
    return [good("settings", str(path) if path.exists() else f"the defaults; there is no {path}")]


def check_running() -> Check:
    """Ask the running program."""
    from dictate.control import channel

    try:
        facts = channel.send("status")
    except NotRunning:
        return good("running program", "none")
    except DictateError as error:
        return failed("running program", error)
    return good("running program", f"answers; it is {facts.get('phase', 'there')}")
