"""Several hotkeys: which can be together, and what is told of those that cannot."""

import pytest

from dictate.errors import BindingInvalid
from dictate.hotkey import rules
from dictate.hotkey.binding import describe
from dictate.settings.bindings import ExtraBinding
from dictate.settings.schema import HotkeySettings


def names(*others: str, main: str = "ctrl_r", cancel: str = "esc") -> tuple[list[str], list[str]]:
    """Return the hotkeys that count, and what is told of the others."""
    extra = tuple(ExtraBinding(other) for other in others)
    found, problems = rules.read(HotkeySettings(main, cancel=cancel, bindings=extra))
    return [describe(b.binding, "linux") for b in found.hotkeys], [p.message for p in problems]


@pytest.mark.parametrize(
    "others",
    [
        ("f9",),
        ("ctrl_l",),
        ("f9", "shift+f9"),
        ("ctrl_r+space",),
        ("ctrl_r+d", "ctrl_l+d"),
        ("mouse_x1", "mouse_x2", "mouse_middle"),
    ],
)
def test_hotkeys_that_can_be_together(others: tuple[str, ...]) -> None:
    good, problems = names(*others)
    assert len(good) == len(others) + 1
    assert not problems


@pytest.mark.parametrize(
    ("others", "told"),
    [
        (("ctrl_r",), "there twice"),
        (("Right Ctrl",), "there twice"),
        (("ctrl",), "there twice"),
        (("f9", "F9"), "there twice"),
        (("esc",), "cancel key"),
        (("f9", "f9+d"), "begins before"),
        (("mouse_left",), "no key called"),
        (("hyper_q",), "no key called"),
        (("",), "empty"),
    ],
)
def test_one_that_cannot_be_is_left_out_and_told(others: tuple[str, ...], told: str) -> None:
    good, problems = names(*others)
    assert len(problems) == 1
    assert told in problems[0]
    assert len(good) == len(others)


def test_the_main_hotkey_must_work() -> None:
    with pytest.raises(BindingInvalid):
        names(main="hyper_q")
    with pytest.raises(BindingInvalid):
        names(main="esc")


def test_the_mouse_is_listened_to_only_where_it_is_used() -> None:
    assert not rules.read(HotkeySettings("f9"))[0].uses_mouse
    assert rules.read(HotkeySettings("button8"))[0].uses_mouse
