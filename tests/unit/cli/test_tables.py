"""Tables for people and programs."""

from __future__ import annotations

import pytest

from dictate.cli.tables import block


@pytest.mark.parametrize(
    ("columns", "row", "lines"),
    [
        (
            ("", "Name", "Size", "Speed"),
            ("*", "base", "3 MB", "very fast"),
            ["* base", "  Size 3 MB, Speed very fast"],
        ),
        (("", "Name", "Size"), ("", "base", ""), ["base"]),
        (("number", "text"), ("1", "hi"), ["  number 1, text hi"]),
    ],
)
def test_a_row_where_a_terminal_is_too_narrow(
    columns: tuple[str, ...], row: tuple[str, ...], lines: list[str]
) -> None:
    assert block(columns, row) == lines
