"""Settings that come in: from a field of the window, or from a file; and those that go out. No Qt.

A file that is imported changes what it names and nothing else; its profiles and further hotkeys
come beside those there are, in place of those of the same name or keys.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from pathlib import Path

from dictate.errors import SettingsError, SettingsUnreadable
from dictate.gui.core_sentences import told
from dictate.gui.settings_profiles import Edit
from dictate.gui.translation import translate
from dictate.settings import atomic_file, manual, merging, salvage, store
from dictate.settings.bindings import ExtraBinding
from dictate.settings.profiles import Profile
from dictate.settings.schema import Settings

_RUNS = (".command", ".endpoint")
"""Settings of these names make the program run something or send texts away."""
_SHOWN_KEYS, _SHOWN_PROBLEMS = 12, 5

ALL = (*salvage.keys_of(Settings), *salvage.wholes_of(Settings))
"""The names of all settings."""


def with_change(settings: Settings, key: str, value: object) -> Settings:
    """Return settings with a value a field has given. Raises SettingInvalid."""
    if isinstance(value, Edit):
        value = merging.MERGES[key](salvage.value_of(settings, key), value.before, value.after)
    if key in salvage.wholes_of(Settings):
        return store.replace_whole(settings, key, value)
    return store.replace_value(settings, key, value)


def defaults(keys: tuple[str, ...]) -> dict[str, object]:
    """Return the values these settings have without a file."""
    fresh = Settings()
    return {key: salvage.value_of(fresh, key) for key in keys}


def lost_with(settings: Settings, keys: tuple[str, ...]) -> list[str]:
    """Return the names of profiles and hotkeys that a reset of these settings takes away."""
    lost = list(settings.profiles) if "profiles" in keys else []
    if "hotkey.bindings" in keys:
        lost += [extra.binding for extra in settings.hotkey.bindings]
    return lost


# -- files -----------------------------------------------------------------------------------------


def load_foreign(path: Path) -> store.Loaded:
    """Return the settings of a file that is imported. Raises SettingsUnreadable."""
    if not path.exists():
        raise SettingsUnreadable(f"There is no file {path}.", "Choose another one.")
    found = store.load(path)
    for problem in found.problems:
        if isinstance(problem, SettingsUnreadable):
            raise SettingsUnreadable(problem.message, "Choose another one; nothing was changed.")
    return found


def changed(before: Settings, found: store.Loaded) -> dict[str, object]:
    """Return the values that an import changes."""
    values = {key: salvage.value_of(found.settings, key) for key in ALL if key in found.named}
    if isinstance(profiles := values.get("profiles"), Mapping):
        values["profiles"] = OrderedDict({**before.profiles, **profiles})
    if isinstance(hotkeys := values.get("hotkey.bindings"), tuple):
        values["hotkey.bindings"] = _beside(before.hotkey.bindings, hotkeys)
    return {key: v for key, v in values.items() if v != salvage.value_of(before, key)}


def _beside(
    present: tuple[ExtraBinding, ...], added: tuple[ExtraBinding, ...]
) -> tuple[ExtraBinding, ...]:
    return tuple({one.binding: one for one in (*present, *added)}.values())


def import_words(changes: Mapping[str, object], found: store.Loaded) -> str:
    """Return what one should know before settings are taken over."""
    names = list(changes)
    more = " …" if len(names) > _SHOWN_KEYS else ""
    lines = [", ".join(names[:_SHOWN_KEYS]) + more]
    if risky := _risky(changes):
        lines += ["", translate("Settings", "These run a program or send texts somewhere:"), *risky]
    if found.problems:
        lines += ["", translate("Settings", "These are left out:")]
        lines += [told(problem.message) for problem in found.problems[:_SHOWN_PROBLEMS]]
        lines += ["…"] if len(found.problems) > _SHOWN_PROBLEMS else []
    return "\n".join(lines)


def _risky(changes: Mapping[str, object]) -> list[str]:
    values = dict(changes)
    profiles = values.pop("profiles", {})
    if isinstance(profiles, Mapping):
        for name, profile in profiles.items():
            if isinstance(profile, Profile):
                values |= {f"profiles.{name}.{k}": v for k, v in profile.overrides.items()}
    return [f"{k} = {salvage.in_toml(v)}" for k, v in values.items() if k.endswith(_RUNS) and v]


def export(settings: Settings, path: Path) -> None:
    """Write all settings with their meaning into a file. Raises SettingsError."""
    try:
        atomic_file.write(path, store.to_toml(settings, manual.texts()))
    except (OSError, UnicodeError) as error:
        raise SettingsError(
            f"{path} cannot be written ({atomic_file.reason(error)}).", "Choose another place."
        ) from error
