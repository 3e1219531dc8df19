"""Tables on standard output: drawn in a terminal, tab-separated for other programs."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

from dictate.cli.invocation import say

NEVER_CUT = ("name", "model", "key")
"""Columns of what has to be typed again; where a terminal is narrow, the others give way."""


def show_table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Show rows below the names of their columns."""
    if not sys.stdout.isatty():
        for row in (columns, *rows):
            say("\t".join(cell.replace("\t", " ") for cell in row))
        return
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False)
    for name in columns:
        table.add_column(name, no_wrap=name.lower() in NEVER_CUT)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console().print(table)


def show_facts(facts: Mapping[str, object]) -> None:
    """Show named facts, a line each; those that are empty are left out."""
    rows = [
        (name.replace("_", " "), _in_words(value))
        for name, value in facts.items()
        if value not in (None, "", 0, [], {})
    ]
    width = max((len(name) for name, _ in rows), default=0)
    for name, value in rows:
        say(f"{name + ':':<{width + 1}} {value}")


def _in_words(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return ", ".join(f"{name} {_in_words(part)}" for name, part in value.items())
    if isinstance(value, list):
        return ", ".join(_in_words(part) for part in value)
    return f"{value:g}" if isinstance(value, float) else str(value)
