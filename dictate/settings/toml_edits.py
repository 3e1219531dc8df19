"""Changes values in a parsed settings file so that its comments and its layout stay."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping, Sequence
from typing import Any

import tomlkit
from tomlkit.items import Array

from dictate.settings import salvage


def put(table: Any, name: str, value: object) -> None:  # noqa: ANN401  # tomlkit's tables
    """Give a value to a name of up to two parts, such as ``language`` or ``engine.language``."""
    group, _, leaf = name.rpartition(".")
    if group and isinstance(table.get(group), MutableMapping):
        table, group = table[group], ""
    if group:
        table.append(tomlkit.key([group, leaf]), tomlkit.item(salvage.plain(value)))
    elif not _changed_within(table.get(leaf), value):
        table[leaf] = _laid_out_as(table.get(leaf), salvage.plain(value))


def drop(table: Any, name: str) -> None:  # noqa: ANN401
    """Take a name of up to two parts out, if it is there."""
    group, _, leaf = name.rpartition(".")
    inner = table.get(group) if group else table
    if isinstance(inner, MutableMapping) and leaf in inner:
        del inner[leaf]
        if group and not inner:
            del table[group]


def _changed_within(there: object, value: object) -> bool:
    """Change a table or a list entry by entry; tell whether that could be done."""
    if isinstance(there, MutableMapping) and isinstance(value, Mapping):
        return _table_changed(there, value)
    if isinstance(there, Array) and isinstance(value, Sequence) and not isinstance(value, str):
        return _list_changed(there, [salvage.plain(entry) for entry in value])
    return False


def _table_changed(there: MutableMapping[str, Any], value: Mapping[str, Any]) -> bool:
    kept = [name for name in there if name in value]
    if [*kept, *(name for name in value if name not in there)] != list(value):
        return False  # another order
    for name in [name for name in there if name not in value]:
        del there[name]
    for name, text in value.items():
        if name not in there or there[name] != text:
            there[name] = text
    return True


def _list_changed(there: Array, value: list[Any]) -> bool:
    present = list(there.unwrap())
    kept = [entry for entry in present if entry in value]
    if len(set(map(str, value))) != len(value) or value[: len(kept)] != kept or not kept:
        return False
    for number in reversed(range(len(present))):
        if present[number] not in value:
            del there[number]
    there.extend(value[len(kept) :])
    return True


def _laid_out_as(there: object, value: object) -> object:
    """Return a list on as many lines as the one it replaces."""
    if isinstance(there, Array) and isinstance(value, list) and "\n" in there.as_string():
        lines = tomlkit.array()
        lines.extend(value)
        return lines.multiline(True)
    return value
