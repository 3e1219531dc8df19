"""What a user is told to write into the desktop's configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from dictate.hotkey import binding, shortcut_lines
from dictate.hotkey.portal_hotkey import trigger
from dictate.hotkey.rules import Bound, Errand
from dictate.hotkey.shortcut_lines import Desktop, shortcut, shortcuts
from dictate.settings.choices import HotkeyMode

HOLD, TOGGLE = HotkeyMode.HOLD, HotkeyMode.TOGGLE


@pytest.mark.parametrize(
    ("environ", "desktop"),
    [
        ({"SWAYSOCK": "/run/sway"}, Desktop.SWAY),
        ({"HYPRLAND_INSTANCE_SIGNATURE": "1"}, Desktop.HYPRLAND),
        ({"XDG_CURRENT_DESKTOP": "ubuntu:GNOME"}, Desktop.GNOME),
        ({"XDG_CURRENT_DESKTOP": "GNOME-Classic:GNOME"}, Desktop.GNOME),
        ({"XDG_CURRENT_DESKTOP": "KDE"}, Desktop.KDE),
        ({"XDG_CURRENT_DESKTOP": "river"}, Desktop.RIVER),
        ({"XDG_SESSION_DESKTOP": "sway"}, Desktop.SWAY),
        ({"XDG_CURRENT_DESKTOP": "niri"}, Desktop.OTHER),
        ({}, Desktop.OTHER),
    ],
)
def test_the_desktop_is_told_by_its_environment(environ: dict[str, str], desktop: Desktop) -> None:
    assert shortcut_lines.which(environ) is desktop


@pytest.mark.parametrize(
    ("desktop", "keys", "lines"),
    [
        (
            Desktop.SWAY,
            "f9",
            ("bindsym --no-repeat F9 exec d start", "bindsym --release F9 exec d stop"),
        ),
        (
            Desktop.SWAY,
            "ctrl+alt+d",
            (
                "bindsym --no-repeat Mod1+Ctrl+d exec d start",
                "bindsym --release Mod1+Ctrl+d exec d stop",
            ),
        ),
        (
            Desktop.SWAY,
            "ctrl_r",
            (
                "bindsym --no-repeat Control_R exec d start",
                "bindsym --release Control_R exec d stop",
            ),
        ),
        (
            Desktop.HYPRLAND,
            "cmd+space",
            ("bind = SUPER, space, exec, d start", "bindr = SUPER, space, exec, d stop"),
        ),
        (
            Desktop.HYPRLAND,
            "ctrl_r",
            ("bind = , Control_R, exec, d start", "bindr = CTRL, Control_R, exec, d stop"),
        ),
        (
            Desktop.RIVER,
            "f9",
            (
                "riverctl map normal None F9 spawn 'd start'",
                "riverctl map -release normal None F9 spawn 'd stop'",
            ),
        ),
        (
            Desktop.RIVER,
            "ctrl_r",
            (
                "riverctl map normal None Control_R spawn 'd start'",
                "riverctl map -release normal Control Control_R spawn 'd stop'",
            ),
        ),
        (Desktop.GNOME, "ctrl_r", ("d toggle (on Super+F9, for instance)",)),
        (Desktop.KDE, "ctrl+f9", ("d toggle (on Ctrl+F9, for instance)",)),
        (Desktop.OTHER, "pause", ("d toggle (on Pause, for instance)",)),
    ],
)
def test_lines_for_holding(desktop: Desktop, keys: str, lines: tuple[str, ...]) -> None:
    assert shortcut(desktop, Bound(binding.parse(keys), HOLD), "d").lines == lines


@pytest.mark.parametrize("desktop", [Desktop.SWAY, Desktop.HYPRLAND, Desktop.RIVER])
def test_one_line_for_toggling_says_all(desktop: Desktop) -> None:
    found = shortcut(desktop, Bound(binding.parse("f9"), TOGGLE), "/opt/my\\ dictate")
    (line,) = found.lines
    assert "F9" in line and "/opt/my\\ dictate toggle" in line
    assert found.step.endswith(line) and found.place in found.step


def test_the_document_shows_the_lines_as_they_are() -> None:
    document = (Path(__file__).parents[3] / "docs/wayland.md").read_text(encoding="utf-8")
    bound = Bound(binding.parse("ctrl_r"), HOLD)
    for desktop in (Desktop.SWAY, Desktop.HYPRLAND, Desktop.RIVER):
        found = shortcut(desktop, bound, "dictate")
        assert found.place in document
        assert all(f"`{line}`" in document for line in found.lines)
    assert all(shortcut(d, bound, "x").place in document for d in (Desktop.GNOME, Desktop.KDE))


def test_each_hotkey_has_its_lines_with_its_profile() -> None:
    german = Bound(binding.parse("f10"), HotkeyMode.HANDS_FREE, "my german")
    found = shortcuts(Desktop.SWAY, (Bound(binding.parse("f9")), german), "d")
    assert found.lines == (
        "bindsym --no-repeat F9 exec d start",
        "bindsym --release F9 exec d stop",
        "bindsym --no-repeat F10 exec d toggle --profile 'my german'",
    )


@pytest.mark.parametrize(
    ("desktop", "line"),
    [
        (Desktop.SWAY, "bindsym --no-repeat F7 exec d undo"),
        (Desktop.HYPRLAND, "bind = , F7, exec, d undo"),
        (Desktop.RIVER, "riverctl map normal None F7 spawn 'd undo'"),
        (Desktop.GNOME, "d undo (on F7, for instance)"),
    ],
)
def test_what_is_not_speaking_has_one_line(desktop: Desktop, line: str) -> None:
    assert shortcut(desktop, Bound(binding.parse("f7"), errand=Errand.UNDO), "d").lines == (line,)


def test_two_lines_are_shown_by_the_doctor() -> None:
    found = shortcut(Desktop.SWAY, Bound(binding.parse("f9"), HOLD), "d")
    assert "dictate doctor" in found.step and "~/.config/sway/config" in found.step


@pytest.mark.parametrize("keys", ["ctrl_l+ctrl_r", "vk_77", "ctrl", "a+b", "alt+shift"])
@pytest.mark.parametrize("desktop", list(Desktop))
def test_a_binding_no_desktop_knows_still_gives_a_line(desktop: Desktop, keys: str) -> None:
    lines = shortcut(desktop, Bound(binding.parse(keys), HOLD), "d").lines
    assert lines and all(line.isprintable() and "d " in line for line in lines)


@pytest.mark.parametrize(
    ("keys", "asked"),
    [
        ("ctrl+shift+space", "CTRL+SHIFT+space"),
        ("kp_5", "KP_5"),
        ("ä", "U00E4"),
        ("mic_mute", "XF86AudioMicMute"),
    ],
)
def test_the_name_of_a_key_for_the_portal(keys: str, asked: str) -> None:
    assert trigger(binding.parse(keys)) == asked
