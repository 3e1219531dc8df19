"""Tables on standard output: drawn in a terminal, tab-separated for other programs."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

from dictate.cli.invocation import say

NEVER_CUT = ("name", "model", "key")
"""Columns of what has to be typed again; where a terminal is narrow, the others give way."""

TITLES = ("name", "key", "number", "engine", "model")
"""What a row is about."""
LONGEST_WORD = 12
TOLERABLE_CUT = 10
"""So many characters too few cost a word or two; with more missing no cell can be read."""


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
    console = Console()
    if needed_width(columns, rows) <= console.width + TOLERABLE_CUT:
        console.print(table)
        return
    for row in rows:
        for line in block(columns, row):
            console.print(Text(line))


def needed_width(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> int:
    """Return how wide a table is whose words are whole; very long words may be cut."""
    widths = []
    for name, *cells in zip(columns, *rows, strict=True):
        if name.lower() in NEVER_CUT:
            widths.append(max(map(len, (name, *cells))))
            continue
        words = [word for cell in (name, *cells) for word in cell.split()]
        widths.append(min(LONGEST_WORD, max(map(len, words), default=0)))
    return sum(widths) + len(widths)


def block(columns: Sequence[str], row: Sequence[str]) -> list[str]:
    """Return a row as lines, for a terminal in which its table would be cut to bits."""
    cells = list(zip(columns, row, strict=True))
    titled, title = next(((n, cell) for n, cell in cells if n.lower() in TITLES), ("", ""))
    mark = next((f"{cell} " for name, cell in cells if not name and cell), "")
    rest = [f"{name} {cell}" for name, cell in cells if name not in ("", titled) and cell]
    return [line for line in (f"{mark}{title}", f"  {', '.join(rest)}") if line.strip()]


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
