"""Profiles: settings that are others for one program, one window, or one hotkey.

    [profiles.mail]
    window_class = ["thunderbird"]
    engine.language = "de"
    output.submit_key = "ctrl+enter"

A profile names settings as the rest of the file does; what it does not name stays as it is. A bad
key costs only itself. Which window a profile is for is decided in ``output.profile_match``.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from dictate.errors import SettingInvalid
from dictate.settings import meant, salvage
from dictate.settings.choices import LlmWhen, RemoteWhen
from dictate.settings.salvage import Key
from dictate.settings.whole import Whole

S = TypeVar("S")

GROUPS = ("text", "llm", "hook", "output")
KEYS = (
    "engine.model",
    "engine.language",
    "engine.languages",
    "engine.vocabulary",
    "engine.task",
    "engine.beam_size",
    "remote.when",
)
"""What a profile may say beside all of the groups: what can differ from take to take."""

KEPT_HERE: Mapping[str, object] = {
    "remote.when": RemoteWhen.NEVER,
    "llm.when": LlmWhen.NEVER,
    "hook.command": (),
}
"""What holds in a private profile, whatever else it says."""

MATCHES = ("window_class", "executable", "title")
PRIVATE = "private"
MOST = 64
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Profile:
    """What is different, and for which windows; without any of them only a hotkey chooses it."""

    window_class: tuple[str, ...] = ()
    executable: tuple[str, ...] = ()
    title: tuple[str, ...] = ()
    overrides: Mapping[str, object] = field(default_factory=dict)
    """Values by the dotted names of settings."""
    private: bool = False
    """Nothing of its takes is kept, and nobody but this program goes over sound or text."""

    @property
    def is_for_windows(self) -> bool:
        """Whether a window can choose it."""
        return bool(self.window_class or self.executable or self.title)


def may_say(name: str) -> bool:
    """Tell whether a profile may hold this setting."""
    return name in KEYS or name.partition(".")[0] in GROUPS


def resolved(settings: S, profile: Profile | None) -> S:
    """Return the settings as they are with this profile."""
    if profile is None:
        return settings
    kept_here = KEPT_HERE if profile.private else {}
    for name, value in {**profile.overrides, **kept_here}.items():
        settings = salvage.with_value(settings, name, value)
    return settings


def read(
    value: object, dotted: str, schema: type, problems: list[SettingInvalid]
) -> Mapping[str, Profile]:
    """Return the profiles of the file, each without what is wrong in it."""
    if not isinstance(value, Mapping):
        step = f"Write [{dotted}.NAME] on a line of its own, its settings below."
        problems.append(SettingInvalid(f"{dotted} cannot be {salvage.in_toml(value)}.", step))
        return {}
    found: OrderedDict[str, Profile] = OrderedDict()  # the first that fits a window counts
    for name, table in list(value.items())[:MOST]:
        where = f"{dotted}.{name}"
        if not (isinstance(table, Mapping) and is_name(name)):
            step = f"Write [{dotted}.NAME] with a short name without blanks, its settings below."
            problems.append(SettingInvalid(f"There is no profile in {where!r:.60}.", step))
            continue
        found[name] = _read_one(table, where, schema, problems)
    return found


def is_name(name: str) -> bool:
    """Tell whether a profile may be called so: a command line must be able to say it."""
    return 0 < len(name) <= LONGEST_NAME and name.isprintable() and not set(name) & set(" '\"")


def _read_one(
    table: Mapping[str, Any], where: str, schema: type, problems: list[SettingInvalid]
) -> Profile:
    matches: dict[str, tuple[str, ...]] = {}
    overrides: dict[str, object] = {}
    private = False
    known = salvage.keys_of(schema)
    for name, value in _flat(table, known):
        try:
            if name in MATCHES:
                matches[name] = _patterns(value, f"{where}.{name}")
            elif name == PRIVATE:
                private = value is not False  # a slip must not make a take public
                _check_truth(value, f"{where}.{name}")
            else:
                overrides[name] = _value(value, name, where, known)
        except SettingInvalid as problem:
            problems.append(problem)
    return Profile(**matches, overrides=overrides, private=private)


def _check_truth(value: object, name: str) -> None:
    if not isinstance(value, bool):
        step = "Give it true or false; until then it is true."
        raise SettingInvalid(f"{name} cannot be {salvage.in_toml(value)}.", step)


def _flat(table: Mapping[str, Any], known: Mapping[str, Key]) -> Iterator[tuple[str, Any]]:
    """Return the settings of a profile by their dotted names, as far as there are such."""
    for name, value in table.items():
        if isinstance(value, Mapping) and name not in known:
            for leaf, inner in value.items():
                yield f"{name}.{leaf}", inner
        else:
            yield name, value


def _patterns(value: object, name: str) -> tuple[str, ...]:
    given = [value] if isinstance(value, str) else value
    if isinstance(given, list) and all(isinstance(one, str) and one.strip() for one in given):
        return tuple(given)
    raise SettingInvalid(
        f"{name} cannot be {salvage.in_toml(value)}.",
        'Give it names such as ["firefox", "code*"], where * stands for anything.',
    )


def _value(value: object, name: str, where: str, known: Mapping[str, Key]) -> object:
    if name not in known:
        near = meant.one_of(name, [*filter(may_say, known), *MATCHES, PRIVATE])
        step = f"Did you mean {near}?" if near else "See docs/settings.md about profiles."
        raise SettingInvalid(f"There is no setting {salvage.shown(f'{where}.{name}')}.", step)
    if not may_say(name):
        raise SettingInvalid(
            f"A profile cannot hold {name} ({where}).",
            f"It may hold {', '.join(KEYS)}, and all of {', '.join(f'[{g}]' for g in GROUPS)}.",
        )
    wanted = salvage.objection(value, known[name])
    if wanted:
        raise SettingInvalid(
            f"The setting {where}.{name} cannot be {salvage.in_toml(value)}.",
            f"Give it {wanted}; until then it is as without the profile.",
        )
    return salvage.convert(value, known[name])


def lines(value: Mapping[str, Profile], dotted: str) -> list[str]:
    """Return the profiles as the file has them."""
    made = []
    for name, profile in value.items():
        made += ["", f"[{dotted}.{salvage.as_toml_key(name)}]"]
        for match in MATCHES:
            if patterns := getattr(profile, match):
                made.append(f"{match} = {salvage.as_toml(patterns)}")
        if profile.private:
            made.append(f"{PRIVATE} = true")
        made += [f"{key} = {salvage.as_toml(v)}" for key, v in profile.overrides.items()]
    return made


def without_unknown(settings: Any) -> tuple[Any, tuple[SettingInvalid, ...]]:  # noqa: ANN401
    """Return the settings without profiles that hotkeys name and nobody wrote, and the problems.

    ``settings`` is the whole schema, which builds on this module.
    """
    problems: list[SettingInvalid] = []

    def known(name: str, key: str) -> str:
        if not name or name in settings.profiles:
            return name
        near = meant.one_of(name, list(settings.profiles))
        step = f"Did you mean {near}?" if near else f"Write [profiles.{name}] and what it changes."
        problems.append(SettingInvalid(f"There is no profile {name} ({key}).", step))
        return ""

    hotkey = settings.hotkey
    mended = replace(
        hotkey,
        profile=known(hotkey.profile, "hotkey.profile"),
        bindings=tuple(
            replace(extra, profile=known(extra.profile, f"the hotkey {extra.binding}"))
            for extra in hotkey.bindings
        ),
    )
    return (replace(settings, hotkey=mended), tuple(problems)) if problems else (settings, ())


PROFILES = Whole(read, lines)
