"""Several hotkeys: which can be together, and what is told of those that cannot."""

import pytest

from dictate.errors import BindingInvalid
from dictate.hotkey import rules
from dictate.hotkey.binding import describe
from dictate.hotkey.rules import Errand
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


def test_errands_come_after_the_hotkeys_for_speaking() -> None:
    extra = (ExtraBinding("f9"),)
    settings = HotkeySettings("f8", undo="f7", swap="shift+f7", bindings=extra)
    found, problems = rules.read(settings)
    assert not problems
    assert [(describe(b.binding), b.errand) for b in found.hotkeys] == [
        ("F8", None),
        ("F9", None),
        ("F7", Errand.UNDO),
        ("Shift+F7", Errand.SWAP),
    ]


@pytest.mark.parametrize(
    ("undo", "told"),
    [("f8", "there twice"), ("f9", "there twice"), ("escape", "cancel key"), ("f7", "there twice"),
     ("f9+d", "begins before"), ("hyper_q", "no key called")],
)  # fmt: skip
def test_an_errand_that_stands_in_the_way_is_left_out_and_told(undo: str, told: str) -> None:
    again = "f7" if undo == "f7" else ""
    settings = HotkeySettings("f8", undo=undo, again=again, bindings=(ExtraBinding("f9"),))
    found, (problem,) = rules.read(settings)
    assert told in problem.message
    assert problem.next_step
    assert len(found.hotkeys) == (3 if again else 2)


def test_the_main_hotkey_must_work() -> None:
    with pytest.raises(BindingInvalid):
        names(main="hyper_q")
    with pytest.raises(BindingInvalid):
        names(main="esc")


def test_the_mouse_is_listened_to_only_where_it_is_used() -> None:
    assert not rules.read(HotkeySettings("f9"))[0].uses_mouse
    assert rules.read(HotkeySettings("button8"))[0].uses_mouse
