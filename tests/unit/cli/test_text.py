"""``dictate text``: what the settings make of a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.unit.cli.conftest import Invoke


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("um hello comma world", "--language", "en"), "hello, world\n"),
        (("Hallo Komma Welt", "--language", "de"), "Hallo, Welt\n"),
        (("Hallo Komma Welt", "--language", "DE"), "Hallo, Welt\n"),
        (("Thank you.", "--language", "en", "--speech-s", "0.1"), "\n"),
        (("Thank you.", "--language", "en", "--speech-s", "1"), "Thank you.\n"),
    ],
)
def test_what_is_written(invoke: Invoke, arguments: tuple[str, ...], expected: str) -> None:
    result = invoke("text", *arguments)
    assert (result.exit_code, result.stdout, result.stderr) == (0, expected, "")


def test_without_a_language_it_is_said_that_nothing_is_done(invoke: Invoke) -> None:
    result = invoke("text", "um hello comma world")
    assert (result.exit_code, result.stdout) == (0, "um hello comma world\n")
    assert "--language en" in result.stderr and result.stderr.count("\n") == 1


def test_a_language_that_is_none_is_wrong_usage(invoke: Invoke) -> None:
    assert invoke("text", "Hallo", "--language", "german").exit_code == 2


def test_a_text_from_standard_input(invoke: Invoke) -> None:
    assert invoke("text", "-", "--language", "en", stdin="one comma two\n").stdout == "one, two\n"


def test_each_step_is_explained(invoke: Invoke) -> None:
    result = invoke("text", "um dear all comma new line hi", "--language", "en", "--explain")
    assert result.stdout.splitlines() == [
        "heard         “um dear all comma new line hi”  (en)",
        "fillers       “dear all comma new line hi”",
        "spoken_marks  “dear all,\\nHi”",
        "written       “dear all,\\nHi”",
    ]


def test_entries_of_the_settings_file_count_and_a_bad_one_is_named(
    invoke: Invoke, tmp_path: Path
) -> None:
    file = tmp_path / "s.toml"
    file.write_text(
        '[engine]\nlanguage = "en"\n[text.replacements]\n"my mail" = "me@x.org"\n'
        "[text.patterns]\n'(' = 'x'\n'(\\d+) euros' = '\\1 €'\n",
        encoding="utf-8",
    )
    result = invoke("--config", file, "text", "My mail costs 5 euros")
    assert result.stdout == "me@x.org costs 5 €\n"
    assert result.stderr.count("\n") == 1 and "“(” in text.patterns" in result.stderr


def test_asking_to_take_back_is_told(invoke: Invoke) -> None:
    result = invoke("text", "Scratch that.", "--language", "en")
    assert result.stdout == "\n" and "undo" in result.stderr


def test_a_table_is_set_from_the_command_line(invoke: Invoke, tmp_path: Path) -> None:
    file = tmp_path / "s.toml"
    assert (
        invoke("--config", file, "settings", "set", "text.snippets", '{"a b" = "c"}').exit_code == 0
    )
    assert invoke("--config", file, "text", "A b.").stdout == "c\n"
    assert invoke("--config", file, "settings", "reset", "text.snippets").exit_code == 0
    assert invoke("--config", file, "text", "A b.").stdout == "A b.\n"
    assert invoke("--config", file, "settings", "show").exit_code == 0
