"""Which keyboard and which clipboard tool a desktop gets."""

import sys

import pytest

from dictate.errors import ClipboardFailed, TypingFailed
from dictate.output import keyboard_choice, tool_clipboard, tool_keyboard
from dictate.output.tool_clipboard import MACOS, WINDOWS, WL_CLIPBOARD, XCLIP, XSEL, Tool

WAYLAND = {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}
X11 = {"DISPLAY": ":0"}


@pytest.mark.parametrize("environ", [WAYLAND, {}])
def test_no_keyboard_without_x11_or_a_tool(environ: dict[str, str]) -> None:
    with pytest.raises(TypingFailed) as caught:
        keyboard_choice.refuse_without_desktop(environ, "linux", lambda name: False)
    assert caught.value.next_step


def test_wayland_has_one_with_a_tool() -> None:
    keyboard_choice.refuse_without_desktop(WAYLAND, "linux", {"ydotool"}.__contains__)
    assert tool_keyboard.choose({"ydotool", "wtype"}.__contains__)[0] is tool_keyboard.WTYPE


def test_x11_and_other_systems_have_one() -> None:
    keyboard_choice.refuse_without_desktop(X11, "linux")
    keyboard_choice.refuse_without_desktop({}, "win32")
    keyboard_choice.refuse_without_desktop({}, "darwin")


@pytest.mark.parametrize(
    ("environ", "platform", "installed", "tool"),
    [
        (X11, "linux", {"xclip", "xsel"}, XCLIP),
        (X11, "linux", {"xsel"}, XSEL),
        (X11, "linux", {"wl-copy"}, None),
        (WAYLAND, "linux", {"wl-copy", "xclip"}, WL_CLIPBOARD),
        (WAYLAND, "linux", {"xclip"}, XCLIP),
        ({}, "linux", {"xclip", "wl-copy"}, None),
        ({}, "darwin", {"pbcopy"}, MACOS),
        ({}, "win32", {"clip"}, WINDOWS),
    ],
)
def test_clipboard_tools(
    environ: dict[str, str], platform: str, installed: set[str], tool: Tool | None
) -> None:
    assert tool_clipboard.choose(environ, platform, installed.__contains__) == tool


def test_a_tool_that_fails_or_is_gone_is_told() -> None:
    failing = (sys.executable, "-c", "raise SystemExit(1)")
    clipboard = tool_clipboard.ToolClipboard(Tool(failing, failing))
    assert clipboard.read_text() is None
    with pytest.raises(ClipboardFailed):
        clipboard.write_text("x")
    gone = tool_clipboard.ToolClipboard(Tool(("no-such-tool-4711",), ("no-such-tool-4711",)))
    with pytest.raises(ClipboardFailed):
        gone.read_text()
