"""Changes the profiles of a settings file; comments stay with what they are about. Pure.

Sections are taken out, renamed, added and put in another order as text (``sections``), single
values within one by the library. Profiles laid out otherwise are changed where they stand.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import tomlkit

from dictate.settings import profiles, sections, toml_edits
from dictate.settings.profiles import MATCHES, PRIVATE, Profile
from dictate.settings.sections import Section

GROUP = "profiles"


def renames(before: Mapping[str, Profile], after: Mapping[str, Profile]) -> dict[str, str]:
    """Return which profile has got another name: one that went where an equal one came."""
    gone = [name for name in before if name not in after]
    new = [name for name in after if name not in before]
    if len(gone) == len(new) == 1 and before[gone[0]] == after[new[0]]:
        return {gone[0]: new[0]}
    return {}


def merged(
    present: Mapping[str, Profile], before: Mapping[str, Profile], after: Mapping[str, Profile]
) -> Mapping[str, Profile]:
    """Return the present profiles with what was changed between ``before`` and ``after``."""
    moved = renames(before, after)
    old = {moved.get(name, name): profile for name, profile in before.items()}
    made: OrderedDict[str, Profile] = OrderedDict()
    for name, profile in present.items():
        now = moved.get(name, name)
        if now in after and now in old:
            made[now] = _merged(profile, old[now], after[now])
        elif now not in old:
            made[now] = profile
    for name, profile in after.items():
        if name not in old or (name not in made and profile != old[name]):
            made[name] = profile
    new = [name for name in after if name not in old]
    if list(after) != [*(name for name in old if name in after), *new]:
        for name in [*after, *(name for name in made if name not in after)]:
            if name in made:
                made.move_to_end(name)
    return made


def _merged(present: Profile, before: Profile, after: Profile) -> Profile:
    overrides = dict(present.overrides)
    for key in {**before.overrides, **after.overrides}:
        if key not in after.overrides:
            overrides.pop(key, None)
        elif key not in before.overrides or before.overrides[key] != after.overrides[key]:
            overrides[key] = after.overrides[key]
    changed = {
        name: getattr(after, name)
        for name in (*MATCHES, PRIVATE)
        if getattr(after, name) != getattr(before, name)
    }
    return replace(present, overrides=overrides, **changed)


# -- the file --------------------------------------------------------------------------------------


def written(text: str, present: Mapping[str, Profile], wanted: Mapping[str, Profile]) -> str:
    """Return the text of a file that holds ``present`` so that it holds ``wanted``."""
    moved = renames(present, wanted)
    old = {moved.get(name, name): profile for name, profile in present.items()}
    parts = [_renamed(part, moved) for part in sections.split(text)]
    parts = [part for part in parts if not _is_of(part, set(old) - set(wanted))]
    here = {part.path[1] for part in parts if _name(part)}
    for name, profile in wanted.items():
        if name not in old:
            parts = _added(parts, name, profile)
        elif profile != old[name] and name in here:
            parts = _edited(parts, name, old[name], profile)
    made = sections.join(_ordered(parts, list(wanted)))
    back = {now: name for name, now in moved.items()}
    elsewhere = {name: back.get(name, name) for name in old if name not in here}
    return _in_place(made, elsewhere, old, wanted) if elsewhere else made


def _name(part: Section) -> str:
    return part.path[1] if part.path[:1] == (GROUP,) and len(part.path) > 1 else ""


def _is_of(part: Section, names: Iterable[str]) -> bool:
    return bool(_name(part)) and _name(part) in names


def _renamed(part: Section, moved: Mapping[str, str]) -> Section:
    if not _is_of(part, moved):
        return part
    return sections.renamed(part, (GROUP, moved[part.path[1]], *part.path[2:]))


def _added(parts: list[Section], name: str, profile: Profile) -> list[Section]:
    """Return the parts with a new profile below the last one, or at the end."""
    of_profiles = [number for number, part in enumerate(parts) if _name(part)]
    at = of_profiles[-1] + 1 if of_profiles else len(parts)
    lines = profiles.lines({name: profile}, GROUP)[1:]
    text = sections.apart(sections.join(parts[:at]), "\n".join(lines) + "\n")
    if at < len(parts):
        text += "\n"
    return [*parts[:at], Section((GROUP, name), text), *parts[at:]]


def _edited(parts: list[Section], name: str, old: Profile, new: Profile) -> list[Section]:
    """Return the parts with those of one profile joined and changed."""
    own = [part for part in parts if _is_of(part, {name})]
    text, blanks = sections.parted(sections.join(own))
    document: Any = tomlkit.parse(text)
    _change(document[GROUP][name], old, new)
    made = tomlkit.dumps(document)
    made = made if made.endswith("\n") else f"{made}\n"
    whole = Section((GROUP, name), made + blanks)
    return [whole if part is own[0] else part for part in parts if part not in own[1:]]


def _change(table: Any, old: Profile, new: Profile) -> None:  # noqa: ANN401  # tomlkit's tables
    for match in MATCHES:
        patterns = getattr(new, match)
        if patterns != getattr(old, match):
            if patterns:
                toml_edits.put(table, match, patterns)
            else:
                toml_edits.drop(table, match)
    if new.private and not old.private:
        toml_edits.put(table, PRIVATE, True)
    elif old.private and not new.private:
        toml_edits.drop(table, PRIVATE)
    for key in old.overrides:
        if key not in new.overrides:
            toml_edits.drop(table, key)
    for key, value in new.overrides.items():
        if key not in old.overrides or old.overrides[key] != value:
            toml_edits.put(table, key, value)


def _ordered(parts: list[Section], names: list[str]) -> list[Section]:
    """Return the parts with the profiles in this order, in the places that profiles have."""
    present = list(dict.fromkeys(_name(part) for part in parts if _name(part)))
    if [name for name in present if name in names] == [name for name in names if name in present]:
        return parts
    places = [number for number, part in enumerate(parts) if _name(part)]
    rank = {name: number for number, name in enumerate(names)}
    own = sorted((part for part in parts if _name(part)), key=lambda p: rank.get(_name(p), -1))
    made = list(parts)
    before = ""
    for place, part in zip(places, own, strict=True):
        text = part.text
        if _name(part) != before:
            text = sections.apart(sections.join(made[:place]), text)
        made[place] = replace(part, text=text)
        before = _name(part)
    return made


def _in_place(
    text: str,
    elsewhere: Mapping[str, str],
    old: Mapping[str, Profile],
    wanted: Mapping[str, Profile],
) -> str:
    """Change the profiles without a header of their own; ``elsewhere`` has their names by new."""
    document: Any = tomlkit.parse(text)
    for now, name in elsewhere.items():
        table = document.get(GROUP)
        if table is None or name not in table:
            continue
        if now not in wanted:
            del table[name]
            continue
        if now != name:
            content = table[name]
            del table[name]
            table[now] = content
        _change(table[now], old[now], wanted[now])
    return tomlkit.dumps(document)
