"""While one types into another window, nothing that the program shows takes the keyboard from it.

Whoever clicks in the tray wants the window that opens; all else comes without the focus while a
take is under way, whatever opened it.
"""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from tests.desktop.focus_watch import FocusWatch
from tests.desktop.pill import NAME
from tests.desktop.screen import wait_until
from tests.e2e.desktop import Desk

SETTINGS_FILE = '[overlay]\nshow = "{show}"\n\n[system]\nlanguage = "{language}"\n'
ROUND = "the quick brown fox jumps over the lazy dog "


def settings(*, show: str = "full", language: str = "en") -> str:
    return SETTINGS_FILE.format(show=show, language=language)


class Typist:
    """Types into whatever has the keyboard, line after line, until told to stop."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._is_done = threading.Event()
        self._thread = threading.Thread(target=self._type, name="typist")
        self.typed = ""

    def _type(self) -> None:
        while not self._is_done.is_set():
            self._desk.screen.xdotool("type", "--delay", "15", ROUND)
            self.typed += ROUND

    def wait_for_rounds(self, count: int = 1) -> None:
        """Wait until so much more was typed."""
        wanted = len(self.typed) + (count + 1) * len(ROUND)
        wait_until(lambda: len(self.typed) >= wanted, "more to be typed", 60.0)

    @contextmanager
    def typing(self) -> Iterator[None]:
        self._thread.start()
        try:
            yield
        finally:
            self._is_done.set()
            self._thread.join(30.0)


def open_settings(desk: Desk) -> None:
    """Open the settings as a person does, by their letter in the menu of the icon."""
    desk.open_menu()
    desk.press("e")


@contextmanager
def nobody_takes_the_keyboard(desk: Desk) -> Iterator[Typist]:
    """Type during a take; fail unless every key arrives and the focus never moves."""
    typist = Typist(desk)
    with FocusWatch(desk.screen.display, desk.editor.window) as watch:
        assert watch.strays() == []
        with typist.typing():
            desk.tell("start")
            desk.wait_for_phase("recording")
            yield typist
            desk.tell("cancel")
            desk.wait_for_phase("idle")
            typist.wait_for_rounds()  # what is said after the take must not take it either
        assert watch.strays() == []
    desk.editor.wait_for(typist.typed)


def windows(desk: Desk, title: str) -> list[str]:
    """Return the visible windows with this title."""
    done = subprocess.run(
        ("xdotool", "search", "--onlyvisible", "--name", title),
        env=desk.screen.env, capture_output=True, text=True, timeout=20, check=False,
    )  # fmt: skip
    return done.stdout.split()


@pytest.mark.parametrize("show", ["minimal", "full"])
def test_the_overlay_takes_nothing(desk: Desk, show: str) -> None:
    desk.screen.xdotool("mousemove", "20", "20")
    desk.start(settings(show=show))
    with nobody_takes_the_keyboard(desk) as typist:
        desk.screen.wait_for_window(f"^{NAME}$")
        desk.say("meeting_en")
        typist.wait_for_rounds()


def test_the_overlay_stands_clear_of_the_panel_with_the_icon(desk: Desk) -> None:
    desk.screen.xdotool("mousemove", "20", "400")
    desk.start(settings())
    x, y = desk.tray_icon()
    desk.tell("start")
    pill = desk.screen.wait_for_window(f"^{NAME}$")
    lines = desk.screen.xdotool("getwindowgeometry", "--shell", pill).splitlines()
    at = {name: int(value) for name, value in (line.split("=") for line in lines)}
    desk.tell("cancel")
    assert at["Y"] + at["HEIGHT"] < y - 100, (at, x, y)


def test_notices_take_nothing(desk: Desk) -> None:
    desk.screen.xdotool("mousemove", "20", "20")
    desk.start(settings())
    with nobody_takes_the_keyboard(desk) as typist:
        # A settings file that changes is told, one with mistakes as well; both beside the icon.
        desk.settings_file.write_text(settings() + "\n[hotkey]\nmode = 7\n", encoding="utf-8")
        wait_until(lambda: any(map(is_notice, desk._own_windows())), "a notice")
        typist.wait_for_rounds()


def is_notice(window: tuple[int, int, int, int]) -> bool:
    width, height, _, y = window
    return width > 150 and 40 < height < 250 and y > 400  # the pill of this desk is at the top


def test_notices_in_the_small_window_take_nothing(desk: Desk) -> None:
    desk.screen.xdotool("mousemove", "20", "20")
    desk.start(settings())
    desk.tell("show")
    window = desk.screen.wait_for_window("^Dictate$")
    desk.editor.focus()
    desk.screen.xdotool("windowminimize", "--sync", window)
    desk.editor.focus()
    with nobody_takes_the_keyboard(desk) as typist:
        desk.settings_file.write_text(settings() + "\n[hotkey]\nmode = 7\n", encoding="utf-8")
        typist.wait_for_rounds(2)


def ask_to_show(desk: Desk) -> str:
    assert desk.run().returncode == 0  # a second start hands over to the one that runs
    return "^Dictate$"


def ask_for_first_steps(desk: Desk) -> str:
    assert desk.run("--welcome").returncode == 0
    return "^First steps with Dictate$"


@pytest.mark.parametrize("ask", [ask_to_show, ask_for_first_steps])
def test_windows_that_others_ask_for_come_without_the_focus(
    desk: Desk, ask: Callable[[Desk], str]
) -> None:
    desk.screen.xdotool("mousemove", "20", "20")
    desk.start(settings())
    with nobody_takes_the_keyboard(desk) as typist:
        desk.screen.wait_for_window(ask(desk))
        typist.wait_for_rounds()


def test_windows_that_are_made_anew_in_another_language_stay_behind(desk: Desk) -> None:
    desk.screen.xdotool("mousemove", "20", "20")
    desk.start(settings())
    open_settings(desk)
    desk.screen.wait_for_window("^Settings of Dictate$")
    desk.editor.focus()
    with nobody_takes_the_keyboard(desk) as typist:
        desk.settings_file.write_text(settings(language="de"), encoding="utf-8")
        wait_until(lambda: bool(windows(desk, "^Einstellungen")), "the window in German", 20.0)
        typist.wait_for_rounds()
