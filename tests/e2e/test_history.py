"""A dictated text is in the history with its sound, its window and its times."""

from __future__ import annotations

import json

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
