"""The settings file: read field by field, written atomically with the user's comments kept.

Reading never writes. A bad value costs only itself; a file that is not TOML costs nothing but the
settings of this run, and is never written over. A file of an older version is brought up to date in
memory, and on disk at the first change, with a copy of the old one beside it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Collection, Mapping, MutableMapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import tomlkit
from tomlkit.exceptions import TOMLKitError

from dictate.errors import SettingInvalid, SettingsError, SettingsUnreadable
from dictate.settings import (
    binding_edits,
    file_text,
    key_edits,
    meant,
    merging,
    profile_edits,
    profiles,
    salvage,
)
from dictate.settings.alone import alone_with
from dictate.settings.schema import Settings

Migration = Callable[[MutableMapping[str, Any]], None]
"""Brings the tables of one version to the next, in place."""

MIGRATIONS: tuple[Migration, ...] = ()
"""Entry 0 takes version 1 to 2, and so on; the newest version is one more than their number."""

VERSION_KEY = "version"
WRITERS: Mapping[str, Callable[[str, Any, Any], str]] = {
    "profiles": profile_edits.written,
    binding_edits.DOTTED: binding_edits.written,
}
"""How settings that are read as a whole get into the text of a file; the others are single keys."""

_HEADER = "Settings of Dictate. `dictate settings show` lists every one with its meaning."


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a file gave: settings that can be used as they are, and what was wrong with it."""

    settings: Settings
    problems: tuple[SettingsError, ...] = ()
    named: frozenset[str] = field(default=frozenset(), compare=False)
    """The settings that it names with a good value, by their dotted names."""


def load(path: Path, migrations: tuple[Migration, ...] = MIGRATIONS) -> Loaded:
    """Read the settings file; without one, everything has its default. Never raises."""
    try:
        text = file_text.read(path)
        table = file_text.parse(text, path) if text is not None else {}
    except SettingsUnreadable as problem:
        return Loaded(Settings(), (problem,))
    version = table.pop(VERSION_KEY, 1)
    newest = len(migrations) + 1
    problems: list[SettingsError] = []
    if not _is_version(version):
        problems.append(_bad_version(version, newest))
    elif version > newest:
        problems.append(_too_new(path, version, newest))
    else:
        for migrate in migrations[version - 1 :]:
            migrate(table)
    settings, invalid = salvage.read(table, Settings)
    settings, unknown = profiles.without_unknown(settings)
    invalid = (*invalid, *unknown)
    located = (_located(problem, path) for problem in invalid)
    return Loaded(settings, (*problems, *located), frozenset(salvage.named(table, Settings)))


def save(
    path: Path,
    settings: Settings,
    before: Settings | None = None,
    migrations: tuple[Migration, ...] = MIGRATIONS,
) -> None:
    """Write what differs from the file, keeping its comments, order and unknown keys.

    With ``before``, only what differs from it is written: an edit that the user made in the file
    meanwhile stays. Raises SettingsError when the file cannot or must not be changed.
    """
    target = path.resolve()  # a link (dotfiles kept elsewhere) stays a link
    with alone_with(target):
        _save(path, target, settings, settings if before is None else before, migrations)


def _save(
    path: Path,
    target: Path,
    settings: Settings,
    before: Settings,
    migrations: tuple[Migration, ...],
) -> None:
    text = file_text.read(target)
    document = _document(text, path)
    version = document.get(VERSION_KEY, 1)
    newest = len(migrations) + 1
    if _is_version(version) and version > newest:
        raise _too_new(path, version, newest)
    outdated = _is_version(version) and version < newest
    if outdated and text is not None:
        for migrate in migrations[int(version) - 1 :]:
            migrate(document)
        document[VERSION_KEY] = newest
    present = _settings_of(document.unwrap())
    wanted = merging.changes(present, before, settings)
    if not wanted and not outdated and text is not None:
        return
    made = _verified(_edited(document, present, wanted, path), present, wanted, path)
    if outdated and text is not None:
        file_text.write(target.with_name(f"{target.name}.bak-v{version}"), text)
    file_text.write(target, made)


def replace_value(settings: Settings, key: str, value: object) -> Settings:
    """Return ``settings`` with one of them changed, given as in the file or as its own type.

    Raises SettingInvalid when there is no such key or the value does not fit.
    """
    keys = salvage.keys_of(Settings)
    if key not in keys:
        near = meant.setting(key, salvage.keys_of(Settings))
        step = f"Did you mean {near}?" if near else "See `dictate settings show`."
        raise SettingInvalid(f"There is no setting {key}.", step)
    return salvage.with_value(settings, key, salvage.convert(value, keys[key]))


