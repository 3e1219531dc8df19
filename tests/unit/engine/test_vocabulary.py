"""The hint made of the user's vocabulary, and the answer that only repeats it."""

from __future__ import annotations

import pytest

from dictate.engine.vocabulary import MOST_TOKENS, echoes, hint

TERMS = ("Kubernetes", "Grafana", "PyTorch", "Müller", "Prometheus")
LINE = ", ".join(TERMS)


def words(line: str) -> int:
    return len(line.split())


def test_all_terms_that_fit_are_shown_in_order() -> None:
    assert hint(TERMS, words) == LINE
    assert hint((), words) == ""


def test_a_long_list_is_cut_between_terms_and_keeps_its_first() -> None:
    terms = [f"first{n} second{n}" for n in range(MOST_TOKENS)]
    line = hint(terms, words)
    assert words(line) == MOST_TOKENS
    assert line.startswith("first0 second0, first1") and line.endswith("second49")


@pytest.mark.parametrize(
    "text",
    [
        " Kubernetes, Grafana, PyTorch, Müller, Prometheus",
        " kubernetes grafana pytorch.",
        " Grafana, PyTorch, Müller, you",
        " PyTorch, Müller, Prometheus.",
    ],
)
def test_a_run_of_the_list_is_an_echo(text: str) -> None:
    assert echoes(text, LINE)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " Open Grafana and look at Kubernetes.",
        " Please ask Mr. Müller.",
        " Kubernetes, Prometheus, Grafana",
        " We moved from Kubernetes, Grafana, PyTorch to something that is simpler to run.",
    ],
)
def test_sentences_with_such_words_are_none(text: str) -> None:
    assert not echoes(text, LINE)


def test_a_single_term_that_comes_back_alone_is_one() -> None:
    assert echoes(" Grafana.", "Grafana")
    assert not echoes(" Grafana is down.", "Grafana")


def test_nothing_shown_cannot_come_back() -> None:
    assert not echoes(" Thank you.", "")
