"""Hold, speak, let go: the real program, from the key to the text in another program's window."""

from __future__ import annotations

import re
import wave
from pathlib import Path

import numpy as np
import pytest

from tests.desktop.clipboard import Copied, formats
from tests.desktop.editor import Editor
from tests.e2e.desktop import HOTKEY, Desk, assert_said

ENGLISH, OTHER_ENGLISH, GERMAN = "meeting_en", "reminder_en", "frage_de"
TOGGLE = '[hotkey]\nmode = "toggle"\n'


def test_hold_speak_let_go(desk: Desk) -> None:
    desk.start()
    desk.dictate(ENGLISH)
    assert_said(desk.typed(), ENGLISH)


def test_two_takes_in_a_row_are_two_texts_in_order(desk: Desk) -> None:
    desk.start()
    desk.dictate(ENGLISH)
    desk.dictate(OTHER_ENGLISH)  # the first may still be on its way
    typed = desk.typed()
    assert_said(typed, ENGLISH, OTHER_ENGLISH)
    assert re.search(r"[.?!] [A-Z]", typed), "the second sentence continues the first"


def test_toggle_mode_starts_and_stops_with_a_press_each(desk: Desk) -> None:
    desk.start(TOGGLE)
    desk.press(HOTKEY)
    desk.wait_for_phase("recording")
    desk.say(ENGLISH)
    assert desk.status()["phase"] == "recording"  # nothing but the key ends it
    desk.press(HOTKEY)
    assert_said(desk.typed(), ENGLISH)


def test_german_with_its_umlauts(desk: Desk) -> None:
    desk.start()
    desk.dictate(GERMAN)
    text = desk.typed()
    assert_said(text, GERMAN)
    assert "Schlüssel" in text


def test_escape_takes_the_take_back(desk: Desk) -> None:
    desk.start()
    with desk.holding():
        desk.say(ENGLISH)
        desk.press("Escape")
        desk.wait_for_phase("idle")
    assert desk.typed() == ""
    assert desk.status()["last"] is None


def test_silence_types_nothing(desk: Desk) -> None:
    desk.start()
    with desk.holding():
        desk.screen.run("sleep", "1.5")  # somebody holds the key and says nothing
    assert desk.typed() == ""


def test_noise_types_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.start()
    with desk.holding():
        desk.microphone.play(_noise(tmp_path / "noise.wav"))
    assert desk.typed() == ""


def test_a_chord_of_the_settings_is_the_hotkey(desk: Desk) -> None:
    desk.start('[hotkey]\nbinding = "f9"\n')
    with desk.holding("F9"):
        desk.say(ENGLISH)
    assert_said(desk.typed(), ENGLISH)


def test_paste_brings_the_text_into_the_window_and_the_clipboard_stays_as_it_was(
    desk: Desk,
) -> None:
    desk.start('[output]\nmethod = "paste"\n')
    with Copied(desk.screen, text="kept ✓", html="<b>kept</b>", picture=(300, 200)):
        before = formats(desk.screen)
        desk.dictate(ENGLISH)
        assert_said(desk.typed(), ENGLISH)
    after = formats(desk.screen)
    for name in ("UTF8_STRING", "text/plain", "text/html", "image/png"):
        assert before[name] and after[name] == before[name], name


def test_a_text_goes_into_no_other_window_than_that_of_the_press(
    desk: Desk, tmp_path: Path
) -> None:
    desk.start()
    with Editor(desk.screen, tmp_path / "other.txt", title="Another window") as other:
        desk.editor.focus()
        with desk.holding():
            desk.say(ENGLISH)
            other.focus()
        assert desk.typed() == ""
        assert other.settle() == ""
    assert desk.status()["last"]["characters"] > 0  # kept, to be copied from the menu


def test_a_text_is_appended_to_a_file(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    desk.start(f'[output]\nmethod = "file"\nfile = "{file}"\n')
    desk.dictate(ENGLISH)
    assert desk.typed() == ""
    assert_said(file.read_text(), ENGLISH)


def test_copy_fills_the_clipboard_and_types_nothing(desk: Desk) -> None:
    desk.start('[output]\nmethod = "copy"\n')
    desk.dictate(ENGLISH)
    assert desk.typed() == ""
    assert_said(desk.clipboard(), ENGLISH)


def _noise(path: Path) -> Path:
    """Write three seconds of a loud fan: low-passed noise and the hum of a mains."""
    rate_hz = 48_000
    rng = np.random.default_rng(7)
    hiss = rng.standard_normal(3 * rate_hz)
    rumble = np.convolve(hiss, np.ones(64) / 64, mode="same")
    hum = np.sin(2 * np.pi * 50 * np.arange(3 * rate_hz) / rate_hz)
    samples = 0.05 * hiss + 0.5 * rumble + 0.05 * hum
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate_hz)
        file.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
    return path


@pytest.mark.parametrize("desk", [{"xtest": False}], indirect=True)
def test_a_text_that_cannot_be_typed_is_on_the_clipboard(desk: Desk) -> None:
    desk.start()
    desk.tell("start")
    desk.wait_for_phase("recording")
    desk.say(ENGLISH)
    desk.tell("stop")
    assert desk.typed() == ""
    assert_said(desk.clipboard(), ENGLISH)
