"""What ``dictate doctor --calibrate`` tells of its trials, and the setting that follows."""

from __future__ import annotations

import sys
from dataclasses import asdict

import typer

from dictate.cli import calibrate
from dictate.cli.check import Status
from dictate.cli.doctor import show
from dictate.cli.invocation import Invocation, note, say, say_json
from dictate.domain import OutputMethod
from dictate.output.outlets import INSERTING

KEY = "output.method"


def carry_out(invocation: Invocation, *, apply: bool, hotkey: bool, as_json: bool) -> None:
    """Try, tell, and set the best method if asked to. Ends with 1 when nothing works."""
    settings = invocation.settings()
    found = calibrate.run(settings, with_hotkey=hotkey)
    now, proposal = settings.output.method, found.proposal
    if as_json:
        trials = [{**asdict(trial), "exact": trial.exact} for trial in found.trials]
        checks = [asdict(check) for check in found.checks()]
        say_json({"checks": checks, "trials": trials, "method": now, "proposal": proposal})
    else:
        for check in found.checks():
            show(check)
        say(f"{'':8}{'best':16}{_judged(now, proposal)}")
    if proposal is not now and (apply or (not as_json and _wanted(proposal))):
        _set(invocation, proposal)
    failed = any(check.status is Status.FAILURE for check in found.checks())
    if proposal is OutputMethod.COPY or failed:
        raise typer.Exit(1)


def _judged(now: OutputMethod, proposal: OutputMethod) -> str:
    if proposal is now:
        return f'{KEY} = "{now}", as it is set'
    if now not in INSERTING:
        return f'{KEY} = "{proposal}", if texts are to be inserted; it is "{now}"'
    return f'{KEY} = "{proposal}"; it is "{now}"'


def _wanted(proposal: OutputMethod) -> bool:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        note(f"To set it: dictate settings set {KEY} {proposal}")
        return False
    return typer.confirm(f'Set {KEY} to "{proposal}"?')


def _set(invocation: Invocation, method: OutputMethod) -> None:
    from dictate.settings import store

    before = invocation.settings()
    store.save(invocation.settings_file, store.replace_value(before, KEY, method), before)
    note(f"{KEY} is set in {invocation.settings_file}.")
