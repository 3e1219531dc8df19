"""Changes the further hotkeys of a settings file; comments stay with their hotkey. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from difflib import SequenceMatcher
from typing import Any

import tomlkit
from tomlkit.items import Array

from dictate.settings import bindings, salvage, sections, toml_edits
from dictate.settings.bindings import ExtraBinding
from dictate.settings.sections import Section

PATH = ("hotkey", "bindings")
DOTTED = ".".join(PATH)
FRESH = (*PATH, "")
"""What a section is marked with that is not in the file yet."""


def merged(
    present: Sequence[ExtraBinding], before: Sequence[ExtraBinding], after: Sequence[ExtraBinding]
) -> tuple[ExtraBinding, ...]:
    """Return the present hotkeys with what was changed between ``before`` and ``after``."""
    if tuple(present) == tuple(before):
        return tuple(after)
    kept = [one for one in present if one in after or one not in before]
    return (*kept, *(one for one in after if one not in before and one not in kept))


def written(text: str, present: Sequence[ExtraBinding], wanted: Sequence[ExtraBinding]) -> str:
    """Return the text of a file that holds ``present`` so that it holds ``wanted``."""
    parts = sections.split(text)
    places = [number for number, part in enumerate(parts) if _is_read(part)]
    if not places and _is_listed(text):
        return _as_a_list(text, wanted)
    if len(places) != len(present):
        return text
    made: dict[int, list[Section]] = {}
    end = places[-1] if places else _end_of_group(parts)
    matcher = SequenceMatcher(a=list(present), b=list(wanted), autojunk=False)
    for what, low, high, first, last in matcher.get_opcodes():
        if what == "equal":
            continue
        both = min(high - low, last - first)
        for step in range(both):
            place = places[low + step]
            made[place] = [_edited(parts[place], present[low + step], wanted[first + step])]
        for number in range(low + both, high):
            made[places[number]] = []
        at = places[low + both - 1] if low + both else -1
        for new in wanted[first + both : last]:
            if at >= 0:
                made.setdefault(at, [parts[at]]).append(_fresh(new))
            else:
                made.setdefault(end, [parts[end]] if parts else []).append(_fresh(new))
    return _joined(parts, made)


def _joined(parts: list[Section], made: dict[int, list[Section]]) -> str:
    text, is_after_new = "", False
    for number in range(max(len(parts), 1)):
        for part in made.get(number, parts[number : number + 1]):
            is_new = part.path == FRESH
            if text and not text.endswith("\n"):
                text += "\n"
            is_apart = (is_new or is_after_new) and not part.text.startswith("\n")
            text += sections.apart(text, part.text) if is_apart else part.text
            is_after_new = is_new
    return text


def _is_read(part: Section) -> bool:
    """Tell whether a section is a hotkey that counts; one without a key was left out."""
    if part.path != PATH:
        return False
    table: Any = tomlkit.parse(part.text).unwrap()
    try:
        (entry,) = table["hotkey"]["bindings"]
    except (KeyError, TypeError, ValueError):
        return False
    return bool(salvage.read(entry, ExtraBinding)[0].binding)


def _end_of_group(parts: list[Section]) -> int:
    of_group = [number for number, part in enumerate(parts) if part.path[:1] == PATH[:1]]
    return of_group[-1] if of_group else max(len(parts) - 1, 0)


def _fresh(one: ExtraBinding) -> Section:
    return Section(FRESH, "\n".join(bindings.lines((one,), DOTTED)[1:]) + "\n")


def _edited(part: Section, old: ExtraBinding, new: ExtraBinding) -> Section:
    text, blanks = sections.parted(part.text)
    document: Any = tomlkit.parse(text)
    table = document["hotkey"]["bindings"][0]
    for field in fields(ExtraBinding):
        value = getattr(new, field.name)
        if value == getattr(old, field.name):
            continue
        if value or field.name == "binding":
            toml_edits.put(table, field.name, value)
        else:
            toml_edits.drop(table, field.name)
    made = tomlkit.dumps(document)
    return Section(PATH, (made if made.endswith("\n") else f"{made}\n") + blanks)


def _is_listed(text: str) -> bool:
    group: Any = tomlkit.parse(text).get("hotkey", {})
    return isinstance(group.get("bindings") if hasattr(group, "get") else None, Array)


def _as_a_list(text: str, wanted: Sequence[ExtraBinding]) -> str:
    """Return the text of a file that holds them as a list within a group."""
    document: Any = tomlkit.parse(text)
    group = document["hotkey"]
    entries = tomlkit.array()
    for one in wanted:
        entry = tomlkit.inline_table()
        entry.update({"binding": one.binding, "mode": one.mode.value})
        if one.profile:
            entry["profile"] = one.profile
        entries.append(entry)
    group["bindings"] = entries.multiline(len(wanted) > 1)
    return tomlkit.dumps(document)
