"""Keys as the user reads and writes them, in both languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from dictate import keynames
from dictate.gui import key_words, language
from dictate.gui.core_sentences import told
from dictate.gui.hotkey_field import HotkeyField
from dictate.gui.settings_catalogue import groups
from dictate.gui.translation import number, percent
from dictate.gui.wording import duration
from dictate.hotkey import binding
from dictate.hotkey.binding import Binding


@pytest.fixture
def german(qapp: object) -> Iterator[None]:
    language.use("de")
    yield
    language.stop()


@pytest.mark.parametrize(
    ("keys", "english", "german_words"),
    [
        ("ctrl_r", "Right Ctrl", "Strg rechts"),
        ("ctrl+alt+d", "Ctrl+Alt+D", "Strg+Alt+D"),
        ("shift+space", "Shift+Space", "Umschalt+Leertaste"),
        ("f9", "F9", "F9"),
        ("kp_5", "Keypad 5", "Ziffernblock 5"),
        ("kp_add", "Keypad Add", "Ziffernblock Plus"),
        ("ctrl+plus", "Ctrl+Plus", "Strg+Plus"),
        ("ctrl+,", "Ctrl+,", "Strg+,"),
        ("mouse_x1", "Back Mouse Button", "Maustaste Zurück"),
        ("vk_65", "key 65", "Taste 65"),
    ],
)
def test_keys_in_words(keys: str, english: str, german_words: str, qapp: object) -> None:
    chord = binding.parse(keys)
    assert binding.describe(chord, "linux") == english
    language.use("de")
    assert key_words.said(english) == german_words
    language.stop()
    assert key_words.said(english) == english


@pytest.mark.parametrize("code", ["en", "de"])
def test_what_is_shown_of_any_key_is_read_again(code: str, qapp: object) -> None:
    language.use(code)
    for name in sorted(keynames.NAMED):
        shown = key_words.in_words(Binding(frozenset({name})))
        assert binding.parse(key_words.written(shown)) == binding.parse(name), shown
    language.stop()


@pytest.mark.parametrize("text", ["", "ctrl+", "Strg+Quatsch", "Meeting in München"])
def test_what_names_no_keys_stays_as_it_is(text: str, german: None) -> None:
    assert key_words.written(text) == text
    assert key_words.said(text) == text


def test_a_hotkey_is_shown_and_typed_in_words(qtbot: QtBot, german: None) -> None:
    items = (item for group in groups() for item in group.items)
    field = HotkeyField(next(item for item in items if item.name == "hotkey.binding"))
    qtbot.addWidget(field)
    field.show_value("ctrl_r")
    assert field.line.text() == "Strg rechts"
    chosen: list[object] = []
    field.chosen.connect(chosen.append)
    field.line.setText("Strg+Umschalt+Leertaste")
    field.settle()
    field.line.setText("ctrl+alt+d")  # as the file holds it
    field.settle()
    assert chosen == ["ctrl+shift+space", "ctrl+alt+d"]


def test_keys_in_a_sentence_of_the_core(german: None) -> None:
    assert "Strg rechts" in told("The hotkey and the cancel key are the same (Right Ctrl).")
    assert "“Home”" in told("“Home” is no sentence of the core.")


def test_numbers_follow_the_words(german: None) -> None:
    assert (number(2.25, 1), percent(0.166), duration(2.25)) == ("2,2", "17\u00a0%", "2,2 s")
    assert duration(1230.4) == "20 min 30 s"
    assert duration(59.97) == "1 min 0 s"
    language.stop()
    assert (number(2.25, 1), percent(0.166), duration(2.25)) == ("2.2", "17%", "2.2 s")
