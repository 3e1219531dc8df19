"""The settings as their window shows them: all of them, named, and found by a search."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import pytest

from dictate.gui import language
from dictate.gui import settings_catalogue as catalogue
from dictate.gui import settings_labels as labels
from dictate.gui.settings_catalogue import Group, Item
from dictate.gui.settings_labels import FieldKind
from dictate.settings import salvage
from dictate.settings.choices import HotkeyMode
from dictate.settings.schema import Settings
from dictate.settings.validation import between, checked, chord, table

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


@dataclass(frozen=True, slots=True)
class NewKeys:
    send: str = checked("", chord)


@dataclass(frozen=True, slots=True)
class TomorrowsHotkeys:
    hotkey: NewKeys = field(default_factory=NewKeys)


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


@pytest.fixture
def in_german(qapp: object) -> Iterator[None]:
    language.use("de")
    yield
    language.stop()


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ("Zwischenablage", "output.keep_clipboard"),
        ("Schreibmarke Leerzeichen", "text.fit_to_caret"),
        ("füllwörter", ""),
        ("fulllaute", "text.fillers"),
        ("freihändig", "hotkey.mode"),
        ("clipboard pictures", "output.keep_clipboard"),
        ("hands-free", "hotkey.mode"),
        ("private", "profiles"),
        ("privat", "profiles"),
        ("fensterklasse", "profiles"),
        ("after small models", "llm.when"),
    ],
)
def test_in_german_words_of_both_languages_are_found(in_german: None, query: str, key: str) -> None:
    assert key in found(query) if key else not found(query)


@pytest.mark.parametrize("key", ["hotkey.undo", "hotkey.swap", "hotkey.again", "hotkey.cancel"])
def test_a_plain_hotkey_has_the_recorder(key: str) -> None:
    assert item(key).kind is FieldKind.HOTKEY


def test_a_hotkey_that_somebody_adds_has_the_recorder_by_itself() -> None:
    (group,) = catalogue.groups(TomorrowsHotkeys)
    assert group.items[0].kind is FieldKind.HOTKEY


def test_each_way_to_press_has_a_name_and_an_explanation() -> None:
    mode = item("hotkey.mode")
    values = [value.value for value in HotkeyMode]
    assert [value for value, _ in mode.choices] == values
    assert list(mode.hints) == values
    assert len(set(mode.hints.values())) == len(values)
