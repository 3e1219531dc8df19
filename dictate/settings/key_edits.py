"""Changes one setting in the text of a file, within its section, so that what follows stays. Pure.

Where a group has no section of its own (dotted keys, inline tables) the whole file is changed.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import replace
from typing import Any

import tomlkit

from dictate.settings import sections, toml_edits


def written(text: str, name: str, value: object) -> str:
    """Return the text of a file with a value for a setting."""
    *group, leaf = name.split(".")
    parts = sections.split(text)
    paths = [part.path for part in parts]
    own = next((path for path in ((*group, leaf), tuple(group)) if path in paths), ())
    if own and paths.count(own) == 1:
        at = paths.index(own)
        parts[at] = replace(parts[at], text=_put(parts[at].text, group, leaf, value))
        return sections.join(parts)
    return _put(text, group, leaf, value)


def _put(text: str, group: list[str], leaf: str, value: object) -> str:
    body, blanks = sections.parted(text)
    document = tomlkit.parse(body)
    toml_edits.put(_table(document, group), leaf, value)
    made = tomlkit.dumps(document)
    return (made if made.endswith("\n") or not blanks else f"{made}\n") + blanks


def _table(document: tomlkit.TOMLDocument, group: list[str]) -> Any:  # noqa: ANN401
    table: Any = document
    for name in group:
        if not isinstance(table.get(name), MutableMapping):
            if name in table:
                del table[name]  # it was no group, and its problem was told
            table.add(tomlkit.nl())
            table.add(name, tomlkit.table())
        table = table[name]
    return table
