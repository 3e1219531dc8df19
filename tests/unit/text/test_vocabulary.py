"""Terms of the user's are spelled as the user does."""

from __future__ import annotations

import pytest

from dictate.text.vocabulary import corrected

TERMS = ("Kubernetes", "Jürgen Groß", "PostgreSQL", "Ольга", "東京大学病院", "abc")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We use cubernetes.", "We use Kubernetes."),
        ("kubernetes", "Kubernetes"),
        ("Ask Jurgen Gross, please", "Ask Jürgen Groß, please"),
        ("postgre SQL is fine", "PostgreSQL is fine"),
        ("Post gres QL", "PostgreSQL"),
        ("Привет, Олга!", "Привет, Олга!"),
        ("Привет, ольга!", "Привет, Ольга!"),
        ("東京大学病院", "東京大学病院"),
        ("abd", "abd"),
        ("the government", "the government"),
        ("postgre. SQL", "postgre. SQL"),
        ("In Kubernetes we trust", "In Kubernetes we trust"),
        ("a cubernetes is", "a Kubernetes is"),
        ("In postgre SQL", "In PostgreSQL"),
        ("- ' -", "- ' -"),
        ("", ""),
    ],
)
def test_correction(text: str, expected: str) -> None:
    assert corrected(TERMS, 0.9)(text) == expected


def test_the_threshold_decides() -> None:
    assert corrected(TERMS, 0.85)("Олга") == "Ольга"
    assert corrected(TERMS, 0.0)("cubernetes") == "cubernetes"
    assert corrected((), 0.5)("cubernetes") == "cubernetes"


@pytest.mark.parametrize(
    "text", ["Annas Auto", "He dictated it.", "Brot, Eier", "anna@example.org", "src/anna.py"]
)
def test_other_forms_other_words_and_addresses_stay(text: str) -> None:
    assert corrected(("Anna", "Dictate", "Meier"), 0.85)(text) == text
