"""Spoken edits, sounds of hesitation, words said twice."""

from __future__ import annotations

import pytest

from dictate.text.edits import is_undo, scratched
from dictate.text.fillers import without_fillers, without_repeats
from dictate.text.language import load


@pytest.mark.parametrize(
    ("language", "said", "written"),
    [
        ("en", "Meet me at five. Scratch that. Meet me at six.", "Meet me at six."),
        ("en", "Hello. Meet me at five, scratch that, at six.", "Hello. At six."),
        ("en", "One. Two. Scratch that.", "One."),
        ("en", "One. Two. Three. Scratch that. Scratch that. Four.", "One. Four."),
        ("en", "You should scratch that itch.", "You should scratch that itch."),
        ("en", "Please scratch that.", "Please scratch that."),
        ("en", "Scratch that!", ""),
        ("de", "Um fünf. Streich das. Um sechs.", "Um sechs."),
        ("de", "Ich lösche das Bild.", "Ich lösche das Bild."),
        ("xx", "One. Scratch that. Two.", "One. Scratch that. Two."),
    ],
)
def test_scratch_that(language: str, said: str, written: str) -> None:
    assert scratched(said, load(language)) == written


@pytest.mark.parametrize(
    ("language", "said", "undo"),
    [
        ("en", "Scratch that.", True),
        ("en", "undo that", True),
        ("en", "Undo that please", False),
        ("de", "Rückgängig.", True),
        ("de", "Scratch that.", False),
        ("", "Undo that.", False),
        ("en", "", False),
    ],
)
def test_alone_it_is_about_the_last_text(language: str, said: str, undo: bool) -> None:
    assert is_undo(said, load(language)) is undo


@pytest.mark.parametrize(
    ("language", "said", "written"),
    [
        ("en", "Um, I think so", "I think so"),
        ("en", "Um, yes", "Yes"),
        ("en", "I, um, think", "I think"),
        ("en", "I um uh think", "I think"),
        ("en", "That is it, um.", "That is it."),
        ("en", "So. Um, we go. Uh.", "So. We go."),
        ("en", "Um.", ""),
        ("en", "uh", ""),
        ("en", "The UM is a university", "The UM is a university"),
        ("en", "an umbrella, a museum", "an umbrella, a museum"),
        ("en", "uh-huh", "uh-huh"),
        ("de", "Ähm, wir gehen um acht", "Wir gehen um acht"),
        ("de", "Wir gehen äh um acht", "Wir gehen um acht"),
        ("pt", "um, dois", "um, dois"),
        ("", "um, dois", "um, dois"),
    ],
)
def test_fillers(language: str, said: str, written: str) -> None:
    assert without_fillers(load(language))(said) == written


@pytest.mark.parametrize(
    ("language", "said", "written"),
    [
        ("en", "the the cat", "the cat"),
        ("en", "I I I think", "I think"),
        ("en", "He had had enough", "He had had enough"),
        ("en", "the theory", "the theory"),
        ("en", "no no", "no no"),
        ("de", "die, die die kennen", "die, die die kennen"),
        ("de", "wir wir gehen", "wir gehen"),
        ("de", "eine eine Katze und ein ein Hund", "eine Katze und ein Hund"),
        ("de", "die zwölf zwölf", "die zwölf zwölf"),
        ("", "the the", "the the"),
    ],
)
def test_words_said_twice(language: str, said: str, written: str) -> None:
    assert without_repeats(load(language))(said) == written
