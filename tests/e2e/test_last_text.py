"""The last text in another program's window: continued, taken back, inserted again."""

from __future__ import annotations

from pathlib import Path

from tests.desktop.editor import Editor
from tests.e2e.desktop import Desk, assert_said

ENGLISH, OTHER_ENGLISH = "meeting_en", "reminder_en"


def test_undo_and_again_where_fields_cannot_be_read(desk: Desk) -> None:
    desk.start()
    desk.dictate(ENGLISH)
    text = desk.typed()
    assert_said(text, ENGLISH)
    assert desk.run("undo").returncode == 0
    desk.editor.wait_for("")
    assert desk.run("again").returncode == 0
    desk.editor.wait_for(text)


def test_keys_take_the_text_back_and_insert_it_again(desk: Desk) -> None:
    desk.start('[hotkey]\nundo = "f7"\nagain = "ctrl+f8"\n')
    desk.dictate(ENGLISH)
    text = desk.typed()
    assert_said(text, ENGLISH)
    desk.press("F7")
    desk.editor.wait_for("")
    desk.press("ctrl+F8")
    desk.editor.wait_for(text)


def test_a_key_swaps_the_text_for_what_was_heard(desk: Desk) -> None:
    desk.start('[hotkey]\nswap = "f7"\n\n[text.patterns]\n"^.*$" = "Something else"\n')
    desk.dictate(ENGLISH)
    assert desk.typed() == "Something else"
    desk.press("F7")
    desk.wait_for(lambda _: desk.editor.text() not in ("", "Something else"), "the other text")
    assert_said(desk.editor.settle(), ENGLISH)
    desk.press("F7")
    desk.editor.wait_for("Something else")


def test_texts_continue_one_another_where_fields_can_be_read(desk: Desk, tmp_path: Path) -> None:
    desk.screen.env["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
    desk.start()
    with Editor(desk.screen, tmp_path / "told.txt", title="Told") as editor:
        desk.dictate(ENGLISH)
        desk.wait_for(lambda now: now["phase"] == "idle" and now["last"], "the first text")
        first = editor.settle(1.0)
        desk.dictate(OTHER_ENGLISH)
        both = editor.settle(2.0)
        assert_said(both, ENGLISH, OTHER_ENGLISH)
        assert both.startswith(f"{first} ")
        desk.tell("undo")
        editor.wait_for(first)
