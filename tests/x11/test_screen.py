"""The virtual screen itself: it comes up with all parts and leaves nothing behind."""

from pathlib import Path

import pytest

from tests.desktop.editor import Editor
from tests.desktop.screen import VirtualScreen, missing_programs

pytestmark = pytest.mark.skipif(bool(missing_programs()), reason="needs Xvfb, openbox, xdotool")


def test_a_program_on_the_screen_sees_what_xdotool_types(tmp_path: Path) -> None:
    with (
        VirtualScreen(tray=True, dbus=True) as screen,
        Editor(screen, tmp_path / "typed.txt") as editor,
    ):
        screen.xdotool("type", "hello")
        editor.wait_for("hello")
        editor.clear()
        assert editor.settle(0.05) == ""
        picture = screen.screenshot(tmp_path / "screen.png")
        assert picture.stat().st_size > 1000
        assert screen.env["DBUS_SESSION_BUS_ADDRESS"].startswith("unix:")


def test_nothing_is_left_after_close() -> None:
    with VirtualScreen(window_manager=False) as screen:
        waiting = screen.spawn("sleep", "60")
    assert waiting.poll() is not None
    assert not Path(f"/tmp/.X11-unix/X{screen.display[1:]}").exists()
