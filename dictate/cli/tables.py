"""Tables on standard output: drawn in a terminal, tab-separated for other programs."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from dictate.cli.invocation import say


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

    table = Table(box=box.SIMPLE_HEAD)
    for name in columns:
        table.add_column(name)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console().print(table)
