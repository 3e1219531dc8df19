"""The settings as their window shows them, made from the schema: groups, rows, search. No Qt.

A setting that somebody adds to the schema appears without work here; ``settings_labels`` only makes
it prettier.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, get_args, get_origin

from dictate.gui import settings_labels as labels
from dictate.gui.settings_labels import FieldKind, Look
from dictate.gui.translation import translate
from dictate.settings import manual, salvage
from dictate.settings import validation as valid
from dictate.settings.salvage import Key
from dictate.settings.schema import Settings
from dictate.settings.validation import Between
from dictate.settings.whole import Whole, how_of

_COMMAND = re.compile(r"`([^`]+)`")
CONTEXT = "Setting"
"""Under which the texts of schema and labels are translated."""


@dataclass(frozen=True, slots=True)
class Item:
    """One setting: what it is called, what it means, and what it is edited with."""

    key: Key
    label: str
    doc: str
    kind: FieldKind
    unit: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    """Values as in the file, and their names."""
    hints: Mapping[str, str] = field(default_factory=dict)
    """What each choice does."""
    columns: tuple[str, ...] = ()
    english: str = ""
    """Label and text as they are untranslated; a search finds those too."""

    @property
    def name(self) -> str:
        """The dotted name."""
        return self.key.name

    @property
    def bounds(self) -> tuple[float, float]:
        """Where a number may lie."""
        check = self.key.field.metadata.get("check")
        return (check.low, check.high) if isinstance(check, Between) else (-math.inf, math.inf)

    @property
    def in_file(self) -> Whole | None:
        """How the file holds it, where it is read and written as a whole."""
        return how_of(self.key.field)


@dataclass(frozen=True, slots=True)
class Group:
    """Settings that belong together."""

    name: str
    title: str
    doc: str
    items: tuple[Item, ...]
    english: str = ""
    """Its title untranslated."""


def groups(schema: type = Settings) -> tuple[Group, ...]:
    """Return all groups in the order of the schema."""
    docs = manual.texts(schema)
    found: dict[str, list[Item]] = {}
    for key in _keys(schema):
        found.setdefault(_group(key.name), []).append(_item(key, docs))
    return tuple(
        Group(
            name,
            _said(_title(name)),
            "" if name == items[0].name else _said(docs.get(name, "")),
            tuple(items),
            _title(name),
        )
        for name, items in found.items()
    )


def _keys(schema: type) -> list[Key]:
    """Return single settings and those that are read as a whole, each group together."""
    wholes = [_whole_key(schema, name) for name in salvage.wholes_of(schema)]
    return [*salvage.keys_of(schema).values(), *wholes]


def _whole_key(schema: type, name: str) -> Key:
    group, leaf = schema, name
    while "." in leaf:
        first, _, leaf = leaf.partition(".")
        group = next(kind for item, kind in salvage.groups_and_fields(group) if item.name == first)
    found = next(item for item, _ in salvage.groups_and_fields(group) if item.name == leaf)
    factory: Any = found.default_factory  # it always has one, see ``whole``
    return Key(name, object, factory(), found)


def _said(text: str) -> str:
    quoted = translate("Settings", "“{command}”").replace("{command}", r"\1")
    return _COMMAND.sub(quoted, translate(CONTEXT, text)) if text else ""


def _item(key: Key, docs: Mapping[str, str]) -> Item:
    look = labels.LOOKS.get(key.name, Look())
    label, doc = look.label or default_label(key.name), _doc(key.name, look, docs)
    choices, columns = _choices(key, look), look.columns or _columns(key)
    also = (docs.get(key.name, ""), *choices.values(), *look.hints.values(), *columns)
    return Item(
        key=key,
        label=_said(label),
        doc=_said(doc),
        kind=look.kind or _kind(key),
        unit=_said(look.unit or unit_of(key.name)),
        choices=tuple((value, _said(text)) for value, text in choices.items()),
        hints={value: _said(text) for value, text in look.hints.items()},
        columns=tuple(_said(column) for column in columns),
        english=" ".join((label, doc, *also)),
    )


def _doc(name: str, look: Look, docs: Mapping[str, str]) -> str:
    return docs.get(name, "") if look.doc is None else look.doc


def _group(name: str) -> str:
    """Return the group a setting is shown in; what has none is one by itself."""
    return name.rpartition(".")[0] or name


def _title(group: str) -> str:
    return labels.GROUPS.get(group) or _in_words(group.rpartition(".")[2])


def default_label(name: str) -> str:
    """Return the label of a setting that nobody named: its key in words, without the unit."""
    leaf = name.rpartition(".")[2]
    ending = next((e for e in labels.UNITS if leaf.endswith(e) and leaf != e), "")
    return _in_words(leaf.removesuffix(ending))


def _in_words(name: str) -> str:
    words = name.replace("_", " ").strip()
    return words[:1].upper() + words[1:]


def unit_of(name: str) -> str:
    """Return the unit that the ending of a key stands for."""
    return next((unit for ending, unit in labels.UNITS.items() if name.endswith(ending)), "")


def _kind(key: Key) -> FieldKind:
    is_chord = key.field.metadata.get("check") is valid.chord
    return FieldKind.HOTKEY if is_chord and _group(key.name) == "hotkey" else kind_for(key.kind)


def kind_for(kind: Any) -> FieldKind:  # noqa: ANN401  # the type of any field
    """Return what a setting of this type is edited with."""
    if isinstance(kind, type) and issubclass(kind, Enum):
        return FieldKind.CHOICE
    if salvage.is_table(kind):
        is_plain = get_args(kind) == (str, str)
        return FieldKind.TABLE if is_plain else FieldKind.OPAQUE
    if get_origin(kind) is tuple:
        return FieldKind.LIST if get_args(kind)[0] is str else FieldKind.OPAQUE
    plain = {bool: FieldKind.SWITCH, int: FieldKind.NUMBER, float: FieldKind.NUMBER}
    return FieldKind.TEXT if kind is str else plain.get(kind, FieldKind.OPAQUE)


def _choices(key: Key, look: Look) -> dict[str, str]:
    if isinstance(key.kind, type) and issubclass(key.kind, Enum):
        values = [str(member.value) for member in key.kind]
        return {value: look.choices.get(value) or _in_words(value) for value in values}
    return dict(look.choices)


def _columns(key: Key) -> tuple[str, ...]:
    return ("Name", "Value") if salvage.is_table(key.kind) else ("Value",)


def texts(schema: type = Settings) -> tuple[str, ...]:
    """Return every English text that is shown of the schema, for the translators."""
    docs = manual.texts(schema)
    found = [text for name, text in docs.items() if name not in labels.LOOKS]
    for key in _keys(schema):
        look = labels.LOOKS.get(key.name, Look())
        found += [look.label or default_label(key.name), _doc(key.name, look, docs)]
        found += [look.unit or unit_of(key.name)]
        found += [*_choices(key, look).values(), *look.hints.values()]
        found += [*(look.columns or _columns(key))]
        found += [_title(_group(key.name)), *_objections(key)]
    return tuple(sorted({text for text in found if text}))


_PROBES: tuple[object, ...] = ("", " ", "\0", "?-?", "relative", ("",), ("?-?",), {"": ""}, -1)


def _objections(key: Key) -> list[str]:
    """Return what the check of a setting says of bad values, ranges apart."""
    if isinstance(key.field.metadata.get("check"), Between) or key.kind is object:
        return []
    said = []
    for probe in _PROBES:
        if words := salvage.objection(probe, key):
            said.append(words)
    return said


# -- what is wrong ---------------------------------------------------------------------------------


def objection(item: Item, value: object) -> str:
    """Return in a sentence what a good value is, empty where this is one."""
    wanted = salvage.objection(value, item.key)
    if not wanted:
        return ""
    low, high = item.bounds
    if item.kind is FieldKind.NUMBER and math.isfinite(low):
        words = translate("Settings", "a number from {low} to {high}")
        return _must(words.format(low=f"{low:g}", high=f"{high:g}"))
    return _must(_said(wanted))


def _must(words: str) -> str:
    return translate("Settings", "This must be {wanted}.").format(wanted=words)


# -- search ----------------------------------------------------------------------------------------


def matches(item: Item, group: Group, query: str) -> bool:
    """Tell whether every word of a search is in what is shown of a setting, or in its key."""
    choices = " ".join(text for pair in item.choices for text in pair)
    parts = (item.name, item.label, item.doc, group.title, group.english, item.english)
    shown = _folded(" ".join((*parts, choices, *item.hints.values(), *item.columns)))
    return all(word in shown for word in _folded(query).split())


def _folded(text: str) -> str:
    """Return a text without case and accents, so that "loschen" finds "löschen"."""
    parted = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parted if not unicodedata.combining(sign))
