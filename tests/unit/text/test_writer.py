"""All steps together, as the settings want them."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dictate.settings.choices import (
    SpokenMarks,
)
from dictate.settings.schema import (
    TextSettings,
)
from dictate.text.writer import Effect, Heard, Writer

DEFAULT = TextSettings()
NOTHING = TextSettings(
    guards=False, spoken_marks=SpokenMarks.OFF, spoken_edits=False, fillers=False
)
EVERYTHING = TextSettings(
    spoken_marks=SpokenMarks.ALWAYS,
    repeats=True,
    numbers=True,
    vocabulary_similarity=0.85,
    replacements={"my mail": "me@x.org"},
    snippets={"my address": "1 Road"},
    patterns={r"(\d+) euros": r"\1 €"},
)

PROSE = [
    ("en", "The comma is important, and at the end of the period we met. Thank you."),
    ("en", "He had had enough; no, no, that is that."),
    ("de", "Der Punkt ist: Die, die die Zeile kennen, gehen um acht."),
    ("fr", "Quoi ? Le point est là !"),
    ("", "um dois três"),
    ("ja", "東京です。"),
]


@pytest.mark.parametrize(("language", "text"), PROSE)
def test_by_default_prose_stays_as_it_is(language: str, text: str) -> None:
    written = Writer(DEFAULT).write(Heard(text, language))
    assert (written.text, written.raw_text) == (text, text)


def test_raw_text_is_kept_beside_the_written_one() -> None:
    written = Writer(DEFAULT).write(Heard(" um hello  comma world ", "en"))
    assert (written.text, written.raw_text) == ("hello, world", "um hello comma world")


def test_noise_is_declined_and_undo_asked_for() -> None:
    writer = Writer(DEFAULT)
    noise = writer.write(Heard("Thanks for watching!", "en", 0.5))
    assert (noise.text, noise.declined, noise.raw_text) == ("", True, "Thanks for watching!")
    undo = writer.write(Heard("Scratch that.", "en"))
    assert (undo.text, undo.undo, undo.declined) == ("", True, False)


@pytest.mark.parametrize(
    ("change", "said", "written"),
    [
        ({"guards": True}, "so so so so so so so", "so"),
        ({"fillers": True}, "I um go", "I go"),
        ({"repeats": True}, "the the cat", "the cat"),
        ({"spoken_edits": True}, "One. Scratch that. Two.", "Two."),
        ({"spoken_marks": SpokenMarks.CAREFUL}, "a comma b", "a comma b"),
        ({"spoken_marks": SpokenMarks.ALWAYS}, "a comma b", "a, b"),
        ({"numbers": True}, "twenty cats", "20 cats"),
        ({"vocabulary_similarity": 0.85}, "cubernetes", "Kubernetes"),
        ({"replacements": {"my mail": "m"}}, "my mail", "m"),
        ({"snippets": {"sig": "Bye,\nMe"}}, "Sig.", "Bye,\nMe"),
        ({"patterns": {"a+": "b"}}, "caat", "cbt"),
        ({"blank_after": True}, "Yes.", "Yes. "),
    ],
)
def test_each_step_is_switched_by_its_setting(
    change: dict[str, object], said: str, written: str
) -> None:
    terms = ("Kubernetes",)
    on = Writer(replace(NOTHING, **change), terms)  # type: ignore[arg-type]  # by the name
    effects: list[Effect] = []
    assert on.write(Heard(said, "en"), effects.append).text == written
    assert [effect.step for effect in effects] == ([*change] if written != said else [])
    assert Writer(NOTHING, terms).write(Heard(said, "en")).text == said


def test_a_users_language_file_adds_and_takes_away(tmp_path: Path) -> None:
    (tmp_path / "en.toml").write_text('[marks]\n"at sign" = "joined@"\n"comma" = ""\n', "utf-8")
    (tmp_path / "nl.toml").write_text('[marks]\n"komma" = ","\n', "utf-8")
    writer = Writer(DEFAULT, folder=tmp_path)
    assert writer.write(Heard("me at sign home comma yes", "en")).text == "me@home comma yes"
    assert writer.write(Heard("een komma twee", "nl")).text == "een, twee"
    assert writer.problems == ()


@pytest.mark.parametrize("content", ["marks = 5", "[marks", "[marks]\na = 1", "\xff"])
def test_a_bad_language_file_is_told_and_the_shipped_words_hold(
    tmp_path: Path, content: str
) -> None:
    (tmp_path / "en.toml").write_bytes(content.encode("latin-1"))
    writer = Writer(DEFAULT, folder=tmp_path)
    written = writer.write(Heard("cats comma dogs", "en"))
    assert written.text == "cats, dogs"
    assert "en.toml" in written.notices[0].message
    assert writer.problems == written.notices
    assert writer.write(Heard("cats", "en")).notices == ()  # told once


languages = st.sampled_from(["", "en", "de", "fr", "es", "xx"])


@given(st.text(max_size=80), languages)
def test_any_text_comes_through_everything(text: str, language: str) -> None:
    writer = Writer(EVERYTHING, ("Kubernetes",))
    assert writer.write(Heard(text, language)) == writer.write(Heard(text, language))


spoken = st.sampled_from(
    [
        "um",
        "the",
        "the",
        "comma",
        "period",
        "new",
        "line",
        "open",
        "quote",
        "close",
        "twenty",
        "five",
        "may",
        "fifth",
        "scratch",
        "that.",
        "literal",
        "point",
        "one",
        "hundred",
        "percent",
        "äh",
        "Komma",
        "Punkt",
        "drei",
        "Uhr",
        "my",
        "mail",
        "address",
        ",",
        ".",
    ]
)


@given(st.lists(spoken, max_size=30), st.sampled_from(["en", "de"]))
def test_any_row_of_commands_comes_through(words: list[str], language: str) -> None:
    Writer(EVERYTHING).write(Heard(" ".join(words), language))


@pytest.mark.parametrize("language", ["en", "de"])
def test_two_hundred_words_are_quick(language: str) -> None:
    """Two milliseconds are wanted; a busy machine may take ten times as long."""
    writer = Writer(EVERYTHING, ("Kubernetes", "PostgreSQL", "Grafana"))
    text = "I think um that twenty five percent of it, comma, is the one. " * 16
    writer.write(Heard(text, language))
    fastest_s = min(_seconds(writer, text, language) for _ in range(5))
    assert fastest_s < 0.02


def _seconds(writer: Writer, text: str, language: str) -> float:
    began_s = time.perf_counter()
    writer.write(Heard(text, language))
    return time.perf_counter() - began_s