def replace_whole(settings: Settings, key: str, value: object) -> Settings:
    """Return ``settings`` with other profiles or further hotkeys; hotkeys follow a new name.

    Raises SettingInvalid when one of their values does not fit.
    """
    how = salvage.wholes_of(Settings)[key]
    table = tomllib.loads("\n".join(how.lines(value, key)))
    read, problems = salvage.read(table, Settings)
    if problems:
        raise problems[0]
    found = cast(Collection[object], salvage.value_of(read, key))
    if len(found) != len(cast(Collection[object], value)):
        raise SettingInvalid(f"There are too many {key}.", f"{len(found)} are the most.")
    return merging.followed(settings, salvage.with_value(settings, key, found))


def to_toml(settings: Settings, comments: Mapping[str, str] | None = None) -> str:
    """Return all settings as a file, with the comment of each group and key above it."""
    notes = comments or {}
    lines = [f"# {_HEADER}", f"{VERSION_KEY} = {len(MIGRATIONS) + 1}"]
    last_group = ""
    for name in salvage.keys_of(Settings):
        group, _, leaf = name.rpartition(".")
        if group != last_group:
            last_group = group
            lines += ["", *_commented(notes.get(group, "")), f"[{group}]"]
        lines += _commented(notes.get(name, ""))
        lines.append(f"{leaf} = {salvage.as_toml(salvage.value_of(settings, name))}")
    for name, how in salvage.wholes_of(Settings).items():
        lines += how.lines(salvage.value_of(settings, name), name)
    return "\n".join(lines) + "\n"


def _commented(text: str) -> list[str]:
    return [f"# {line}" for line in text.splitlines()]


# -- reading -------------------------------------------------------------------------------------


def _is_version(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1


def _bad_version(value: object, newest: int) -> SettingInvalid:
    return SettingInvalid(
        f"The version of the settings file cannot be {salvage.in_toml(value)}.",
        f"Write version = {newest} in its first line.",
    )


def _too_new(path: Path, version: int, newest: int) -> SettingsError:
    return SettingsError(
        f"{path} was written by a newer Dictate (version {version}, this one knows {newest}).",
        "Update Dictate; until then this file is only read, never changed.",
    )


def _located(problem: SettingInvalid, path: Path) -> SettingInvalid:
    return SettingInvalid(f"{path}: {problem.message}", problem.next_step)


# -- writing -------------------------------------------------------------------------------------


def _document(text: str | None, path: Path) -> tomlkit.TOMLDocument:
    if text is None:
        document = tomlkit.document()
        document.add(tomlkit.comment(_HEADER))
        document.add(VERSION_KEY, tomlkit.item(len(MIGRATIONS) + 1))
        return document
    file_text.parse(text, path)
    try:
        return tomlkit.parse(text)
    except (TOMLKitError, RecursionError) as error:
        raise file_text.not_toml(path, str(error)) from error


def _settings_of(table: MutableMapping[str, Any]) -> Settings:
    """Return what a file holds; a hotkey may name a profile that is not there."""
    table.pop(VERSION_KEY, None)
    return salvage.read(table, Settings)[0]


def _edited(
    document: tomlkit.TOMLDocument, present: Settings, wanted: Mapping[str, object], path: Path
) -> str:
    """Return the text of the file with what is wanted. Raises SettingsError."""
    try:
        text = tomlkit.dumps(document)
        for name, value in wanted.items():
            if write := WRITERS.get(name):
                text = write(text, salvage.value_of(_known_only(present), name), value)
            else:
                text = key_edits.written(text, name, value)
    except TOMLKitError as error:
        raise _too_odd(path) from error
    return text


def _verified(text: str, present: Settings, wanted: Mapping[str, object], path: Path) -> str:
    """Return the file's new text after reading it back: an edit must change what it was to."""
    if len(text.encode("utf-8", "replace")) > file_text.LARGEST_BYTES:
        raise SettingsError(
            f"{path} would be longer than {file_text.LARGEST_BYTES // 1_000_000} MB.",
            "Take out what is so long; it holds until you quit.",
        )
    expected = present
    for name, value in wanted.items():
        expected = salvage.with_value(expected, name, value)
    try:
        read = _settings_of(tomllib.loads(text))
    except tomllib.TOMLDecodeError:
        read = None
    if read is None or _known_only(read) != _known_only(expected):
        raise _too_odd(path)
    return text


def _too_odd(path: Path) -> SettingsError:
    return SettingsError(
        f"{path} is laid out in a way that cannot be changed safely.",
        "Change it in an editor, or move it away and set your choices again.",
    )


def _known_only(settings: Settings) -> Settings:
    return cast(Settings, profiles.without_unknown(settings)[0])
