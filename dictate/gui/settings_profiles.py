"""What can be done with profiles in the settings window: some in, the changed ones out. No Qt."""

from __future__ import annotations

import itertools
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from dictate.errors import BindingInvalid
from dictate.gui import key_words
from dictate.gui import settings_catalogue as catalogue
from dictate.gui.settings_catalogue import Group
from dictate.gui.translation import translate
from dictate.hotkey import binding
from dictate.output.window import OWN_CLASS, Window, all_names
from dictate.settings import profiles
from dictate.settings.profiles import LONGEST_NAME, MATCHES, MOST, Profile
from dictate.settings.schema import Settings

Profiles: TypeAlias = Mapping[str, Profile]


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of what is read and written as a whole: as it was shown, and as it is wanted.

    So it can be put onto what is in force by then.
    """

    before: object
    after: object


def fresh_name(known: Profiles, stem: str) -> str:
    """Return a name that no profile has."""
    names = itertools.chain([stem], (f"{stem[: LONGEST_NAME - 4]}-{n}" for n in itertools.count(2)))
    return next(name for name in names if name not in known)


def name_objection(name: str, own: str, known: Profiles) -> str:
    """Return in a sentence what is wrong with the name of a profile, if anything."""
    if name != own and name in known:
        return translate("Settings", "Another profile is called so.")
    if not profiles.is_name(name):
        words = translate("Settings", "A name has 1 to {most} letters, no blanks and no quotes.")
        return words.format(most=LONGEST_NAME)
    return ""


def can_grow(known: Profiles) -> bool:
    """Tell whether the file may hold one more."""
    return len(known) < MOST


def added(known: Profiles, name: str, profile: Profile) -> Profiles:
    """Return them with one more, at the end."""
    return OrderedDict([*known.items(), (name, profile)])


def renamed(known: Profiles, name: str, new: str) -> Profiles:
    """Return them with another name for one."""
    return OrderedDict((new if one == name else one, profile) for one, profile in known.items())


def removed(known: Profiles, name: str) -> Profiles:
    """Return them without one."""
    return OrderedDict((one, profile) for one, profile in known.items() if one != name)


def moved(known: Profiles, name: str, by: int) -> Profiles:
    """Return them with one further up or down; the first that fits a window counts."""
    names = list(known)
    at = names.index(name)
    to = min(max(at + by, 0), len(names) - 1)
    names.insert(to, names.pop(at))
    return OrderedDict((one, known[one]) for one in names)


def changed(known: Profiles, name: str, profile: Profile) -> Profiles:
    """Return them with one replaced."""
    return OrderedDict((one, profile if one == name else old) for one, old in known.items())


def with_value(profile: Profile, key: str, value: object) -> Profile:
    """Return a profile that says this of a setting."""
    return replace(profile, overrides={**profile.overrides, key: value})


def without(profile: Profile, *keys: str) -> Profile:
    """Return a profile that says nothing of these settings."""
    kept = {key: value for key, value in profile.overrides.items() if key not in keys}
    return replace(profile, overrides=kept)


def groups() -> tuple[Group, ...]:
    """Return what a profile may say, in groups as in the rest of the window."""
    found = []
    for group in catalogue.groups():
        own = tuple(
            item for item in group.items if item.in_file is None and profiles.may_say(item.name)
        )
        if own:
            found.append(replace(group, items=own))
    return tuple(found)


# -- windows ---------------------------------------------------------------------------------------


def rows_of(profile: Profile) -> list[tuple[str, ...]]:
    """Return the patterns for windows, a column for each kind."""
    columns = [getattr(profile, match) for match in MATCHES]
    return [tuple(row) for row in itertools.zip_longest(*columns, fillvalue="")]


def with_rows(profile: Profile, rows: Sequence[Sequence[str]]) -> Profile:
    """Return a profile for the windows of these rows."""
    columns = (
        tuple(dict.fromkeys(row[at].strip() for row in rows if row[at].strip()))
        for at in range(len(MATCHES))
    )
    window_class, executable, title = columns
    return replace(profile, window_class=window_class, executable=executable, title=title)


def patterns_for(window: Window) -> dict[str, str]:
    """Return what tells a window from others, by the kinds of patterns."""
    program = window.programs[0].replace("\\", "/").rpartition("/")[2] if window.programs else ""
    found = {
        "window_class": window.classes[-1] if window.classes else "",
        "executable": program,
        "title": window.title,
    }
    return {match: text for match, text in found.items() if text.strip() and text.isprintable()}


def is_own(window: Window) -> bool:
    """Tell whether it is a window of this program."""
    return OWN_CLASS in all_names(window)


def with_pattern(profile: Profile, match: str, pattern: str) -> Profile:
    """Return a profile that is for one more kind of windows."""
    present = getattr(profile, match)
    if pattern in present:
        return profile
    columns = {one: getattr(profile, one) for one in MATCHES}
    return Profile(
        **{**columns, match: (*present, pattern)},
        overrides=profile.overrides,
        private=profile.private,
    )


# -- hotkeys ---------------------------------------------------------------------------------------


def used_by(settings: Settings, name: str) -> tuple[str, ...]:
    """Return the hotkeys that have a profile, as the settings hold them."""
    hotkey = settings.hotkey
    main = (hotkey.binding,) if hotkey.profile == name else ()
    return (*main, *(extra.binding for extra in hotkey.bindings if extra.profile == name))


def described(keys: str) -> str:
    """Return the keys of a hotkey as a person reads them."""
    try:
        return key_words.in_words(binding.parse(keys))
    except BindingInvalid:
        return keys
