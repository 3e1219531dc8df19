"""On a real screen the overlay leaves focus, keys and window lists as they are."""

from __future__ import annotations

from typing import Any

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


def test_it_comes_over_a_notice_and_stays_over_one_with_the_next_phase(
    screen: VirtualScreen, editor: Editor
) -> None:
    screen.xdotool("mousemove", "20", "20")
    before = focused(screen)
    display = Display(screen.display)
    try:
        notice = balloon(display)
        with Pill(screen) as pill:
            pill.say(phase="recording")
            pill.wait_for("shown")
            window = int(screen.wait_for_window(f"^{NAME}$"))
            wait_until(lambda: is_above(display, window, notice.id), "the overlay above it")
            notice.configure(stack_mode=X.Above)
            display.sync()
            assert not is_above(display, window, notice.id)
            pill.say(phase="finishing")
            wait_until(lambda: is_above(display, window, notice.id), "the overlay above it again")
            assert focused(screen) == before
    finally:
        display.close()


def test_it_stands_above_a_panel(screen: VirtualScreen, editor: Editor) -> None:
    screen.xdotool("mousemove", "20", "20")
    # fmt: off
    screen.spawn("trayer", "--edge", "bottom", "--height", "60", "--heighttype", "pixel",
                 "--SetPartialStrut", "true", "--expand", "false")
    # fmt: on
    display = Display(screen.display)
    try:
        root = display.screen().root
        area = display.intern_atom("_NET_WORKAREA")

        def has_room() -> bool:
            found = root.get_full_property(area, X.AnyPropertyType)
            return found is not None and found.value[3] < 800

        wait_until(has_room, "the panel's place")
        free = root.get_full_property(area, X.AnyPropertyType).value[3]
        with Pill(screen) as pill:
            pill.say(phase="recording")
            pill.wait_for("shown")
            _, y, _, height = pill.geometry()
            assert y + height <= free
    finally:
        display.close()


def balloon(display: Display) -> Any:
    """Show a window as notices of a tray are: over everything, known to no window manager."""
    root = display.screen().root
    window = root.create_window(
        340, 600, 600, 200, 0, display.screen().root_depth, override_redirect=True
    )
    window.map()
    display.sync()
    return window


def is_above(display: Display, one: int, other: int) -> bool:
    """Whether one window lies over another; the server lists the lowest first."""
    order = [window.id for window in display.screen().root.query_tree().children]
    return one in order and order.index(one) > order.index(other)
