"""From an empty home to the first sentence: the first steps, by keyboard, microphone and voice."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop import pulse, screen
from tests.desktop.screen import wait_until
from tests.e2e.desktop import Desk, assert_said

TITLE = "First steps with Dictate"


class NewDesk(Desk):
    """A desk at which nobody has used Dictate, and nobody names a settings file."""

    def command(self, *words: str) -> tuple[str, ...]:
        """Return how somebody calls it who knows nothing yet."""
        return (sys.executable, "-m", "dictate", *words)

    def sees(self, title: str) -> bool:
        """Tell whether a window of this title is on the screen."""
        try:
            return bool(self.screen.xdotool("search", "--onlyvisible", "--name", f"^{title}$"))
        except AssertionError:
            return False  # that is how it says so

    def take_up(self, title: str) -> None:
        """Give a window the keyboard."""
        wait_until(lambda: self.sees(title), title)
        self.screen.xdotool(
            "search", "--onlyvisible", "--name", f"^{title}$", "windowactivate", "--sync"
        )


@pytest.fixture
def new_desk(tmp_path: Path) -> Iterator[NewDesk]:
    missing = screen.missing_programs("trayer", "xclip", "import", "dbus-daemon")
    assert not (missing + pulse.missing_programs()), "run the tests with: sh scripts/test"
    desk = NewDesk(tmp_path)
    with desk:
        yield desk


def test_the_first_steps_lead_from_an_empty_home_to_the_first_sentence(new_desk: NewDesk) -> None:
    desk = new_desk
    desk.start()
    desk.take_up(TITLE)
    desk.press("Return")  # the microphone is fine
    desk.dictate("meeting_en")  # the hotkey is tried: this is taken back
    desk.wait_for_phase("idle")
    assert desk.status()["last"] is None
    desk.press("Return")
    desk.press("Return")  # the demonstration model will do
    desk.dictate("meeting_en")
    desk.wait_for(lambda now: now["phase"] == "idle" and now["last"], "the first text")
    desk.press("ctrl+a")
    desk.press("ctrl+c")
    wait_until(lambda: bool(desk.clipboard()), "the sentence in the field")
    assert_said(desk.clipboard(), "meeting_en")
    assert desk.editor.settle() == ""  # and nowhere else


def test_they_come_once_and_again_when_asked_for(new_desk: NewDesk) -> None:
    desk = new_desk
    desk.start()
    desk.take_up(TITLE)
    desk.press("alt+s")
    wait_until(lambda: not desk.sees(TITLE), "no first steps")
    desk.tell("quit")
    assert desk.program is not None
    desk.program.wait(10)
    desk.start()
    assert not desk.sees(TITLE)
    assert desk.run("--welcome").returncode == 0
    desk.take_up(TITLE)
