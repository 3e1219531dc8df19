"""What people may write as a hotkey, and what they are told when they may not."""

import pytest

from dictate.errors import BindingInvalid
from dictate.hotkey.binding import Binding, describe, parse


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("ctrl_r", {"ctrl_r"}),
        ("Right Ctrl", {"ctrl_r"}),
        ("right control", {"ctrl_r"}),
        ("RCTRL", {"ctrl_r"}),
        ("ctrl-right", {"ctrl_r"}),
        ("ctrl", {"ctrl"}),
        ("F9", {"f9"}),
        ("f24", {"f24"}),
        ("ctrl+alt+d", {"ctrl", "alt", "d"}),
        ("Ctrl + Alt + D", {"ctrl", "alt", "d"}),
        ("super+space", {"cmd", "space"}),
        ("win+h", {"cmd", "h"}),
        ("cmd_r", {"cmd_r"}),
        ("Left Option", {"alt_l"}),
        ("AltGr", {"alt_gr"}),
        ("pause", {"pause"}),
        ("Page Down", {"page_down"}),
        ("pgdn", {"page_down"}),
        ("left", {"left"}),
        ("ctrl+right", {"ctrl", "right"}),
        ("ä", {"ä"}),
        ("Ä", {"ä"}),
        ("+", {"+"}),
        ("ctrl++", {"ctrl", "+"}),
        ("ctrl+plus", {"ctrl", "+"}),
        ("-", {"-"}),
        ("kp_5", {"kp_5"}),
        ("vk_269025067", {"vk_269025067"}),
        ("a+b", {"a", "b"}),
    ],
)
def test_parse(text: str, keys: set[str]) -> None:
    assert parse(text).keys == keys


@pytest.mark.parametrize(
    ("text", "in_message", "in_next_step"),
    [
        ("", "empty", "ctrl_r"),
        ("  ", "empty", "ctrl_r"),
        ("ctrll+d", '"ctrll"', '"ctrl'),
        ("ctrl+escpe", '"escpe"', '"escape"'),
        ("f25", '"f25"', '"f'),
        ("+++a", "missing", "plus"),
        ("ctrl+", "missing", "plus"),
        ("ctrl+ +d", "missing", "plus"),
        ("+d", "missing", "plus"),
        ("wizzard", '"wizzard"', "Keys are called"),
        ("ctrl+ctrl_l+d", "twice", "once"),
        ("d+D", "twice", "once"),
        ("\x1b", "", ""),
    ],
)
def test_what_cannot_be_parsed_is_named(text: str, in_message: str, in_next_step: str) -> None:
    with pytest.raises(BindingInvalid) as caught:
        parse(text)
    assert in_message in caught.value.message
    assert in_next_step in caught.value.next_step


@pytest.mark.parametrize(
    ("text", "platform", "shown"),
    [
        ("ctrl_r", "linux", "Right Ctrl"),
        ("cmd_r", "darwin", "Right Command"),
        ("alt_l+space", "darwin", "Left Option+Space"),
        ("d+alt+ctrl", "linux", "Ctrl+Alt+D"),
        ("super+shift+f9", "linux", "Shift+Super+F9"),
        ("win+space", "win32", "Win+Space"),
        ("pgdn", "linux", "Page Down"),
        ("altgr", "linux", "AltGr"),
        ("ä", "linux", "Ä"),
        ("kp_add", "linux", "Keypad Add"),
        ("ß", "linux", "ß"),
    ],
)
def test_describe(text: str, platform: str, shown: str) -> None:
    assert describe(parse(text), platform) == shown


@pytest.mark.parametrize("text", ["ctrl_r", "ctrl+alt+d", "altgr", "f9", "page_up", "a"])
def test_a_description_can_be_parsed_again(text: str) -> None:
    assert parse(describe(parse(text), "linux")) == parse(text)


@pytest.mark.parametrize(
    ("keys", "held", "complete"),
    [
        ("ctrl", ["ctrl_l"], True),
        ("ctrl", ["ctrl_r"], True),
        ("ctrl_r", ["ctrl_l"], False),
        ("alt_gr", ["alt_r"], True),
        ("alt_r", ["alt_gr"], True),
        ("alt", ["alt_gr"], False),
        ("ctrl+d", ["ctrl_l"], False),
        ("ctrl+d", ["d", "ctrl_r"], True),
    ],
)
def test_sides(keys: str, held: list[str], complete: bool) -> None:
    assert parse(keys).complete(held) is complete


def test_modifiers_only() -> None:
    assert Binding(frozenset({"ctrl_r"})).modifiers_only
    assert not parse("ctrl+d").modifiers_only
