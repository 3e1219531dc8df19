"""The user's replacements, snippets and patterns."""

from __future__ import annotations

import time
from datetime import datetime

import pytest

from dictate.text.replacing import Variables, filled, patterns, replacements, snippet

VARIABLES = Variables(lambda: datetime(2026, 3, 9, 8, 5), lambda: "copied")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "{date} {time}", "2026-03-09 08:05"),
        ("de", "am {date}", "am 09.03.2026"),
        ("en", "{date:%Y}", "2026"),
        ("en", "[{clipboard}]", "[copied]"),
        ("en", "{{date}}", "{date}"),
        ("en", "{other} { }", "{other} { }"),
        ("en", "", ""),
    ],
)
def test_variables(language: str, text: str, expected: str) -> None:
    assert filled(text, language, VARIABLES) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Write to My Mail, please", "Write to me@x.org, please"),
        ("my mailbox", "my mailbox"),
        ("my  mail", "me@x.org"),
        ("c plus plus is C++", "C++ is C++"),
        ("MY MAIL and my mail", "me@x.org and me@x.org"),
        ("你好吗", "你好吗"),
        ("", ""),
    ],
)
def test_replacements(text: str, expected: str) -> None:
    table = {"my mail": "me@x.org", "my": "my", "c plus plus": "C++", " ": "never"}
    assert replacements(table, "en", VARIABLES)(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("My address.", "1 Road\nTown"),
        ("my address", "1 Road\nTown"),
        ("This is my address.", "This is my address."),
        ("", ""),
    ],
)
def test_snippets_are_all_that_was_said(text: str, expected: str) -> None:
    assert snippet({"my address": "1 Road\nTown"}, "en", VARIABLES)(text) == expected


def test_patterns_in_order() -> None:
    steps, problems = patterns({r"(\d+) euros": r"\1 €", "€": "EUR"})
    text = "5 euros"
    for step in steps:
        text = step(text)
    assert (text, problems) == ("5 EUR", ())


@pytest.mark.parametrize(
    ("source", "template"), [("(", "x"), ("a", r"\1"), ("[", ""), ("a", r"\g<none>")]
)
def test_a_bad_pattern_is_named_and_the_others_work(source: str, template: str) -> None:
    steps, problems = patterns({source: template, "b": "c"})
    assert [step("b") for step in steps] == ["c"]
    assert len(problems) == 1
    assert f"“{source}”" in problems[0].message and "\n" not in problems[0].message


def test_a_pattern_without_end_costs_its_limit_and_not_the_text() -> None:
    (step,), _ = patterns({r"(a|aa)+$(?<!x)b": "x"})
    text = "a" * 60 + "c"
    began_s = time.perf_counter()
    assert step(text) == text
    assert time.perf_counter() - began_s < 5
