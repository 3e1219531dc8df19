"""The manual of the settings is complete and comes from the schema."""

from __future__ import annotations

from dataclasses import dataclass, field

from dictate.settings import manual, salvage
from dictate.settings.schema import Settings


@dataclass(frozen=True)
class Inner:
    """The inner group."""

    plain: int = 3
    """How many,
    over two lines."""
    silent: bool = True


@dataclass(frozen=True)
class Outer:
    """All."""

    inner: Inner = field(default_factory=Inner)


def test_every_setting_has_a_text() -> None:
    entries = manual.describe()
    assert [entry.key for entry in entries] == list(salvage.keys_of(Settings))
    assert [entry.key for entry in entries if not entry.doc] == []


def test_defaults_are_written_as_in_the_file() -> None:
    by_key = {entry.key: entry.default for entry in manual.describe()}
    assert by_key["engine.model"] == '"auto"'
    assert by_key["engine.beam_size"] == "5"
    assert by_key["output.method"] == '"auto"'


def test_texts_stand_under_fields_and_groups() -> None:
    assert manual.texts(Outer) == {
        "inner": "The inner group.",
        "inner.plain": "How many, over two lines.",
    }
    assert manual.describe(Outer)[1] == manual.Entry("inner.silent", "true", "")
