"""Letters under the lines of a menu."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dictate.gui.mnemonics import distinct


def letters(texts: list[str]) -> list[str]:
    plain = [text.replace("&&", "") for text in texts]
    return [text[text.index("&") + 1].lower() for text in plain if "&" in text]


def test_letters_that_differ_stay() -> None:
    assert distinct(["&Stop", "&Cancel", "Ready"]) == ["&Stop", "&Cancel", "Ready"]


def test_the_first_line_has_the_letter_and_the_next_takes_another_word_of_its_own() -> None:
    assert distinct(["Show &window", "Copy it as it &was said"]) == [
        "Show &window",
        "&Copy it as it was said",
    ]


def test_a_letter_that_a_later_line_wants_for_itself_is_left_to_it() -> None:
    assert distinct(["&Save", "&Sound", "&Out"]) == ["&Save", "So&und", "&Out"]


def test_no_letter_comes_from_the_words_of_the_user() -> None:
    assert distinct(["&Ab", "&Ba", "&A: “xyz”"]) == ["&Ab", "&Ba", "A: “xyz”"]


def test_a_real_ampersand_stays() -> None:
    assert distinct(["R&&D", "&Run", "&R&&B"]) == ["R&&D", "&Run", "R&&&B"]


lines = st.from_regex("[ab ]{0,3}(&[abc])?[abc ]{0,3}(“b&&a”)?", fullmatch=True)


@given(st.lists(lines, max_size=6))
def test_no_letter_is_given_twice_and_no_word_changes(texts: list[str]) -> None:
    given_out = distinct(texts)
    found = letters(given_out)
    assert len(found) == len(set(found))
    for before, after in zip(texts, given_out, strict=True):
        assert after.replace("&", "") == before.replace("&", "")
