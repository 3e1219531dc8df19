"""Spoken punctuation and layout: commands, and prose about marks that must stay as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictate.text.language import load
from dictate.text.marks import spoken_marks

EN, DE = load("en"), load("de")
careful_en, careful_de = spoken_marks(EN), spoken_marks(DE)

ENGLISH = [
    ("Hello comma how are you question mark", "Hello, how are you?"),
    ("Hello, comma, how are you? Question mark.", "Hello, how are you?"),
    ("I like apples comma and pears", "I like apples, and pears"),
    ("I know that comma but no", "I know that, but no"),
    ("We go home. Period.", "We go home."),
    ("We go home, period. And then", "We go home. And then"),
    ("Stop exclamation mark now", "Stop! Now"),
    ("Wait full stop go on", "Wait. Go on"),
    ("first semicolon second", "first; second"),
    ("The list, colon, milk", "The list: milk"),
    ("He came, dash, late", "He came – late"),
    ("a well, hyphen, known man", "a well-known man"),
    ("and so on dot dot dot", "and so on…"),
    ("He said open quote hello close quote and left.", 'He said "hello" and left.'),
    ("It is open paren I think close paren true", "It is (I think) true"),
    ("See, open bracket, page two, close bracket.", "See (page two)"),
    ("Dear Anna comma new line thanks", "Dear Anna,\nThanks"),
    ("One. New paragraph. Two.", "One.\n\nTwo."),
    ("bullet point milk bullet point eggs", "• Milk\n• Eggs"),
    ("Really question mark new line yes", "Really?\nYes"),
    ("Thank you comma John period new paragraph best", "Thank you, John.\n\nBest"),
    ("new line", "\n"),
    ("New paragraph.", "\n\n"),
    ("literal comma", "comma"),
    ("Say literal question mark here", "Say question mark here"),
    # prose
    ("The comma is important.", "The comma is important."),
    ("At the end of the period.", "At the end of the period."),
    ("It was the cold war period.", "It was the cold war period."),
    ("A comma-separated list", "A comma-separated list"),
    ("comma separated values", "comma separated values"),
    ("This is a new line of products.", "This is a new line of products."),
    ("The last comma fell off", "The last comma fell off"),
    ("That raises a question mark.", "That raises a question mark."),
    ("It came to a full stop.", "It came to a full stop."),
    ("Colon cancer is rare.", "Colon cancer is rare."),
    ("We need new paragraph breaks", "We need new paragraph breaks"),
    ("a period new line of cars", "a period new line of cars"),
    ("He won the Oxford comma debate", "He won the Oxford comma debate"),
    ("A dash of salt", "A dash of salt"),
    ("They dash out.", "They dash out."),
    ("Periods and commas", "Periods and commas"),
    ("The Victorian period, of course", "The Victorian period, of course"),
    ('The word "comma" is Greek', 'The word "comma" is Greek'),
    ("An open bracket is missing", "An open bracket is missing"),
    ("", ""),
]

GERMAN = [
    ("Hallo Komma wie geht es Fragezeichen", "Hallo, wie geht es?"),
    ("Hallo, Komma, wie geht es? Fragezeichen.", "Hallo, wie geht es?"),
    ("Er kam Komma und sie ging", "Er kam, und sie ging"),
    ("Wir gehen. Punkt. Dann", "Wir gehen. Dann"),
    ("Liebe Anna Komma neue Zeile danke", "Liebe Anna,\nDanke"),
    ("Eins. Neuer Absatz. Zwei", "Eins.\n\nZwei"),
    ("Danke Komma Hans Punkt neuer Absatz Viele Grüße", "Danke, Hans.\n\nViele Grüße"),
    ("Halt Ausrufezeichen", "Halt!"),
    ("Er sagt Doppelpunkt Anführungszeichen unten ja Anführungszeichen oben", "Er sagt: „ja“"),
    ("das ist Klammer auf glaube ich Klammer zu wahr", "das ist (glaube ich) wahr"),
    ("Spiegelstrich Milch Spiegelstrich Eier", "• Milch\n• Eier"),
    ("rot Semikolon grün", "rot; grün"),
    ("er kam Gedankenstrich spät", "er kam – spät"),
    ("wörtlich Komma", "Komma"),
    ("und so weiter Auslassungspunkte", "und so weiter…"),
    # prose
    ("Das Komma ist wichtig.", "Das Komma ist wichtig."),
    ("Der Punkt ist wichtig.", "Der Punkt ist wichtig."),
    ("Das ist ein wichtiger Punkt.", "Das ist ein wichtiger Punkt."),
    ("zwei Komma fünf", "zwei Komma fünf"),
    ("Da fehlt ein Fragezeichen.", "Da fehlt ein Fragezeichen."),
    ("Eine neue Zeile beginnt", "Eine neue Zeile beginnt"),
    ("Das letzte Komma ist falsch", "Das letzte Komma ist falsch"),
    ("um Punkt acht", "um Punkt acht"),
    ("Die Kommas fehlen", "Die Kommas fehlen"),
]


@pytest.mark.parametrize(("said", "written"), ENGLISH)
def test_english(said: str, written: str) -> None:
    assert careful_en(said) == written


@pytest.mark.parametrize(("said", "written"), GERMAN)
def test_german(said: str, written: str) -> None:
    assert careful_de(said) == written


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("We go home period And then", "We go home. And then"),
        ("the comma is", "the, is"),
        ("literal period", "period"),
    ],
)
def test_always_needs_no_pause(said: str, written: str) -> None:
    assert spoken_marks(EN, always=True)(said) == written


@pytest.mark.parametrize("language", ["", "xx", "../en"])
def test_a_language_without_a_file_has_no_commands(language: str) -> None:
    assert spoken_marks(load(language))("one comma two") == "one comma two"


@given(st.text(alphabet=st.sampled_from('abc ,.?!\n"äß你🙂'), max_size=60))
def test_texts_without_names_stay(text: str) -> None:
    assert careful_en(text) == text


words = st.sampled_from(["comma", "new line", "period", "open quote", "cat", "the", ".", ","])


@given(st.lists(words, max_size=12))
def test_no_mark_is_doubled_and_no_other_word_lost(parts: list[str]) -> None:
    written = careful_en(" ".join(parts))
    assert written.casefold().count("cat") == parts.count("cat")
    assert ",," not in written
