"""The text pipeline, case by case and with any text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictate.text import steps
from dictate.text.pipeline import DEFAULT, Pipeline, for_language

CASES = [
    ("", ""),
    ("   ", ""),
    (" Hello world. ", "Hello world."),
    ("Hello   world", "Hello world"),
    ("Hello , world .", "Hello, world."),
    ("Wait ...", "Wait..."),
    ("Wait …", "Wait…"),
    ('He said "no ."', 'He said "no."'),
    ("It costs .5 euros", "It costs .5 euros"),
    ("a smile :-) here", "a smile :-) here"),
    ("Quoi ?", "Quoi ?"),
    ("Quoi\u00a0?", "Quoi\u00a0?"),
    ("Quoi \u202f ?", "Quoi\u202f?"),
    ("first \n second", "first\nsecond"),
    ("first\r\nsecond\rthird", "first\nsecond\nthird"),
    ("one\n\n\n\ntwo", "one\n\ntwo"),
    ("one\n . two", "one\n. two"),
    ("a\tb", "a\tb"),
    ("bell\x07 escape\x1b[31m null\x00", "bell escape[31m null"),
    ("line\u2028end", "line\nend"),
    ("\u202eevil\u202c", "evil"),
    ("broken \ufffd byte", "broken byte"),
    ("e\u0301", "é"),
    ('é ß ñ 你 € 🙂 "x" – tab', 'é ß ñ 你 € 🙂 "x" – tab'),
    ("👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"),
    ("你好。 世界", "你好。 世界"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_default_pipeline(text: str, expected: str) -> None:
    assert DEFAULT(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Really ? Yes ! One ; two : three", "Really? Yes! One; two: three"),
        ("de", "Wirklich ?", "Wirklich?"),
        ("fr", "Vraiment ? Oui !", "Vraiment ? Oui !"),
        ("fr", "Oui , bien .", "Oui, bien."),
        ("en", "a smile :-) here", "a smile :-) here"),
    ],
)
def test_marks_follow_the_language(language: str, text: str, expected: str) -> None:
    assert for_language(language)(text) == expected


@pytest.mark.parametrize(
    ("segments", "expected"),
    [
        ([], ""),
        ([" Hello", " world. "], "Hello world."),
        (["Hello", "", "  ", "world"], "Hello world"),
        (["你好。", "世界"], "你好。世界"),
        (["你好", "world"], "你好 world"),
    ],
)
def test_segments_are_joined_as_they_are_written(segments: list[str], expected: str) -> None:
    assert steps.join_segments(segments) == expected


any_text = st.text(
    alphabet=st.one_of(st.sampled_from(" \u00a0\u3000\n\t\r.,;:?!…\"'ab\u0301"), st.characters())
)


@given(any_text, st.sampled_from(["", "en", "fr"]))
def test_a_second_pass_changes_nothing(text: str, language: str) -> None:
    once = for_language(language)(text)
    assert for_language(language)(once) == once


@given(any_text)
def test_nothing_untypable_is_left(text: str) -> None:
    result = DEFAULT(text)
    assert all(c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs") for c in result)
    assert "  " not in result
    assert result == result.strip()


@given(st.text(alphabet="abcäöü你🙂-", max_size=40))
def test_words_are_never_touched(word: str) -> None:
    assert DEFAULT(f" {word} ") == word


def test_steps_run_in_order() -> None:
    pipeline = Pipeline((str.upper,)).then(lambda text: f"{text}b")
    assert pipeline("a") == "Ab"
