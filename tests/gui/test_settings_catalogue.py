"""The settings as their window shows them: all of them, named, and found by a search."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from dictate.gui import settings_catalogue as catalogue
from dictate.gui import settings_labels as labels
from dictate.gui.settings_catalogue import Group, Item
from dictate.gui.settings_labels import FieldKind
from dictate.settings import salvage
from dictate.settings.choices import HotkeyMode
from dictate.settings.schema import Settings
from dictate.settings.validation import between, checked, table

ALL = {*salvage.keys_of(Settings), *salvage.wholes_of(Settings)}


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What somebody adds tomorrow."""

    is_on: bool = False
    wait_ms: float = checked(5.0, between(1, 9))
    """How long."""
    mode: HotkeyMode = HotkeyMode.HOLD
    names: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    words: Mapping[str, str] = table()


@dataclass(frozen=True, slots=True)
class Tomorrow:
    newcomer_group: Newcomer = field(default_factory=Newcomer)


def item(key: str) -> Item:
    return next(i for group in catalogue.groups() for i in group.items if i.name == key)


def test_every_setting_of_the_schema_is_there() -> None:
    shown = {i.name for group in catalogue.groups() for i in group.items}
    assert shown == ALL


def test_what_nobody_named_still_appears_with_label_unit_and_field() -> None:
    (group,) = catalogue.groups(Tomorrow)
    assert (group.title, group.doc) == ("Newcomer group", "What somebody adds tomorrow.")
    seen = {i.name.rpartition(".")[2]: (i.label, i.unit, i.kind) for i in group.items}
    assert seen == {
        "is_on": ("Is on", "", FieldKind.SWITCH),
        "wait_ms": ("Wait", "ms", FieldKind.NUMBER),
        "mode": ("Mode", "", FieldKind.CHOICE),
        "names": ("Names", "", FieldKind.LIST),
        "numbers": ("Numbers", "", FieldKind.OPAQUE),
        "words": ("Words", "", FieldKind.TABLE),
    }
    assert group.items[1].bounds == (1, 9)
    assert ("hold", "Hold") in group.items[2].choices


def test_every_look_is_of_a_setting() -> None:
    assert set(labels.LOOKS) <= ALL


def test_every_choice_is_a_value_the_setting_takes() -> None:
    for group in catalogue.groups():
        for one in group.items:
            for value, _ in one.choices:
                assert not salvage.objection(value, one.key), (one.name, value)


@pytest.mark.parametrize(
    ("key", "bad", "said"),
    [
        ("audio.max_take_s", 4, "This must be a number from 5 to 7200."),
        ("engine.language", "German", "a language code"),
        ("output.file", "notes.txt", "a path that begins at the root"),
    ],
)
def test_a_bad_value_is_told_in_words(key: str, bad: object, said: str) -> None:
    assert said in catalogue.objection(item(key), bad)
    assert catalogue.objection(item(key), salvage.keys_of(Settings)[key].default) == ""


def found(query: str) -> set[str]:
    def of(group: Group) -> set[str]:
        return {i.name for i in group.items if catalogue.matches(i, group, query)}

    return set().union(*map(of, catalogue.groups()))


def test_a_search_finds_labels_texts_keys_and_choices() -> None:
    assert "audio.pre_roll_ms" in found("pre_roll")
    assert "audio.pre_roll_ms" in found("BEFORE press")
    assert "llm.endpoint" in found("ollama")
    assert "overlay.show" in found("overlay small")
    assert found("xyzzy") == set()
    assert found("") == ALL
