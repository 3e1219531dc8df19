"""Keysyms as characters: known ones, both ways, and never a guess."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictate import keynames, keysyms


@pytest.mark.parametrize(
    ("keysym", "char"),
    [
        (0x61, "a"),
        (0xE9, "é"),
        (0x20AC, "€"),
        (0x1B1, "ą"),
        (0x6CA, "й"),
        (0x6A4, "є"),
        (0x7E1, "α"),
        (0x7F2, "σ"),
        (0x7F3, "ς"),
        (0xCE0, "א"),
        (0xDA1, "ก"),
        (0x13BD, "œ"),
        (0xAAA, "–"),
        (0x0101F642, "🙂"),
        (0x01004F60, "你"),
        (0xFFB1, None),
        (0xFF0D, None),
        (0xFE51, None),
        (0x0100D800, None),
        (0x1008FF12, None),
        (0, None),
    ],
)
def test_char_of(keysym: int, char: str | None) -> None:
    assert keysyms.char_of(keysym) == char


@given(st.characters(exclude_categories=["Cs", "Cc"]))
def test_what_is_bound_is_read_back(char: str) -> None:
    assert keysyms.char_of(keysyms.keysym_of(char)) == char


def test_every_key_name_is_known() -> None:
    assert set(keysyms.NAMES.values()) <= keynames.NAMED
    assert keysyms.KEYSYMS["alt_r"] == 0xFFEA
