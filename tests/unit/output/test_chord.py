"""Chords as the settings write them."""

import pytest

from dictate.errors import TypingFailed
from dictate.output import chord


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("ctrl+v", ("ctrl_l", "v")),
        ("v+ctrl", ("ctrl_l", "v")),
        ("Ctrl + Shift + V", ("ctrl_l", "shift_l", "v")),
        ("shift+insert", ("shift_l", "insert")),
        ("cmd+v", ("cmd_l", "v")),
        ("ctrl_r+v", ("ctrl_r", "v")),
        ("enter", ("enter",)),
    ],
)
def test_parse(text: str, keys: tuple[str, ...]) -> None:
    assert chord.parse(text) == keys


@pytest.mark.parametrize("text", ["ctlr+v", "ctrl+", ""])
def test_a_wrong_chord_is_told(text: str) -> None:
    with pytest.raises(TypingFailed) as caught:
        chord.parse(text)
    assert caught.value.next_step


def test_keysyms() -> None:
    assert chord.keysym("ctrl_l") == 0xFFE3
    assert chord.keysym("insert") == 0xFF63
    assert chord.keysym("v") == 0x76
    assert chord.keysym("page_up") == 0xFF55
    with pytest.raises(TypingFailed):
        chord.keysym("nothing")


@pytest.mark.parametrize(
    ("names", "held", "pressed"),
    [
        (("ctrl_l", "v"), (), ("ctrl_l", "v")),
        (("ctrl_l", "v"), ("ctrl_r",), ("ctrl_l", "v")),
        (("ctrl_l", "v"), ("ctrl_l",), ("ctrl_r", "v")),
        (("ctrl_l", "v"), ("ctrl_l", "ctrl_r"), ("v",)),
        (("ctrl_l", "shift_l", "v"), ("shift_l",), ("ctrl_l", "shift_r", "v")),
    ],
)
def test_a_key_of_the_user_is_never_let_go(
    names: tuple[str, ...], held: tuple[str, ...], pressed: tuple[str, ...]
) -> None:
    assert chord.beside(names, held) == pressed
