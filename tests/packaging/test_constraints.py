"""The pinned lists name what the packages ask for: scripts/run installs them without resolving."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
LEFT_OUT = {"evdev"}
"""pynput wants it for its uinput backend only, and it needs a compiler; see scripts/prepare.sh."""

PYTHONS = ("3.11", "3.12", "3.13")


def _pins(name: str) -> dict[str, str]:
    lines = (PACKAGING / name).read_text(encoding="utf-8").splitlines()
    words = [line.partition("#")[0].strip() for line in lines]
    pairs = [word.split("==") for word in words if word]
    return {canonicalize_name(package): version for package, version in pairs}


def _project() -> dict[str, list[str]]:
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = table["project"]
    return {"run": project["dependencies"], "dev": project["optional-dependencies"]["dev"]}


def _applies(requirement: Requirement, extras: set[str]) -> bool:
    marker = requirement.marker
    return marker is None or any(
        marker.evaluate(_environment(python, extra)) for python in PYTHONS for extra in extras
    )


def _environment(python: str, extra: str) -> dict[str, str]:
    here = {key: str(value) for key, value in default_environment().items()}
    return {**here, "python_version": python, "python_full_version": f"{python}.0", "extra": extra}


def _asked_for(requirements: list[str]) -> Iterator[Requirement]:
    """Walk the requirements of requirements of what is installed."""
    seen: set[str] = set()
    waiting = [Requirement(text) for text in requirements]
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        yield requirement
        if name in LEFT_OUT or f"{name}{sorted(requirement.extras)}" in seen:
            continue
        seen.add(f"{name}{sorted(requirement.extras)}")
        needs = [Requirement(text) for text in metadata.distribution(name).requires or []]
        waiting += [need for need in needs if _applies(need, requirement.extras or {""})]


@pytest.mark.parametrize(
    ("kind", "lists"),
    [
        ("run", ("constraints.txt",)),
        ("dev", ("constraints.txt", "constraints-dev.txt")),
    ],
)
def test_every_package_asked_for_is_pinned_in_a_version_that_will_do(
    kind: str, lists: tuple[str, ...]
) -> None:
    pins = {name: version for listed in lists for name, version in _pins(listed).items()}
    for requirement in _asked_for(_project()[kind]):
        name = canonicalize_name(requirement.name)
        if name in LEFT_OUT or not _applies(requirement, {""}):
            continue
        assert name in pins, f"{requirement} is in none of {lists}"
        assert requirement.specifier.contains(pins[name], prereleases=True), f"{name}: {pins[name]}"


def test_nothing_is_pinned_twice() -> None:
    assert not _pins("constraints.txt").keys() & _pins("constraints-dev.txt").keys()


@pytest.mark.parametrize("name", ["constraints.txt", "constraints-dev.txt"])
def test_the_lists_hold_names_and_versions_only(name: str) -> None:
    for line in (PACKAGING / name).read_text(encoding="utf-8").splitlines():
        assert not line or line.startswith("#") or re.fullmatch(r"[\w.-]+==[\w.]+", line), line


@pytest.mark.parametrize("name", ["constraints.txt", "constraints-dev.txt"])
def test_what_is_installed_here_is_what_is_pinned(name: str) -> None:
    # Otherwise the tests speak about other versions than those users get.
    installed = {package: metadata.version(package) for package in _pins(name)}
    assert installed == _pins(name)
