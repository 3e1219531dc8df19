"""What every setting means: the texts under the fields of the schema."""

from __future__ import annotations

import ast
import inspect
import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from functools import cache
from types import MappingProxyType
from typing import cast

from dictate.settings import salvage
from dictate.settings.schema import Settings


@dataclass(frozen=True, slots=True)
class Entry:
    """One setting as the manual shows it; ``default`` is written as in the file."""

    key: str
    default: str
    doc: str


def describe(schema: type = Settings) -> tuple[Entry, ...]:
    """Return an entry for every setting, in the order of the schema."""
    docs = texts(schema)
    return tuple(
        Entry(key.name, salvage.in_toml(key.default), docs.get(key.name, ""))
        for key in salvage.keys_of(schema).values()
    )


@cache
def texts(schema: type = Settings) -> Mapping[str, str]:
    """Return the text of every group and setting by its dotted name.

    It is empty where the sources do not come along (a frozen bundle).
    """
    return MappingProxyType(dict(_texts(schema, "")))


def _texts(group: type, prefix: str) -> Iterator[tuple[str, str]]:
    under = _field_texts(group)
    for item, kind in salvage.groups_and_fields(group):
        name = f"{prefix}{item.name}"
        if is_dataclass(kind):
            yield name, inspect.getdoc(kind) or ""
            yield from _texts(cast(type, kind), f"{name}.")
        elif item.name in under:
            yield name, under[item.name]


def _field_texts(group: type) -> dict[str, str]:
    try:
        source = inspect.getsource(group)
    except (OSError, TypeError):
        return {}
    body = cast(ast.ClassDef, ast.parse(inspect.cleandoc(source)).body[0]).body
    found: dict[str, str] = {}
    for field, text in itertools.pairwise(body):
        if (
            isinstance(field, ast.AnnAssign)
            and isinstance(field.target, ast.Name)
            and isinstance(text, ast.Expr)
            and isinstance(text.value, ast.Constant)
            and isinstance(text.value.value, str)
        ):
            found[field.target.id] = " ".join(text.value.value.split())
    return found
