"""Settings that are tables of texts."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from dictate.settings import store
from dictate.settings.schema import Settings, TextSettings

AWKWARD = {"my mail": "a\nb", 'say "x"': "\\1 'y'", "你好": "€", "": "empty"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_a_table_is_read(file: Path) -> None:
    file.write_text('[text.replacements]\n"my mail" = "me"\nx = ""\n', "utf-8")
    loaded = store.load(file)
    assert loaded.problems == ()
    assert loaded.settings.text.replacements == {"my mail": "me", "x": ""}


@pytest.mark.parametrize("value", ["5", '"x"', "[]", "{ a = 1 }", "{ a = { b = 'c' } }"])
def test_anything_else_is_told_and_loses_only_itself(file: Path, value: str) -> None:
    file.write_text(f"[text]\nfillers = false\npatterns = {value}\n", "utf-8")
    loaded = store.load(file)
    assert loaded.settings.text == TextSettings(fillers=False)
    (problem,) = loaded.problems
    assert "text.patterns" in problem.message and '"said" = "written"' in problem.next_step


def test_saved_and_read_again(file: Path) -> None:
    file.write_text('# mine\n[text.replacements]\n"a" = "b" # why\n', "utf-8")
    text = replace(TextSettings(), replacements=AWKWARD, snippets={"k": "v"})
    settings = replace(Settings(), text=text)
    store.save(file, settings)
    assert store.load(file).settings == settings
    assert file.read_text("utf-8").startswith("# mine\n")


def test_shown_as_a_file() -> None:
    settings = replace(Settings(), text=replace(TextSettings(), snippets=AWKWARD))
    assert tomllib.loads(store.to_toml(settings))["text"]["snippets"] == AWKWARD


def test_the_order_of_a_table_counts_and_is_written(file: Path) -> None:
    file.write_text('[text.patterns]\n"a" = "1"\n"b" = "2"\n')
    before = store.load(file).settings
    after = store.replace_value(before, "text.patterns", {"b": "2", "a": "1"})
    assert after != before
    store.save(file, after, before)
    assert list(store.load(file).settings.text.patterns) == ["b", "a"]
