"""Which profile a window has: the first one in the file that fits. Pure.

A profile may name classes, executables and titles. Of each kind it names, one has to fit; ``*`` and
``?`` stand for anything, and case does not count. Classes like ``org.gnome.Console`` also go by
their end, executables by their path or the end of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase

from dictate.output.window import Window, all_names
from dictate.settings.profiles import Profile


def choose(profiles: Mapping[str, Profile], window: Window) -> str:
    """Return the name of the profile for a window, empty when there is none."""
    return next((name for name, profile in profiles.items() if fits(profile, window)), "")


def fits(profile: Profile, window: Window) -> bool:
    """Tell whether a profile is for a window."""
    if not (profile.is_for_windows and window.exists):
        return False
    asked = (
        (profile.window_class, all_names(window)),
        (profile.executable, _programs(window)),
        (profile.title, {window.title} if window.title else set()),
    )
    return all(_any_fits(patterns, there) for patterns, there in asked if patterns)


def _programs(window: Window) -> set[str]:
    ends = {path.replace("\\", "/").rpartition("/")[2] for path in window.programs}
    return {*window.programs, *ends, *(end.removesuffix(".exe") for end in ends)}


def _any_fits(patterns: Iterable[str], there: Iterable[str]) -> bool:
    known = [value.casefold() for value in there]
    return any(fnmatchcase(value, pattern.casefold()) for pattern in patterns for value in known)
