"""Tables for people and programs."""

from __future__ import annotations

import pytest

from dictate.cli.tables import block, needed_width


@pytest.mark.parametrize(
    ("columns", "row", "lines"),
    [
        (
            ("", "Name", "Size", "Speed"),
            ("*", "base", "3 MB", "very fast"),
            ["* base", "  Size 3 MB, Speed very fast"],
        ),
        (("", "Name", "Size"), ("", "base", ""), ["base"]),
        (("number", "model", "text"), ("1", "base", "hi"), ["1", "  model base, text hi"]),
    ],
)
def test_a_row_where_a_terminal_is_too_narrow(
    columns: tuple[str, ...], row: tuple[str, ...], lines: list[str]
) -> None:
    assert block(columns, row) == lines


def test_what_a_table_needs() -> None:
    assert needed_width(("Name", "Size"), [("large-v3-turbo", "3 MB")]) == 14 + 4 + 2
    assert needed_width(("text",), [("x" * 5000,)]) == 12 + 1
    assert needed_width(("a", "b"), []) == 4
