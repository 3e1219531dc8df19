"""Vocabulary and replacements as rows, and their files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictate.errors import SettingsError
from dictate.gui import settings_rows as rows
from dictate.gui.settings_catalogue import Item
from dictate.gui.settings_labels import FieldKind
from tests.gui.test_settings_catalogue import item

WORDS = item("engine.vocabulary")
TEXTS = item("text.replacements")
PATTERNS = item("text.patterns")


def test_a_table_and_back() -> None:
    value = {"my mail": "me@example.org", "bye": "Regards,\nMe"}
    assert rows.value_of(rows.rows_of(value), FieldKind.TABLE) == value
    assert rows.value_of([("a",), (" ",), ("b ",)], FieldKind.LIST) == ("a", "b")


@pytest.mark.parametrize(
    ("item_", "table", "said"),
    [
        (TEXTS, [("a", "1"), ("", "2")], "Row 2: “Said” is empty."),
        (TEXTS, [("a", "1"), ("b", "2"), (" a", "3")], "Row 3: “a” is there twice."),
        (PATTERNS, [(r"(\d+", "x")], "cannot be used"),
        (PATTERNS, [(r"\d+", r"\1")], "cannot be used"),
        (PATTERNS, [(r"(\d+) euros", r"\1 €")], ""),
        (WORDS, [("a",), ("",)], ""),
    ],
)
def test_what_is_wrong_with_rows(item_: Item, table: list[rows.Row], said: str) -> None:
    wrong = rows.objection(table, item_)
    assert said in wrong
    assert bool(wrong) == bool(said)


CELL = st.text(min_size=1).filter(lambda text: text == text.strip() and text.isprintable())


@pytest.mark.parametrize("ending", [".toml", ".csv"])
@given(table=st.dictionaries(CELL, CELL, min_size=1, max_size=4))
def test_a_file_brings_back_what_was_written(
    ending: str, table: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("rows") / f"table{ending}"
    rows.write_file(path, rows.rows_of(table), TEXTS)
    assert rows.value_of(rows.read_file(path, TEXTS), FieldKind.TABLE) == table


def test_spreadsheets_part_cells_by_semicolons_too(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("\ufeffmfg;Mit freundlichen Grüßen, ich\nlg;Liebe Grüße\n", encoding="utf-8")
    assert rows.read_file(path, TEXTS) == [
        ("mfg", "Mit freundlichen Grüßen, ich"),
        ("lg", "Liebe Grüße"),
    ]


def test_a_list_of_terms_is_one_to_a_line(tmp_path: Path) -> None:
    path = tmp_path / "terms.txt"
    path.write_text("Kubernetes\n\nSmith, Wesson\n")
    assert rows.read_file(path, WORDS) == [("Kubernetes",), ("Smith, Wesson",)]


def test_a_whole_settings_file_gives_the_part_that_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('[engine]\nvocabulary = ["A", "B"]\n[text.replacements]\nx = "y"\n')
    assert rows.read_file(path, WORDS) == [("A",), ("B",)]
    assert rows.read_file(path, TEXTS) == [("x", "y")]


@pytest.mark.parametrize("content", [b"", b"[engine]\nx = 1\n", b"no = toml = at all", b"\xff\xfe"])
def test_a_file_without_rows_is_told(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "bad.toml"
    path.write_bytes(content)
    with pytest.raises(SettingsError):
        rows.read_file(path, WORDS)


def test_imported_rows_replace_those_of_the_same_name() -> None:
    assert rows.merged([("a", "1"), ("b", "2")], [("b", "3"), ("c", "4")]) == [
        ("a", "1"),
        ("b", "3"),
        ("c", "4"),
    ]
