"""On a real screen the overlay leaves focus, keys and window lists as they are."""

from __future__ import annotations

import pytest
from Xlib import X
from Xlib.display import Display

from tests.desktop.editor import Editor
from tests.desktop.pill import NAME, Pill
from tests.desktop.screen import VirtualScreen, wait_until


def focused(screen: VirtualScreen) -> tuple[str, str]:
    """The window with the keyboard, and the one the window manager calls active."""
    return screen.xdotool("getwindowfocus"), screen.xdotool("getactivewindow")


def listed(screen: VirtualScreen) -> set[int]:
    """What task bars and window switchers list."""
    display = Display(screen.display)
    try:
        atom = display.intern_atom("_NET_CLIENT_LIST")
        found = display.screen().root.get_full_property(atom, X.AnyPropertyType)
        return set(found.value) if found is not None else set()
    finally:
        display.close()


def is_unmanaged(screen: VirtualScreen, window: str) -> bool:
    display = Display(screen.display)
    try:
        found = display.create_resource_object("window", int(window))
        return bool(found.get_attributes().override_redirect)
    finally:
        display.close()


@pytest.mark.parametrize("show", ["minimal", "full"])
def test_focus_and_keys_stay_with_the_other_window(
    screen: VirtualScreen, editor: Editor, show: str
) -> None:
    screen.xdotool("mousemove", "20", "20")
    before = focused(screen)
    windows = listed(screen)
    with Pill(screen, show=show) as pill:
        pill.say(phase="recording")
        pill.wait_for("shown")
        window = screen.wait_for_window(f"^{NAME}$")
        assert focused(screen) == before
        screen.xdotool("type", "while ")
        for number in range(30):
            pill.say(level=-40.0 + number)
        pill.say(text=["Some text that is sure", "and some that is not"])
        screen.xdotool("type", "it shows")
        editor.wait_for("while it shows")
        assert focused(screen) == before
        assert is_unmanaged(screen, window)
        assert listed(screen) == windows
        pill.say(phase="idle")
        pill.say(verdict="no_speech")
        screen.xdotool("type", " and fades")
        editor.wait_for("while it shows and fades")
        pill.wait_for("hidden")
        assert focused(screen) == before


def test_a_click_stops_or_cancels_and_the_keys_go_on_to_the_other_window(
    screen: VirtualScreen, editor: Editor
) -> None:
    screen.xdotool("mousemove", "20", "20")
    before = focused(screen)
    with Pill(screen) as pill:
        pill.say(phase="recording")
        pill.wait_for("shown")
        x, y, width, height = pill.geometry()
        middle = str(y + height // 2)
        screen.xdotool("mousemove", str(x + width // 2), middle, "click", "1")
        pill.wait_for("stop")
        screen.xdotool("mousemove", str(x + width - 16), middle, "click", "1")
        pill.wait_for("cancel")
        assert focused(screen) == before
        screen.xdotool("type", "typed on")
        editor.wait_for("typed on")


def test_it_stands_at_the_bottom_unless_the_pointer_is_there(
    screen: VirtualScreen, editor: Editor
) -> None:
    screen.xdotool("mousemove", "20", "20")
    with Pill(screen) as pill:
        pill.say(phase="recording")
        pill.wait_for("shown")
        x, y, width, _ = pill.geometry()
        assert y > 650
        assert abs(x + width / 2 - 640) <= 1
        pill.say(phase="idle")
        pill.wait_for("hidden")
        screen.xdotool("mousemove", str(x + 10), str(y - 20))
        pill.say(phase="recording")
        pill.wait_for("shown")
        wait_until(lambda: pill.geometry()[1] < 100, "the overlay at the top")
