"""``dictate stats``: where the time of the takes went, how much was said, how well it was heard."""

from __future__ import annotations

import re
import time
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from dictate.cli.invocation import note, say_json
from dictate.cli.tables import show_facts
from dictate.errors import HistoryError

if TYPE_CHECKING:
    from dictate.assembly.statistics import Statistics

_UNITS_S = {"h": 3600.0, "d": 86400.0, "w": 7 * 86400.0}


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
    if as_json:
        say_json({**asdict(found), "parts": dict(found.parts)})
    elif not found.takes:
        note("The history has no takes of that time.")
    else:
        show_facts(facts(found))


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


def facts(found: Statistics) -> dict[str, object]:
    """Return what is told to a person."""
    return {
        "takes": found.takes,
        "speech": f"{found.speech_minutes:.1f} min, {found.words} words",
        "saved": f"{found.minutes_saved:.1f} min against typing",
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
