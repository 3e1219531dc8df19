"""Read a parsed settings file into frozen values, losing only what is wrong. Pure, no files.

It knows no setting by name: a group is a dataclass, the type of a field says what a file must hold,
``check`` in its metadata narrows that. A problem names the key and what a good value looks like.
"""

from __future__ import annotations

import types
import typing
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass, replace
from enum import Enum
from functools import cache
from typing import Any, NoReturn, TypeAlias, TypeVar, cast, get_args, get_origin

import tomlkit

from dictate.errors import SettingInvalid
from dictate.settings import meant
from dictate.settings.whole import Whole, how_of

G = TypeVar("G")

Kind: TypeAlias = Any
"""The type of a field, resolved: a class, or a generic such as ``tuple[str, ...]``."""

SHOWN_CHARACTERS = 40
"""A longer wrong value is cut in the message."""


@dataclass(frozen=True, slots=True)
class Key:
    """One setting of a schema: its dotted name, its type, its default and its field."""

    name: str
    kind: Kind
    default: object
    field: Field[Any]


@cache
def keys_of(schema: type) -> Mapping[str, Key]:
    """Return every setting below ``schema`` by its dotted name, in the order of the schema."""
    return types.MappingProxyType({key.name: key for key in _walk(schema, "")})


def _walk(schema: type, prefix: str) -> Iterator[Key]:
    for item, kind in groups_and_fields(schema):
        if is_dataclass(kind):
            yield from _walk(cast(type, kind), f"{prefix}{item.name}.")
        elif how_of(item) is None:
            yield Key(f"{prefix}{item.name}", kind, _default(item), item)


def groups_and_fields(schema: type) -> list[tuple[Field[Any], Kind]]:
    """Return the fields of a dataclass, each with its resolved type."""
    kinds = typing.get_type_hints(schema)
    return [(item, kinds[item.name]) for item in fields(schema)]


def _default(item: Field[Any]) -> object:
    if item.default is not MISSING:
        return item.default
    if item.default_factory is not MISSING:
        return item.default_factory()
    raise TypeError(f"the setting {item.name} has no default")


def wholes_of(schema: type, prefix: str = "") -> dict[str, Whole]:
    """Return what is read and written as a whole, by its dotted name."""
    found: dict[str, Whole] = {}
    for item, kind in groups_and_fields(schema):
        if is_dataclass(kind):
            found |= wholes_of(cast(type, kind), f"{prefix}{item.name}.")
        elif how := how_of(item):
            found[f"{prefix}{item.name}"] = how
    return found


def read(
    table: Mapping[str, object], schema: type[G], prefix: str = ""
) -> tuple[G, tuple[SettingInvalid, ...]]:
    """Return ``table`` as a ``schema``, with defaults where values are bad, and the problems.

    ``prefix`` stands before the names in these.
    """
    problems: list[SettingInvalid] = []
    settings = _read_group(table, schema, prefix, schema, problems)
    return settings, tuple(problems)


def _read_group(
    table: Mapping[str, object],
    group: type[G],
    prefix: str,
    schema: type,
    problems: list[SettingInvalid],
) -> G:
    known = {item.name: (item, kind) for item, kind in groups_and_fields(group)}
    values: dict[str, Any] = {}
    for name, value in table.items():
        dotted = f"{prefix}{name}"
        if name not in known:
            problems.append(_unknown(dotted, value, schema))
            continue
        item, kind = known[name]
        if is_dataclass(kind):
            if isinstance(value, Mapping):
                inner = cast(type, kind)
                values[name] = _read_group(value, inner, f"{dotted}.", schema, problems)
            else:
                problems.append(_not_a_group(dotted, value))
            continue
        if how := how_of(item):
            values[name] = how.read(value, dotted, schema, problems)
            continue
        try:
            values[name] = convert(value, Key(dotted, kind, _default(item), item))
        except SettingInvalid as problem:
            problems.append(problem)
    return group(**values)


def named(table: Mapping[str, object], schema: type) -> Iterator[str]:
    """Yield the names of all settings that ``table`` gives a good value, or some good part."""
    for key in keys_of(schema).values():
        value = _found(table, key.name)
        if value is not None and not objection(value, key):
            yield key.name
    for name in wholes_of(schema):
        if _found(table, name) is not None:
            yield name


def _found(table: object, dotted: str) -> object:
    for name in dotted.split("."):
        table = table.get(name) if isinstance(table, Mapping) else None
    return table


def convert(value: object, key: Key) -> object:
    """Return ``value`` as the type of ``key``. Raises SettingInvalid when it is none."""
    try:
        good = _as_kind(value, key.kind)
    except ValueError:
        _reject(key, value, _looks_like(key))
    wanted = _objection(good, key)
    if wanted:
        _reject(key, value, wanted)
    return good


def objection(value: object, key: Key) -> str:
    """Return what a good value of ``key`` looks like; empty where this is one."""
    try:
        return _objection(_as_kind(value, key.kind), key)
    except ValueError:
        return _looks_like(key)


def _objection(good: object, key: Key) -> str:
    check = key.field.metadata.get("check")
    return str(check(good)) if check else ""


