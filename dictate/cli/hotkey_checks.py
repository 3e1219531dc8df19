"""Which hotkeys count beside the first one, and which are left out and why."""

from __future__ import annotations

from dictate.cli.checks import Check, Status, failed, good
from dictate.errors import BindingInvalid
from dictate.settings.schema import HotkeySettings

NAME = "further hotkeys"


def check_further(settings: HotkeySettings) -> list[Check]:
    """Look for conflicts; nothing is told where there is one hotkey only."""
    from dictate.hotkey import binding, rules

    if not settings.bindings and not any(rules.errands(settings).values()):
        return []
    try:
        found, problems = rules.read(settings)
    except BindingInvalid:
        return []  # of the main one: the check before this one tells it
    left_out = [failed(NAME, problem, Status.WARNING) for problem in problems]
    counted = [
        _shown(binding.describe(one.binding), one.profile, one.errand or "")
        for one in found.hotkeys[1:]
    ]
    return [*([good(NAME, ", ".join(counted))] if counted else []), *left_out]


def _shown(key: str, profile: str, errand: str) -> str:
    meant = f"profile {profile}" if profile else errand
    return f"{key} ({meant})" if meant else key
