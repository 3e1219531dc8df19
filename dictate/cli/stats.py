"""``dictate stats``: where the time of the takes went, how much was said, how well it was heard.

While the program runs it is also told what it takes of the machine, as the statistics window shows.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dictate.cli.invocation import note, say_json
from dictate.cli.tables import show_facts
from dictate.control import channel
from dictate.errors import ControlError, HistoryError

if TYPE_CHECKING:
    from dictate.assembly.statistics import Statistics

_UNITS_S = {"h": 3600.0, "d": 86400.0, "w": 7 * 86400.0}
CPU_OVER_S = 0.5
"""A share of the processor is that of a stretch of time."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("stats")(stats)


def stats(
    since: Annotated[
        str, typer.Option(metavar="WHEN", help='"7d", "12h", "2w", or a date: "2026-05-31".')
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="For other programs.")] = False,
) -> None:
    """Tell where the time of the takes in the history went, how much was said and how well."""
    from dataclasses import asdict

    from dictate.assembly.past import Past

    found = Past().statistics(begin_s(since, time.time()))
    now = running()
    if as_json:
        say_json({**asdict(found), "parts": dict(found.parts), "now": now})
        return
    if not found.takes:
        note("The history has no takes of that time.")
    show_facts({**(facts(found) if found.takes else {}), **(now_facts(now) if now else {})})


def begin_s(since: str, now_s: float) -> float:
    """Return the time that a word of the user's names. Raises HistoryError."""
    if not since:
        return 0.0
    if span := re.fullmatch(r"(\d+)([hdw])", since):
        return now_s - int(span[1]) * _UNITS_S[span[2]]
    try:
        return datetime.fromisoformat(since).timestamp()
    except (ValueError, OverflowError, OSError) as error:
        raise HistoryError(
            f"“{since}” is no time.", 'Write "7d", "12h", "2w" or a date like "2026-05-31".'
        ) from error


def running(wait: Callable[[float], None] = time.sleep) -> dict[str, Any] | None:
    """Return what the running program takes of the machine; None when none runs or it is silent."""
    from dictate.assembly.usage import UsageMeter

    try:
        status = channel.send("status")
    except ControlError:
        return None
    look = UsageMeter(int(str(status["pid"])))
    look()
    wait(CPU_OVER_S)
    usage = look()
    return {
        "memory_mb": round(usage.memory_mb),
        "cpu_percent": round(usage.cpu_percent or 0.0, 1),
        "loaded": status.get("loaded", []),
    }


def now_facts(now: Mapping[str, Any]) -> dict[str, object]:
    """Return what is told to a person about the running program."""
    return {
        "now": f"{now['memory_mb']} MB of memory, {now['cpu_percent']:.0f} % of one core",
        "loaded": "; ".join(_held(model) for model in now["loaded"]),
    }


def _held(model: Mapping[str, Any]) -> str:
    card_mb = model["gpu_memory_mb"]
    on_card = f", {card_mb} MB on the card" if card_mb is not None else ""
    where = f"{model['model']}, {model['compute_type']} on {model['device']}"
    return f"{where}: {model['memory_mb']} MB{on_card}"


def facts(found: Statistics) -> dict[str, object]:
    """Return what is told to a person."""
    from dictate.assembly.statistics import TYPING_WORDS_PER_MINUTE

    return {
        "takes": found.takes,
        "speech": f"{found.speech_minutes:.1f} min, {found.words} words",
        "saved": f"{found.minutes_saved:.1f} min against typing "
        f"{TYPING_WORDS_PER_MINUTE:.0f} words a minute",
        "release to text": f"{found.release_to_text_median_ms:.0f} ms median, "
        f"{found.release_to_text_p95_ms:.0f} ms for 95 %",
        "of which (medians)": ", ".join(
            f"{name.removesuffix('_ms')} {ms:.0f} ms" for name, ms in found.parts if ms >= 0.5
        ),
        "real-time factor": f"{found.real_time_factor:.2f}",
        "corrected": f"{found.corrected} ({found.corrected / found.takes:.0%})",
        **{
            f"words wrong, {each.model or 'unknown'}": f"{each.word_error_rate:.1%} "
            f"in {each.corrected} corrected texts"
            for each in found.accuracy
        },
    }