def _as_kind(value: object, kind: Kind) -> object:
    """Return ``value`` as ``kind``; raises ValueError when it is of another kind."""
    if _is_tuple(kind):
        if isinstance(value, str) or not isinstance(value, (list, tuple)):
            raise ValueError
        return tuple(_as_kind(item, get_args(kind)[0]) for item in value)
    if is_table(kind):
        if not isinstance(value, Mapping) or not all(isinstance(v, str) for v in value.values()):
            raise ValueError
        # Two of these are the same only in the same order, which counts for patterns.
        return OrderedDict((str(name), str(text)) for name, text in value.items())
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    if kind not in (bool, int, float, str):
        raise TypeError(f"settings cannot hold {kind}")
    if isinstance(value, bool) and kind is not bool:  # to Python a bool is an int
        raise ValueError
    if kind is float and isinstance(value, int):
        try:
            return float(value)
        except OverflowError as error:
            raise ValueError from error
    if not isinstance(value, kind):
        raise ValueError
    return value.value if isinstance(value, Enum) else value


def _is_tuple(kind: Kind) -> bool:
    origin: object = get_origin(kind)
    return origin is tuple


def is_table(kind: Kind) -> bool:
    """Tell whether a setting is a table of texts, with any keys."""
    origin: object = get_origin(kind)
    return origin is Mapping and get_args(kind)[1] is str


def _looks_like(key: Key) -> str:
    check = key.field.metadata.get("check")
    # A check asked about nothing of the right type cannot answer; the range is worth more than
    # "a number", so numbers are asked about one that no range holds.
    if check and key.kind in (int, float):
        return str(check(float("nan"))) or _kind_in_words(key.kind)
    return _kind_in_words(key.kind)


def _kind_in_words(kind: Kind) -> str:
    if _is_tuple(kind):
        return f"a list of these: {_kind_in_words(get_args(kind)[0])}"
    if is_table(kind):
        return 'a table of texts: "said" = "written"'
    if isinstance(kind, type) and issubclass(kind, Enum):
        return " or ".join(f'"{member.value}"' for member in kind)
    return {
        bool: "true or false",
        int: "a whole number",
        float: "a number",
        str: 'a text in "quotes"',
    }[kind]


def in_toml(value: object) -> str:
    """Return a value as a person would write it in the file, cut when it is long."""
    if isinstance(value, bool):
        text = str(value).lower()
    elif isinstance(value, Enum):
        text = f'"{value.value}"'
    elif isinstance(value, str):
        text = f'"{value}"'
    elif isinstance(value, (list, tuple)):
        text = f"[{', '.join(in_toml(item) for item in value)}]"
    elif isinstance(value, Mapping):
        entries = ", ".join(f'"{name}" = {in_toml(item)}' for name, item in value.items())
        text = f"{{ {entries} }}" if entries else "{}"
    else:
        text = str(value)
    return shown(text)


def as_toml(value: object) -> str:
    """Return a value exactly as the file holds it."""
    return str(tomlkit.item(plain(value)).as_string())


def as_toml_key(name: str) -> str:
    """Return a name as it stands in a header of the file."""
    return str(tomlkit.key(name).as_string())


def plain(value: object) -> object:
    """Return a value as the library that writes the file takes it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        table = tomlkit.inline_table()
        table.update(value)
        return table
    return [plain(item) for item in value] if isinstance(value, tuple) else value


def shown(text: str) -> str:
    """Return a text from the file on one line, without control characters, cut when long."""
    plain = "".join(character if character.isprintable() else " " for character in text)
    return plain if len(plain) <= SHOWN_CHARACTERS else plain[: SHOWN_CHARACTERS - 1] + "…"


def _reject(key: Key, value: object, wanted: str) -> NoReturn:
    raise SettingInvalid(
        f"The setting {key.name} cannot be {in_toml(value)}.",
        f"Give it {wanted}; until then it is {in_toml(key.default)}.",
    )


def _not_a_group(dotted: str, value: object) -> SettingInvalid:
    return SettingInvalid(
        f"{shown(dotted)} is a group of settings and cannot be {in_toml(value)}.",
        f"Write [{shown(dotted)}] on a line of its own and its settings below.",
    )


def _unknown(dotted: str, value: object, schema: type) -> SettingInvalid:
    what = "group of settings" if isinstance(value, Mapping) else "setting"
    near = meant.setting(dotted, keys_of(schema))
    return SettingInvalid(
        f"There is no {what} {shown(dotted)}.",
        f"Did you mean {near}?" if near else "Take it out, or look at `dictate settings show`.",
    )


def value_of(settings: object, dotted: str) -> object:
    """Return the value of one setting."""
    for name in dotted.split("."):
        settings = getattr(settings, name)
    return settings


def with_value(settings: G, dotted: str, value: object) -> G:
    """Return ``settings`` with one value replaced, unchecked."""
    name, _, rest = dotted.partition(".")
    inner = with_value(getattr(settings, name), rest, value) if rest else value
    return cast(G, replace(cast(Any, settings), **{name: inner}))
