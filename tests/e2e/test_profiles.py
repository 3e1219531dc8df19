"""Profiles in the real program: a key for each language, and a window with a way of its own."""

from __future__ import annotations

from pathlib import Path

from tests.desktop.editor import Editor
from tests.e2e.desktop import Desk, assert_said

ENGLISH, GERMAN = "meeting_en", "frage_de"

KEYS = """
[hotkey]
binding = "ctrl_r"
profile = "english"

[[hotkey.bindings]]
binding = "f9"
mode = "tap"
profile = "german"

[[hotkey.bindings]]
binding = "mouse_x1"
mode = "hands_free"
profile = "german"

[profiles.english]
engine.language = "en"

[profiles.german]
engine.language = "de"
text.blank_after = true
"""


def test_a_key_for_english_and_one_for_german(desk: Desk) -> None:
    desk.start(KEYS)
    with desk.holding("Control_R"):
        assert desk.status()["profile"] == "english"
        desk.say(ENGLISH)
    assert_said(desk.typed(), ENGLISH)
    assert desk.status()["last"]["profile"] == "english"
    desk.press("F9")  # a tap: it goes on by itself
    desk.wait_for_phase("recording")
    desk.say(GERMAN)
    desk.press("F9")
    desk.wait_for_phase("idle")
    text = desk.typed()
    assert text.endswith(" ")
    assert "Schlüssel" in text
    now = desk.status()
    assert now["last"]["profile"] == "german"
    assert now["profile"] is None


def test_hands_free_with_the_mouse_ends_after_silence(desk: Desk) -> None:
    desk.start(KEYS)
    desk.screen.xdotool("click", "8")
    desk.wait_for_phase("recording")
    desk.say(GERMAN)
    desk.wait_for_phase("idle")  # nobody presses anything
    assert "Schlüssel" in desk.typed()


def test_a_window_has_its_own_way_of_output(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    desk.start(f"""
[profiles.notes]
title = ["*for notes*"]
output.method = "file"
output.file = "{file}"
""")
    with Editor(desk.screen, tmp_path / "other.txt", title="A window for notes") as notes:
        notes.focus()
        told = desk.run("profiles")
        assert "It has the profile notes." in told.stdout
        desk.dictate(ENGLISH)
        desk.wait_for(lambda now: now["last"], "a text")
        assert desk.status()["last"]["profile"] == "notes"
        assert notes.settle() == ""
    assert_said(file.read_text(), ENGLISH)
    desk.editor.focus()
    desk.dictate(ENGLISH)
    assert_said(desk.typed(), ENGLISH)
    assert desk.status()["last"]["profile"] is None


def test_a_profile_is_named_on_the_command_line_and_keys_are_paused(desk: Desk) -> None:
    desk.start(KEYS)
    assert desk.run("start", "--profile", "german").returncode == 0
    desk.wait_for(lambda now: now["phase"] == "recording" and now["profile"] == "german", "german")
    assert desk.run("cancel").returncode == 0
    wrong = desk.run("toggle", "--profile", "french")
    assert wrong.returncode == 1
    assert "german" in wrong.stderr
    assert desk.run("pause").returncode == 0
    assert desk.status()["hotkey"]["paused"]
    desk.press("F9")
    assert desk.status()["phase"] == "idle"
    assert desk.run("resume").returncode == 0
    with desk.holding("Control_R"):
        desk.say(ENGLISH)
    assert_said(desk.typed(), ENGLISH)
