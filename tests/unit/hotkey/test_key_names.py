"""Platform keys to names: made-up pynput keys, keysym lists of real layouts."""

from dataclasses import dataclass

import pytest

from dictate.errors import HotkeyUnavailable
from dictate.hotkey import pynput_hotkey, x11_hotkey


@dataclass
class Key:
    """What a pynput key shows of itself."""

    vk: int | None = None
    char: str | None = None
    name: str | None = None


@pytest.mark.parametrize(
    ("key", "platform", "name"),
    [
        (Key(name="ctrl"), "win32", "ctrl_l"),
        (Key(name="ctrl_r"), "win32", "ctrl_r"),
        (Key(name="cmd"), "darwin", "cmd_l"),
        (Key(name="alt_gr"), "win32", "alt_gr"),
        (Key(name="esc"), "darwin", "esc"),
        (Key(name="f13"), "darwin", "f13"),
        (Key(name="something_new"), "darwin", None),
        (Key(vk=0x44, char="\x04"), "win32", "d"),
        (Key(vk=0x44, char="D"), "win32", "d"),
        (Key(vk=0x31, char="!"), "win32", "1"),
        (Key(vk=0x67, char="7"), "win32", "kp_7"),
        (Key(vk=0x6B), "win32", "kp_add"),
        (Key(vk=0xE7, char="a"), "win32", None),
        (Key(vk=0xDE, char="ä"), "win32", "ä"),
        (Key(vk=0xAF), "win32", "vk_175"),
        (Key(vk=2, char="\x04"), "darwin", "vk_2"),
        (Key(vk=2, char="d"), "darwin", "d"),
        (Key(vk=84, char="2"), "darwin", "kp_2"),
        (Key(vk=92, char="9"), "darwin", "kp_9"),
        (Key(), "win32", None),
        (Key(vk=49, char=" "), "darwin", "space"),
        (None, "darwin", None),
    ],
)
def test_pynput_keys(key: Key | None, platform: str, name: str | None) -> None:
    assert pynput_hotkey.key_name(key, platform) == name


CYRILLIC_VE = [0x64, 0x44, 0x6D7, 0x6F7]


@pytest.mark.parametrize(
    ("syms", "group", "name"),
    [
        ([0x64, 0x44, 0x64, 0x44], 0, "d"),
        ([0x44, 0x44], 0, "d"),
        ([0x1008FF41], 0, "vk_269025089"),
        ([0x20], 0, "space"),
        (CYRILLIC_VE, 0, "d"),
        (CYRILLIC_VE, 1, "d"),
        ([0x27, 0x22, 0xE4, 0xC4], 0, "'"),
        ([0x27, 0x22, 0xE4, 0xC4], 1, "ä"),
        ([0xFFEA, 0xFFE8, 0xFFEA, 0xFFE8], 0, "alt_r"),
        ([0xFE03, 0, 0xFE03], 0, "alt_gr"),
        ([0, 0xFFE9, 0, 0xFFE9], 0, "alt_l"),
        ([0xFF95, 0xFFB7, 0xFF95, 0xFFB7], 0, "kp_7"),
        ([0xFF09, 0xFE20], 0, "tab"),
        ([0xFFC6, 0xFFC6], 0, "f9"),
        ([0xFFE4], 1, "ctrl_r"),
        ([0, 0], 0, "vk_0"),
        ([], 0, "vk_0"),
    ],
)
def test_x11_keys(syms: list[int], group: int, name: str) -> None:
    assert x11_hotkey.key_name(syms, group) == name


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({"WAYLAND_DISPLAY": "wayland-0"}, "dictate toggle"),
        ({"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, "dictate toggle"),
        ({}, "dictate toggle"),
    ],
)
def test_where_keys_cannot_be_seen_the_next_step_is_said(
    environ: dict[str, str], words: str
) -> None:
    with pytest.raises(HotkeyUnavailable) as caught:
        pynput_hotkey.refuse_without_desktop(environ, "linux")
    assert words in caught.value.next_step


def test_a_display_is_enough_and_other_systems_have_one() -> None:
    pynput_hotkey.refuse_without_desktop({"DISPLAY": ":0"}, "linux")
    pynput_hotkey.refuse_without_desktop({}, "win32")
