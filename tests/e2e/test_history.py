"""A dictated text is in the history with its sound, its window and its times."""

from __future__ import annotations

import json

from tests.desktop.screen import wait_until
from tests.e2e.desktop import Desk, assert_said

ENGLISH = "meeting_en"


def test_a_dictated_text_is_kept_with_its_sound(desk: Desk) -> None:
    desk.start('[history]\nkeep = "audio"\n')
    desk.dictate(ENGLISH)
    assert_said(desk.typed(), ENGLISH)
    desk.wait_for(lambda _: desk.run("history", "list").stdout != "", "an entry")
    (entry,) = json.loads(desk.run("history", "list", "--json").stdout)
    assert_said(entry["text"], ENGLISH)
    assert entry["application"]
    assert entry["timings"]["release_to_text_ms"] > 0
    desk.wait_for(lambda _: bool(list(desk.home.rglob("sounds/*.wav"))), "the sound")
    assert json.loads(desk.run("stats", "--json").stdout)["takes"] == 1


def test_off_leaves_nothing(desk: Desk) -> None:
    desk.start('[history]\nkeep = "off"\n')
    desk.dictate(ENGLISH)
    assert_said(desk.typed(), ENGLISH)
    assert not list(desk.home.rglob("history.sqlite"))


def test_after_a_restart_a_recent_text_is_inserted_from_the_menu(desk: Desk) -> None:
    desk.start()
    desk.dictate(ENGLISH)
    said = desk.typed()
    desk.wait_for(lambda _: desk.run("history", "list").stdout != "", "an entry")
    desk.tell("quit")
    assert desk.program is not None
    assert desk.program.wait(10) == 0
    desk.start()
    desk.open_menu()
    desk.press("x")  # of “Insert a recent text”
    desk.press("Return")
    # Nobody knows what stands before it in a window that cannot be read: there may be no blank.
    twice = "".join(said.split()) * 2
    wait_until(lambda: "".join(desk.typed().split()) == twice, "the text once more")


def test_what_is_deleted_is_in_no_file_of_the_program(desk: Desk) -> None:
    desk.start('[history]\nkeep = "audio"\n')
    desk.dictate(ENGLISH)
    word = max(desk.typed().split(), key=len).encode()
    desk.wait_for(lambda _: bool(list(desk.home.rglob("sounds/*.wav"))), "the sound")
    assert holders(desk, word)
    assert desk.run("history", "delete", "1").returncode == 0
    assert not holders(desk, word)
    assert not list(desk.home.rglob("*.wav"))


def holders(desk: Desk, word: bytes) -> list[str]:
    """Return the files of the program in which a word stands."""
    files = [path for path in desk.home.rglob("*") if path.is_file()]
    return [path.name for path in files if word in path.read_bytes()]
